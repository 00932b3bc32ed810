import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/**
 * What makes two requests the same: everything but the moment of receipt, which the edge stamps anew
 * on each try. SHA-256 of the canonical JSON (RFC 8785), in hex.
 */
export function bodyHash(request: object): string {
  const { receivedAt: _, ...body } = request as { readonly receivedAt?: unknown }
  return createHash('sha256')
    .update(canonicalize(body) ?? '')
    .digest('hex')
}
