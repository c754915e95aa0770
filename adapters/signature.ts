import { timingSafeEqual } from 'node:crypto'

/**
 * Does `given` match what signing with one of the secrets yields? More than one is known while a secret is being
 * exchanged. Takes as long whichever matches, so that nobody learns from the time how close they were.
 */
export function isSigned(
  given: string | undefined,
  secrets: readonly string[],
  sign: (secret: string) => string,
): boolean {
  const signature = Buffer.from(given ?? '')
  const matches = secrets
    // Anybody can sign with an empty secret.
    .filter((secret) => secret !== '')
    .map((secret) => Buffer.from(sign(secret)))
    .map((expected) => expected.length === signature.length && timingSafeEqual(expected, signature))
  return matches.includes(true)
}
