import type { Provisioned, Wanted } from '#model/adapter.ts'
import type { LabelSpec } from '#model/decision.ts'
import { AppError, type ErrorDetail } from '#model/error.ts'
import { refusalOf } from '../http.ts'
import { nameKey } from '../name-key.ts'
import type { ClickUpApi } from './client.ts'
import { optionLabelId, parseOptionLabelId, tagId } from './label-id.ts'
import { isPartial, optionName } from './normalize.ts'
import type { ClickUpField } from './schema.ts'
import { isNotShared, tagsOf } from './workspace.ts'

/** From ClickUp's own palette. */
const tagColors = {
  green: '#2ecd6f',
  yellow: '#f9d900',
  orange: '#ff7800',
  red: '#e50000',
  purple: '#9b59b6',
  blue: '#3082b7',
} as const satisfies Record<LabelSpec['color'], string>

/** An option or a tag. */
interface Label {
  readonly id: string
  readonly name: string
}

/**
 * Make the labels wanted exist for a list. What tasks show already stays what it is. Else they are options of its labels
 * field with the wanted name, if all of them are there, or tags of its space, adopted by name or created. Neither fields nor
 * options can be made through the API, so estimate and surcharge stand where a person has mapped them.
 * @throws AppError TOOL_REJECTED where tags are to be made in a space that is not shared with us
 */
export async function provision(api: ClickUpApi, listId: string, wanted: Wanted): Promise<Provisioned> {
  const fields = await api.listFields(listId)
  const { labels, spaceId } = await readLabels(api, listId, fields, wanted)
  const made: string[] = []
  for (const spec of missingAmong(labels, wanted)) if (await makeTag(api, spaceId, spec)) made.push(spec.name)
  return {
    labels: Object.fromEntries(
      wanted.labels.map((spec) => [spec.key, find(spec, labels, wanted)?.id ?? tagId(spec.name)]),
    ),
    fields: {},
    made,
    adopted: namesBeside(made, wanted),
  }
}

/** What `provision` would do, in up to three reads. */
export async function previewProvision(
  api: ClickUpApi,
  listId: string,
  wanted: Wanted,
): Promise<Pick<Provisioned, 'made' | 'adopted'>> {
  const fields = await api.listFields(listId)
  const { labels } = await readLabels(api, listId, fields, wanted)
  const made = missingAmong(labels, wanted).map(({ name }) => name)
  return { made, adopted: namesBeside(made, wanted) }
}

const namesBeside = (made: readonly string[], { labels }: Wanted) =>
  labels.map(({ name }) => name).filter((name) => !made.includes(name))

/**
 * The options and tags that labels may be, those before these. A label that went from an option to a tag, or back, would
 * seem to have been taken off by a person from every task that shows it: so options are none of ours where tasks show
 * tags, and those of a field in which tasks show labels are, though it lack some.
 * @returns with the space of the tags, or '' where options are all there is
 */
async function readLabels(
  api: ClickUpApi,
  listId: string,
  fields: readonly ClickUpField[],
  wanted: Wanted,
): Promise<{ readonly labels: readonly Label[]; readonly spaceId: string }> {
  const known = Object.values(wanted.known?.labels ?? {})
  const isKnown = ({ id }: Label) => known.includes(id)
  const places = fields.filter(({ type }) => type === 'labels')
  const shown = places.map(optionsOf).find((options) => options.some(isKnown))
  const offered = places
    .filter((field) => isCalled(field, wanted.names.labels) && !isPartial(field))
    .map(optionsOf)
  const options = shown ?? offered.find((each) => missingAmong(each, wanted).length === 0) ?? []
  const hasTags = known.some((id = '') => parseOptionLabelId(id) === null)
  if (missingAmong(options, wanted).length === 0 && !hasTags) return { labels: options, spaceId: '' }

  const list = await api.list(listId)
  const tags = ((await tagsOf(api, list)) ?? []).map(({ name }) => ({ id: tagId(name), name }))
  const isAside = shown === undefined && tags.some(isKnown)
  return { labels: isAside ? tags : [...options, ...tags], spaceId: list.space.id }
}

const missingAmong = (labels: readonly Label[], wanted: Wanted) =>
  wanted.labels.filter((spec) => find(spec, labels, wanted) === undefined)

function optionsOf({ id: fieldId, type_config }: ClickUpField): readonly Label[] {
  const options = type_config?.options ?? []
  return options.map((each) => ({
    id: optionLabelId({ fieldId, optionId: each.id }),
    name: optionName(each),
  }))
}

/** The one that we know, else the one of that name. */
function find({ key, name }: LabelSpec, labels: readonly Label[], { known }: Wanted): Label | undefined {
  return (
    labels.find(({ id }) => id === known?.labels[key]) ??
    labels.find((label) => nameKey(label.name) === nameKey(name))
  )
}

/**
 * False when somebody else has made it since we looked: a name is all that a tag is.
 * @throws AppError TOOL_REJECTED where the space is not shared with us
 */
async function makeTag(api: ClickUpApi, spaceId: string, { name, color }: LabelSpec): Promise<boolean> {
  try {
    await api.createSpaceTag(spaceId, { name, tag_fg: '#ffffff', tag_bg: tagColors[color] })
    return true
  } catch (error) {
    if (/already/i.test(refusalOf(error)?.text ?? '')) return false
    throw isNotShared(error) ? noTags(error) : error
  }
}

function noTags(cause: unknown): AppError {
  const message = 'clickup: this account may make no tags in the space of the list'
  return new AppError('TOOL_REJECTED', message, { cause, details: [tagAdvice] })
}

const tagAdvice: ErrorDetail = {
  path: 'mapping.labels',
  message: 'verdicts are tags of the space, and this account may make none there',
  remedy:
    'share the space with it, as a member; or make a field Cadre on the list, with all labels as options',
  fr: {
    message: 'les verdicts sont des tags de l’espace, et ce compte ne peut pas y en créer',
    remedy:
      'partage l’espace avec lui, comme membre ; ou crée sur la liste un champ Cadre qui a toutes les options',
  },
}

function isCalled(field: ClickUpField, name: string): boolean {
  return nameKey(field.name) === nameKey(name)
}
