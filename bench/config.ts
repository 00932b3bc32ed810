import { parseArgs } from 'node:util'

export const partNames = ['append', 'update', 'lives', 'history', 'term', 'foresight', 'collective'] as const
export type PartName = (typeof partNames)[number]

export interface BenchConfig {
  /** A short run: to see that everything works, too short to judge a bar. */
  readonly quick: boolean
  /** Where to save the rows as JSON. */
  readonly jsonFile: string | undefined
  readonly parts: readonly PartName[]
  /** Folders to look in for pgbench. */
  readonly path: readonly string[]
}

/** The only place of this folder that reads arguments and environment. Throws an Error that names what is wrong. */
export function benchConfig(args = process.argv.slice(2), env: NodeJS.ProcessEnv = process.env): BenchConfig {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      only: { type: 'string', multiple: true },
    },
  })
  const only = values.only ?? []
  const unknown = only.find((name) => !partNames.some((part) => part === name))
  if (unknown !== undefined) {
    throw new Error(`--only ${unknown}: there is no such part; there are ${partNames.join(', ')}`)
  }
  return {
    quick: values.quick,
    jsonFile: values.json,
    parts: only.length === 0 ? partNames : partNames.filter((part) => only.includes(part)),
    path: (env.PATH ?? '').split(':').filter((folder) => folder !== ''),
  }
}
