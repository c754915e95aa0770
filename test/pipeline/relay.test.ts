import { describe, expect, it } from 'vitest'
import type { Comment } from '#model/task.ts'
import type { Relayed } from '#model/twin.ts'
import {
  isCopy,
  planRelays,
  relaysBegun,
  relaysDone,
  saidByClient,
  saidToClient,
} from '#src/pipeline/relay.ts'

const comment = (id: string, text: string, authorId = 'paul'): Comment => ({
  id,
  text,
  authorId,
  authorName: authorId === 'paul' ? 'Paul' : null,
  createdAt: '2026-11-27T09:02:00.000Z',
})
const french = { language: 'fr', timeZone: 'Europe/Paris' } as const

describe('what is passed on', () => {
  it('names author and time, in the reader’s language and zone', () => {
    const speech = { comments: [comment('c1', ' Bonjour ')], isOurs: () => false, assistants: [] }
    expect(saidByClient(speech, french)).toEqual([
      { sourceId: 'c1', text: 'Paul, vendredi 27 novembre à 10 h 02 :\n\nBonjour' },
    ])
    expect(saidByClient(speech, { language: 'en', timeZone: 'Europe/London' })[0]?.text).toMatch(
      /^Paul, .*9:02.*:\n\nBonjour$/,
    )
  })

  it('is all that the client says, and of the assistant only what begins with >>', () => {
    const comments = [
      comment('c1', 'Bonjour'),
      comment('c2', 'une note', 'ines'),
      comment('c3', '>> voilà', 'ines'),
      comment('c4', 'notre verdict'),
    ]
    const isOurs = ({ id }: Comment) => id === 'c4'
    expect(
      saidByClient({ comments, isOurs, assistants: ['ines'] }, french).map((said) => said.sourceId),
    ).toEqual(['c1'])
    expect(saidToClient({ comments, isOurs }, french)).toEqual([
      { sourceId: 'c3', text: expect.stringMatching(/:\n\nvoilà$/) },
    ])
  })

  it('leaves out what the assistant says to us beside it, and no path that only looks like it', () => {
    const comments = [
      comment('c1', '>> Cadeau pour cette fois.\n/offert\nÀ demain !', 'ines'),
      comment('c2', '>>\n/offert', 'ines'),
      comment('c3', '>> Tout est là :\n/clients/paul/photos', 'ines'),
      comment('c4', '>> À demain\n/devis cent vingt\n/decline !', 'ines'),
    ]
    expect(saidToClient({ comments, isOurs: () => false }, french)).toEqual([
      { sourceId: 'c1', text: expect.stringMatching(/:\n\nCadeau pour cette fois\.\nÀ demain !$/) },
      { sourceId: 'c3', text: expect.stringMatching(/:\n\nTout est là :\n\/clients\/paul\/photos$/) },
      { sourceId: 'c4', text: expect.stringMatching(/:\n\nÀ demain$/) },
    ])
  })
})

describe('copies', () => {
  const said = [{ sourceId: 'c1', text: 'A' }]
  const plan = (relayed: readonly Relayed[]) => planRelays(said, 'request', relayed)
  const copy = (change: Partial<Relayed>): Relayed => ({
    sourceId: 'c1',
    from: 'request',
    copyId: 'k1',
    state: 'there',
    text: 'A',
    ...change,
  })

  it('are made once', () => {
    const first = plan([])
    expect(first).toEqual([{ kind: 'relay', sourceId: 'c1', id: null, text: 'A', mayExist: false }])
    const begun = relaysBegun([], first, 'request')
    const done = relaysDone(begun, first, 'request', { c1: 'k1' })
    expect(done).toEqual([copy({})])
    expect(plan(done)).toEqual([])
  })

  it('whose making may not have ended are looked for by the words of then', () => {
    const begun = relaysBegun([], planRelays([{ sourceId: 'c1', text: 'earlier' }], 'request', []), 'request')
    expect(plan(begun)).toEqual([
      { kind: 'relay', sourceId: 'c1', id: null, text: 'earlier', mayExist: true, besides: [] },
    ])
  })

  it('whose making may not have ended are not those of another comment that says the same', () => {
    const relayed = [copy({}), copy({ sourceId: 'c2', copyId: null, state: 'writing' })]
    const [again] = planRelays([...said, { sourceId: 'c2', text: 'A' }], 'request', relayed)
    expect(again).toMatchObject({ sourceId: 'c2', mayExist: true, besides: ['k1'] })
  })

  it('are known as ours by their id, or while they are being made by their words', () => {
    const relayed = [
      copy({ text: 'Paul :\n\n/confirm' }),
      copy({ sourceId: 'c2', copyId: null, state: 'writing' }),
    ]
    expect([
      isCopy({ id: 'k1', text: 'anything' }, relayed),
      isCopy({ id: 'k2', text: ' A\n' }, relayed),
      isCopy({ id: 'k3', text: 'Paul :\n\n/confirm' }, relayed),
    ]).toEqual([true, true, false])
  })

  it('are known while they are being made though the tool writes no `@name` of theirs as it was said', () => {
    const making = copy({ copyId: null, state: 'writing', text: 'Paul :\n\n@ines\n/confirm' })
    expect(isCopy({ id: 'k1', text: 'Paul :\n\n@ ines\n/confirm' }, [making])).toBe(true)
  })

  it('follow a correction', () => {
    expect(plan([copy({ text: 'before' })])).toEqual([
      { kind: 'relay', sourceId: 'c1', id: 'k1', text: 'A', mayExist: false },
    ])
  })

  it('that a person deleted stay away', () => {
    const edit = plan([copy({ text: 'before' })])
    const done = relaysDone([copy({ text: 'before' })], edit, 'request', { c1: null })
    expect(done).toEqual([copy({ copyId: null, state: 'deleted' })])
    expect(plan(done)).toEqual([])
  })

  it('of one side are not taken for copies of the other', () => {
    expect(plan([copy({ from: 'twin' })])).toHaveLength(1)
  })
})
