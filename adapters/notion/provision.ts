import type { Client, UpdateDataSourceParameters } from '@notionhq/client'
import type { Provisioned, Wanted } from '#model/adapter.ts'
import type { MappedField } from '#model/board.ts'
import type { LabelSpec } from '#model/decision.ts'
import { AppError } from '#model/error.ts'
import { parseShape } from '../http.ts'
import { nameKey } from '../name-key.ts'
import type { Columns } from './columns.ts'
import { formatOf } from './currency.ts'
import { readDataSource } from './layout.ts'
import { optionKey, parseOptionKey } from './option-key.ts'
import { textProperty } from './purpose.ts'
import { NotionDataSource, type NotionProperty } from './schema.ts'

type Changes = NonNullable<UpdateDataSourceParameters['properties']>

/** Where something is to be: a property that is there, or the free name of one that has to be made. */
interface Place {
  readonly name: string
  readonly existing: NotionProperty | null
}

/** Options of one property (request limits). */
const mostOptions = 100

/**
 * Make the labels wanted exist as options of one multi-select property, number properties for estimate and surcharge,
 * and where it is asked for a property for text, in one write at most. Labels and their property are adopted by name,
 * else made; a property of that name but another type is a person's, and is left alone beside ours (`Cadre 2`). A number
 * that is not mapped is a person's whatever it is called, for the proposal would have offered it: ours is made beside it.
 * When that write is done and we never hear of it, what it made stays behind, empty. A surcharge is in whole percent: 35.
 *
 * The write carries all options, because Notion removes those left out (update data source properties): an option that
 * a person adds between our look and our write is lost.
 * @throws AppError TOOL_REJECTED when the property has no room for so many options
 */
export async function provision(api: Client, dataSourceId: string, wanted: Wanted): Promise<Provisioned> {
  const before = await readDataSource(api, dataSourceId)
  const places = placesFor(before.properties, wanted)
  const { labels, estimate, surcharge, text } = places
  const missing = distinctByName(wanted.labels).filter(
    (spec) => findOption(labels.existing, spec, wanted) === null,
  )
  const after = await change(api, before, {
    ...optionChanges(labels, missing),
    ...numberChange(estimate, formatOf(wanted.currency)),
    ...numberChange(surcharge, 'number'),
    ...(text !== null && text.existing === null && { [text.name]: { rich_text: {} } }),
  })
  const column = columnAt(after.properties, labels)
  const mapped = wanted.known?.fields
  return {
    labels: Object.fromEntries(wanted.labels.map((spec) => [spec.key, keyOf(column, spec, wanted)])),
    fields: {
      estimate: mapped?.estimate ?? numberAt(after.properties, estimate),
      surcharge: mapped?.surcharge ?? numberAt(after.properties, surcharge),
    },
    ...namesOf(places, wanted),
  }
}

/** What `provision` would do, in one read. */
export async function previewProvision(
  api: Client,
  dataSourceId: string,
  wanted: Wanted,
): Promise<Pick<Provisioned, 'made' | 'adopted'>> {
  const { properties } = await readDataSource(api, dataSourceId)
  return namesOf(placesFor(properties, wanted), wanted)
}

/**
 * Take options away, in one write at most: Notion removes those that a write leaves out, and takes them off all pages.
 * The properties stay, for they may hold what people have put there. As with `provision`, an option that a person adds
 * between our look and our write is lost.
 */
export async function unprovision(
  api: Client,
  dataSourceId: string,
  labelIds: readonly string[],
): Promise<void> {
  const before = await readDataSource(api, dataSourceId)
  const unwanted = new Set(labelIds)
  const changes = Object.values(before.properties).flatMap(({ id: propertyId, multi_select }) => {
    const options = multi_select?.options ?? []
    const kept = options.filter(({ id }) => !unwanted.has(optionKey(propertyId, id)))
    if (kept.length === options.length) return []
    return [[propertyId, { multi_select: { options: kept.map(({ id }) => ({ id })) } }] as const]
  })
  await change(api, before, Object.fromEntries(changes))
}

interface Places {
  readonly labels: Place
  /** Null where the one that is mapped is gone, which a write to it will tell. */
  readonly estimate: Place | null
  readonly surcharge: Place | null
  /** Null where no requests are to be made. */
  readonly text: Place | null
}

function placesFor(columns: Columns, { names, textName, known }: Wanted): Places {
  const ours = new Set(Object.values(known?.labels ?? {}).map((key = '') => parseOptionKey(key).propertyId))
  return {
    labels:
      columnWhere(columns, ({ id, type }) => type === 'multi_select' && ours.has(id)) ??
      placeFor(columns, names.labels, 'multi_select'),
    estimate: placeForNumber(columns, names.estimate, known?.fields.estimate),
    surcharge: placeForNumber(columns, names.surcharge, known?.fields.surcharge),
    text: textName === undefined ? null : placeForText(columns, textName),
  }
}

/** What is missing, and so is made, and what is there. */
function namesOf(places: Places, wanted: Wanted): Pick<Provisioned, 'made' | 'adopted'> {
  const isThere = (spec: LabelSpec) => findOption(places.labels.existing, spec, wanted) !== null
  const { labels, estimate, surcharge, text } = places
  const all = [labels, estimate, surcharge, text].filter((place) => place !== null)
  return {
    made: [
      ...all.filter(({ existing }) => existing === null).map(({ name }) => name),
      ...wanted.labels.filter((spec) => !isThere(spec)).map(({ name }) => name),
    ],
    adopted: [
      ...all.filter(({ existing }) => existing !== null).map(({ name }) => name),
      ...wanted.labels.filter(isThere).map(({ name }) => name),
    ],
  }
}

/** The one that is mapped, though people may have renamed it, else a new one. */
function placeForNumber(columns: Columns, wantedName: string, mapped: MappedField | undefined): Place | null {
  if (mapped !== undefined) return columnWhere(columns, ({ id }) => id === mapped.id)
  return placeFor(columns, wantedName, null)
}

/** Whatever property can take a text is as good as one of that name. */
function placeForText(columns: Columns, wantedName: string): Place {
  const existing = textProperty(columns)?.property ?? null
  return existing === null ? placeFor(columns, wantedName, 'rich_text') : { name: existing.name, existing }
}

/**
 * The first of *Cadre*, *Cadre 2* … that is free, or of this type.
 * @param adopted null: only one that is free
 */
function placeFor(columns: Columns, wantedName: string, adopted: string | null): Place {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wantedName : `${wantedName} ${number}`
    const existing = findColumn(columns, name)
    if (existing === null || existing.type === adopted) return { name: existing?.name ?? name, existing }
  }
}

function columnWhere(columns: Columns, isWanted: (column: NotionProperty) => boolean): Place | null {
  const existing = Object.values(columns).find(isWanted)
  return existing === undefined ? null : { name: existing.name, existing }
}

function optionChanges({ name, existing }: Place, missing: readonly LabelSpec[]): Changes {
  if (existing !== null && missing.length === 0) return {}
  const kept = (existing?.multi_select?.options ?? []).map(({ id }) => ({ id }))
  const made = missing.map((spec) => ({ name: optionName(spec.name), color: spec.color }))
  if (kept.length + made.length > mostOptions)
    throw new AppError('TOOL_REJECTED', 'Notion allows 100 options in a property, and there is no room', {
      details: [
        {
          path: name,
          message: `${kept.length} options are there, ${made.length} are to be added`,
          remedy: 'remove options that nobody uses',
        },
      ],
    })
  return { [existing?.id ?? name]: { multi_select: { options: [...kept, ...made] } } }
}

function numberChange(place: Place | null, format: string): Changes {
  return place === null || place.existing !== null ? {} : { [place.name]: { number: { format } } }
}

async function change(api: Client, before: NotionDataSource, properties: Changes): Promise<NotionDataSource> {
  if (Object.keys(properties).length === 0) return before
  const answer = await api.dataSources.update({ data_source_id: before.id, properties })
  return parseShape(NotionDataSource, answer, 'notion: a changed data source')
}

/** @throws AppError TOOL_RESPONSE_INVALID when somebody removed it while we looked; a repeat makes it again */
function columnAt(columns: Columns, { name, existing }: Place): NotionProperty {
  const byId = Object.values(columns).find(({ id }) => id === existing?.id)
  return byId ?? findColumn(columns, name) ?? vanished(name)
}

/** @throws AppError TOOL_RESPONSE_INVALID, as above */
function numberAt(columns: Columns, place: Place | null): MappedField | undefined {
  return place === null ? undefined : { id: columnAt(columns, place).id, type: 'number' }
}

/** @throws AppError TOOL_RESPONSE_INVALID, as above */
function keyOf(column: NotionProperty, spec: LabelSpec, wanted: Wanted): string {
  return optionKey(column.id, findOption(column, spec, wanted) ?? vanished(spec.name))
}

function vanished(name: string): never {
  throw new AppError('TOOL_RESPONSE_INVALID', `notion: ${name} is not there, though it was just asked for`)
}

function findColumn(columns: Columns, name: string): NotionProperty | null {
  return Object.values(columns).find((column) => keyOfName(column.name) === keyOfName(name)) ?? null
}

/** The id of the option that we know, else of the one that is called so. */
function findOption(
  column: NotionProperty | null,
  { key, name }: LabelSpec,
  { known }: Wanted,
): string | null {
  if (column === null) return null
  const options = column.multi_select?.options ?? []
  const found =
    options.find(({ id }) => optionKey(column.id, id) === known?.labels[key]) ??
    options.find((option) => keyOfName(option.name) === keyOfName(name))
  return found?.id ?? null
}

function distinctByName(specs: readonly LabelSpec[]): readonly LabelSpec[] {
  return [...new Map(specs.map((spec) => [keyOfName(spec.name), spec])).values()]
}

/** Commas part the options of a multi-select, so that none may be in a name (property object). */
function optionName(name: string): string {
  return name.replace(/\s*,\s*/g, ' · ')
}

/** Names as Notion keeps them, compared as in every tool. */
function keyOfName(name: string): string {
  return nameKey(optionName(name))
}
