import { describe, expect, it, onTestFinished } from 'vitest'
import { writeAtOnce } from '../../src/store/at-once.ts'
import type { Db } from '../../src/store/database.ts'
import { freshStore } from '../support/stores.ts'

const at = '2026-11-01T00:00:00.000Z'

const client = (db: Db, id: string) =>
  db.insertInto('clients').values({
    ...{ id, name: id, language: 'fr', address: 'tu', time_zone: 'Europe/Paris' },
    ...{ policy_id: 'rules', plan: null, terms: '{}', accepted_at: null, created_at: at },
  })

const noteOf = (db: Db, clientId: string) =>
  db.insertInto('book_entries').values({
    ...{ id: `note_${clientId}`, client_id: clientId, task_id: null, kind: 'hours', day: '2026-11-01' },
    ...{ amount_minor: null, minutes: 60, note: '', reverses: null },
    ...{ actor_id: 'key', actor_name: 'test', created_at: at },
  })

describe('what is written at once', () => {
  it('may be of one another, in any order', async () => {
    const { db, close } = await freshStore()
    onTestFinished(close)
    await writeAtOnce(db, [noteOf(db, 'claire'), client(db, 'claire')])
    const rows = await db.selectFrom('book_entries').select(['client_id', 'minutes']).execute()
    expect(rows).toEqual([{ client_id: 'claire', minutes: 60 }])
  })

  it('is written whole or not at all', async () => {
    const { db, close } = await freshStore()
    onTestFinished(close)
    await expect(writeAtOnce(db, [client(db, 'claire'), noteOf(db, 'nobody')])).rejects.toThrow('foreign key')
    expect(await db.selectFrom('clients').select('id').execute()).toEqual([])
  })
})
