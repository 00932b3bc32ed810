import { PassThrough } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { errorTexts } from '../../local/errorTexts.ts'
import { createProgress } from '../../local/progress.ts'
import { noteTexts, stageTexts } from '../../local/texts.ts'

function watched(isTTY: boolean, lineEveryMs?: number) {
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 80 })
  const progress = createProgress({
    language: 'en',
    stream,
    ...(lineEveryMs !== undefined && { lineEveryMs }),
  })
  let text = ''
  stream.on('data', (chunk) => {
    text += String(chunk)
  })
  return { progress, seen: () => text }
}

describe('progress', () => {
  it('refreshes one line on a terminal, with elapsed time and a measure', async () => {
    const { progress, seen } = watched(true)
    const stage = progress.begin('temporalBuild')
    stage.detail('12 %')
    await sleep(600)
    const text = seen()
    expect(text).toContain('\r\u001b[2KBuilding the Temporal server')
    expect(text).toContain('… – 12 % (0 s)')
    expect(Math.max(...text.split('\r\u001b[2K').map((line) => line.length))).toBeLessThan(80)
    expect(text).not.toContain('\n')
    progress.close()
  })

  it('writes a line now and then where nobody can see it refreshed', async () => {
    const { progress, seen } = watched(false, 500)
    const stage = progress.begin('temporalStart')
    await sleep(3_200)
    stage.end()
    const lines = seen().trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(lines[0]).toBe('Starting Temporal (2 s)')
    expect(lines.at(-1)).toBe('Starting Temporal (3 s) ✓')
    progress.close()
  })

  it('says nothing of what ends in a moment', async () => {
    const { progress, seen } = watched(false)
    progress.begin('postgresStart').end()
    await sleep(300)
    expect(seen()).toBe('')
    progress.close()
  })

  it('keeps a note on a line of its own', () => {
    const { progress, seen } = watched(false)
    progress.note('serviceUnresponsive', { name: 'Temporal' })
    expect(seen()).toBe('Temporal has stopped answering: restarting it.\n')
    progress.close()
  })
})

describe('texts', () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()
  const pairs = [
    ...Object.entries({ ...stageTexts, ...noteTexts }).map(([key, { it, en }]) => [key, it, en] as const),
    ...Object.entries(errorTexts).flatMap(([key, { it, en }]) => [
      [`${key} message`, it.message, en.message] as const,
      [`${key} remedy`, it.remedy, en.remedy] as const,
    ]),
  ]

  it('have the same parameters in both languages', () => {
    const differing = pairs.filter(([, it, en]) => placeholders(it).join() !== placeholders(en).join())
    expect(differing).toEqual([])
  })
})
