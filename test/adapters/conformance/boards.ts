import { describe, expect, it } from 'vitest'
import type { Wanted } from '#model/adapter.ts'
import { type Bench, type Harness, namesOf, newAttempt } from './harness.ts'
import { benchesOf, codeOf } from './test-bench.ts'
import { wanted, wantedOn } from './verdict.ts'

/** What a person may choose from, and what we add to a board. */
export function boards(harness: Harness): void {
  const open = benchesOf(harness)
  const layoutOf = ({ adapter, containerId }: Bench) => adapter.layout(containerId, newAttempt())
  const provision = async (bench: Bench, known?: Wanted['known']) =>
    bench.adapter.provision(
      bench.containerId,
      known === undefined ? await wantedOn(bench) : { ...wanted, known },
      newAttempt(),
    )

  it('knows whose credentials these are', async () => {
    const { adapter, userIds } = await open()
    const me = await adapter.whoAmI(newAttempt())
    expect(me).toEqual({ userId: userIds.us, name: expect.stringMatching(/./) })
  })

  it('finds the board among those that we can read', async () => {
    const { adapter, containerId, boardName } = await open()
    expect(await adapter.boards(newAttempt())).toContainEqual({
      containerId,
      name: expect.stringContaining(boardName),
      url: expect.stringMatching(/^https:\/\//),
    })
  })

  describe('the layout', () => {
    it('names everything that a person may map', async () => {
      const bench = await open()
      const layout = await layoutOf(bench)
      expect(layout).toMatchObject({ containerId: bench.containerId, name: bench.boardName })
      expect(layout.lists.map(({ name }) => name)).toEqual(['requests', 'waiting', 'done'])
      expect(namesOf(layout.labels.map(({ name }) => name))).toEqual(
        expect.arrayContaining(['quote needed', 'vip']),
      )
      const fields = layout.fields.map(({ name, type, options = {} }) => [name, type, Object.values(options)])
      expect(fields).toEqual(
        expect.arrayContaining([
          ['Estimate', 'number', []],
          ['Surcharge', 'number', []],
          ['Service', 'choice', ['Blog', 'Social']],
        ]),
      )
      expect(layout.members.map(({ id }) => id)).toContain(bench.userIds.client)
    })

    it('names everybody, or tells how the ids look of whom it leaves out', async () => {
      const { adapter, containerId } = await open()
      const { members } = await adapter.layout(containerId, newAttempt())
      const pattern = adapter.capabilities.unlistedPeople ?? /./
      for (const { id } of members) expect(id).toMatch(pattern)
      expect(adapter.capabilities.unlistedPeople?.test('YOUR_USER_ID') ?? false).toBe(false)
    })

    it('gives every place an id of its own', async () => {
      const { lists, labels, fields, members } = await layoutOf(await open())
      for (const places of [lists, labels, fields, members])
        expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    })

    it.each(['0', '00000000-0000-4000-8000-000000000000', '6a4a2c10aa00000000000001'])(
      'of a board that is not there does not exist: %s',
      async (containerId) => {
        const { adapter } = await open()
        const code = await codeOf(adapter.layout(containerId, newAttempt()))
        expect(['TOOL_NOT_FOUND', 'TOOL_REJECTED']).toContain(code)
      },
    )
  })

  describe('provision', () => {
    it('adopts by name whatever is there, makes the rest, and says which', async () => {
      const bench = await open()
      const { labels, made, adopted } = await provision(bench)
      expect(namesOf(adopted)).toEqual(expect.arrayContaining(['quote needed']))
      expect(namesOf(made)).toEqual(['+35%', 'in scope', 'urgent · availability to confirm'])
      const layout = await layoutOf(bench)
      for (const { key, name } of wanted.labels) {
        const place = layout.labels.find(({ id }) => id === labels[key])
        expect(place?.name.toLowerCase()).toBe(name.toLowerCase())
      }
    })

    it.each([{ bare: false }, { bare: true }])("drops nothing of anybody's: %o", async (options) => {
      const bench = await open(options)
      const before = await layoutOf(bench)
      await provision(bench)
      const after = await layoutOf(bench)
      expect(after.labels).toEqual(expect.arrayContaining([...before.labels]))
      expect(after.fields).toEqual(expect.arrayContaining([...before.fields]))
      expect(after.lists).toEqual(before.lists)
    })

    it.each([{ bare: false }, { bare: true }])('done twice is done once: %o', async (options) => {
      const bench = await open(options)
      const once = await provision(bench)
      const layout = await layoutOf(bench)
      bench.calls.reset()
      const twice = await provision(bench, once)
      expect(bench.calls.writes()).toBe(0)
      expect(twice).toMatchObject({ labels: once.labels, fields: once.fields, made: [] })
      expect(namesOf(twice.adopted)).toEqual(namesOf([...once.made, ...once.adopted]))
      expect(await layoutOf(bench)).toEqual(layout)
    })

    it.each([{ bare: false }, { bare: true }])(
      'is foretold to the letter, without a write: %o',
      async (options) => {
        const bench = await open(options)
        const before = await layoutOf(bench)
        const asked = await wantedOn(bench)
        bench.calls.reset()
        const foretold = await bench.adapter.previewProvision(bench.containerId, asked, newAttempt())
        expect(bench.calls.writes()).toBe(0)
        expect(await layoutOf(bench)).toEqual(before)
        const { made, adopted } = await provision(bench)
        expect(foretold).toEqual({ made, adopted })
      },
    )

    it('makes fields only where the tool lets us', async () => {
      const bench = await open({ bare: true })
      const { fields } = await provision(bench)
      const known = (await layoutOf(bench)).fields.map(({ id, type }) => ({ id, type }))
      const { makesFields } = bench.adapter.capabilities
      expect(Object.keys(fields).sort()).toEqual(makesFields ? ['estimate', 'surcharge'] : [])
      for (const field of Object.values(fields)) expect(known).toContainEqual(field)
    })

    it('keeps what people put on their tasks', async () => {
      const bench = await open()
      const id = bench.people.client.create({ title: 'Write two posts', labels: ['vip'] })
      bench.people.client.setNumber(id, 'Estimate', 12.5)
      const before = bench.see(id)
      await provision(bench)
      expect(bench.see(id)).toEqual(before)
    })

    it('serves two that do it at once', async () => {
      const bench = await open({ bare: true })
      const [one, other] = await Promise.all([provision(bench), provision(bench)])
      const again = await provision(bench)
      for (const { key } of wanted.labels)
        expect(new Set([one, other, again].map(({ labels }) => labels[key])).size).toBe(1)
    })
  })

  describe('taking back what was made', () => {
    const madeOn = async (bench: Bench) => {
      const { labels, made } = await provision(bench)
      return wanted.labels.filter(({ name }) => made.includes(name)).flatMap(({ key }) => labels[key] ?? [])
    }

    it('takes labels off the board that are its own, and nothing else off anything', async () => {
      const bench = await open()
      const before = await layoutOf(bench)
      const id = bench.people.client.create({ title: 'Write two posts', labels: ['vip'] })
      const ids = await madeOn(bench)
      await bench.adapter.unprovision(bench.containerId, ids, newAttempt())
      const after = await layoutOf(bench)
      const left = after.labels.filter((label) => ids.includes(label.id))
      expect(left).toHaveLength(harness.ownsLabels === 'board' ? 0 : ids.length)
      expect(after.labels).toEqual(expect.arrayContaining([...before.labels]))
      expect(after.fields).toEqual(expect.arrayContaining([...before.fields]))
      expect(bench.see(id)?.labels).toEqual(['vip'])
    })

    it('done twice is done once', async () => {
      const bench = await open({ bare: true })
      const ids = await madeOn(bench)
      await bench.adapter.unprovision(bench.containerId, ids, newAttempt())
      const layout = await layoutOf(bench)
      await bench.adapter.unprovision(bench.containerId, ids, newAttempt())
      expect(await layoutOf(bench)).toEqual(layout)
    })

    it('lets the labels be made again', async () => {
      const bench = await open({ bare: true })
      await bench.adapter.unprovision(bench.containerId, await madeOn(bench), newAttempt())
      const { labels } = await provision(bench)
      const known = (await layoutOf(bench)).labels.map(({ id }) => id)
      for (const { key } of wanted.labels) expect(known).toContain(labels[key])
    })
  })
}
