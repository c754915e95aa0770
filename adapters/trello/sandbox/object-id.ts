import { randomBytes } from 'node:crypto'

/** Makes ids as Trello's database does. */
export interface ObjectIds {
  /** 24 hex digits, of which the first 8 are the second of creation, so that ids tell and sort by age. */
  next(at: Date): string
  /** The 8 letters and digits by which cards and boards go in addresses. */
  shortLink(): string
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Ids that never repeat, also across sandboxes: five random bytes per sandbox, then a counter. */
export function createObjectIds(): ObjectIds {
  const machine = randomBytes(5).toString('hex')
  let count = 0
  return {
    next(at) {
      count += 1
      const second = Math.floor(at.getTime() / 1000)
      return hex(second, 8) + machine + hex(count, 6)
    },
    shortLink() {
      return Array.from(randomBytes(8), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
    },
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0').slice(-digits)
}
