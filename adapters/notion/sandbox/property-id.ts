import { randomBytes } from 'node:crypto'
import type { Property } from './world.ts'

// Four characters, often such as have to be escaped in addresses: that is what real ids look like.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:;@[]^`{}|<>=?\\~_'

/** The one id that is the same in every data source. */
export const titleId = 'title'

/** An id that no other column of this data source has. */
export function newPropertyId(properties: readonly Property[]): string {
  const id = Array.from(randomBytes(4), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return properties.some((property) => property.id === id) ? newPropertyId(properties) : id
}

/** The id as answers and webhooks show it, e.g. `A%40Hk` (reference, "Page properties"). */
export function encodePropertyId(id: string): string {
  return encodeURIComponent(id)
}

/** Finds a column by name or id, the id encoded or not. The name wins, as it is what people see. */
export function findProperty(properties: readonly Property[], key: string): Property | undefined {
  return (
    properties.find(({ name }) => name === key) ??
    properties.find(({ id }) => id === key || encodePropertyId(id) === key)
  )
}
