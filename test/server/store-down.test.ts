import { Writable } from 'node:stream'
import fastify, { type FastifyBaseLogger } from 'fastify'
import { describe, expect, it } from 'vitest'
import { createTrelloLimiters } from '#adapters/trello/client.ts'
import { createTrello } from '#adapters/trello/index.ts'
import { sign } from '#adapters/trello/webhook.ts'
import { createLog } from '../../src/log.ts'
import { createMetrics } from '../../src/metrics.ts'
import type { Connected } from '../../src/pipeline/connect.ts'
import { createRefusals } from '../../src/pipeline/refusals.ts'
import { answerProblem } from '../../src/server/problem.ts'
import { type WebhookRoutes, webhookRoutes } from '../../src/server/routes/webhooks.ts'

const callbackUrl = 'https://cadre.test/webhooks/trello/con_1'
const connected = {
  connection: { id: 'con_1', tool: 'trello', userId: 'me', callbackUrl, credentials: { secret: 's3cret' } },
  module: createTrello(createTrelloLimiters()),
} as unknown as Connected

async function appWith(over: Partial<WebhookRoutes>, log: FastifyBaseLogger) {
  const app = fastify({ loggerInstance: log })
  app.setErrorHandler(answerProblem)
  await app.register(webhookRoutes, {
    prefix: '/webhooks',
    connections: { find: async () => connected, forget: () => {} },
    store: { addCredential: async () => true },
    intake: { accept: async () => 'queued' },
    metrics: createMetrics(),
    refusals: createRefusals(),
    ...over,
  })
  return app
}

const body = JSON.stringify({ action: { id: 'a', type: 'updateCard', data: { card: { id: 'c' } } } })
const delivery = {
  method: 'POST',
  url: '/webhooks/trello/con_1',
  headers: { 'content-type': 'application/json', 'x-trello-webhook': sign(body, callbackUrl, 's3cret') },
  body,
} as const

describe('a webhook while the store is down', () => {
  it.each<[string, Partial<WebhookRoutes>]>([
    ['it cannot be written', { intake: { accept: () => Promise.reject(new Error('connection refused')) } }],
    [
      'it cannot even be read',
      { connections: { find: () => Promise.reject(new Error('connection refused')), forget: () => {} } },
    ],
  ])('is answered 503, so that the tool sends it again, when %s', async (_when, broken) => {
    const lines: string[] = []
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk))
        done()
      },
    })
    const app = await appWith(broken, createLog('warn', destination))
    const answer = await app.inject(delivery)
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'STORE_UNAVAILABLE'])
    expect(answer.body).not.toContain('connection refused')
    // What it was, whoever looks after the service finds in its log.
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        msg: 'request refused',
        code: 'STORE_UNAVAILABLE',
        err: { cause: { message: 'connection refused' } },
      },
    ])
    await app.close()
  })
})
