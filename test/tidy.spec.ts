import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Style is a test: layers, lengths, words. Everything git knows or would know is looked at. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))
const sourceOf = (file: string) => readFileSync(file, 'utf8')
const folderOf = (file: string) => file.split('/')[0] ?? ''
const product = files.filter((file) => file.includes('/') && !/^(test|bench)\//.test(file))

interface Import {
  readonly from: string
  readonly isType: boolean
}

function importsOf(source: string): Import[] {
  const statements = source.matchAll(/^(?:import|export)\s(type\s)?(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]/gm)
  return [...statements].map(([, type, from = '']) => ({ from, isType: type !== undefined }))
}

/** A relative import as a path from the root; a package by its name. */
function target(file: string, from: string): string {
  return from.startsWith('.') ? relative('.', join(dirname(file), from)) : from
}

/** Who may import whom: folders by name, packages by name, `type:` where only types may come. */
const layers: Record<string, readonly string[]> = {
  domain: ['domain'],
  schemas: ['schemas', 'domain', 'zod', 'canonicalize', 'node:crypto'],
  workflows: ['workflows', 'domain', '@temporalio/workflow', 'type:activities'],
  activities: [
    'activities',
    'domain',
    'db',
    'schemas',
    'outbound',
    'type:client',
    'type:documents',
    'mail/compose.ts',
    'mail/links.ts',
    'type:mail',
    'type:workflows',
    '@temporalio/activity',
    '@temporalio/common',
    'node:crypto',
    'node:timers/promises',
    'type:pg',
  ],
  db: ['db', 'domain', 'schemas', 'kysely', 'kysely/migration', 'pg', 'canonicalize', 'type:zod', 'node:'],
  outbound: [
    'outbound',
    'domain',
    'schemas',
    'db/eventCodec.ts',
    'type:db',
    'ipaddr.js',
    'standardwebhooks',
    'type:zod',
    'node:',
  ],
  mail: ['mail', 'domain', 'nodemailer', 'postal-mime', 'node:'],
  documents: ['documents', 'domain', '@aws-sdk/client-s3', 'file-type', 'node:'],
  client: [
    'client',
    'domain',
    'schemas',
    'workflows/messages.ts',
    'type:workflows',
    '@temporalio/client',
    '@temporalio/common',
    '@temporalio/envconfig',
    'node:',
  ],
  operations: ['operations', 'client', 'documents', 'domain', 'db', 'schemas', 'node:', 'yazl'],
  worker: [
    'worker',
    'activities',
    'documents',
    'mail',
    'client',
    'db',
    'domain',
    'outbound/config.ts',
    'workflows/messages.ts',
    '@temporalio/worker',
    'node:',
  ],
}

function isAllowed(allowed: readonly string[], to: string, isType: boolean): boolean {
  return allowed.some((rule) => {
    if (rule.startsWith('type:'))
      return isType && (to === rule.slice(5) || to.startsWith(`${rule.slice(5)}/`))
    return to === rule || to.startsWith(`${rule}/`) || (rule === 'node:' && to.startsWith('node:'))
  })
}

function trespasses(file: string, source: string): string[] {
  const allowed = layers[folderOf(file)]
  if (allowed === undefined) return []
  return importsOf(source)
    .map(({ from, isType }) => ({ to: target(file, from), isType }))
    .filter(({ to, isType }) => !isAllowed(allowed, to, isType))
    .map(({ to }) => `${file} -> ${to}`)
}

describe('layers', () => {
  it('point at the domain: no folder imports what it must not', () => {
    expect(product.flatMap((file) => trespasses(file, sourceOf(file)))).toEqual([])
  })

  it('control: a rule that reached for the database would be found', () => {
    const source = "import { connect } from '../../db/connect.ts'\n"
    expect(trespasses('domain/accord/decide.ts', source)).toEqual([
      'domain/accord/decide.ts -> db/connect.ts',
    ])
    expect(trespasses('workflows/accord.ts', "import { sql } from 'kysely'\n")).toHaveLength(1)
    expect(trespasses('workflows/accord.ts', "import { load } from '../activities/judge.ts'\n")).toHaveLength(
      1,
    )
  })

  it('have the one barrel of the workflows and no other', () => {
    expect(product.filter((file) => file.endsWith('/index.ts'))).toEqual(['workflows/index.ts'])
  })

  it('keep zod, dates and Node out of what a workflow reaches', () => {
    const reached = new Set<string>()
    const visit = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      for (const { from, isType } of importsOf(sourceOf(file))) {
        if (!isType && from.startsWith('.')) visit(target(file, from))
      }
    }
    visit('workflows/index.ts')
    expect(reached.size).toBeGreaterThan(5)
    for (const file of reached) {
      expect(sourceOf(file), file).not.toMatch(/\bTemporal\.|from 'zod'|from 'node:/)
    }
  })
})

describe('lengths', () => {
  it('no file is over 300 lines', () => {
    const long = files.filter((file) => sourceOf(file).split('\n').length > 301)
    expect(long).toEqual([])
  })

  it('no function of the product is over 70 lines', () => {
    expect(product.flatMap((file) => longFunctions(file, sourceOf(file)))).toEqual([])
  })

  it('control: a function of 71 lines is found', () => {
    const body = Array.from({ length: 70 }, () => '  work()').join('\n')
    expect(longFunctions('x.ts', `function long() {\n${body}\n}\n`)).toEqual(['x.ts: function long() {'])
  })
})

/** Top-level functions and methods, by the indentation that the formatter guarantees. */
function longFunctions(file: string, source: string): string[] {
  const lines = source.split('\n')
  return lines.flatMap((line, start) => {
    const head =
      /^( {0,2})(?:export )?(?:async )?(?:function\*? |(?:private |readonly |static )*[a-zA-Z]+\()[^;]*\{$/.exec(
        line,
      )
    if (head === null) return []
    const end = lines.findIndex((candidate, at) => at > start && candidate === `${head[1]}}`)
    return end - start > 70 ? [`${file}: ${line.trim()}`] : []
  })
}

describe('words', () => {
  // Put together here, so that this file does not find itself.
  const banned = [
    ['TO', 'DO'],
    ['FIX', 'ME'],
    ['X', 'XX'],
  ].map((parts) => parts.join(''))

  it.each(banned)('%s stands nowhere', (word) => {
    const found = files.filter((file) => new RegExp(`\\b${word}\\b`).test(sourceOf(file)))
    expect(found).toEqual([])
  })

  it('the environment is read in config files only, and in the paths of the local stack', () => {
    const read = ['process', 'env'].join('.')
    const found = product.filter((file) => sourceOf(file).includes(read))
    expect(found.filter((file) => !/\/(config|paths)\.ts$/.test(file))).toEqual([])
  })

  it('no enum, no `any`, no non-null assertion in the product', () => {
    for (const file of product) {
      expect(sourceOf(file), file).not.toMatch(/^\s*(export )?(const )?enum /m)
      expect(sourceOf(file), file).not.toMatch(/(: any\b|as any\b|<any>)/)
    }
  })

  it('no spec is skipped or run alone', () => {
    const alone = /\.(skip|only)\(/
    expect(files.filter((file) => file.endsWith('.spec.ts') && alone.test(sourceOf(file)))).toEqual([])
  })
})
