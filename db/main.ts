import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { databaseConfig } from './config.ts'
import { connect } from './connect.ts'
import { dumpSchema } from './dumpSchema.ts'
import { migrate } from './migrate.ts'
import { provision } from './provision.ts'
import { storeShippedCalendars } from './shippedCalendars.ts'

/**
 * `npm run migrate`: makes roles and database where an administrator's URL is given, brings the schema
 * up to date, stores the calendars that ship with accordi. `--dump FILE` writes the schema for review.
 */
const { values } = parseArgs({ options: { dump: { type: 'string' } } })
const config = databaseConfig()
const urls =
  config.adminUrl === undefined
    ? undefined
    : await provision(config.adminUrl, config.passwords, config.database)
const ownerUrl = urls?.accordi_owner ?? config.ownerUrl
for (const name of await migrate(ownerUrl)) console.log(`migration ${name}: done`)
const owner = connect(ownerUrl, { applicationName: 'accordi-migrate', max: 1 })
try {
  for (const { id, version, outcome } of await storeShippedCalendars(owner)) {
    console.log(`calendar ${id} ${version}: ${outcome}`)
  }
  if (values.dump !== undefined) writeFileSync(values.dump, await dumpSchema(owner))
} finally {
  await owner.close()
}
