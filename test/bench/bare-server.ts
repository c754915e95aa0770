import { type ChildProcess, fork } from 'node:child_process'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import fastify from 'fastify'
import { Pool } from 'pg'
import { openPglite } from '../../src/store/pglite.ts'
import { freePort } from '../support/free-port.ts'
import type { Place } from './place.ts'
import { dieTogether, ended, nodeOptions } from './service-process.ts'
import type { Receiver } from './signed-webhook.ts'

/**
 * What one would write in an afternoon, in a process of its own: Fastify, the same signature check, and one durable
 * insert for each webhook, on the same database with the same settings, and the same options of Node. Intake is measured against it.
 */
export async function startBareServer({ DATABASE_URL, DATA_DIR }: Place, secret: string) {
  const callbackUrl = `http://127.0.0.1:${await freePort()}/webhooks/trello/bare`
  const order = { receiver: { callbackUrl, secret }, databaseUrl: DATABASE_URL ?? null, directory: DATA_DIR }
  const child: ChildProcess = fork(import.meta.filename, { stdio: 'inherit', execArgv: [...nodeOptions] })
  dieTogether(child)
  const listening = new Promise((resolve) => child.once('message', resolve))
  child.send(order satisfies Order)
  await listening
  return {
    receiver: order.receiver satisfies Receiver,
    pid: child.pid ?? 0,
    stop: () => ended(child, 'SIGTERM'),
  }
}

interface Order {
  readonly receiver: Receiver
  readonly databaseUrl: string | null
  readonly directory: string
}

type Query = (sql: string, values?: unknown[]) => Promise<unknown>

async function openDatabase({ databaseUrl, directory }: Order): Promise<Query> {
  if (databaseUrl !== null) {
    // As many connections as Cadre's own pool has.
    const pool = new Pool({ connectionString: databaseUrl, max: 10 })
    return (sql, values) => pool.query(sql, values)
  }
  const pglite = await openPglite(join(directory, 'bare'))
  return (sql, values) => pglite.query(sql, values)
}

async function serve(order: Order): Promise<void> {
  const { secret, callbackUrl } = order.receiver
  const query = await openDatabase(order)
  await query(`CREATE TABLE webhooks (id text PRIMARY KEY, card text NOT NULL, action jsonb NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now())`)
  const app = fastify()
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  )
  app.post('/webhooks/trello/bare', async (request, reply) => {
    const body = request.body as Buffer
    const expected = createHmac('sha1', secret).update(body).update(callbackUrl).digest()
    const given = Buffer.from(String(request.headers['x-trello-webhook']), 'base64')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return reply.code(403).send()
    const { action } = JSON.parse(body.toString())
    const values = [action.id, action.data.card.id, JSON.stringify(action)]
    await query('INSERT INTO webhooks (id, card, action) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', values)
    return { ok: true }
  })
  await app.listen({ host: '127.0.0.1', port: Number(new URL(callbackUrl).port) })
  process.send?.('listening')
}

if (import.meta.main) process.once('message', (order: Order) => void serve(order))
