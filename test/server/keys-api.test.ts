import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createApiKeyStore } from '../../src/store/api-keys.ts'
import { createAuditLog } from '../../src/store/audit.ts'
import { freshService, type TestService } from '../support/service.ts'
import { freshStore } from '../support/stores.ts'

describe('keys of the API', () => {
  let service: TestService
  beforeAll(async () => {
    service = await freshService()
  })
  afterAll(() => service.close())

  const make = async (scopes: string[], name = 'test') =>
    (await service.api('POST', '/api/v1/keys', { name, scopes })).body
  const statusWith = async (key: string) =>
    (await service.api('GET', '/api/v1/boards', undefined, key)).status

  it('work until they are revoked, and are shown once', async () => {
    const made = await make(['read'], 'laptop')
    expect(await statusWith(made.key)).toBe(200)
    const shown = await Promise.all([
      service.api('GET', '/api/v1/keys'),
      service.api('GET', `/api/v1/keys/${made.id}`),
    ])
    expect(JSON.stringify(shown)).not.toContain(made.key)
    expect(shown[1]?.body).toMatchObject({ name: 'laptop', scopes: ['read'], revokedAt: null })
    expect((await service.api('DELETE', `/api/v1/keys/${made.id}`)).status).toBe(204)
    expect(await statusWith(made.key)).toBe(401)
    expect((await service.api('DELETE', `/api/v1/keys/${made.id}`)).status).toBe(404)
    expect((await service.api('GET', `/api/v1/keys/${made.id}`)).body.revokedAt).not.toBeNull()
  })

  it('are replaced without a word more than which: the old one then works for another day', async () => {
    const made = await make(['read'])
    const { status, body } = await service.api('POST', `/api/v1/keys/${made.id}/rotate`)
    expect([status, Date.parse(body.previousUntil) > Date.now() + 23 * 3_600_000]).toEqual([200, true])
    expect([await statusWith(made.key), await statusWith(body.key)]).toEqual([200, 200])
  })

  it('may ask for the head of whatever they may read, and name their scheme in small letters', async () => {
    const { key } = await make(['read'])
    const headOf = async (path: string, scheme: string) => {
      const headers = { authorization: `${scheme} ${key}` }
      return (await fetch(`${service.url}/api/v1${path}`, { method: 'HEAD', headers })).status
    }
    expect(await headOf('/boards', 'Bearer')).toBe(200)
    expect(await headOf('/boards', 'bearer')).toBe(200)
    expect(await headOf('/export', 'Bearer')).toBe(403)
  })

  it('do no more than their scopes say, and only admin makes keys', async () => {
    const [reader, operator] = [await make(['read']), await make(['operate', 'policy'])]
    for (const { key, id } of [reader, operator]) {
      const answers = await Promise.all([
        service.api('POST', '/api/v1/keys', { name: 'x', scopes: ['admin'] }, key),
        service.api('POST', `/api/v1/keys/${id}/rotate`, {}, key),
        service.api('DELETE', `/api/v1/keys/${id}`, undefined, key),
      ])
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        Array(3).fill([403, 'FORBIDDEN']),
      )
      expect(await statusWith(key)).toBe(200)
    }
  })

  it('are refused with scopes that do not exist, with none, and with an expiry in the past', async () => {
    for (const body of [
      { name: 'x', scopes: ['root'] },
      { name: 'x', scopes: [] },
      { name: 'x' },
      { name: 'x', scopes: ['read'], expiresAt: '2020-01-01T00:00:00.000Z' },
    ]) {
      const { status, body: problem } = await service.api('POST', '/api/v1/keys', body)
      expect([status, problem.code]).toEqual([400, 'REQUEST_INVALID'])
    }
  })

  it('are not replaced once they have expired: the new one would not work either', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const keys = createApiKeyStore(store.db)
    const [made, expiresAt] = ['2026-11-23T08:00:00.000Z', '2026-11-24T08:00:00.000Z']
    const { id } = await keys.create({ name: 'laptop', scopes: ['read'], expiresAt }, made)
    await expect(keys.rotate(id, expiresAt, expiresAt)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await keys.rotate(id, made, expiresAt)).id).toBe(id)
  })

  it('are rotated: both work until the grace is over, a second rotation ends the oldest', async () => {
    const first = await make(['read'])
    const rotate = (graceMinutes?: number) =>
      service.api('POST', `/api/v1/keys/${first.id}/rotate`, { graceMinutes })
    const second = (await rotate()).body
    expect(second).toMatchObject({ id: first.id, scopes: ['read'], previousUntil: expect.any(String) })
    expect([await statusWith(first.key), await statusWith(second.key)]).toEqual([200, 200])
    const third = (await rotate(0)).body
    expect([await statusWith(first.key), await statusWith(second.key), await statusWith(third.key)]).toEqual([
      401, 401, 200,
    ])
    expect((await service.api('POST', '/api/v1/keys/none/rotate', {})).status).toBe(404)
  })

  it('are listed page by page, newest first', async () => {
    for (const name of ['a', 'b', 'c']) await make(['read'], name)
    const first = (await service.api('GET', '/api/v1/keys?limit=2')).body
    const rest = (await service.api('GET', `/api/v1/keys?limit=1&cursor=${first.nextCursor}`)).body
    const names = [...first.items, ...rest.items].map(({ name }: { name: string }) => name)
    expect(names).toEqual(['c', 'b', 'a'])
  })

  it('leave every change in the audit log, without the key', async () => {
    const made = await make(['policy'], 'audited')
    const rotated = (await service.api('POST', `/api/v1/keys/${made.id}/rotate`, {})).body
    await service.api('DELETE', `/api/v1/keys/${made.id}`)
    const { body } = await service.api('GET', `/api/v1/audit?subject=${made.id}`)
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
      'key.revoke',
      'key.rotate',
      'key.create',
    ])
    expect(body.items[2]).toMatchObject({
      actor: { id: 'environment' },
      before: null,
      after: { name: 'audited', scopes: ['policy'] },
      requestId: expect.any(String),
    })
    const text = JSON.stringify(body)
    for (const { key } of [made, rotated]) expect(text).not.toContain(key)
    const byAction = await service.api('GET', '/api/v1/audit?action=key.rotate&limit=1')
    expect(byAction.body.items).toHaveLength(1)
    const byNobody = await service.api('GET', '/api/v1/audit?actorId=nobody')
    expect(byNobody.body.items).toEqual([])
    const { at } = body.items[0]
    const since = await service.api('GET', `/api/v1/audit?subject=${made.id}&since=${at}`)
    const until = await service.api('GET', `/api/v1/audit?subject=${made.id}&until=${at}`)
    expect([since.body.items.length, until.body.items.length]).toEqual([1, 2])
  })
})

describe('the store of keys', () => {
  it('lets a key go on the minute it expires, and notes its use once a minute at the most', async () => {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const keys = createApiKeyStore(store.db)
    const expiresAt = '2026-11-23T12:00:00.000Z'
    const made = await keys.create({ name: 'k', scopes: ['read'], expiresAt }, '2026-11-23T10:00:00.000Z')
    const use = async (at: string) => {
      const holder = await keys.holderOf(made.key, at)
      return [holder?.id ?? null, (await keys.get(made.id)).lastUsedAt]
    }
    expect(await use('2026-11-23T11:00:00.000Z')).toEqual([made.id, '2026-11-23T11:00:00.000Z'])
    expect(await use('2026-11-23T11:00:59.000Z')).toEqual([made.id, '2026-11-23T11:00:00.000Z'])
    expect(await use('2026-11-23T11:01:01.000Z')).toEqual([made.id, '2026-11-23T11:01:01.000Z'])
    expect((await use(expiresAt))[0]).toBeNull()
    const stored = await store.db.selectFrom('api_keys').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain(made.key)
  })
})

describe('the audit log', () => {
  const at = '2026-11-23T10:00:00.000Z'
  async function withEntry(after: unknown) {
    const store = await freshStore()
    onTestFinished(() => store.close())
    const audit = createAuditLog(store.db)
    const actor = { id: 'key_1', name: 'laptop' }
    await audit.add(
      { actor, action: 'client.update', subject: 'cli_1', before: null, after, requestId: 'r' },
      at,
    )
    return { store, audit }
  }

  it('masks every secret, however deep and under whatever name', async () => {
    const secrets = {
      credentials: { apiKey: 'S3CRET-1' },
      verificationToken: 'S3CRET-2',
      nested: [{ token: 'S3CRET-3', 'secret:wh1': 'S3CRET-4', previousSecret: 'S3CRET-5' }],
      note: 'use cadre_S3CRET6S3CRET6S3CRET6 for now',
    }
    const open = { name: 'Claire', labels: [{ key: 'in_scope', name: 'Dans le cadre' }] }
    const { store, audit } = await withEntry({ ...open, ...secrets })
    const [entry] = await audit.page({}, 10, null)
    expect(entry?.after).toMatchObject({ ...open, note: 'use [secret] for now' })
    const stored = await store.db.selectFrom('audit').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain('S3CRET')
  })

  it('is only ever added to: the database refuses to change, remove or empty it', async () => {
    const { store, audit } = await withEntry({ name: 'Claire' })
    const attempts = [
      () => store.db.updateTable('audit').set({ actor_name: 'somebody else' }).execute(),
      () => store.db.deleteFrom('audit').execute(),
      () => sql`truncate audit`.execute(store.db),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow('only ever added to')
    expect(await audit.page({}, 10, null)).toHaveLength(1)
  })

  it('lets what was shown of a person go, and keeps who did what and when', async () => {
    const { store, audit } = await withEntry({ name: 'Claire' })
    const erasing = (change: { after: null } | { actor_id: string }) =>
      store.db.transaction().execute(async (trx) => {
        await sql`select set_config('cadre.erase', 'on', true)`.execute(trx)
        await trx.updateTable('audit').set(change).execute()
      })
    await erasing({ after: null })
    expect(await audit.page({}, 10, null)).toMatchObject([
      { at, action: 'client.update', subject: 'cli_1', after: null },
    ])
    await expect(erasing({ actor_id: 'key_2' })).rejects.toThrow('only ever added to')
  })
})
