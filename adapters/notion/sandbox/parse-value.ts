import { z } from 'zod'
import { findOption, newOption, OptionRequest } from './option.ts'
import { readBody } from './read-body.ts'
import { invalid } from './refusal.ts'
import { RichTextRequest, richTextOf } from './rich-text.ts'
import { normalizeDate } from './time.ts'
import { emptyValue } from './value.ts'
import type { DateValue, FileValue, Option, Property, Value, World } from './world.ts'

/** What a request wants in one column, and the options that it makes by naming them. Nothing is written yet. */
export interface ParsedValue {
  readonly property: Property
  readonly value: Value
  readonly newOptions: readonly Option[]
}

const maxEntries = 100
const maxUrlLength = 2000
const maxAddressLength = 200

const DateRequest = z
  .strictObject({ start: z.string(), end: z.string().nullish(), time_zone: z.string().nullish() })
  .nullable()
const Address = z.object({ url: z.string().min(1).max(maxUrlLength) })
/** Uploads go by what an answer showed of them; new ones by `file_upload`, which the sandbox does not know. */
const FilesRequest = z
  .array(
    z.union([
      z.object({ name: z.string(), external: Address }),
      z.object({ name: z.string(), file: Address }),
    ]),
  )
  .max(maxEntries)
const PeopleRequest = z.array(z.object({ id: z.string() })).max(maxEntries)

/** Reads the value of one column, given as `{"number": 2}` with or without `type`; null is no such value. */
export function parseValue(world: World, property: Property, input: unknown, where: string): ParsedValue {
  const { type, name } = property
  const given: Record<string, unknown> = { ...Object(input) }
  if (!(type in given) || (given.type ?? type) !== type) invalid(`${name} is expected to be ${type}.`)
  const read = <S extends z.ZodType>(schema: S) => readBody(schema, given[type], `${where}.${type}`)
  const plain = (value: Value): ParsedValue => ({ property, value, newOptions: [] })
  switch (type) {
    case 'title':
    case 'rich_text':
      return plain({ type, items: richTextOf(world, read(RichTextRequest)) })
    case 'number':
      return plain({ type, number: read(z.number().nullable()) })
    case 'select':
      return parseSelect(property, read(OptionRequest.nullable()))
    case 'multi_select':
      return parseMultiSelect(property, read(z.array(OptionRequest).max(maxEntries)))
    case 'status':
      return plain(parseStatus(property, read(OptionRequest.nullable())))
    case 'date':
      return plain({ type, date: dateOf(read(DateRequest), `${where}.date`) })
    case 'people':
      return plain({ type, users: peopleOf(world, read(PeopleRequest)) })
    case 'files':
      return plain({ type, files: read(FilesRequest).map(fileOf) })
    case 'checkbox':
      return plain({ type, checkbox: read(z.boolean()) })
    case 'url':
      return plain({ type, text: read(z.string().min(1).max(maxUrlLength).nullable()) })
    case 'email':
    case 'phone_number':
      return plain({ type, text: read(z.string().min(1).max(maxAddressLength).nullable()) })
    default:
      return invalid(`${name} cannot be written: Notion fills it.`)
  }
}

/** An unknown name makes the option (reference, "Page properties", select). */
function parseSelect(property: Property, request: OptionRequest | null): ParsedValue {
  if (request === null) return { property, value: { type: 'select', option: null }, newOptions: [] }
  const known = findOption(property.options, request)
  const option = known ?? newOption(request, property.options.length)
  const newOptions = known === undefined ? [option] : []
  return { property, value: { type: 'select', option: option.id }, newOptions }
}

/** The list replaces what was there; unknown names make options, and a name given twice counts once. */
function parseMultiSelect(property: Property, requests: readonly OptionRequest[]): ParsedValue {
  const newOptions: Option[] = []
  const ids = requests.map((request) => {
    const all = [...property.options, ...newOptions]
    const known = findOption(all, request)
    if (known !== undefined) return known.id
    const option = newOption(request, all.length)
    newOptions.push(option)
    return option.id
  })
  return { property, value: { type: 'multi_select', options: [...new Set(ids)] }, newOptions }
}

/** A status takes only what its schema has, and null makes it what it is in a new row. */
function parseStatus(property: Property, request: OptionRequest | null): Value {
  const first = emptyValue(property)
  if (request === null && first !== null) return first
  const { id, name } = request ?? {}
  const option = property.options.find((known) => (id === undefined ? known.name === name : known.id === id))
  if (option === undefined) {
    invalid(`Invalid status option. Status option "${name ?? id ?? ''}" does not exist`)
  }
  return { type: 'status', option: option.id }
}

function dateOf(request: z.infer<typeof DateRequest>, where: string): DateValue | null {
  if (request === null) return null
  const zone = request.time_zone ?? null
  const read = (text: string, key: string) =>
    normalizeDate(text, zone !== null) ??
    invalid(
      `body failed validation: ${where}.${key} should be a valid ISO 8601 date string, instead was \`"${text}"\`.`,
    )
  const end = request.end ?? null
  return {
    start: read(request.start, 'start'),
    end: end === null ? null : read(end, 'end'),
    time_zone: zone,
  }
}

function fileOf(request: z.infer<typeof FilesRequest>[number]): FileValue {
  const { name } = request
  return 'external' in request
    ? { name, type: 'external', url: request.external.url }
    : { name, type: 'file', url: request.file.url }
}

function peopleOf(world: World, request: z.infer<typeof PeopleRequest>): string[] {
  const ids = request.map(({ id }) =>
    world.users.has(id) ? id : invalid(`${id} is no user of this workspace.`),
  )
  return [...new Set(ids)]
}
