/** How thorough a measurement is to be. */
export interface Scale {
  /** Seconds instead of minutes: shows that everything still runs. Its figures mean nothing. */
  readonly quick: boolean
  /** Also what takes very long: a million tasks. */
  readonly large: boolean
  /** A PostgreSQL server on which databases may be made; without one its figures are left out. */
  readonly serverUrl: string | undefined
}

/** One part of the benchmark. Answers figures that can be printed as JSON: numbers, spreads, and objects of them. */
export type Measure = (scale: Scale) => Promise<object>

/** The stores to measure on. */
export const storesOf = ({ serverUrl }: Scale): readonly StoreKind[] =>
  serverUrl === undefined ? ['pglite'] : ['pglite', 'postgres']
export type StoreKind = 'pglite' | 'postgres'

/** Work through a list one after the other: what is measured must not run beside something else. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (const item of items) results.push(await work(item))
  return results
}

/** The same, with the results by the items' names. */
export async function byName<Result>(
  names: readonly string[],
  work: (name: string, at: number) => Promise<Result>,
): Promise<Record<string, Result>> {
  const results = await eachOf(
    [...names.entries()],
    async ([at, name]) => [name, await work(name, at)] as const,
  )
  return Object.fromEntries(results)
}
