import { describe, expect, it } from 'vitest'
import { expected, LocalError, printable } from '../../local/errors.ts'

describe('an expected trouble', () => {
  it('is printed with its remedy, in the language asked for', () => {
    const error = new LocalError('port.taken', {
      port: 5432,
      name: 'PostgreSQL',
      variable: 'ACCORDI_POSTGRES_PORT',
    })
    expect(printable(error, 'en')).toBe(
      'accordi: port 5432, wanted for PostgreSQL, is taken by another program.\n' +
        '  → Stop that program, or unset ACCORDI_POSTGRES_PORT: a free port will be chosen.\n',
    )
    expect(printable(error, 'it')).toContain('è occupata da un altro programma')
  })

  it.each([
    ['Node', Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })],
    ['Postgres', Object.assign(new Error('could not extend file'), { code: '53100' })],
    ['a tool', Object.assign(new Error('Command failed'), { stderr: 'write: No space left on device' })],
    ['a cause', new Error('migration 3', { cause: new Error('disk quota exceeded') })],
  ])('is a full disk, as %s says it', (_, error) => {
    expect(expected(error, '/data')).toMatchObject({ code: 'disk.full', params: { dir: '/data' } })
  })

  it('is a full disk where only the log of Postgres tells', () => {
    const error = new Error('Connection terminated unexpectedly')
    const log = 'PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device'
    expect(expected(error, '/data', log)).toMatchObject({ code: 'disk.full' })
  })

  it('is none where it is our own mistake', () => {
    const error = new TypeError('undefined is not a function')
    expect(expected(error, '/data')).toBe(error)
  })
})
