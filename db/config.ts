import type { RolePasswords } from './provision.ts'

export interface DatabaseConfig {
  /** Superuser's URL, for the first time only; without it the owner's URL must be given. */
  readonly adminUrl: string | undefined
  readonly ownerUrl: string
  readonly database: string
  readonly passwords: RolePasswords
}

/** The only place of this folder that reads the environment. Throws an Error that names what is missing. */
export function databaseConfig(env: NodeJS.ProcessEnv = process.env): DatabaseConfig {
  const adminUrl = env.ACCORDI_ADMIN_URL
  const { ACCORDI_OWNER_PASSWORD, ACCORDI_APP_PASSWORD, ACCORDI_READER_PASSWORD } = env
  const ownerUrl = env.ACCORDI_OWNER_URL
  if (adminUrl === undefined && ownerUrl === undefined) {
    throw new Error(
      'Set ACCORDI_ADMIN_URL (a superuser, to make roles and database) or ACCORDI_OWNER_URL (role accordi_owner).',
    )
  }
  const passwords = {
    accordi_owner: ACCORDI_OWNER_PASSWORD ?? '',
    accordi_app: ACCORDI_APP_PASSWORD ?? '',
    accordi_reader: ACCORDI_READER_PASSWORD ?? '',
  }
  if (adminUrl !== undefined && Object.values(passwords).includes('')) {
    throw new Error(
      'With ACCORDI_ADMIN_URL set also ACCORDI_OWNER_PASSWORD, ACCORDI_APP_PASSWORD and ACCORDI_READER_PASSWORD.',
    )
  }
  return { adminUrl, ownerUrl: ownerUrl ?? '', database: env.ACCORDI_DATABASE ?? 'accordi', passwords }
}
