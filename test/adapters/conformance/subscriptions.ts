import { expect, it } from 'vitest'
import { type Bench, type Harness, newAttempt } from './harness.ts'
import { benchesOf } from './test-bench.ts'

/** How a board's events come to arrive, and how we learn that they no longer do. */
export function subscriptions(harness: Harness): void {
  ways[harness.subscribes](harness)
}

const subscribe = ({ adapter, containerId }: Bench, url: string) =>
  adapter.subscribe(containerId, url, newAttempt())

const healthOf = async ({ adapter, containerId }: Bench, webhookId: string | null) =>
  (await adapter.webhookHealth(containerId, webhookId, newAttempt())).state

/** Does a person's change arrive at this moment? */
async function isTold(bench: Bench): Promise<boolean> {
  bench.receiver.clear()
  bench.people.client.create({ title: 'Write two posts' })
  await bench.settled()
  return bench.receiver.posts.length > 0
}

const ways: Readonly<Record<Harness['subscribes'], (harness: Harness) => void>> = {
  api(harness) {
    const open = benchesOf(harness)
    const addressOf = ({ receiver, adapter }: Bench, host?: 'localhost') =>
      receiver.url(`/webhooks/${adapter.tool}/con-${adapter.tool}`, host)

    it('makes a webhook, and adopts it from then on', async () => {
      const bench = await open()
      const url = addressOf(bench)
      const made = await subscribe(bench, url)
      const again = await subscribe(bench, url)
      expect([made.outcome, again.outcome]).toEqual(['created', 'adopted'])
      expect({ ...again, outcome: '' }).toEqual({ ...made, outcome: '' })
      expect(bench.webhookUrls()).toEqual([url])
      expect(await isTold(bench)).toBe(true)
    })

    it('moves it when our address has changed', async () => {
      const bench = await open()
      const made = await subscribe(bench, addressOf(bench))
      const moved = await subscribe(bench, addressOf(bench, 'localhost'))
      expect(moved).toMatchObject({ webhookId: made.webhookId, outcome: 'repaired' })
      expect(bench.webhookUrls()).toEqual([addressOf(bench, 'localhost')])
    })

    it("lets other connections' webhooks alone", async () => {
      const bench = await open()
      const another = bench.receiver.url(`/webhooks/${harness.tool}/con-another`)
      await subscribe(bench, another)
      expect((await subscribe(bench, addressOf(bench))).outcome).toBe('created')
      expect(bench.webhookUrls()).toEqual([another, addressOf(bench)])
    })

    it('repairs it when the tool has given up on it', async () => {
      const bench = await open()
      const { webhookId } = await subscribe(bench, addressOf(bench))
      await bench.suspendWebhooks()
      expect(await healthOf(bench, webhookId)).toBe('suspended')
      expect(await isTold(bench)).toBe(false)
      expect((await subscribe(bench, addressOf(bench))).outcome).toBe('repaired')
      expect([await healthOf(bench, webhookId), await isTold(bench)]).toEqual(['active', true])
      expect(bench.webhookUrls()).toHaveLength(1)
    })

    it('sees that deliveries fail, and that they no longer do', async () => {
      const bench = await open()
      const { webhookId } = await subscribe(bench, addressOf(bench))
      expect(await healthOf(bench, webhookId)).toBe('active')
      bench.receiver.refuse(500, 1_000)
      bench.people.client.create({ title: 'Write two posts' })
      await bench.settled()
      const health = await bench.adapter.webhookHealth(bench.containerId, webhookId, newAttempt())
      expect(health).toEqual({ state: 'failing', failures: expect.toSatisfy((count) => count > 0) })
      expect(await isTold(bench)).toBe(true)
      expect(await healthOf(bench, webhookId)).toBe('active')
    })

    it('takes it away, and does not mind if it is gone', async () => {
      const bench = await open()
      const { webhookId } = await subscribe(bench, addressOf(bench))
      for (let times = 0; times < 2; times += 1)
        await bench.adapter.unsubscribe(webhookId ?? '', newAttempt())
      expect(bench.webhookUrls()).toEqual([])
      expect([await healthOf(bench, webhookId), await healthOf(bench, null)]).toEqual(['missing', 'missing'])
    })

    it('leaves one when there are two', async () => {
      const bench = await open()
      await Promise.all([subscribe(bench, addressOf(bench)), subscribe(bench, addressOf(bench, 'localhost'))])
      await subscribe(bench, addressOf(bench))
      expect(bench.webhookUrls()).toEqual([addressOf(bench)])
    })

    it('makes one webhook, not two, when it is done twice at once', async () => {
      const bench = await open()
      const url = addressOf(bench)
      const both = await Promise.all([subscribe(bench, url), subscribe(bench, url)])
      expect(bench.webhookUrls()).toEqual([url])
      expect(new Set(both.map(({ webhookId }) => webhookId)).size).toBe(1)
    })
  },

  'by hand'(harness) {
    const open = benchesOf(harness)

    it('leaves it to a person, calling nobody', async () => {
      const bench = await open()
      const { webhookId, outcome } = await subscribe(bench, 'https://cadre.test/webhooks')
      expect([webhookId, outcome]).toEqual([null, 'manual'])
      await bench.adapter.unsubscribe('anything', newAttempt())
      expect(await healthOf(bench, null)).toBe('unknown')
      expect([bench.calls.reads(), bench.calls.writes(), bench.webhookUrls()]).toEqual([0, 0, []])
    })

    it('is told of changes once the person has done it', async () => {
      const bench = await open()
      expect(await isTold(bench)).toBe(false)
      await bench.tune()
      expect(await isTold(bench)).toBe(true)
    })
  },
}
