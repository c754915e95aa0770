import type { SchemaChange } from './event.ts'
import { schemaChange, schemaEvent } from './event-body.ts'
import { findOption, newOption, type OptionRequest, requireOptionName } from './option.ts'
import { findProperty } from './property-id.ts'
import { createProperty } from './property-setup.ts'
import { invalid } from './refusal.ts'
import type { PropertyRequest } from './schema-request.ts'
import { type DataSource, type Option, type Property, touch, type User, type World } from './world.ts'

/** Columns by name or id: null takes one away, an unknown name makes one. */
export type SchemaRequest = ReadonlyMap<string, PropertyRequest | null>

interface Step {
  readonly before: Property | undefined
  readonly after: Property | null
}

/** Changes columns. Everything is checked first, so that a refusal leaves nothing half done. */
export function changeSchema(world: World, user: User, source: DataSource, request: SchemaRequest): void {
  const steps = [...request].map(([key, entry]) => planStep(source, key, entry))
  const properties = steps.reduce(replaceProperty, source.properties)
  const names = properties.map(({ name }) => name)
  if (new Set(names).size < names.length) invalid('Two properties cannot have the same name.')
  const changes = steps.flatMap(changeOf)
  if (changes.length === 0) return
  source.properties = properties
  for (const step of steps) clearValues(world, source, step)
  touch(world, user, source)
  world.publish(schemaEvent(world, user, source, changes), source.id)
}

/** Renames an option, as people can and the API cannot. Rows that hold it keep it. */
export function renameOption(
  world: World,
  user: User,
  source: DataSource,
  property: Property,
  option: Option,
  name: string,
): void {
  requireOptionName(name)
  option.name = name
  touch(world, user, source)
  world.publish(schemaEvent(world, user, source, [schemaChange(property, 'updated')]), source.id)
}

function planStep(source: DataSource, key: string, entry: PropertyRequest | null): Step {
  const before = findProperty(source.properties, key)
  if (entry === null) {
    if (before === undefined) invalid(`${key} is not a property that exists.`)
    if (before.type === 'title') invalid('Cannot delete the title property.')
    return { before, after: null }
  }
  if (before !== undefined) return { before, after: changedProperty(before, entry) }
  const { type, name = key, options, format } = entry
  if (type === undefined) invalid(`${key} is not a property that exists.`)
  if (type === 'title') invalid('A data source has one title property.')
  const after = createProperty(name, { type, ...(format === undefined ? {} : { format }) }, source.properties)
  return { before, after: options === undefined ? after : withOptions(after, options) }
}

function changedProperty(
  before: Property,
  { name = before.name, type, options, format }: PropertyRequest,
): Property {
  const renamed = { ...before, name, format: format ?? before.format }
  if (type !== undefined && type !== before.type) {
    if (type === 'title' || before.type === 'title')
      invalid('The type of the title property cannot be changed.')
    const retyped = { ...createProperty(name, { type }, []), id: before.id }
    return options === undefined ? retyped : withOptions(retyped, options)
  }
  return options === undefined ? renamed : withOptions(renamed, options)
}

/**
 * The list replaces what was there: options left out are gone. A status keeps them and puts new ones into its first
 * group (specification, `statusPropertyConfigUpdateRequest`).
 */
function withOptions(property: Property, requests: readonly OptionRequest[]): Property {
  const listed = requests.map((request, index) => {
    const known = findOption(property.options, request)
    return known === undefined ? newOption(request, index) : sameOption(known, request)
  })
  const names = listed.map(({ name }) => name)
  if (new Set(names).size < names.length) invalid('Two options cannot have the same name.')
  if (property.type !== 'status') return { ...property, options: listed }
  const added = listed.filter((option) => !property.options.includes(option))
  const [first, ...others] = property.groups
  const grown =
    first === undefined ? [] : [{ ...first, optionIds: [...first.optionIds, ...added.map(({ id }) => id)] }]
  return { ...property, options: [...property.options, ...added], groups: [...grown, ...others] }
}

/** Name and color of an option stay as they were made (reference, "Update data source properties"). */
function sameOption(option: Option, { name, color }: OptionRequest): Option {
  if (name !== undefined && name !== option.name)
    invalid(`Cannot update name of select with name: ${option.name}.`)
  if (color !== undefined && color !== option.color) {
    invalid(`Cannot update color of select with name: ${option.name}.`)
  }
  return option
}

function replaceProperty(properties: Property[], { before, after }: Step): Property[] {
  if (before === undefined) return after === null ? properties : [...properties, after]
  return properties.flatMap((property) => (property.id === before.id ? (after ?? []) : property))
}

function changeOf({ before, after }: Step): SchemaChange[] {
  if (before === undefined) return after === null ? [] : [schemaChange(after, 'created')]
  if (after === null) return [schemaChange(before, 'deleted')]
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [schemaChange(after, 'updated')]
}

/** Rows lose what their column no longer has. */
function clearValues(world: World, source: DataSource, { before, after }: Step): void {
  if (before === undefined) return
  const ids = new Set(after?.options.map(({ id }) => id))
  for (const page of world.pages.values()) {
    const value = page.values.get(before.id)
    if (page.dataSourceId !== source.id || value === undefined) continue
    if (value.type !== after?.type) page.values.delete(before.id)
    else if (value.type === 'select' && !ids.has(value.option ?? '')) page.values.delete(before.id)
    else if (value.type === 'multi_select') {
      page.values.set(before.id, { ...value, options: value.options.filter((id) => ids.has(id)) })
    }
  }
}
