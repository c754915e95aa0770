/**
 * An option is known by its property as well, because an option's own id is no more than a few characters that may
 * return in another property: `"<property id>:<option id>"`. Notion gives property ids URL-encoded, so the first
 * colon ends them.
 */
export type OptionKey = string

/** Which option of which property. Both ids exactly as Notion gave them. */
export interface OptionAt {
  readonly propertyId: string
  readonly optionId: string
}

export function optionKey(propertyId: string, optionId: string): OptionKey {
  return `${propertyId}:${optionId}`
}

/** The two ids of a key; without a colon it names a property and no option. */
export function parseOptionKey(key: OptionKey): OptionAt {
  const [propertyId = '', ...rest] = key.split(':')
  return { propertyId, optionId: rest.join(':') }
}
