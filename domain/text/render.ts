import type { Params } from '../decider.ts'
import { en } from './en.ts'
import { it } from './it.ts'

export type Language = 'it' | 'en'
export type TextKey = keyof typeof it
/** A text with what fills it. */
export type Sentence = readonly [key: TextKey, params?: Params]

const catalogues: Record<Language, Record<TextKey, string>> = { it, en }

/** The text of a key with its `{name}` placeholders filled. */
export function textOf(language: Language, key: TextKey, params: Params = {}): string {
  return filledWith(catalogues[language][key], params, key)
}

/** Fills the `{name}` placeholders of a text. A parameter that is missing is our bug, and throws. */
export function filledWith(text: string, params: Params, called = text): string {
  return text.replace(placeholder, (_, article: string | undefined, name: string) => {
    const value = params[name]
    if (value === undefined) throw new RangeError(`text ${called} needs the parameter ${name}`)
    return `${articleBefore(article, String(value))}${value}`
  })
}

export function hasText(key: string): key is TextKey {
  return Object.hasOwn(it, key)
}

/** The text of `<group>.<code>`; the bare code where the catalogue knows none, as for data of the future. */
export function nameOf(language: Language, group: string, code: string): string {
  const key = `${group}.${code}`
  return hasText(key) ? textOf(language, key) : code
}

const placeholder = /(?:\b(il|al|dal|del) )?\{(\w+)\}/g

const elided: Record<string, string> = { il: "l'", al: "all'", dal: "dall'", del: "dell'" }

/** Italian elides the article before the 8th and the 11th: "al 9 maggio", but "all'8 maggio". */
function articleBefore(article: string | undefined, value: string): string {
  if (article === undefined) return ''
  return /^(8|11)\b/.test(value) ? (elided[article] ?? article) : `${article} `
}
