import { execFile } from 'node:child_process'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The one JSON document that `--json` writes. */
  json(): Record<string, unknown> & { items: Record<string, unknown>[] }
}

/** Runs ./accordi as a user would, from another folder, against the given system. */
export function accordiCommand(env: Record<string, string>) {
  return (...args: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const options = {
        env: { ...process.env, ...env },
        cwd: '/',
        timeout: 60_000,
        maxBuffer: 16 * 1024 * 1024,
      }
      execFile(`${import.meta.dirname}/../../accordi`, args, options, (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, out, err, json: () => JSON.parse(out) })
      })
    })
}
