import { randomUUID } from 'node:crypto'
import { newOption, type OptionRequest } from './option.ts'
import { newPropertyId, titleId } from './property-id.ts'
import type { Group, Option, Property, PropertyType } from './world.ts'

/** A column as it is to be made. An option may be given by its name alone. */
export interface PropertySetup {
  readonly type: PropertyType
  /** Of select and multi_select. */
  readonly options?: readonly (string | OptionRequest)[]
  /** Of status: the names below each of the three groups. */
  readonly groups?: {
    readonly todo?: readonly string[]
    readonly inProgress?: readonly string[]
    readonly complete?: readonly string[]
  }
  /** Of number, e.g. `euro`. */
  readonly format?: string
}

/** What Notion puts into a status property that nobody configured. */
const usualGroups = { todo: ['Not started'], inProgress: ['In progress'], complete: ['Done'] }

const groupLooks = [
  { key: 'todo', name: 'To-do', color: 'gray' },
  { key: 'inProgress', name: 'In progress', color: 'blue' },
  { key: 'complete', name: 'Complete', color: 'green' },
] as const

/** Makes a column, to stand beside these others. */
export function createProperty(name: string, setup: PropertySetup, others: readonly Property[]): Property {
  const { type, options = [], groups = usualGroups, format = 'number' } = setup
  const property: Property = {
    id: type === 'title' ? titleId : newPropertyId(others),
    name,
    type,
    options: [],
    groups: [],
    format,
  }
  if (type === 'status') return { ...property, ...statusOf(groups) }
  return {
    ...property,
    options: options.map((option, index) =>
      newOption(typeof option === 'string' ? { name: option } : option, index),
    ),
  }
}

function statusOf(setup: NonNullable<PropertySetup['groups']>): { options: Option[]; groups: Group[] } {
  const options: Option[] = []
  const groups = groupLooks.map(({ key, name, color }): Group => {
    const members = (setup[key] ?? []).map((option) => newOption({ name: option, color }, 0))
    options.push(...members)
    return { id: randomUUID(), name, color, optionIds: members.map(({ id }) => id) }
  })
  return { options, groups }
}
