import { readFile, stat } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { Problem } from './problem.ts'

/** An accord's whole history is some tens of kilobytes: a megabyte is a file that is something else. */
const largestJsonBytes = 1024 * 1024

/** Reads a JSON file; what is missing, too large or not JSON is a Problem that names the file. */
export async function readJson(file: string): Promise<unknown> {
  await checkedSize(file, largestJsonBytes)
  const bytes = await readFile(file)
  const found = await fileTypeFromBuffer(bytes)
  if (found !== undefined)
    throw new Problem('cli.file-other-type', { file, found: found.ext, extension: 'json' })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Problem('cli.file-not-json', { file, problem: error instanceof Error ? error.message : '' })
  }
}

async function checkedSize(file: string, most: number): Promise<number> {
  const info = await stat(file).catch(() => undefined)
  if (!info?.isFile()) throw new Problem('cli.file-not-found', { file })
  if (info.size > most) throw new Problem('cli.file-too-large', { file, most })
  if (info.size === 0) throw new Problem('cli.file-empty', { file })
  return info.size
}
