#!/bin/sh
# Registers the namespace once the server answers; one that is there stays as it is. Retention is short:
# the record is in Postgres, Temporal's histories are only kept to look at what happened lately.
set -eu
attempt=0
until temporal operator cluster health; do
  attempt=$((attempt + 1))
  if [ "$attempt" -ge 60 ]; then
    echo "Temporal at $TEMPORAL_ADDRESS did not answer in two minutes" >&2
    exit 1
  fi
  sleep 2
done
temporal operator namespace describe --namespace "$TEMPORAL_NAMESPACE" ||
  temporal operator namespace create --namespace "$TEMPORAL_NAMESPACE" --retention 72h
