import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import { keepWhileAtWork } from '../../src/server/at-work.ts'

/** Milliseconds after which a silent connection is cut. */
const silentMs = 300

async function listening() {
  const app = fastify({ connectionTimeout: silentMs })
  keepWhileAtWork(app)
  app.get('/long', async () => {
    await sleep(4 * silentMs)
    return 'done'
  })
  app.post('/taken', async () => 'taken')
  app.get('/much', async () => 'x'.repeat(64 * 1024 * 1024))
  await app.listen({ port: 0, host: '127.0.0.1' })
  onTestFinished(() => app.close())
  return { port: (app.server.address() as AddressInfo).port, server: app.server }
}

/** An answer whose end has been waited for. */
async function ask(port: number, path: string, agent: Agent): Promise<string> {
  const asked = request({ port, host: '127.0.0.1', path, agent }).end()
  const [answer] = await once(asked, 'response')
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part)
  return Buffer.concat(parts).toString()
}

it('a request that takes long is answered, and so is the next one on its connection', async () => {
  const { port } = await listening()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  expect(await ask(port, '/long', agent)).toBe('done')
  expect(await ask(port, '/long', agent)).toBe('done')
})

it.each([
  [
    'does not send on',
    'POST /taken HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nabc',
  ],
  ['does not read the answer', 'GET /much HTTP/1.1\r\nHost: x\r\n\r\n'],
])('whoever %s is cut off all the same', async (_what, sent) => {
  const { port, server } = await listening()
  const accepted = once(server, 'connection')
  const socket = connect({ port, host: '127.0.0.1' }).pause()
  onTestFinished(() => void socket.destroy())
  socket.on('error', () => {})
  socket.write(sent)
  const [there]: Socket[] = await accepted
  const cut = new Promise((resolve) => there?.once('close', () => resolve('cut off')))
  expect(await Promise.race([cut, sleep(20 * silentMs, 'still there')])).toBe('cut off')
})
