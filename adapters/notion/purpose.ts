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
const textNames = /\b(demande|request|description|brief)\b/
const priceNames = /\b(estimation|estimate|prix|price|majoration|surcharge)\b/

/**
 * The property that says how far a task is: of type status, else a select that is called so; where several are, the one with
 * the fewest words beside it, *Status* and not *Payment status*. A page and its data source give the same answer, whatever
 * order Notion lists properties in.
 */
export function statusProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  const statuses = ofType(properties, 'status')
  const selects = ofType(properties, 'select')
  return called(statuses, statusNames) ?? statuses[0] ?? called(selects, statusNames) ?? null
}

/** The date property whose name says that it is a deadline, else the only one there is. */
export function dueProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  const dates = ofType(properties, 'date')
  return called(dates, dueNames) ?? (dates.length === 1 ? (dates[0] ?? null) : null)
}

/**
 * The property that the text of a request is written into: of those that are for text and not for prices the one that is called so,
 * else the first by name. A column of notes that somebody adds must not take its place.
 */
export function textProperty<T extends Typed>(properties: Readonly<Record<string, T>>): Named<T> | null {
  const texts = ofType(properties, 'rich_text').filter(({ name }) => !isPriceName(name))
  return called(texts, textNames) ?? texts[0] ?? null
}

/**
 * Is a text property of this name for prices, and no part of a task's text? On boards that were mapped before only numbers
 * were offered, Cadre writes into such a one, and no rule may ever read what Cadre wrote.
 */
export function isPriceName(name: string): boolean {
  return priceNames.test(folded(name))
}

/** Of those with such a name, the shortest: what is more in a name sets it apart from what it is about. */
function called<T>(properties: readonly Named<T>[], names: RegExp): Named<T> | undefined {
  return properties
    .filter(({ name }) => names.test(folded(name)))
    .toSorted((a, b) => folded(a.name).length - folded(b.name).length)[0]
}

function ofType<T extends Typed>(properties: Readonly<Record<string, T>>, type: string): readonly Named<T>[] {
  return Object.entries(properties)
    .map(([name, property]) => ({ name, property }))
    .filter(({ property }) => property.type === type)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Lower case without accents; `due_date`, as imports call it, is two words. */
const folded = (name: string) =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('_', ' ').toLowerCase()
