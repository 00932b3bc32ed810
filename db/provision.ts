import pg from 'pg'

/** Who may do what: the owner changes the schema, the application appends, the reader reads. */
export const roles = ['accordi_owner', 'accordi_app', 'accordi_reader'] as const
export type Role = (typeof roles)[number]
export type RolePasswords = Readonly<Record<Role, string>>
export type RoleUrls = Readonly<Record<Role, string>>

/**
 * Makes the roles, the database and its schema, or brings them to the given passwords; safe to repeat.
 * Needs a superuser's URL; nothing else in accordi ever uses it.
 */
export async function provision(
  adminUrl: string,
  passwords: RolePasswords,
  database = 'accordi',
): Promise<RoleUrls> {
  await within(adminUrl, async (client) => {
    // One at a time, should two processes provision at once.
    await client.query('select pg_advisory_lock(870001)')
    for (const role of roles) await ensureRole(client, role, passwords[role])
    const found = await client.query('select 1 from pg_database where datname = $1', [database])
    const name = pg.escapeIdentifier(database)
    if (found.rowCount === 0) await client.query(`create database ${name} owner accordi_owner`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to accordi_app, accordi_reader`)
  })
  const inDatabase = new URL(adminUrl)
  inDatabase.pathname = `/${database}`
  await within(inDatabase.href, async (client) => {
    await client.query('create schema if not exists accordi authorization accordi_owner')
    await client.query('revoke all on schema public from public')
    await client.query('grant usage on schema accordi to accordi_app, accordi_reader')
  })
  return Object.fromEntries(
    roles.map((role) => [role, urlFor(inDatabase, role, passwords[role])]),
  ) as unknown as RoleUrls
}

async function ensureRole(client: pg.Client, role: Role, password: string): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [role])
  if (found.rowCount === 0) await client.query(`create role ${role} login`)
  await client.query(
    `alter role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password ${pg.escapeLiteral(password)}`,
  )
  await client.query(`alter role ${role} set search_path = accordi`)
}

function urlFor(database: URL, role: Role, password: string): string {
  const url = new URL(database)
  url.username = role
  url.password = encodeURIComponent(password)
  return url.href
}

async function within(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'accordi-provision' })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
