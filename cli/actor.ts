import type { Actor } from '../domain/accord/parts.ts'
import { actor as actorSchema } from '../schemas/primitives.ts'
import { regionCode } from './options.ts'
import { Problem } from './problem.ts'

/** Reads `ministry`, `ministry:dg-immigrazione`, `region:10`, `region:umbria:ufficio-lavoro`, `scheduler`, `auditor`. */
export function actorFrom(text: string | undefined): Actor {
  if (text === undefined) throw new Problem('cli.actor-missing')
  const [role = '', first, second] = text.split(':')
  const candidate =
    role === 'region'
      ? { role, regionId: regionCode(first ?? ''), id: second ?? `regione-${regionCode(first ?? '')}` }
      : { role, id: first ?? defaultOffices[role] ?? role }
  const parsed = actorSchema.safeParse(candidate)
  if (!parsed.success) throw new Problem('cli.actor-unknown', { value: text })
  return parsed.data
}

const defaultOffices: Record<string, string> = { ministry: 'ministero' }
