import type { Provisioned, Wanted } from '#model/adapter.ts'
import type { MappedField } from '#model/board.ts'
import type { LabelSpec } from '#model/decision.ts'
import { refusalOf } from '../http.ts'
import { nameKey } from '../name-key.ts'
import type { ClickUpApi } from './client.ts'
import { optionLabelId, parseOptionLabelId, tagId } from './label-id.ts'
import { optionName } from './normalize.ts'
import type { ClickUpField } from './schema.ts'

/** From ClickUp's own palette. */
const tagColors = {
  green: '#2ecd6f',
  yellow: '#f9d900',
  orange: '#ff7800',
  red: '#e50000',
  purple: '#9b59b6',
  blue: '#3082b7',
} as const satisfies Record<LabelSpec['color'], string>

interface Labels {
  readonly labels: Provisioned['labels']
  readonly made: readonly string[]
  readonly adopted: readonly string[]
}

/**
 * Make the labels wanted exist for a list: as options of its labels field with the wanted name, if all of them are
 * there, else as tags of its space, adopted by name or created. Fields for estimate and surcharge are adopted by name,
 * for neither fields nor options can be made through the API.
 */
export async function provision(api: ClickUpApi, listId: string, wanted: Wanted): Promise<Provisioned> {
  const fields = await api.listFields(listId)
  const { labels, made, adopted } = adoptOptions(fields, wanted) ?? (await provideTags(api, listId, wanted))
  const { estimate, surcharge, names } = findFields(fields, wanted)
  return {
    labels,
    fields: {
      ...(estimate && { estimate: numberField(estimate) }),
      ...(surcharge && { surcharge: numberField(surcharge) }),
    },
    made,
    adopted: [...adopted, ...names],
  }
}

/** What `provision` would do, in up to three reads. */
export async function previewProvision(
  api: ClickUpApi,
  listId: string,
  wanted: Wanted,
): Promise<Pick<Provisioned, 'made' | 'adopted'>> {
  const fields = await api.listFields(listId)
  const { names } = findFields(fields, wanted)
  const options = adoptOptions(fields, wanted)
  if (options !== null) return { made: [], adopted: [...options.adopted, ...names] }
  const tags = await readTags(api, (await api.list(listId)).space.id)
  const isThere = (spec: LabelSpec) => findTag(tags, spec, wanted) !== undefined
  return {
    made: wanted.labels.filter((spec) => !isThere(spec)).map(({ name }) => name),
    adopted: [...wanted.labels.filter(isThere).map(({ name }) => name), ...names],
  }
}

/** Fields for estimate and surcharge that are there by name and can hold such values. */
function findFields(fields: readonly ClickUpField[], { names, currency }: Wanted) {
  const estimate = fields.find((field) => isCalled(field, names.estimate) && holdsAmount(field, currency))
  const surcharge = fields.find(
    // A percentage, which as an amount of money would be wrong.
    (field) => isCalled(field, names.surcharge) && field.type === 'number',
  )
  const found = [estimate, surcharge].flatMap((field) => (field === undefined ? [] : [field.name]))
  return { estimate, surcharge, names: found }
}

/** Null when the list has no labels field of the wanted name, or one in which a label is missing. */
function adoptOptions(
  fields: readonly ClickUpField[],
  { labels: specs, names, known }: Wanted,
): Labels | null {
  const ours = new Set(Object.values(known?.labels ?? {}).map((id = '') => parseOptionLabelId(id)?.fieldId))
  const offered = fields.filter(({ type }) => type === 'labels')
  const field = offered.find(({ id }) => ours.has(id)) ?? offered.find((each) => isCalled(each, names.labels))
  if (field === undefined) return null
  const options = (field.type_config?.options ?? []).map((option) => ({
    id: optionLabelId({ fieldId: field.id, optionId: option.id }),
    name: optionName(option),
  }))
  const labels: Record<string, string> = {}
  for (const { key, name } of specs) {
    const option =
      options.find(({ id }) => id === known?.labels[key]) ??
      options.find((each) => nameKey(each.name) === nameKey(name))
    if (option === undefined) return null
    labels[key] = option.id
  }
  return { labels, made: [], adopted: specs.map((spec) => spec.name) }
}

async function provideTags(api: ClickUpApi, listId: string, wanted: Wanted): Promise<Labels> {
  const { labels: specs } = wanted
  const { space } = await api.list(listId)
  const tags = await readTags(api, space.id)
  const fresh = new Set<string>()
  for (const spec of specs) {
    if (findTag(tags, spec, wanted) !== undefined) continue
    const name = nameKey(spec.name)
    if (await makeTag(api, space.id, spec)) fresh.add(name)
    tags.set(name, tagId(spec.name))
  }
  const isFresh = ({ name }: LabelSpec) => fresh.has(nameKey(name))
  return {
    labels: Object.fromEntries(specs.map((spec) => [spec.key, findTag(tags, spec, wanted)])),
    made: specs.filter(isFresh).map(({ name }) => name),
    adopted: specs.filter((spec) => !isFresh(spec)).map(({ name }) => name),
  }
}

/** Key of a name → id of the tag. */
async function readTags(api: ClickUpApi, spaceId: string): Promise<Map<string, string>> {
  return new Map((await api.spaceTags(spaceId)).map(({ name }) => [nameKey(name), tagId(name)]))
}

/** The id of the tag that we know, else of the one of that name. */
function findTag(
  tags: ReadonlyMap<string, string>,
  { key, name }: LabelSpec,
  { known }: Wanted,
): string | undefined {
  return [...tags.values()].find((id) => id === known?.labels[key]) ?? tags.get(nameKey(name))
}

/** False when somebody else has made it since we looked: a name is all that a tag is. */
async function makeTag(api: ClickUpApi, spaceId: string, { name, color }: LabelSpec): Promise<boolean> {
  try {
    await api.createSpaceTag(spaceId, { name, tag_fg: '#ffffff', tag_bg: tagColors[color] })
    return true
  } catch (error) {
    if (!/already/i.test(refusalOf(error)?.text ?? '')) throw error
    return false
  }
}

/** A currency cannot be changed through the API, so a field with another one would lie. */
function holdsAmount({ type, type_config }: ClickUpField, currency: string): boolean {
  if (type === 'number') return true
  return type === 'currency' && (type_config?.currency_type ?? currency).toUpperCase() === currency
}

function numberField({ id }: ClickUpField): MappedField {
  return { id, type: 'number' }
}

function isCalled(field: ClickUpField, name: string): boolean {
  return nameKey(field.name) === nameKey(name)
}
