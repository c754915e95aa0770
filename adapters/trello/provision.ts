import { createBoardLabel, getBoardLabels } from 'trello.js/boards'
import type { Client } from 'trello.js/core'
import { deleteLabel } from 'trello.js/labels'
import { getTokenWebhooks } from 'trello.js/tokens'
import { createWebhook, deleteWebhook, updateWebhook } from 'trello.js/webhooks'
import { z } from 'zod'
import type { Provisioned, Subscription, Wanted, WebhookHealth } from '#model/adapter.ts'
import type { LabelSpec } from '#model/decision.ts'
import { unlessGone } from '../gone.ts'
import { parseShape, refusalOf } from '../http.ts'
import { nameKey } from '../name-key.ts'
import { TrelloLabel, TrelloWebhook } from './schema.ts'

/** Labels per answer, which is also more than a board may have (object limits: 1,000). */
export const mostLabels = 1000

/**
 * Make the labels wanted exist on a board: known already, adopted by name, else created. When two do it at once, both adopt the
 * label that was there first; the other one stays, unused. No fields are made: Custom Fields are a paid Power-Up, and
 * without them a surcharge is a label and an estimate is in the comment.
 */
export async function provision(
  api: Client,
  boardId: string,
  { labels: wanted, known }: Wanted,
): Promise<Provisioned> {
  const before = await readLabels(api, boardId)
  const missing = wanted.filter((spec) => findLabel(before, spec, known) === undefined)
  const made: TrelloLabel[] = []
  for (const { name, color } of distinctByName(missing)) {
    const label = await createBoardLabel(api, { id: boardId, name, color })
    made.push(parseShape(TrelloLabel, label, 'trello: a new label'))
  }
  const after = made.length === 0 ? before : sortById([...(await readLabels(api, boardId)), ...made])
  const found = wanted.map((spec) => ({ spec, id: findLabel(after, spec, known)?.id }))
  const isMade = (id: string | undefined) => made.some((label) => label.id === id)
  return {
    labels: Object.fromEntries(found.map(({ spec, id }) => [spec.key, id])),
    fields: {},
    made: found.filter(({ id }) => isMade(id)).map(({ spec }) => spec.name),
    adopted: found.filter(({ id }) => !isMade(id)).map(({ spec }) => spec.name),
  }
}

/** What `provision` would do, in one read. */
export async function previewProvision(
  api: Client,
  boardId: string,
  { labels: wanted, known }: Wanted,
): Promise<Pick<Provisioned, 'made' | 'adopted'>> {
  const there = await readLabels(api, boardId)
  const isThere = (spec: LabelSpec) => findLabel(there, spec, known) !== undefined
  return {
    made: wanted.filter((spec) => !isThere(spec)).map(({ name }) => name),
    adopted: wanted.filter(isThere).map(({ name }) => name),
  }
}

/** Delete labels: they vanish from all cards, archived ones included. One that is gone is as good as deleted. */
export async function unprovision(api: Client, labelIds: readonly string[]): Promise<void> {
  for (const id of labelIds) await unlessGone(() => deleteLabel(api, { id }))
}

export interface SubscribeOptions {
  /** Listing a token's webhooks takes the token in the path; there is no `GET /webhooks`. */
  readonly token: string
  readonly connectionId: string
}

/**
 * Make a board's events arrive at `callbackUrl`. A webhook of this connection that points to an earlier address or was
 * switched off is repaired; what is then left over is deleted, because every webhook delivers every event.
 * Trello asks the address by HEAD first and wants 200 (webhooks guide), so the server must be up.
 */
export async function subscribe(
  api: Client,
  boardId: string,
  callbackUrl: string,
  options: SubscribeOptions,
): Promise<Subscription> {
  const existing = await settle(api, boardId, callbackUrl, options)
  if (existing !== null) return existing
  try {
    const made = await createWebhook(api, {
      idModel: boardId,
      callbackURL: callbackUrl,
      description: 'Cadre',
    })
    return { webhookId: parseShape(TrelloWebhook, made, 'trello: a new webhook').id, outcome: 'created' }
  } catch (error) {
    // Made by somebody else since we looked.
    if (!/already exists/i.test(refusalOf(error)?.text ?? '')) throw error
    const made = await settle(api, boardId, callbackUrl, options)
    if (made === null) throw error
    return made
  }
}

/** A webhook that is gone already is as good as deleted. */
export async function unsubscribe(api: Client, webhookId: string): Promise<void> {
  await unlessGone(() => deleteWebhook(api, { id: webhookId }))
}

/** Nothing tells that a webhook was switched off, which Trello does after 30 days and 1,000 failures (webhooks guide). */
export async function webhookHealth(
  api: Client,
  webhookId: string | null,
  token: string,
): Promise<WebhookHealth> {
  const webhook = (await readWebhooks(api, token)).find(({ id }) => id === webhookId)
  if (webhook === undefined) return { state: 'missing', failures: 0 }
  const failures = webhook.consecutiveFailures ?? 0
  if (!webhook.active) return { state: 'suspended', failures }
  return { state: failures > 0 ? 'failing' : 'active', failures }
}

async function readWebhooks(api: Client, token: string): Promise<readonly TrelloWebhook[]> {
  const answer = await getTokenWebhooks(api, { token })
  return parseShape(z.array(TrelloWebhook), answer, 'trello: the webhooks of the token')
}

/** Keep one of the webhooks that are there and make it right; null when there is none. */
async function settle(
  api: Client,
  boardId: string,
  callbackUrl: string,
  { token, connectionId }: SubscribeOptions,
): Promise<Subscription | null> {
  const webhooks = await readWebhooks(api, token)
  const isRight = (webhook: TrelloWebhook) => webhook.callbackURL === callbackUrl
  const ours = webhooks
    .filter((webhook) => webhook.idModel === boardId)
    .filter((webhook) => isRight(webhook) || isOfConnection(webhook.callbackURL, connectionId))
    .sort((a, b) => Number(isRight(b)) - Number(isRight(a)) || Number(b.active) - Number(a.active))
  const [kept, ...others] = ours
  if (kept === undefined) return null
  const isFine = isRight(kept) && kept.active
  if (!isFine) await updateWebhook(api, { id: kept.id, callbackURL: callbackUrl, active: true })
  for (const other of others) await unsubscribe(api, other.id)
  return { webhookId: kept.id, outcome: isFine ? 'adopted' : 'repaired' }
}

function isOfConnection(callbackUrl: string, connectionId: string): boolean {
  return URL.parse(callbackUrl)?.pathname.endsWith(`/webhooks/trello/${connectionId}`) ?? false
}

async function readLabels(api: Client, boardId: string): Promise<readonly TrelloLabel[]> {
  const answer = await getBoardLabels(api, { id: boardId, limit: mostLabels })
  return sortById(parseShape(z.array(TrelloLabel), answer, 'trello: the labels of a board'))
}

/** Oldest first, because an ObjectId begins with the second in which it was made. */
function sortById(labels: readonly TrelloLabel[]): readonly TrelloLabel[] {
  return labels.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** The one that we know, though people may have renamed it, else the one of that name. */
function findLabel(
  labels: readonly TrelloLabel[],
  { key, name }: LabelSpec,
  known: Wanted['known'],
): TrelloLabel | undefined {
  return (
    labels.find(({ id }) => id === known?.labels[key]) ??
    labels.find((label) => nameKey(label.name) === nameKey(name))
  )
}

function distinctByName(specs: readonly LabelSpec[]): readonly LabelSpec[] {
  return [...new Map(specs.map((spec) => [nameKey(spec.name), spec])).values()]
}
