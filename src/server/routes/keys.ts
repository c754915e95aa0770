import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { scopes } from '#model/actor.ts'
import { AppError } from '#model/error.ts'
import { minutesAfter } from '#policies/calendar.ts'
import type { Clock } from '../../clock.ts'
import { type ApiKey, type ApiKeyStore, createApiKeyStore } from '../../store/api-keys.ts'
import type { AuditLog } from '../../store/audit.ts'
import { by } from '../authenticate.ts'
import { PageQuery, pageOf, pageOfRows, placeOf, placeOfCreated } from '../page.ts'
import { Problem, problems } from '../problem.ts'
import { Identifier, Moment, optionalBody } from '../schemas.ts'

export interface KeyRoutes {
  readonly apiKeys: ApiKeyStore
  readonly audit: AuditLog
  readonly now: Clock
}

const Scopes = z
  .array(z.enum(scopes))
  .min(1)
  .max(scopes.length)
  .meta({
    description:
      'read: see everything but secrets. policy: also write policies. operate: also the daily work. admin: everything.',
    example: ['read', 'operate'],
  })

const example = {
  id: 'key_5Rt2MnQz7XcVbA3k',
  name: 'console',
  scopes: ['operate'],
  createdAt: '2026-11-23T08:00:00.000Z',
  expiresAt: '2027-12-31T23:00:00.000Z',
  lastUsedAt: null,
  revokedAt: null,
  previousUntil: null,
}

const KeyView = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: Scopes,
    createdAt: Moment,
    expiresAt: Moment.nullable().meta({ description: 'From when on it no longer works; null for never' }),
    lastUsedAt: Moment.nullable().meta({ description: 'Exact to a minute' }),
    revokedAt: Moment.nullable(),
    previousUntil: Moment.nullable().meta({
      description: 'Until when the key from before the last rotation still works',
    }),
  })
  .meta({ id: 'Key', example })

const NewKey = KeyView.extend({ key: z.string().meta({ description: 'Shown this once' }) }).meta({
  id: 'NewKey',
  example: { ...example, key: 'cadre_…' },
})

const ById = z.object({ id: Identifier })
const tags = ['Keys']
const config = { scope: 'admin' } as const

/** Keys of this API. Only a hash is kept, so a key is shown once. Only `admin` makes keys: none can raise itself. */
export const keyRoutes: FastifyPluginAsyncZod<KeyRoutes> = async (app, { apiKeys, audit, now }) => {
  app.post(
    '/keys',
    {
      config,
      schema: {
        operationId: 'createKey',
        summary: 'Make a key; it is shown this once',
        tags,
        body: z
          .strictObject({
            name: z.string().min(1).max(200),
            scopes: Scopes,
            expiresAt: Moment.nullable().default(null),
          })
          .meta({
            example: { name: 'console', scopes: ['operate'], expiresAt: '2027-12-31T23:00:00.000Z' },
          }),
        response: { 201: NewKey, ...problems },
      },
    },
    async (request, reply) => {
      const { name, expiresAt } = request.body
      if (expiresAt !== null && expiresAt <= now()) throw inThePast()
      const wanted = { name, scopes: [...new Set(request.body.scopes)], expiresAt }
      const { key, ...made } = await audit.changing(
        now(),
        (trx) => createApiKeyStore(trx).create(wanted, now()),
        ({ key: _, ...after }) => ({ ...by(request), ...entry('key.create', after.id), before: null, after }),
      )
      return reply
        .code(201)
        .header('location', `/api/v1/keys/${made.id}`)
        .send({ ...view(made), key })
    },
  )

  app.get(
    '/keys',
    {
      schema: {
        operationId: 'listKeys',
        summary: 'Keys that were not revoked, newest first',
        tags,
        querystring: PageQuery,
        response: { 200: pageOf(KeyView), ...problems },
      },
    },
    async (request) => {
      const { limit, cursor } = request.query
      return pageOfRows(await apiKeys.page(limit + 1, placeOf(cursor)), limit, { at: placeOfCreated, view })
    },
  )

  app.get(
    '/keys/:id',
    {
      schema: {
        operationId: 'getKey',
        summary: 'One key, also after it was revoked',
        tags,
        params: ById,
        response: { 200: KeyView, 404: Problem, ...problems },
      },
    },
    async (request) => view(await apiKeys.get(request.params.id)),
  )

  app.post(
    '/keys/:id/rotate',
    {
      config,
      schema: {
        operationId: 'rotateKey',
        summary: 'Replace a key; the old one works on for a while',
        description:
          'Name, scopes and expiry stay, so one that has expired is not replaced. A key that was already being replaced ends at once. With `graceMinutes: 0` so does this one.',
        tags,
        params: ById,
        body: optionalBody(
          z
            .strictObject({
              graceMinutes: z
                .int()
                .min(0)
                .max(7 * 24 * 60)
                .default(24 * 60)
                .meta({ description: 'How long the old key still works' }),
            })
            .meta({ example: { graceMinutes: 1440 } }),
        ),
        response: { 200: NewKey, 404: Problem, ...problems },
      },
    },
    async (request) => {
      const before = await apiKeys.get(request.params.id)
      const until = minutesAfter(now(), request.body.graceMinutes)
      const { key, ...made } = await audit.changing(
        now(),
        (trx) => createApiKeyStore(trx).rotate(before.id, now(), until),
        ({ key: _, ...after }) => ({ ...by(request), ...entry('key.rotate', before.id), before, after }),
      )
      return { ...view(made), key }
    },
  )

  app.delete(
    '/keys/:id',
    {
      config,
      schema: {
        operationId: 'revokeKey',
        summary: 'Revoke a key at once',
        tags,
        params: ById,
        response: { 204: z.null(), 404: Problem, ...problems },
      },
    },
    async (request, reply) => {
      const before = await apiKeys.get(request.params.id)
      await audit.changing(
        now(),
        (trx) => createApiKeyStore(trx).revoke(before.id, now()),
        (after) => ({ ...by(request), ...entry('key.revoke', before.id), before, after }),
      )
      return reply.code(204).send(null)
    },
  )
}

const entry = (action: string, subject: string) => ({ action, subject })

function inThePast(): AppError {
  const details = [
    { path: 'body.expiresAt', message: 'is in the past', remedy: 'give a later moment, or null for never' },
  ]
  return new AppError('REQUEST_INVALID', 'the request is not valid', { details })
}

const view = (key: ApiKey): z.infer<typeof KeyView> => KeyView.parse(key)
