import { type Migration, Migrator } from 'kysely/migration'
import { connect } from './connect.ts'
import * as foundation from './migrations/0001-foundation.ts'
import * as targets from './migrations/0002-targets.ts'
import * as programmes from './migrations/0003-programmes.ts'
import * as monitoring from './migrations/0004-monitoring.ts'
import * as decisions from './migrations/0005-decisions.ts'
import * as documents from './migrations/0006-documents.ts'
import * as people from './migrations/0007-people.ts'
import * as reminders from './migrations/0008-reminders.ts'
import * as webhooks from './migrations/0009-webhooks.ts'

/** Every migration in order. A released one is frozen: test/db/frozen.spec.ts compares its digest. */
const migrations: Record<string, Migration> = {
  '0001-foundation': foundation,
  '0002-targets': targets,
  '0003-programmes': programmes,
  '0004-monitoring': monitoring,
  '0005-decisions': decisions,
  '0006-documents': documents,
  '0007-people': people,
  '0008-reminders': reminders,
  '0009-webhooks': webhooks,
}

/**
 * Brings the schema up to date as its owner and returns the names of what it ran. Safe to call from
 * several processes at once: kysely takes a lock. Throws with the failed migration's name.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const { db, close } = connect(ownerUrl, { max: 2, applicationName: 'accordi-migrate' })
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results = [] } = await migrator.migrateToLatest()
    const failed = results.find((result) => result.status === 'Error')
    if (error !== undefined) {
      throw new Error(`migration ${failed?.migrationName ?? ''} failed`, { cause: error })
    }
    return results.map((result) => result.migrationName)
  } finally {
    await close()
  }
}
