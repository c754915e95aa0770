import { byId } from './lookup.ts'
import { refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import { isModel, webhookAnswer } from './webhook-body.ts'
import type { Webhook } from './world.ts'

/** How long Trello may wait for the callback to answer the HEAD request; not documented. */
const headTimeoutMs = 10_000

/** Webhooks of the token. A list of them exists only below the token: there is no `GET /webhooks`. */
export const webhookRoutes: Routes = {
  'POST /webhooks': postWebhook,
  'GET /webhooks/:id': (visit) => webhookAnswer(webhookAt(visit)),
  'PUT /webhooks/:id': putWebhook,
  'DELETE /webhooks/:id': deleteWebhook,
  'GET /tokens/:token/webhooks': ({ world }) => [...world.webhooks.values()].map(webhookAnswer),
  'POST /tokens/:token/webhooks': postWebhook,
  'GET /tokens/:token/webhooks/:id': (visit) => webhookAnswer(webhookAt(visit)),
  'PUT /tokens/:token/webhooks/:id': putWebhook,
  'DELETE /tokens/:token/webhooks/:id': deleteWebhook,
}

function webhookAt({ world, at }: Visit): Webhook {
  return byId(world.webhooks, at('id'))
}

async function postWebhook({ world, params }: Visit): Promise<unknown> {
  const idModel = params.needText('idModel')
  const callbackURL = params.needText('callbackURL')
  if (!isModel(world, idModel)) refuse(400, 'invalid value for idModel')
  await checkCallback(callbackURL)
  refuseTwin([...world.webhooks.values()], idModel, callbackURL)
  const webhook: Webhook = {
    id: world.ids.next(world.now()),
    description: params.text('description') ?? '',
    idModel,
    callbackURL,
    active: params.flag('active') ?? true,
    consecutiveFailures: 0,
    firstConsecutiveFailDate: null,
  }
  world.webhooks.set(webhook.id, webhook)
  return webhookAnswer(webhook)
}

async function putWebhook(visit: Visit): Promise<unknown> {
  const { world, params } = visit
  const webhook = webhookAt(visit)
  const idModel = params.text('idModel') ?? webhook.idModel
  const callbackURL = params.text('callbackURL') ?? webhook.callbackURL
  if (!isModel(world, idModel)) refuse(400, 'invalid value for idModel')
  if (callbackURL !== webhook.callbackURL) await checkCallback(callbackURL)
  const others = [...world.webhooks.values()].filter((other) => other.id !== webhook.id)
  refuseTwin(others, idModel, callbackURL)
  const active = params.flag('active') ?? webhook.active
  // Switching it on again forgives what made Trello switch it off.
  if (active && !webhook.active) {
    webhook.consecutiveFailures = 0
    webhook.firstConsecutiveFailDate = null
  }
  const description = params.text('description') ?? webhook.description
  return webhookAnswer(Object.assign(webhook, { idModel, callbackURL, active, description }))
}

function deleteWebhook(visit: Visit): unknown {
  const webhook = webhookAt(visit)
  webhook.active = false
  visit.world.webhooks.delete(webhook.id)
  return { _value: null }
}

function refuseTwin(webhooks: readonly Webhook[], idModel: string, callbackURL: string): void {
  if (webhooks.some((webhook) => webhook.idModel === idModel && webhook.callbackURL === callbackURL)) {
    refuse(400, 'A webhook with that callback, model, and token already exists')
  }
}

/** Trello asks the callback for a HEAD before it believes in it; anything but 200 is refused. */
async function checkCallback(callbackURL: string): Promise<void> {
  if (!/^https?:$/.test(protocolOf(callbackURL))) refuse(400, 'invalid value for callbackURL')
  const status = await fetch(callbackURL, {
    method: 'HEAD',
    redirect: 'manual',
    headers: { 'user-agent': 'Trello' },
    signal: AbortSignal.timeout(headTimeoutMs),
  }).then(
    (response) => response.status,
    () => null,
  )
  if (status === null) refuse(400, `URL (${callbackURL}) could not be reached`)
  if (status !== 200) refuse(400, `URL (${callbackURL}) did not return 200 status code, got ${status}`)
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : ''
}
