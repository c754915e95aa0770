import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
beforeAll(async () => {
  service = await freshService()
})
afterAll(() => service.close())

/** Once the service has time: outside the API it turns requests away on a busy machine, in tests too. */
const open = (path: string) =>
  eventually(
    () => fetch(`${service.url}${path}`, { redirect: 'manual' }),
    ({ status }) => status !== 503,
  )

it('leads who opens the bare address to the reference', async () => {
  const start = await open('/')
  expect([start.status, start.headers.get('location')]).toEqual([302, '/docs/'])
  const reference = await open('/docs/')
  expect([reference.status, reference.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^text\/html/),
  ])
})

it('tells of an address where there is nothing where to look', async () => {
  const response = await open('/nothing')
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({
    code: 'NOT_FOUND',
    detail: expect.stringContaining('/docs/'),
  })
})
