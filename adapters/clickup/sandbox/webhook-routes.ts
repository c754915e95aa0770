import { randomInt, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type EventName, eventNames } from './event-names.ts'
import { needFolder, needList, needSpace, needTask, needTeam } from './lookup.ts'
import { readBody } from './read-body.ts'
import { refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import { webhookBody } from './webhook-body.ts'
import type { Webhook, World } from './world.ts'

const place = z
  .union([z.int(), z.string().min(1)])
  .transform(String)
  .nullable()
  .optional()
const endpoint = z.url({ protocol: /^https?$/ })
const events = z.union([z.literal('*'), z.array(z.union([z.literal('*'), z.enum(eventNames)])).min(1)])

const CreateBody = z.object({
  endpoint,
  events,
  task_id: place,
  list_id: place,
  folder_id: place,
  space_id: place,
})

const UpdateBody = z.object({
  endpoint: endpoint.optional(),
  events: events.optional(),
  status: z.literal('active').optional(),
})

/** Webhooks, which only the user whose token made them can see. */
export const webhookRoutes: Routes = {
  'GET /v2/team/:id/webhook': ({ world, actor, at }) => {
    needTeam(world, at('id'))
    const own = [...world.webhooks.values()].filter(({ userId }) => userId === actor.id)
    return { webhooks: own.map((webhook) => webhookBody(world, webhook)) }
  },
  'POST /v2/team/:id/webhook': postWebhook,
  'PUT /v2/webhook/:id': putWebhook,
  'DELETE /v2/webhook/:id': (visit) => {
    visit.world.webhooks.delete(webhookAt(visit).id)
    return {}
  },
}

function webhookAt({ world, actor, at }: Visit): Webhook {
  const webhook = world.webhooks.get(at('id'))
  return webhook?.userId === actor.id ? webhook : refuse(404, 'Webhook not found')
}

function postWebhook({ world, actor, body, at }: Visit): unknown {
  needTeam(world, at('id'))
  const wanted = readBody(CreateBody, body)
  const webhook: Webhook = {
    id: randomUUID(),
    userId: actor.id,
    secret: newSecret(),
    ...readScope(world, wanted),
    endpoint: wanted.endpoint,
    events: readEvents(wanted.events),
    status: 'active',
    failCount: 0,
  }
  for (const other of world.webhooks.values()) if (isTwin(webhook, other)) refuseTwin()
  world.webhooks.set(webhook.id, webhook)
  return { id: webhook.id, webhook: webhookBody(world, webhook) }
}

function putWebhook(visit: Visit): unknown {
  const webhook = webhookAt(visit)
  const wanted = readBody(UpdateBody, visit.body)
  const changed = { ...webhook, endpoint: wanted.endpoint ?? webhook.endpoint }
  for (const other of visit.world.webhooks.values()) {
    if (other.id !== webhook.id && isTwin(changed, other)) refuseTwin()
  }
  webhook.endpoint = changed.endpoint
  if (wanted.events !== undefined) webhook.events = readEvents(wanted.events)
  if (wanted.status === 'active') Object.assign(webhook, { status: 'active', failCount: 0 })
  return { id: webhook.id, webhook: webhookBody(visit.world, webhook) }
}

/** Of several places the most specific counts. */
function readScope(
  world: World,
  { task_id, list_id, folder_id, space_id }: z.output<typeof CreateBody>,
): Pick<Webhook, 'taskId' | 'listId' | 'folderId' | 'spaceId'> {
  const none = { taskId: null, listId: null, folderId: null, spaceId: null }
  if (task_id) return { ...none, taskId: needTask(world, task_id).id }
  if (list_id) return { ...none, listId: needList(world, list_id).id }
  if (folder_id) return { ...none, folderId: needFolder(world, folder_id).id }
  return space_id ? { ...none, spaceId: needSpace(world, space_id).id } : none
}

function readEvents(given: z.output<typeof events>): readonly EventName[] {
  return given === '*' || given.includes('*') ? eventNames : eventNames.filter((name) => given.includes(name))
}

function isTwin(one: Webhook, other: Webhook): boolean {
  const keyOf = ({ userId, endpoint, taskId, listId, folderId, spaceId }: Webhook) =>
    JSON.stringify([userId, endpoint, taskId, listId, folderId, spaceId])
  return keyOf(one) === keyOf(other)
}

function refuseTwin(): never {
  refuse(400, 'Webhook configuration already exists', 'OAUTH_171')
}

function newSecret(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
  return Array.from({ length: 64 }, () => letters.charAt(randomInt(letters.length))).join('')
}
