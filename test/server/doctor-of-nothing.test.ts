import { expect, it, onTestFinished } from 'vitest'
import { freshService } from '../support/service.ts'

it('the doctor of a service that knows no account yet says where to begin', async () => {
  const service = await freshService()
  onTestFinished(() => service.close())
  const { body } = await service.api('GET', '/api/v1/doctor')
  expect([body.healthy, body.checks.map(({ code }: { code: string }) => code)]).toEqual([
    true,
    ['accounts', 'dead_letters'],
  ])
  const { fr, en } = body.checks[0].advice
  expect(fr).toContain('Connecter Trello')
  expect(en).toContain('Connect Trello')
})
