import { updateActionText } from 'trello.js/actions'
import { addCardLabel, createCardComment, getCardActions, removeCardLabel, updateCard } from 'trello.js/cards'
import type { Client } from 'trello.js/core'
import { z } from 'zod'
import type { Applied } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { CommentOperation, FieldOperation, Operation } from '#model/operation.ts'
import type { Comment, Observed, ShownValue } from '#model/task.ts'
import { writeOneComment } from '../comment.ts'
import { parseShape, refusalOf } from '../http.ts'
import { mappedField, mappedLabel, mappedStatus } from '../mapping.ts'
import { mostActions, normalizeComments } from './normalize.ts'
import { TrelloAction } from './schema.ts'

export interface ApplyDeps {
  readonly api: Client
  /** The member that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/** Characters in a comment (object limits: 16,384). */
const longestComment = 16_384

/**
 * Carry out a plan in at most three calls: custom fields, then labels and list, then the comment.
 * Doing it twice equals doing it once.
 * @throws AppError TOOL_MAPPING_STALE when a mapped label, list or field no longer exists
 */
export async function apply(
  observed: Observed,
  operations: readonly Operation[],
  mapping: Mapping,
  deps: ApplyDeps,
): Promise<Applied> {
  const cardId = observed.ref.taskId
  const fields = operations.filter((operation) => operation.kind === 'field')
  const labels = operations.filter((operation) => operation.kind === 'label')
  const status = operations.findLast((operation) => operation.kind === 'status')
  const comment = operations.findLast((operation) => operation.kind === 'comment')
  await staleMapping(async () => {
    await writeFields(deps.api, cardId, fields, mapping)
    await writeLabelsAndList(deps.api, observed, labels, status, mapping)
  })
  return { commentId: comment === undefined ? null : await writeComment(observed, comment, deps) }
}

async function writeFields(
  api: Client,
  cardId: string,
  operations: readonly FieldOperation[],
  mapping: Mapping,
): Promise<void> {
  const items = operations.map(({ field, value }) => {
    const mapped = mappedField(mapping, field)
    return { idCustomField: mapped.id, ...fieldValue(mapped, value) }
  })
  const [first, ...others] = items
  if (first === undefined) return
  // Not through trello.js' own functions: their types know no way to clear a field.
  if (others.length > 0)
    return await api.sendRequest({
      method: 'PUT',
      url: `/cards/${cardId}/customFields`,
      body: { customFieldItems: items },
    })
  const { idCustomField, ...body } = first
  await api.sendRequest({ method: 'PUT', url: `/cards/${cardId}/customField/${idCustomField}/item`, body })
}

/** Clearing takes both empty strings (custom fields guide). */
function fieldValue({ type }: MappedField, value: ShownValue): Readonly<Record<string, unknown>> {
  if (value === null) return { value: '', idValue: '' }
  return type === 'choice' ? { idValue: value } : { value: { [type]: value } }
}

/**
 * One label alone is added or removed without a race. Otherwise the whole set is written in one call, together with
 * the list: what people did to the labels since `observed` is lost then, and the next look tells.
 */
async function writeLabelsAndList(
  api: Client,
  observed: Observed,
  operations: readonly Of<'label'>[],
  operation: Of<'status'> | undefined,
  mapping: Mapping,
): Promise<void> {
  const id = observed.ref.taskId
  const changes = operations.map(({ change, label }) => ({
    change,
    id: mappedLabel(mapping, label),
  }))
  const idList = operation && mappedStatus(mapping, operation.status)
  const [only, ...others] = changes
  if (only !== undefined && others.length === 0 && idList === undefined)
    return only.change === 'add' ? await addLabel(api, id, only.id) : await removeLabel(api, id, only.id)
  if (only === undefined && idList === undefined) return
  const idLabels = only === undefined ? undefined : labelsAfter(observed, changes).join(',')
  await updateCard(api, { id, ...(idList && { idList }), ...(idLabels !== undefined && { idLabels }) })
}

function labelsAfter(
  observed: Observed,
  changes: readonly { readonly change: 'add' | 'remove'; readonly id: string }[],
): readonly string[] {
  const labels = new Set(observed.labels.map((label) => label.id))
  for (const { change, id } of changes) {
    if (change === 'add') labels.add(id)
    else labels.delete(id)
  }
  return [...labels]
}

async function addLabel(api: Client, id: string, value: string): Promise<void> {
  try {
    await addCardLabel(api, { id, value })
  } catch (error) {
    if (!/already on the card/i.test(refusalOf(error)?.text ?? '')) throw error
  }
}

async function removeLabel(api: Client, id: string, idLabel: string): Promise<void> {
  try {
    await removeCardLabel(api, { id, idLabel })
  } catch (error) {
    // Not on the card, or not on the board any more: either way it is off the card.
    const refusal = refusalOf(error)
    const isOff = refusal?.status === 404 || (refusal?.status === 400 && /label/i.test(refusal.text))
    if (!isOff) throw error
  }
}

/** Trello tells in plain text what does not exist, with 400 or 404: `invalid value for idList`, `label not found`. */
async function staleMapping(write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    const refusal = refusalOf(error)
    const isStale =
      (refusal?.status === 400 &&
        /invalid value for (idLabels?|idList|value|idCustomField)\b/i.test(refusal.text)) ||
      (refusal?.status === 404 && /label|list|custom ?field/i.test(refusal.text))
    if (!isStale) throw error
    throw new AppError(
      'TOOL_MAPPING_STALE',
      'Trello does not know a mapped label, list or custom field any more',
      {
        cause: error,
      },
    )
  }
}

async function writeComment(
  observed: Observed,
  operation: CommentOperation,
  deps: ApplyDeps,
): Promise<string | null> {
  const text = fitComment(operation)
  return await writeOneComment(operation, {
    find: () => findComment(observed, operation.reference, deps),
    edit: (id) => updateActionText(deps.api, { id, value: text }),
    async create() {
      const made = await createCardComment(deps.api, { id: observed.ref.taskId, text })
      return parseShape(z.object({ id: z.string() }), made, 'trello: a new comment').id
    },
  })
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(observed: Observed, reference: string, deps: ApplyDeps): Promise<string | null> {
  const comments = observed.comments ?? (await readComments(deps.api, observed.ref.taskId))
  const candidates = comments.filter((comment) => comment.text.includes(reference))
  if (candidates.length === 0) return null
  const me = await deps.myId()
  return candidates.find((comment) => comment.authorId === me)?.id ?? null
}

async function readComments(api: Client, id: string): Promise<readonly Comment[]> {
  const actions = await getCardActions(api, {
    id,
    filter: 'commentCard',
    limit: mostActions,
    memberCreator: false,
  })
  return normalizeComments(parseShape(z.array(TrelloAction), actions, 'trello: the comments of a card'))
}

/** Cut at the end but for the reference, by which the comment is found again. */
function fitComment({ text, reference }: CommentOperation): string {
  if (text.length <= longestComment) return text
  const ending = `…\n\n${reference}`
  const kept = text.slice(0, longestComment - ending.length)
  // Half a surrogate pair at the cut would be no character at all.
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}${ending}`
}
