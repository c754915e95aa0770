import { updateActionText } from 'trello.js/actions'
import { addCardLabel, createCardComment, removeCardLabel, updateCard } from 'trello.js/cards'
import type { Client } from 'trello.js/core'
import { z } from 'zod'
import type { Applied } from '#model/adapter.ts'
import type { MappedField, Mapping } from '#model/board.ts'
import { AppError } from '#model/error.ts'
import type { CommentOperation, FieldOperation, Operation } from '#model/operation.ts'
import type { Comment, Observed, ShownValue } from '#model/task.ts'
import { writeOneComment } from '../comment.ts'
import { cut } from '../cut.ts'
import { parseShape, refusalOf } from '../http.ts'
import { inLabelOrder, mappedField, mappedLabel, mappedStatus } from '../mapping.ts'
import { writeRelays } from '../relay.ts'
import { readComments } from './comments.ts'
import { isWithheld } from './gone.ts'
import { needOpenList, staleMapping } from './stale.ts'
import { cardWords, longestText, quotedWords } from './words.ts'

export interface ApplyDeps {
  readonly api: Client
  /** The member that our token belongs to; asked only when a comment may be ours. */
  readonly myId: () => Promise<string>
}

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>

/**
 * Carry out a plan in at most three writes and one more for each comment that is passed on, with a look at the list before
 * a move: custom fields, then words, labels and list, then comments. Doing it twice equals doing it once.
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
  const content = operations.findLast((operation) => operation.kind === 'content')
  const comment = operations.findLast((operation) => operation.kind === 'comment')
  await staleMapping(async () => {
    await writeFields(deps.api, cardId, fields, mapping)
    await writeCard(deps.api, observed, { content, labels, status }, mapping)
  })
  const commentId = comment === undefined ? null : await writeComment(observed, comment, deps)
  return { commentId, relayed: await writeCopies(observed, operations, deps) }
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
 * the list and the words: what people did to the labels since `observed` is lost then, and the next look tells.
 */
async function writeCard(
  api: Client,
  observed: Observed,
  { content, labels, status }: CardChange,
  mapping: Mapping,
): Promise<void> {
  const id = observed.ref.taskId
  const changes = labels.map(({ change, label }) => ({ change, id: mappedLabel(mapping, label) }))
  const idList = status && mappedStatus(mapping, status.status)
  const [only, ...others] = changes
  if (only !== undefined && others.length === 0 && idList === undefined && content === undefined)
    return only.change === 'add' ? await addLabel(api, id, only.id) : await removeLabel(api, id, only.id)
  if (only === undefined && idList === undefined && content === undefined) return
  if (idList !== undefined) await needOpenList(api, idList, observed.containerId)
  const idLabels =
    only === undefined ? undefined : inLabelOrder(labelsAfter(observed, changes), mapping).join(',')
  await updateCard(api, {
    id,
    ...(content && cardWords(content)),
    ...(idList && { idList }),
    // The mark would say that it is done, wherever it goes.
    ...(observed.done && status && { dueComplete: status.status === 'done' }),
    ...(idLabels !== undefined && { idLabels }),
  })
}

/** What of a card is written in one call. */
interface CardChange {
  readonly content: Of<'content'> | undefined
  readonly labels: readonly Of<'label'>[]
  readonly status: Of<'status'> | undefined
}

function labelsAfter(
  observed: Observed,
  changes: readonly { readonly change: 'add' | 'remove'; readonly id: string }[],
): ReadonlySet<string> {
  const labels = new Set(observed.labels.map((label) => label.id))
  for (const { change, id } of changes) {
    if (change === 'add') labels.add(id)
    else labels.delete(id)
  }
  return labels
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

async function writeComment(
  observed: Observed,
  operation: CommentOperation,
  deps: ApplyDeps,
): Promise<string | null> {
  const text = fitComment(operation)
  return await writeOneComment(operation, {
    find: () => findComment(observed, operation.reference, deps),
    edit: (id) => editComment(observed, id, text, deps),
    create: () => addComment(deps.api, observed.ref.taskId, text),
  })
}

/** The comment that an earlier try made unseen. A person may quote our reference, so the author counts too. */
async function findComment(observed: Observed, reference: string, deps: ApplyDeps): Promise<string | null> {
  const comments = await commentsOn(observed, deps.api)
  const candidates = comments.filter((comment) => comment.text.includes(reference))
  if (candidates.length === 0) return null
  const me = await deps.myId()
  return candidates.find((comment) => comment.authorId === me)?.id ?? null
}

/** Cut at the end but for the reference, by which the comment is found again. */
function fitComment({ text, reference }: CommentOperation): string {
  return cut(text, longestText, `…\n\n${reference}`)
}

function writeCopies(observed: Observed, operations: readonly Operation[], deps: ApplyDeps) {
  const id = observed.ref.taskId
  const inOurName = operations.map((operation) =>
    operation.kind === 'relay' ? { ...operation, text: quotedWords(operation.text) } : operation,
  )
  return writeRelays(inOurName, {
    all: () => commentsOn(observed, deps.api),
    myId: deps.myId,
    edit: (copy, text) => editComment(observed, copy, text, deps),
    create: async (text) => await addComment(deps.api, id, text),
  })
}

/**
 * Only its author may edit a comment: one from when the connection had another account stays as it is.
 * @throws AppError TOOL_NOT_FOUND when it is gone, or not ours
 */
async function editComment(observed: Observed, id: string, value: string, deps: ApplyDeps): Promise<void> {
  try {
    await updateActionText(deps.api, { id, value })
  } catch (cause) {
    // A token that may only read is refused in the same words.
    if (!isWithheld(cause) || (await isOurs(observed, id, deps))) throw cause
    throw new AppError('TOOL_NOT_FOUND', `trello: the comment ${id} is somebody else's`, { cause })
  }
}

async function isOurs(observed: Observed, commentId: string, deps: ApplyDeps): Promise<boolean> {
  const me = await deps.myId()
  const comments = await commentsOn(observed, deps.api)
  return comments.some(({ id, authorId }) => id === commentId && authorId === me)
}

async function commentsOn({ comments, ref }: Observed, api: Client): Promise<readonly Comment[]> {
  return comments ?? (await readComments(api, ref.taskId))
}

async function addComment(api: Client, id: string, text: string): Promise<string> {
  const made = await createCardComment(api, { id, text })
  return parseShape(z.object({ id: z.string() }), made, 'trello: a new comment').id
}
