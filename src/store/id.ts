import { randomBytes } from 'node:crypto'

/** A new id such as `brd_k3…`: says what it names, and cannot be guessed (96 bits), for it may stand in a URL. */
export function newId(
  kind:
    | 'con'
    | 'cli'
    | 'brd'
    | 'tsk'
    | 'run'
    | 'key'
    | 'exa'
    | 'aud'
    | 'cas'
    | 'req'
    | 'ans'
    | 'ord'
    | 'bok'
    | 'ask',
): string {
  return `${kind}_${randomBytes(12).toString('base64url').replaceAll('-', 'a').replaceAll('_', 'b')}`
}
