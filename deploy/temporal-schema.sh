#!/bin/sh
# Makes Temporal's two databases and brings both schemas up to this image's version. Safe to repeat:
# what is already there stays. The server (SQL_HOST, SQL_USER...) comes from the environment.
set -eu
for database in temporal temporal_visibility; do
  temporal-sql-tool --database "$database" create-database
  temporal-sql-tool --database "$database" setup-schema -v 0.0
done
temporal-sql-tool --database temporal update-schema --schema-name postgresql/v12/temporal
temporal-sql-tool --database temporal_visibility update-schema --schema-name postgresql/v12/visibility
