/** Trello's `fields` parameter: `all`, or names separated by commas. The id is always there; unknown names are not. */
export function pickFields(body: Readonly<Record<string, unknown>>, fields: string): Record<string, unknown> {
  if (fields.trim() === 'all') return { ...body }
  const wanted = new Set(['id', ...fields.split(',').map((name) => name.trim())])
  return Object.fromEntries(Object.entries(body).filter(([name]) => wanted.has(name)))
}
