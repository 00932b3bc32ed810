import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { LocalError } from '../errors.ts'

/** Another user than ours, that a server runs as. */
export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const candidates = ['postgres', '_postgres', 'nobody']

/** As root, the unprivileged user that Postgres runs as; otherwise undefined: it runs as ourselves. */
export function serverUser(isRoot: boolean = process.getuid?.() === 0): ServerUser | undefined {
  if (!isRoot) return undefined
  for (const name of candidates) {
    const uid = idOf('-u', name)
    const gid = idOf('-g', name)
    if (uid !== undefined && gid !== undefined) return { name, uid, gid }
  }
  throw new LocalError('postgres.user', { tried: candidates.join(', ') })
}

/** The first directory on the way to the path that the user may not enter, if there is one. */
export function closedTo(path: string, { uid, gid }: ServerUser): string | undefined {
  const above = path === dirname(path) ? undefined : closedTo(dirname(path), { name: '', uid, gid })
  if (above !== undefined) return above
  const { mode, uid: owner, gid: group } = statSync(path)
  const shift = owner === uid ? 6 : group === gid ? 3 : 0
  return ((mode >> shift) & 1) === 1 ? undefined : path
}

/** The name that people know a user by, its number where it has none. */
export function nameOfUser(uid: number): string {
  try {
    return execFileSync('id', ['-nu', String(uid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return String(uid)
  }
}

export function ourName(): string {
  return userInfo().username
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(
      execFileSync('id', [option, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return undefined
  }
}
