import { createHash } from 'node:crypto'

/** Requests are counted by the hash of key or token, because a shared limiter writes its keys to the database. */
export function limiterKey(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
