import { describe, expect, it } from 'vitest'
import { localConfig } from '../../local/config.ts'
import { LocalError } from '../../local/errors.ts'
import { localPaths } from '../../local/paths.ts'

describe('where the local stack keeps its files', () => {
  it('is under the XDG directories of an ordinary user', () => {
    const paths = localPaths({ HOME: '/home/ada' }, '/home/ada/accordi', false)
    expect(paths.dataDir).toMatch(/^\/home\/ada\/\.local\/share\/accordi\/[0-9a-f]{12}$/)
    expect(paths.cacheDir).toBe('/home/ada/.cache/accordi')
  })

  it('follows XDG_DATA_HOME and XDG_CACHE_HOME', () => {
    const env = { HOME: '/home/ada', XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' }
    const paths = localPaths(env, '/home/ada/accordi', true)
    expect(paths.dataDir).toMatch(/^\/d\/accordi\/[0-9a-f]{12}$/)
    expect(paths.cacheDir).toBe('/c/accordi')
  })

  it('is outside /root for root, whose home no other user may enter', () => {
    expect(localPaths({ HOME: '/root' }, '/work/accordi', true).dataDir).toMatch(
      /^\/var\/lib\/accordi\/[0-9a-f]{12}$/,
    )
  })

  it('is what ACCORDI_DATA_DIR and ACCORDI_CACHE_DIR say', () => {
    const env = { HOME: '/h', ACCORDI_DATA_DIR: '/data', ACCORDI_CACHE_DIR: '/cache', XDG_DATA_HOME: '/d' }
    expect(localPaths(env, '/x', false)).toEqual({ dataDir: '/data', cacheDir: '/cache' })
  })

  it('differs between two clones, but for the cache', () => {
    const one = localPaths({ HOME: '/h' }, '/h/one', false)
    const other = localPaths({ HOME: '/h' }, '/h/other', false)
    expect(one.dataDir).not.toBe(other.dataDir)
    expect(one.cacheDir).toBe(other.cacheDir)
  })
})

describe('the configuration of the local stack', () => {
  it('is Italian with ports of its own choice where nothing is said', () => {
    expect(localConfig({}, { HOME: '/h' })).toMatchObject({ language: 'it', ports: {} })
  })

  it('takes the language from the option before ACCORDI_LANG', () => {
    expect(localConfig({ language: 'en' }, { HOME: '/h', ACCORDI_LANG: 'it' }).language).toBe('en')
    expect(localConfig({}, { HOME: '/h', ACCORDI_LANG: 'en' }).language).toBe('en')
  })

  it('refuses a language that it does not speak', () => {
    expect(() => localConfig({ language: 'fr' }, {})).toThrow(
      new LocalError('language.unknown', { value: 'fr' }),
    )
  })

  it.each(['0', '65536', 'abc', '1.5'])('refuses the port %s', (value) => {
    expect(() => localConfig({}, { ACCORDI_POSTGRES_PORT: value })).toThrow(
      new LocalError('port.invalid', { variable: 'ACCORDI_POSTGRES_PORT', value }),
    )
  })
})
