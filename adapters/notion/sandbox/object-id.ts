import { invalid } from './refusal.ts'

const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i

/** Reads an id from a request. Notion takes UUIDs with and without hyphens and always answers with them. */
export function readId(text: string, where: string): string {
  if (!uuid.test(text)) {
    const [place] = where.split('.')
    invalid(`${place} failed validation: ${where} should be a valid uuid, instead was \`"${text}"\`.`)
  }
  const hex = text.replaceAll('-', '').toLowerCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** The id as it stands at the end of addresses. */
export function compactId(id: string): string {
  return id.replaceAll('-', '')
}
