/** A property by its name, as both a data source and a page hold it. */
export interface Named<T> {
  readonly name: string
  readonly property: T
}

interface Typed {
  readonly type: string
}

const statusNames = /\b(status|statut|etat)\b/
const dueNames = /\b(echeance|date limite|deadline|due|pour le)\b/
const priceNames = /\b(estimation|estimate|prix|price|majoration|surcharge)\b/

/**
 * The property that says how far a task is: of type status, else a select that is called so. A page and its data
 * source give the same answer, whatever order Notion lists properties in.
 */
export function statusProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  const statuses = ofType(properties, 'status')
  const selects = ofType(properties, 'select')
  const called = (named: readonly Named<T>[]) => named.find(({ name }) => statusNames.test(folded(name)))
  return called(statuses) ?? statuses[0] ?? called(selects) ?? null
}

/** The date property whose name says that it is a deadline, else the only one there is. */
export function dueProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  const dates = ofType(properties, 'date')
  const called = dates.find(({ name }) => dueNames.test(folded(name)))
  return called ?? (dates.length === 1 ? (dates[0] ?? null) : null)
}

/** The property that the text of a request is written into: the first by name that is for text and not for prices. */
export function textProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  return ofType(properties, 'rich_text').find(({ name }) => !isPriceName(name)) ?? null
}

/**
 * May Cadre write its own words into a text property of this name? Only such ones are offered for mapping, and they
 * are left out of a task's text, so that no rule ever reads what Cadre wrote.
 */
export function isPriceName(name: string): boolean {
  return priceNames.test(folded(name))
}

function ofType<T extends Typed>(properties: Readonly<Record<string, T>>, type: string): readonly Named<T>[] {
  return Object.entries(properties)
    .map(([name, property]) => ({ name, property }))
    .filter(({ property }) => property.type === type)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const folded = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
