import { randomUUID } from 'node:crypto'
import { readId } from './object-id.ts'
import { encodePropertyId } from './property-id.ts'
import { createProperty, type PropertySetup } from './property-setup.ts'
import { invalid, notFound } from './refusal.ts'
import { type Database, type DataSource, newTrail, type Property, type User, type World } from './world.ts'

/** How a data source looks; what is left out is as below. */
export interface SourceSetup {
  readonly name: string
  /**
   * Columns beside `Name`, `Description`, `Due`, `Status` and `Assignee`, or instead of one of them; null takes one of
   * them away. Another title column takes the place of `Name`.
   */
  readonly properties?: Readonly<Record<string, PropertySetup | null>>
  /** Puts it into a database that is there already, by that one's id. */
  readonly database?: string
  /** True unless said otherwise. */
  readonly shared?: boolean
}

/** A data source that was made, with ids by name. */
export interface MadeSource {
  readonly id: string
  readonly name: string
  readonly databaseId: string
  readonly url: string
  /** URL-encoded, as the API and webhooks give them. */
  readonly properties: Readonly<Record<string, string>>
  /** Option ids by property and option. */
  readonly options: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const usualProperties: Readonly<Record<string, PropertySetup>> = {
  Name: { type: 'title' },
  Description: { type: 'rich_text' },
  Due: { type: 'date' },
  Status: { type: 'status' },
  Assignee: { type: 'people' },
}

/** Makes a data source, silently, with a database around it unless one is given. */
export function setUpSource(world: World, creator: User, setup: SourceSetup): MadeSource {
  const database = databaseFor(world, creator, setup)
  const source: DataSource = {
    ...newTrail(world, creator),
    id: randomUUID(),
    databaseId: database.id,
    name: setup.name,
    properties: propertiesFor(setup.properties ?? {}),
    shared: setup.shared ?? true,
  }
  world.dataSources.set(source.id, source)
  return {
    id: source.id,
    name: source.name,
    databaseId: database.id,
    url: `https://www.notion.so/${database.id.replaceAll('-', '')}`,
    properties: Object.fromEntries(source.properties.map(({ id, name }) => [name, encodePropertyId(id)])),
    options: Object.fromEntries(
      source.properties.map(({ name, options }) => [
        name,
        Object.fromEntries(options.map((option) => [option.name, option.id])),
      ]),
    ),
  }
}

function databaseFor(world: World, creator: User, { name, database: text }: SourceSetup): Database {
  if (text !== undefined) {
    const id = readId(text, 'database')
    return world.databases.get(id) ?? notFound('database', id)
  }
  const database: Database = { ...newTrail(world, creator), id: randomUUID(), name }
  world.databases.set(database.id, database)
  return database
}

function propertiesFor(wanted: Readonly<Record<string, PropertySetup | null>>): Property[] {
  const hasTitle = Object.values(wanted).some((setup) => setup?.type === 'title')
  const { Name, ...others } = usualProperties
  const usual = hasTitle || Name === undefined ? others : { Name, ...others }
  const properties: Property[] = []
  for (const [name, setup] of Object.entries({ ...usual, ...wanted })) {
    if (setup !== null) properties.push(createProperty(name, setup, properties))
  }
  const titles = properties.filter(({ type }) => type === 'title')
  if (titles.length !== 1) invalid('A data source has one title property.')
  return properties
}
