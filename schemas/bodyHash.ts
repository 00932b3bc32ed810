import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { CommandRequest } from '../domain/accord/commands.ts'

/**
 * What makes two requests the same: everything but the moment of receipt, which the edge stamps anew
 * on each try. SHA-256 of the canonical JSON (RFC 8785), in hex.
 */
export function bodyHash(request: CommandRequest): string {
  const { receivedAt: _, ...body } = request
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex')
}
