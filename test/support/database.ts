import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, type ConnectOptions, connect } from '../../db/connect.ts'
import { migrate } from '../../db/migrate.ts'
import { provision, type Role, type RolePasswords, type RoleUrls } from '../../db/provision.ts'
import { storeProgramme } from '../../db/reference.ts'
import { storeShippedCalendars } from '../../db/shippedCalendars.ts'
import { testProgramme } from './programme.ts'

const passwords: RolePasswords = { accordi_owner: 'owner', accordi_app: 'app', accordi_reader: 'reader' }
const template = 'accordi_template'

/** Made once per run: migrated, with the real calendars and the test programme. Every spec file copies it. */
export async function makeTemplate(adminUrl: string): Promise<void> {
  const urls = await provision(adminUrl, passwords, template)
  await migrate(urls.accordi_owner)
  const app = connect(urls.accordi_app, { applicationName: 'accordi-test', max: 1 })
  await storeShippedCalendars(app)
  await storeProgramme(app, testProgramme)
  await app.close()
}

export interface TestDatabase {
  readonly urls: RoleUrls
  readonly adminUrl: string
  as(role: Role, options?: Partial<ConnectOptions>): Connection
  drop(): Promise<void>
}

/** A database of its own for one spec file, copied from the template in some tens of milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const adminUrl = inject('adminUrl')
  const name = `accordi_${randomUUID().slice(0, 8)}`
  await asAdmin(adminUrl, async (client) => {
    // Copies of a template must not overlap: the lock is released with the connection.
    await client.query('select pg_advisory_lock(870002)')
    await client.query(`create database ${name} template ${template} owner accordi_owner`)
    await client.query(`grant connect on database ${name} to accordi_app, accordi_reader`)
  })
  const url = (role: Role) => {
    const made = new URL(adminUrl)
    made.username = role
    made.password = passwords[role]
    made.pathname = `/${name}`
    return made.href
  }
  const urls = {
    accordi_owner: url('accordi_owner'),
    accordi_app: url('accordi_app'),
    accordi_reader: url('accordi_reader'),
  }
  const inside = new URL(adminUrl)
  inside.pathname = `/${name}`
  const open: Connection[] = []
  return {
    urls,
    adminUrl: inside.href,
    as(role, options = {}) {
      const connection = connect(urls[role], { applicationName: 'accordi-test', max: 4, ...options })
      open.push(connection)
      return connection
    },
    async drop() {
      await Promise.all(open.map((connection) => connection.close()))
      await asAdmin(adminUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

export async function asAdmin(
  adminUrl: string,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  // A test may take Postgres away while this is connected.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
