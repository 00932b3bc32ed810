import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromFile } from 'file-type'

/** How the content of a type is recognised: by a mark in its bytes, or by what it must look like. */
type Look = 'mark' | 'signed' | 'text' | 'xml' | 'json' | 'mail'

/** The types that documents can have, by extension. */
const types = {
  pdf: ['application/pdf', 'mark'],
  p7m: ['application/pkcs7-mime', 'signed'],
  docx: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'mark'],
  xlsx: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'mark'],
  odt: ['application/vnd.oasis.opendocument.text', 'mark'],
  ods: ['application/vnd.oasis.opendocument.spreadsheet', 'mark'],
  rtf: ['application/rtf', 'mark'],
  zip: ['application/zip', 'mark'],
  png: ['image/png', 'mark'],
  jpg: ['image/jpeg', 'mark'],
  tif: ['image/tiff', 'mark'],
  xml: ['application/xml', 'xml'],
  json: ['application/json', 'json'],
  csv: ['text/csv', 'text'],
  txt: ['text/plain', 'text'],
  eml: ['message/rfc822', 'mail'],
} as const satisfies Record<string, readonly [mime: string, look: Look]>

export type Extension = keyof typeof types
export const extensions = Object.keys(types) as Extension[]

const others: Readonly<Record<string, Extension>> = { jpeg: 'jpg', tiff: 'tif' }

/** The type that a file's name declares; undefined where it is none of these. */
export function extensionOf(name: string): Extension | undefined {
  const written = extname(name).slice(1).toLowerCase()
  const extension = others[written] ?? written
  return extensions.find((one) => one === extension)
}

export const mimeOf = (extension: Extension): string => types[extension][0]

export function extensionFor(mime: string): Extension | undefined {
  return extensions.find((one) => types[one][0] === mime)
}

const headBytes = 65_536

/** What a file is instead of what it is declared to be; undefined where it is that. */
export async function otherThan(extension: Extension, file: string): Promise<string | undefined> {
  const found = (await fileTypeFromFile(file))?.ext
  const [mime, look] = types[extension]
  if (look === 'mark')
    return found !== undefined && extensionOf(`file.${found}`) === extension ? undefined : (found ?? '?')
  const head = await headOf(file)
  if (look === 'signed') return isSigned(head) ? undefined : (found ?? '?')
  if (look === 'xml' && found === 'xml') return undefined
  // A mark in the bytes says that it is something else than text; plain mail has none either.
  if (found !== undefined && found !== extension) return found
  const text = textOf(head)
  if (text === undefined) return '?'
  return looksLike(look, text) ? undefined : `text, not ${mime}`
}

async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** PKCS#7 signed data, 1.2.840.113549.1.7.2, as its encoding begins with it. */
const signedData = Buffer.from('06092a864886f70d010702', 'hex')

/** A signed envelope (CAdES): DER, or the same in base64 with or without its PEM lines. */
function isSigned(head: Buffer): boolean {
  const isDer = (bytes: Buffer) => bytes[0] === 0x30 && bytes.subarray(0, 64).includes(signedData)
  if (isDer(head)) return true
  const text = head.toString('latin1').replace(/-----BEGIN [A-Z0-9 ]+-----/, '')
  return isDer(Buffer.from(text.trimStart().slice(0, 4_096), 'base64'))
}

/** Text of today or of old registers (Latin-1): without the control characters that only other things have. */
function textOf(head: Buffer): string | undefined {
  const text = head.toString('latin1')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? undefined : text
}

function looksLike(look: Look, text: string): boolean {
  const begins = text.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (look === 'xml') return begins.startsWith('<')
  if (look === 'json') return /^[[{]/.test(begins)
  if (look === 'mail') return /^[!-9;-~]+:/.test(begins)
  return true
}
