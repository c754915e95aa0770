import { describe, expect, it } from 'vitest'
import type { RawDelivery, WebhookKeys } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import type { Bench, Harness } from './harness.ts'
import { benchesOf } from './test-bench.ts'

const secret = 'ThisSecret'

/** Who may tell us something: only what is signed with the secret of this connection. */
export function signatures(harness: Harness): void {
  const open = benchesOf(harness)

  const delivered = () => genuine(open)

  const signed = (body: string) => {
    const keys = { connectionId: 'c', secrets: [secret], callbackUrl: 'http://a.test/w', userId: 'u' }
    return { delivery: { headers: headersOf(harness, body, keys), body: Buffer.from(body) }, keys }
  }

  it('believes what the tool signed', async () => {
    const { bench, delivery, keys } = await delivered()
    expect(bench.module.receive(delivery, keys).kind).toBe('task')
  })

  it('believes the previous secret while a rotation lasts', async () => {
    const { bench, delivery, keys } = await delivered()
    const rotated = { ...keys, secrets: ['TheNewOne', ...keys.secrets] }
    expect(bench.module.receive(delivery, rotated).kind).toBe('task')
  })

  it.each<[string, (forged: Forged) => Forged]>([
    ['a byte of the body is flipped', (it) => ({ ...it, delivery: { ...it.delivery, body: flipped(it) } })],
    ['a character of the signature is flipped', (it) => withSignature(it, (text) => swap(text, 8))],
    ['the signature is cut', (it) => withSignature(it, (text) => text.slice(0, -4))],
    ['the signature goes on', (it) => withSignature(it, (text) => `${text}00`)],
    ['the signature is empty', (it) => withSignature(it, () => '')],
    ['there is no signature', (it) => ({ ...it, delivery: { ...it.delivery, headers: {} } })],
    ['the secret is another', (it) => ({ ...it, keys: { ...it.keys, secrets: ['Another'] } })],
  ])('refuses it when %s', async (_, forge) => {
    const { bench, delivery, keys } = await delivered()
    const forged = forge({ header: headerOf(harness), delivery, keys })
    expect(refusalOf(() => bench.module.receive(forged.delivery, forged.keys))).toBe(
      'WEBHOOK_SIGNATURE_INVALID',
    )
  })

  it('lets nobody in with an empty secret', async () => {
    const { module } = await open()
    const body = '{"id":"1"}'
    const keys = { ...signed(body).keys, secrets: [''] }
    const delivery = { headers: headersOf(harness, body, keys), body: Buffer.from(body) }
    expect(refusalOf(() => module.receive(delivery, keys))).toBe('WEBHOOK_SIGNATURE_INVALID')
  })

  it.each(['', 'hello', '{"id":', '\uFEFF{', '<html></html>'])(
    'refuses a signed body that is no JSON: %j',
    async (body) => {
      const { module } = await open()
      const { delivery, keys } = signed(body)
      expect(refusalOf(() => module.receive(delivery, keys))).toBe('WEBHOOK_BODY_INVALID')
    },
  )

  it.each(['null', '[]', '"text"', '42', '{}', '{"action":1,"entity":[],"event":{}}'])(
    'takes note of signed JSON that it does not know, and nothing more: %s',
    async (body) => {
      const { module } = await open()
      const { delivery, keys } = signed(body)
      expect(module.receive(delivery, keys)).toMatchObject({ kind: 'other', taskId: null })
    },
  )

  describe(`handshake: ${harness.handshake}`, () => handshakes[harness.handshake](harness))
}

const handshakes: Readonly<Record<Harness['handshake'], (harness: Harness) => void>> = {
  head(harness) {
    const open = benchesOf(harness)
    it('is asked before a webhook is made', async () => {
      const bench = await open()
      await bench.tune()
      expect(bench.receiver.heads).toBe(1)
      expect(bench.webhookUrls()).toHaveLength(1)
    })

    it('makes no webhook for an address that does not answer 200', async () => {
      const bench = await open()
      bench.receiver.refuse(404, 1)
      await expect(bench.tune()).rejects.toMatchObject({ code: 'TOOL_REJECTED' })
      expect(bench.webhookUrls()).toEqual([])
    })
  },

  token(harness) {
    const open = benchesOf(harness)
    it('tells the secret that signs from then on', async () => {
      const bench = await open()
      const keys = await bench.tune()
      const [told] = bench.receiver.posts
      expect(told && bench.module.receive(told, { ...keys, secrets: [] })).toMatchObject({
        kind: 'handshake',
        taskId: null,
        secret: keys.secrets[0],
      })
    })

    it('is believed only while no secret is known, and only if its own signature holds', async () => {
      const { module } = await open()
      const body = JSON.stringify({ verification_token: 'secret_mine' })
      const keys = { connectionId: 'c', secrets: [] as string[], callbackUrl: 'http://a.test/w', userId: 'u' }
      const unsigned = { headers: {}, body: Buffer.from(body) }
      const badly = {
        headers: headersOf(harness, body, { ...keys, secrets: ['Another'] }),
        body: Buffer.from(body),
      }
      expect(module.receive(unsigned, keys).secret).toBe('secret_mine')
      expect(refusalOf(() => module.receive(badly, keys))).toBe('WEBHOOK_SIGNATURE_INVALID')
      expect(refusalOf(() => module.receive(unsigned, { ...keys, secrets: [secret] }))).toBe(
        'WEBHOOK_SIGNATURE_INVALID',
      )
    })

    it('takes nothing else before it', async () => {
      const { bench, delivery, keys } = await genuine(open)
      expect(refusalOf(() => bench.module.receive(delivery, { ...keys, secrets: [] }))).toBe(
        'WEBHOOK_SIGNATURE_INVALID',
      )
    })
  },

  none(harness) {
    const open = benchesOf(harness)
    it('gives the secret with the subscription and asks the address nothing', async () => {
      const bench = await open()
      const { secrets } = await bench.tune()
      expect(secrets.join('')).toMatch(/^\S{16,}$/)
      expect([bench.receiver.heads, bench.receiver.posts]).toEqual([0, []])
    })
  },
}

/** A delivery of this tool, as it went over the wire. */
async function genuine(
  open: () => Promise<Bench>,
): Promise<{ bench: Bench; delivery: RawDelivery; keys: WebhookKeys }> {
  const bench = await open()
  const keys = await bench.tune()
  bench.receiver.clear()
  bench.people.client.create({ title: 'Write two posts' })
  await bench.settled()
  const [delivery] = bench.receiver.posts
  if (delivery === undefined) throw new Error('no webhook came')
  return { bench, delivery, keys }
}

interface Forged {
  /** The one that carries the signature. */
  readonly header: string
  readonly delivery: RawDelivery
  readonly keys: WebhookKeys
}

function headersOf(harness: Harness, body: string, { secrets, callbackUrl }: WebhookKeys) {
  return harness.sign(body, { secret: secrets[0] ?? '', callbackUrl })
}

function headerOf(harness: Harness): string {
  return Object.keys(harness.sign('', { secret, callbackUrl: '' })).join('')
}

function withSignature(forged: Forged, change: (signature: string) => string): Forged {
  const { header, delivery } = forged
  const headers = { ...delivery.headers, [header]: change(delivery.headers[header] ?? '') }
  return { ...forged, delivery: { ...delivery, headers } }
}

/** Not in the middle of a word only: the least change there is. */
function flipped({ delivery }: Forged): Uint8Array {
  const body = Uint8Array.from(delivery.body)
  body[12] = (body[12] ?? 0) ^ 1
  return body
}

const swap = (text: string, at: number) =>
  `${text.slice(0, at)}${text[at] === 'a' ? 'b' : 'a'}${text.slice(at + 1)}`

function refusalOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    return isAppError(error) ? error.code : String(error)
  }
  return 'accepted'
}
