import type { Page, Property, Value } from './world.ts'

/** What a row holds in a column, also where nobody ever wrote; null for columns that Notion fills itself. */
export function heldValue(page: Page, property: Property): Value | null {
  const value = page.values.get(property.id)
  return value?.type === property.type ? value : emptyValue(property)
}

/** What a new row holds. A status is never empty: it starts with the first option of its first group. */
export function emptyValue({ type, options, groups }: Property): Value | null {
  switch (type) {
    case 'title':
    case 'rich_text':
      return { type, items: [] }
    case 'number':
      return { type, number: null }
    case 'select':
      return { type, option: null }
    case 'status':
      return { type, option: groups[0]?.optionIds[0] ?? options[0]?.id ?? null }
    case 'multi_select':
      return { type, options: [] }
    case 'date':
      return { type, date: null }
    case 'people':
      return { type, users: [] }
    case 'files':
      return { type, files: [] }
    case 'checkbox':
      return { type, checkbox: false }
    case 'url':
    case 'email':
    case 'phone_number':
      return { type, text: null }
    default:
      return null
  }
}
