import { describe, expect, it } from 'vitest'
import { createAuditLog } from '../../src/store/audit.ts'
import { openStore } from '../../src/store/open.ts'
import { policyEditor } from '../support/policy-editor.ts'
import { startTestService } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'

const document = {
  name: 'Règles',
  services: [{ id: 'blog', kind: 'excluded', name: { fr: 'Rédaction' }, keywords: { fr: ['article'] } }],
  billing: { hourlyRate: 35 },
}
const blog = {
  name: 'Un article',
  now: '2026-11-23T08:00:00.000Z',
  request: { title: 'Un article' },
  expect: { headline: 'out_of_scope' },
}

describe('the audit log', () => {
  it('has every change of a policy, with what was overridden, and nothing that was refused', async () => {
    const { config: place, remove } = await freshPlace()
    const service = await startTestService({ place })
    const editor = policyEditor(service)
    await editor.send('POST', '', { body: { id: 'rules', document } })
    const { body: added } = await editor.send('POST', '/rules/cases', { body: blog })
    await editor.patch('rules', { services: { blog: { kind: 'included' } } })
    await editor.publish('rules') // refused: the case fails
    await editor.publish('rules', { note: 'exprès', override: { cases: true } })
    await editor.send('POST', '/rules/rollback', { body: { to: 1 } })
    await editor.send('PUT', `/rules/cases/${added.id}`, { body: { ...blog, name: 'Autre' } })
    await editor.send('DELETE', `/rules/cases/${added.id}`)
    await editor.patch('rules', { name: 'Neu' })
    await editor.send('DELETE', '/rules/draft', { ifMatch: '*' })
    await editor.patch('rules', { billing: { hourlyRate: 40 } })
    await editor.publish('rules', { effectiveAt: '2199-01-01T00:00:00.000Z' })
    await editor.send('DELETE', '/rules/versions/4')
    await service.close()

    const store = await openStore(place)
    const entries = await createAuditLog(store.db).page({ subject: 'rules' }, 50, null)
    await store.close()
    await remove()
    expect(entries.toReversed().map(({ action }) => action)).toEqual([
      'policy.create',
      'policy.case.add',
      'policy.draft.edit',
      'policy.publish',
      'policy.rollback',
      'policy.case.update',
      'policy.case.remove',
      'policy.draft.edit',
      'policy.draft.discard',
      'policy.draft.edit',
      'policy.publish',
      'policy.cancel',
    ])
    expect(
      entries.find(
        ({ action, after }) => action === 'policy.publish' && JSON.stringify(after).includes('exprès'),
      ),
    ).toMatchObject({
      before: { version: 1 },
      after: { version: 2, note: 'exprès', failedCases: ['Un article'] },
      actor: { name: 'CADRE_ADMIN_KEY' },
    })
  })
})
