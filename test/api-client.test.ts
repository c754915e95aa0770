import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createApiClient } from '../src/api-client.ts'

type Step = (response: ServerResponse) => unknown

/** A service that answers step by step, the last one for ever, and a client that speaks with it. */
async function answering(...steps: Step[]) {
  let asked = 0
  const server = createServer((_request, response) => {
    const step = steps[Math.min(asked, steps.length - 1)]
    asked += 1
    step?.(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const waits: number[] = []
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const api = createApiClient(url, 'cadre_0123456789abcdefghij', (seconds) => waits.push(seconds))
  return { api, waits, asked: () => asked }
}

const refuse =
  (status: number, code: string, retryAfter?: string): Step =>
  (response) =>
    response
      .writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter })
      .end(JSON.stringify({ code, detail: 'not now' }))
const done: Step = (response) => response.end('"done"')
const text = z.string()

describe('a request that the service has no time for', () => {
  it('is sent again after as long as the service says, for nothing was done', async () => {
    const { api, waits } = await answering(
      refuse(503, 'OVERLOADED', '0'),
      refuse(429, 'RATE_LIMITED', '0'),
      done,
    )
    expect(await api.post('/x', {}, text)).toBe('done')
    expect(waits).toEqual([0, 0])
  })

  it('is given up after the second time', async () => {
    const { api, asked } = await answering(refuse(503, 'OVERLOADED', '0'))
    await expect(api.get('/x', text)).rejects.toMatchObject({ code: 'OVERLOADED' })
    expect(asked()).toBe(3)
  })

  it.each([
    ['may have done something', 'POST', refuse(503, 'TOOL_RATE_LIMITED', '0')],
    ['does not say when', 'GET', refuse(503, 'STORE_UNAVAILABLE')],
    ['asks for more patience than people have', 'GET', refuse(429, 'RATE_LIMITED', '31')],
  ])('is not sent again where the service %s', async (_why, method, refusal) => {
    const { api, waits, asked } = await answering(refusal, done)
    await expect(api.send(method, '/x')).rejects.toThrow('not now')
    expect([asked(), waits]).toEqual([1, []])
  })

  it('is sent again where it only reads', async () => {
    const { api } = await answering(refuse(503, 'TOOL_RATE_LIMITED', '0'), done)
    expect(await api.get('/x', text)).toBe('done')
  })
})
