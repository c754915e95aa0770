import { createHash } from 'node:crypto'

/** Letters and digits that nobody mistakes for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/**
 * The short reference that ends our comment on a task, e.g. `réf. K7Q2`. Always the same for the same task, so that
 * the comment is found again after a write whose answer was lost.
 */
export function referenceOf(taskId: string, language: 'fr' | 'en'): string {
  const bytes = createHash('sha256').update(taskId).digest().subarray(0, 4)
  const code = [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('')
  return `${language === 'fr' ? 'réf.' : 'ref.'} ${code}`
}
