import type { Client, UpdatePageParameters } from '@notionhq/client'
import type { Applied } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { FieldOperation, Operation } from '#model/operation.ts'
import type { Observed, ShownValue } from '#model/task.ts'
import { refusalOf } from '../http.ts'
import { mappedField, mappedLabel, mappedStatus } from '../mapping.ts'
import { type CommentDeps, writeComment } from './comment.ts'
import { readDataSource } from './layout.ts'
import { type OptionAt, parseOptionKey } from './option-key.ts'
import { richText } from './rich-text.ts'

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/** Property id → what to write there. Ids, so that a rename breaks nothing. */
type Properties = NonNullable<UpdatePageParameters['properties']>

/**
 * Carry out a plan in at most two calls: one for labels, status and fields together, then the comment. One read more
 * where the page does not tell whether its status is a select. Doing it twice equals doing it once.
 * @throws AppError TOOL_MAPPING_STALE when a mapped property or option no longer exists
 */
export async function apply(
  observed: Observed,
  operations: readonly Operation[],
  mapping: Mapping,
  deps: CommentDeps,
): Promise<Applied> {
  const fields = operations.filter((operation) => operation.kind === 'field')
  const labels = operations.filter((operation) => operation.kind === 'label')
  const status = operations.findLast((operation) => operation.kind === 'status')
  const comment = operations.findLast((operation) => operation.kind === 'comment')
  const properties: Properties = {
    ...fieldValues(fields, mapping),
    ...labelValues(observed, labels, mapping),
    ...(status && (await statusValue(deps.api, observed, status, mapping))),
  }
  const pageId = observed.ref.taskId
  if (Object.keys(properties).length > 0) await update(deps.api, pageId, properties)
  return { commentId: comment === undefined ? null : await writeComment(pageId, comment, deps) }
}

function fieldValues(operations: readonly FieldOperation[], mapping: Mapping): Properties {
  const values = operations.map(({ field, value }) => {
    const mapped = mappedField(mapping, field)
    return [mapped.id, fieldValue(mapped, value)] as const
  })
  return Object.fromEntries(values)
}

function fieldValue({ type }: MappedField, value: ShownValue): Properties[string] {
  if (type === 'number') return { number: value === null ? null : Number(value) }
  if (type === 'choice') return { select: value === null ? null : { id: value } }
  return { rich_text: richText(value ?? '') }
}

/**
 * A multi-select is written whole: what the page shows, ours added or taken away. What people did to it since
 * `observed` is lost then, and the next look tells.
 */
function labelValues(observed: Observed, operations: readonly Of<'label'>[], mapping: Mapping): Properties {
  const shown = new Map<string, Set<string>>()
  for (const { change, label } of operations) {
    const { propertyId, optionId } = parseOptionKey(mappedLabel(mapping, label))
    const options = shown.get(propertyId) ?? shownOptions(observed, propertyId)
    if (change === 'add') options.add(optionId)
    else options.delete(optionId)
    shown.set(propertyId, options)
  }
  const values = [...shown].map(([propertyId, options]) => [
    propertyId,
    { multi_select: [...options].map((id) => ({ id })) },
  ])
  return Object.fromEntries(values)
}

function shownOptions(observed: Observed, propertyId: string): Set<string> {
  const shown = observed.labels.map((label) => parseOptionKey(label.id))
  return new Set(shown.filter((option) => option.propertyId === propertyId).map(({ optionId }) => optionId))
}

async function statusValue(
  api: Client,
  observed: Observed,
  { status }: Of<'status'>,
  mapping: Mapping,
): Promise<Properties> {
  const option = parseOptionKey(mappedStatus(mapping, status))
  const { propertyId, optionId: id } = option
  return (await isSelect(api, observed, option))
    ? { [propertyId]: { select: { id } } }
    : { [propertyId]: { status: { id } } }
}

/** What a select shows is a label of the page too, what a status shows is not; where it shows nothing, the schema tells. */
async function isSelect(api: Client, observed: Observed, { propertyId }: OptionAt): Promise<boolean> {
  const { statusId, labels, containerId } = observed
  if (statusId !== null && parseOptionKey(statusId).propertyId === propertyId)
    return labels.some(({ id }) => id === statusId)
  const { properties } = await readDataSource(api, containerId)
  const property = Object.values(properties).find(({ id }) => id === propertyId)
  if (property === undefined) throw stale()
  return property.type === 'select'
}

/** Notion says what does not exist or has another type by now, always with 400. */
const staleWords =
  /invalid \w+ option|option\b.*(does not|doesn't) exist|is not a property that exists|could not find property|is expected to be/i

async function update(api: Client, page_id: string, properties: Properties): Promise<void> {
  try {
    await api.pages.update({ page_id, properties })
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.status === 400 && staleWords.test(refusal.text)) throw stale(error)
    throw error
  }
}

function stale(cause?: unknown): AppError {
  return new AppError('TOOL_MAPPING_STALE', 'Notion does not know a mapped property or option any more', {
    cause,
  })
}
