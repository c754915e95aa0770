import { Writable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { sign } from '#adapters/trello/webhook.ts'
import { createLog } from '../../src/log.ts'
import { adminKey } from '../support/service.ts'
import { startTrelloWorld } from '../support/trello-world.ts'

/** Words that clients write; each is said where one of them would. */
const words = {
  title: 'TITLE-WORD',
  text: 'TEXT-WORD',
  comment: 'COMMENT-WORD',
  echoed: 'ECHOED-WORD',
  query: 'QUERY-WORD',
}

it('says at info level who, what and how long, and never a secret or what a client wrote', async () => {
  let written = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk)
      done()
    },
  })
  const world = await startTrelloWorld({ log: createLog('info', destination) })
  onTestFinished(() => world.close())
  const { sandbox, service, made } = world

  const { body: key } = await service.api('POST', '/api/v1/keys', { name: 'laptop', scopes: ['read'] })
  const cardId = sandbox.people.client.createCard({
    board: made.id,
    list: 'Demandes',
    title: `Développement web ${words.title}`,
    text: words.text,
  })
  await world.settled()
  sandbox.people.client.comment(cardId, words.comment)
  await world.settled()

  // A tool that quotes what was sent, a webhook that is not theirs, requests that cannot be.
  sandbox.faults.failNext(3, { status: 400, body: `cannot use ${words.echoed}` })
  await service.api('POST', `/api/v1/tasks/${(await world.taskOf(cardId)).id}/look`)
  await world.settled()
  sandbox.faults.clear()
  sandbox.faults.failNext(3, { status: 400, body: `cannot use ${words.echoed}` })
  const listed = await service.api('GET', `/api/v1/connections/${world.connectionId}/containers`)
  expect(listed.body).toMatchObject({ code: 'TOOL_REJECTED', detail: expect.stringContaining(words.echoed) })
  sandbox.faults.clear()
  const callbackUrl = `${service.url}/webhooks/trello/${world.connectionId}`
  const signature = sign('{}', callbackUrl, 'a wrong secret')
  await fetch(callbackUrl, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json', 'x-trello-webhook': signature },
  })
  await service.api('GET', `/api/v1/tasks?cursor=${words.query}`)
  await service.api('GET', '/api/v1/boards', undefined, key.key)
  await service.api('POST', '/api/v1/connections', {
    tool: 'trello',
    name: 'again',
    credentials: { ...sandbox.credentials, token: 'ATTA-of-nobody' },
  })

  const lines = written
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const messages = new Set(lines.map(({ msg }) => msg))
  for (const said of [
    'task looked at',
    'job failed',
    'request refused',
    'request answered',
    'a webhook with a wrong signature was refused',
  ])
    expect(messages).toContain(said)
  for (const line of lines.filter(({ msg }) => msg === 'task looked at' || msg === 'request answered'))
    expect(line.requestId).toEqual(expect.any(String))

  expect(JSON.stringify(sandbox.card(cardId))).toContain(words.title)
  const secrets = [...Object.values(sandbox.credentials), 'ATTA-of-nobody', signature, key.key, adminKey]
  for (const word of [...Object.values(words), ...secrets]) expect(written).not.toContain(word)
})

it('tells of an error what went wrong, and not the row or the query that it went wrong with', () => {
  let written = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      written += String(chunk)
      done()
    },
  })
  const log = createLog('info', destination)
  const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (title)=(PRIVATE)' })
  log.error({ err: Object.assign(new Error('not stored', { cause }), { params: ['PRIVATE'] }) }, 'it failed')
  expect(JSON.parse(written).err).toMatchObject({
    message: 'not stored',
    cause: { message: 'duplicate key', code: '23505' },
  })
  expect(written).not.toContain('PRIVATE')
})
