import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MadeBoard } from '#adapters/trello/sandbox/board-setup.ts'
import { eventually } from '../support/eventually.ts'
import { addOwnBoard } from '../support/own-board.ts'
import { metric, startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let own: MadeBoard
let ownBoardId: string

/** The assistant's own board, beside the client's. */
beforeEach(async () => {
  world = await startTrelloWorld()
  const board = await addOwnBoard(world, { relays: true })
  own = board.made
  ownBoardId = board.id
  world.sandbox.calls.reset()
})
afterEach(() => world.close())

const client = () => world.sandbox.people.client
const assistant = () => world.sandbox.people.assistant
const twins = () => world.sandbox.cards(own.id)
const only = () => {
  const [twin, ...others] = twins()
  if (twin === undefined || others.length > 0) throw new Error(`${twins().length} twins`)
  return twin
}
const ask = async (title = 'Newsletter de mai', more: { text?: string; due?: string } = {}) => {
  const id = client().createCard({ board: world.made.id, list: 'Demandes', title, ...more })
  await world.settled()
  return id
}
const see = (id: string) => {
  const card = world.sandbox.card(id)
  if (card === null) throw new Error('the card is gone')
  return card
}

describe('a request on a linked board', () => {
  it('has exactly one twin, with its words, a link back and the whole verdict', async () => {
    const id = await ask('Newsletter de mai', { text: 'Le texte est prêt.', due: '2027-03-02T16:00:00.000Z' })
    const twin = only()
    expect(twin.title).toBe('Claire · Newsletter de mai')
    expect(twin.text).toContain('Le texte est prêt.')
    expect(twin.text).toContain(see(id).url)
    expect(twin.due).toBe('2027-03-02T16:00:00.000Z')
    expect(see(twin.id).labels).toEqual(see(id).labels)
    const [note, ...others] = see(twin.id).comments
    expect(others).toEqual([])
    expect(note?.text).toContain('Pourquoi :')
    expect(see(id).comments.every(({ text }) => !text.includes('Pourquoi'))).toBe(true)
  })

  it('goes on in its twin when the client changes it', async () => {
    const id = await ask()
    client().editCard(id, {
      title: 'Newsletter de juin',
      text: 'Autre chose.',
      due: '2027-03-09T08:00:00.000Z',
    })
    await world.settled()
    const twin = only()
    expect([twin.title, twin.due]).toEqual(['Claire · Newsletter de juin', '2027-03-09T08:00:00.000Z'])
    expect(twin.text).toContain('Autre chose.')
  })

  it('leaves to the assistant what she has changed in the twin', async () => {
    const id = await ask()
    assistant().editCard(only().id, { title: 'Claire : la newsletter' })
    await world.settled()
    client().editCard(id, { title: 'Newsletter de juin', text: 'Autre chose.' })
    await world.settled()
    expect(only().title).toBe('Claire : la newsletter')
    expect(only().text).toContain('Autre chose.')
  })
})

describe('a label that is gone from the assistant’s board', () => {
  it('is made anew when a twin needs it', async () => {
    await ask('Article de blog')
    assistant().deleteLabel(own.id, 'Dans le cadre')
    await world.settled()
    await ask('Newsletter de mai')
    const twin = twins().find(({ title }) => title.includes('Newsletter'))
    expect(see(twin?.id ?? '').labels).toEqual(['Dans le cadre'])
  })
})

describe('a label that is gone from the client’s board', () => {
  it('is gone from its cards like one that a person took off, and comes back where a card is judged anew', async () => {
    const id = await ask('Article de blog')
    const { id: taskId } = await world.taskOf(id)
    assistant().deleteLabel(world.made.id, 'Hors cadre')
    await world.done('POST', `/tasks/${taskId}/look`, {})
    await world.settled()
    expect(see(id).labels).toEqual([])
    await world.done('POST', `/tasks/${taskId}/rejudge`, {})
    await world.settled()
    expect(see(id).labels).toEqual(['Hors cadre'])
  })
})

describe('what is said after a label was put on by hand', () => {
  it('is what both cards show, on whichever of them the label was put', async () => {
    const [one, two] = [await ask('Article de blog'), await ask('Article de blog sur la rentrée')]
    const twinOf = (id: string) => twins().find(({ text }) => text.includes(see(id).url))?.id ?? ''
    for (const card of [one, twinOf(two)]) {
      assistant().removeLabel(card, 'Hors cadre')
      assistant().addLabel(card, 'Dans le cadre')
    }
    await world.settled()
    for (const card of [one, two, twinOf(one), twinOf(two)])
      expect(see(card).labels).toEqual(['Dans le cadre'])
    for (const card of [one, twinOf(two)]) assistant().comment(card, '/out')
    await world.settled()
    for (const card of [one, two, twinOf(one), twinOf(two)]) expect(see(card).labels).toEqual(['Hors cadre'])
  })
})

describe('a status', () => {
  it('moved on either side is seen on the other', async () => {
    const id = await ask()
    assistant().moveCard(only().id, 'En cours')
    await world.settled()
    expect(see(id).list).toBe('En cours')
    client().moveCard(id, 'Terminé')
    await world.settled()
    expect(see(only().id).list).toBe('Livré')
    client().moveCard(id, 'Demandes')
    await world.settled()
    expect(see(only().id).list).toBe('À faire')
  })

  it('moved on both sides at once is the assistant’s', async () => {
    const id = await ask()
    world.sandbox.faults.pauseWebhooks()
    client().moveCard(id, 'Terminé')
    assistant().moveCard(only().id, 'En cours')
    world.sandbox.faults.resumeWebhooks()
    await world.settled()
    expect([see(id).list, see(only().id).list]).toEqual(['En cours', 'En cours'])
    const task = await world.taskOf(id)
    const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/timeline`)
    expect(body.items.map(({ words }: { words: string }) => words).join()).toContain(
      'statut : en cours (déplacée des deux côtés à la fois : la demande était passée à « terminé »',
    )
  })

  it('that the other board has no place for stays where it is', async () => {
    const id = await ask()
    client().moveCard(id, 'À vérifier')
    await world.settled()
    expect(see(only().id).list).toBe('À faire')
  })
})

describe('a move that says something', () => {
  const answersTo = async (id: string) => {
    const task = await world.taskOf(id)
    const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/answers`)
    return body.items.map(({ side, kind, via }: Record<string, string>) => [side, kind, via])
  }
  const mapped = async (boardId: string, answers: Record<string, string>, expected = 200) => {
    const change = { mapping: { answers } }
    const { status } = await world.service.api('PATCH', `/api/v1/boards/${boardId}`, change)
    expect(status).toBe(expected)
  }
  const askUrgently = () => ask('3 visuels Canva', { due: new Date(Date.now() + 21_600_000).toISOString() })

  it('is the assistant’s word on her own board, if the mapping says so', async () => {
    await mapped(ownBoardId, { in_progress: 'confirm' })
    const id = await askUrgently()
    assistant().moveCard(only().id, 'En cours')
    await world.settled()
    expect(await answersTo(id)).toEqual([['assistant', 'confirm', 'status']])
    expect(see(id).labels).toContain('Urgent · confirmé')
    expect(see(id).list).toBe('En cours')
  })

  it('is nothing but a move, if it does not', async () => {
    const id = await askUrgently()
    assistant().moveCard(only().id, 'En cours')
    await world.settled()
    expect(await answersTo(id)).toEqual([])
    expect(see(id).labels).toContain('Urgent · dispo à confirmer')
  })

  it('is not hers when it was the client’s move that was carried over', async () => {
    await mapped(ownBoardId, { in_progress: 'confirm' })
    const id = await askUrgently()
    client().moveCard(id, 'En cours')
    await world.settled()
    expect(see(only().id).list).toBe('En cours')
    expect(await answersTo(id)).toEqual([])
  })

  it('is the client’s word on theirs, and never one that is not theirs', async () => {
    await mapped(world.boardId, { review: 'accept' })
    await mapped(world.boardId, { review: 'confirm' }, 400)
    const id = await ask('Article de blog')
    client().moveCard(id, 'À vérifier')
    await world.settled()
    expect(await answersTo(id)).toEqual([])
    assistant().comment(only().id, '/devis 120')
    client().moveCard(id, 'Demandes')
    await world.settled()
    client().moveCard(id, 'À vérifier')
    await world.settled()
    expect(await answersTo(id)).toEqual([
      ['assistant', 'quote', 'comment'],
      ['client', 'accept', 'status'],
    ])
  })

  it('is the client’s word all the same when the assistant has archived the twin, and is heard once', async () => {
    await mapped(world.boardId, { review: 'refuse' })
    const id = await ask('Article de blog')
    assistant().comment(only().id, '/devis 120')
    await world.settled()
    assistant().archive(only().id)
    await world.settled()
    client().moveCard(id, 'À vérifier')
    await world.settled()
    const { id: taskId } = await world.taskOf(id)
    await world.done('POST', `/tasks/${taskId}/answers`, { kind: 'quote', amount: 90 })
    assistant().restore(only().id)
    await world.done('POST', `/tasks/${taskId}/twin`, {})
    await world.settled()
    expect(await answersTo(id)).toEqual([
      ['assistant', 'quote', 'comment'],
      ['client', 'refuse', 'status'],
      ['assistant', 'quote', 'api'],
    ])
  })
})

describe('what is gone', () => {
  it('on the client’s side leaves the twin, which says so', async () => {
    const id = await ask()
    client().archive(id)
    await world.settled()
    expect(only().archived).toBe(false)
    expect(
      see(only().id)
        .comments.map(({ text }) => text)
        .join(),
    ).toContain("n'y est plus reliée")
    client().restore(id)
    await world.settled()
    assistant().moveCard(only().id, 'En cours')
    await world.settled()
    expect(see(id).list).toBe('En cours')
  })

  it('on the assistant’s side leaves the request, and no second twin is made', async () => {
    const id = await ask()
    assistant().archive(only().id)
    await world.settled()
    client().editCard(id, { title: 'Newsletter de juin' })
    await world.settled()
    expect(see(id).archived).toBe(false)
    expect(twins().filter(({ archived }) => !archived)).toEqual([])
  })
})

describe('comments', () => {
  const said = (id: string) => see(id).comments.map(({ text }) => text)

  it('of the client reach the twin, with author and date, and so does their correction', async () => {
    const id = await ask()
    const comment = client().comment(id, 'En bleu, si possible ?')
    await world.settled()
    expect(said(only().id).filter((text) => text.includes('En bleu'))).toHaveLength(1)
    client().editComment(comment, 'En vert, plutôt.')
    await world.settled()
    expect(said(only().id).filter((text) => /En bleu|En vert/.test(text))).toEqual([
      expect.stringMatching(/^.+, .+ :\n\nEn vert, plutôt\.$/),
    ])
  })

  it('of the client ask her what they ask: her yes answers them, and no question of Cadre', async () => {
    const id = await ask('3 visuels Canva', { due: new Date(Date.now() + 21_600_000).toISOString() })
    client().comment(id, 'Je t’envoie les photos par mail ?')
    await world.settled()
    assistant().comment(only().id, 'Oui')
    await world.settled()
    expect(see(id).labels).toContain('Urgent · dispo à confirmer')
    assistant().comment(only().id, '/confirmer')
    await world.settled()
    expect(see(id).labels).toContain('Urgent · confirmé')
  })

  it('of the assistant reach the client only when they begin with >>', async () => {
    const id = await ask()
    assistant().comment(only().id, 'à facturer')
    assistant().comment(only().id, '>> Je vous envoie cela demain.')
    await world.settled()
    const read = said(id).filter((text) => /facturer|demain/.test(text))
    expect(read).toEqual([expect.stringMatching(/\n\nJe vous envoie cela demain\.$/)])
  })

  it('that are passed on answer once, where they were said', async () => {
    const id = await ask()
    assistant().comment(only().id, '>> Cadeau pour cette fois.\n/offert')
    await world.settled()
    client().comment(id, 'Merci ! On fait comme ça :\n/dans')
    await world.settled()
    expect(said(id).filter((text) => /\n\nCadeau pour cette fois\.$/.test(text))).toHaveLength(1)
    expect(said(id).filter((text) => text.includes('/offert'))).toEqual([])
    expect(said(only().id).filter((text) => text.endsWith('/dans'))).toHaveLength(1)
    const task = await world.taskOf(id)
    const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/answers`)
    expect(body.items.map(({ side, kind }: { side: string; kind: string }) => [side, kind])).toEqual([
      ['assistant', 'goodwill'],
    ])
  })

  it('cost no read of their own where both boards show them: a look at a pair in sync is one read a side', async () => {
    const id = await ask()
    client().comment(id, 'Bonjour ?')
    await world.settled()
    const { id: taskId } = await world.taskOf(id)
    world.sandbox.calls.reset()
    await world.done('POST', `/tasks/${taskId}/look`)
    await world.settled()
    expect([world.sandbox.calls.reads(), world.sandbox.calls.writes()]).toEqual([2, 0])
  })

  it('are never passed back or passed on twice', async () => {
    const id = await ask()
    client().comment(id, 'Bonjour ?')
    await world.settled()
    assistant().comment(only().id, '>> Bonjour !')
    await world.settled()
    client().editCard(id, { title: 'Newsletter de juin' })
    await world.settled()
    for (const card of [id, only().id]) {
      expect(said(card).filter((text) => text.includes('Bonjour ?'))).toHaveLength(1)
      expect(said(card).filter((text) => text.includes('Bonjour !'))).toHaveLength(1)
    }
  })
})

describe('a pair', () => {
  const twinOf = async (id: string) => {
    const task = await world.taskOf(id)
    const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}`)
    return body.twin
  }
  const tie = async (id: string, body: unknown = {}, expected = 202) => {
    const task = await world.taskOf(id)
    const { status } = await world.service.api('POST', `/api/v1/tasks/${task.id}/twin`, body)
    expect(status).toBe(expected)
    await world.settled()
  }
  const part = async (id: string) => {
    const task = await world.taskOf(id)
    await world.done('DELETE', `/tasks/${task.id}/twin`)
    await world.settled()
  }
  const notes = (id: string) =>
    see(id)
      .comments.map(({ text }) => text)
      .join()

  it('is parted by hand, which the twin tells, and tied again', async () => {
    const id = await ask()
    expect(await twinOf(id)).toMatchObject({ boardId: ownBoardId, taskId: only().id, state: 'linked' })
    await part(id)
    expect(await twinOf(id)).toMatchObject({ state: 'unlinked', parting: 'ordered' })
    expect(notes(only().id)).toContain("n'est plus reliée")
    client().moveCard(id, 'En cours')
    await world.settled()
    expect(see(only().id).list).toBe('À faire')

    await tie(id)
    expect(await twinOf(id)).toMatchObject({ state: 'linked', parting: null })
    expect(see(only().id).list).toBe('En cours')
    expect(notes(only().id)).toContain('Pourquoi :')
    const task = await world.taskOf(id)
    const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/timeline`)
    const told = body.items.map(({ words }: { words: string }) => words).join()
    expect(told).toMatch(/a séparé la demande[\s\S]*a relié la demande/)
  })

  it('that has lost its twin gets a new one when it is tied again', async () => {
    const id = await ask()
    const lost = only().id
    assistant().archive(lost)
    await world.settled()
    client().editCard(id, { title: 'Newsletter de juin' })
    await world.settled()
    expect(await twinOf(id)).toMatchObject({ state: 'unlinked', parting: 'twin-gone' })
    await tie(id)
    const [twin, ...others] = twins().filter(({ archived }) => !archived)
    expect([twin?.title, others]).toEqual(['Claire · Newsletter de juin', []])
  })

  it('is parted by a full sweep that had to wait for the tool, whatever other sweep was asked for meanwhile', async () => {
    const id = await ask()
    await world.done('POST', `/boards/${world.boardId}/sweep`)
    await world.settled()
    world.sandbox.faults.dropNextWebhooks(100)
    assistant().archive(only().id)
    await world.settled()
    world.sandbox.faults.latencyMs = 3_000
    world.sandbox.faults.failNext(1, { status: 429 })
    await world.done('POST', `/boards/${world.boardId}/sweep`)
    await eventually(
      () => metric(world.service, 'cadre_jobs{queue="sweep",state="active"}'),
      (active) => active > 0,
    )
    await world.done('POST', `/boards/${world.boardId}/release`)
    world.sandbox.faults.latencyMs = 0
    await world.settled()
    expect(await twinOf(id)).toMatchObject({ state: 'unlinked', parting: 'twin-gone' })
  })

  it('may be made of a card that is there, whose words stay hers', async () => {
    const own2 = assistant().createCard({ board: own.id, list: 'En cours', title: 'Newsletter, brouillon' })
    await world.settled()
    const id = await ask()
    await tie(id, { taskId: own2 })
    expect(await twinOf(id)).toMatchObject({ taskId: own2, state: 'linked' })
    expect(see(own2).title).toBe('Newsletter, brouillon')
    expect(see(own2).labels).toEqual(see(id).labels)
    client().moveCard(id, 'Terminé')
    await world.settled()
    expect(see(own2).list).toBe('Livré')
  })

  it('is never made of what is elsewhere, or of another request’s twin', async () => {
    const [one, two] = [await ask('Newsletter de mai'), await ask('Newsletter de juin')]
    await tie(one, { taskId: two }, 400)
    const taken = (await twinOf(two)).taskId
    await tie(one, { taskId: taken }, 409)
  })

  it('may be made of the card of a request that is gone, and the former twin says that it is one no longer', async () => {
    const gone = await ask('Newsletter de mai')
    const card = only().id
    client().archive(gone)
    await world.settled()
    const id = await ask('Newsletter de juin')
    const former = (await twinOf(id)).taskId
    await tie(id, { taskId: card })
    expect(await twinOf(id)).toMatchObject({ taskId: card, state: 'linked' })
    expect(notes(former)).toContain("n'est plus reliée")
    // Should the first come back, it has a card of its own.
    client().restore(gone)
    await world.settled()
    await tie(gone)
    expect(await twinOf(gone)).toMatchObject({ state: 'linked' })
    expect([card, former]).not.toContain((await twinOf(gone)).taskId)
    expect(await twinOf(id)).toMatchObject({ taskId: card, state: 'linked' })
  })
})

describe('boards that are linked no longer', () => {
  const link = async (twinBoardId: string | null) => {
    await world.done('PATCH', `/boards/${world.boardId}`, { twinBoardId })
    await world.settled()
  }
  const pairOf = async (id: string) => {
    const task = await world.taskOf(id)
    return (await world.done('GET', `/tasks/${task.id}`)).twin
  }
  const notes = (id: string) => see(id).comments.map(({ text }) => text.split('\n')[0] ?? '')

  it('part their pairs, which each twin tells once, and tie them again when they are linked again', async () => {
    const id = await ask()
    await link(null)
    expect(await pairOf(id)).toMatchObject({ state: 'unlinked', parting: 'boards-unlinked' })
    expect(notes(only().id)).toEqual([expect.stringMatching(/^Les deux tableaux ne sont plus liés/)])
    const task = await world.taskOf(id)
    const { items } = await world.done('GET', `/tasks/${task.id}/timeline`)
    expect(items.at(-1)).toMatchObject({
      kind: 'parted',
      words: expect.stringContaining('les deux tableaux ne sont plus liés'),
    })
    assistant().comment(only().id, '>> Je m’en occupe demain.')
    assistant().moveCard(only().id, 'En cours')
    client().editCard(id, { title: 'Newsletter de juin' })
    await world.settled()
    expect([only().title, see(id).list]).toEqual(['Claire · Newsletter de mai', 'Demandes'])

    await link(ownBoardId)
    expect(await pairOf(id)).toMatchObject({ state: 'linked', parting: null })
    expect([only().title, see(id).list]).toEqual(['Claire · Newsletter de juin', 'En cours'])
    expect(notes(only().id)[0]).toBe('Dans le cadre')
    expect(see(id).comments.filter(({ text }) => text.includes('Je m’en occupe'))).toHaveLength(1)
  })

  it('leave their twins, which say so, when another board takes their place', async () => {
    const id = await ask()
    const former = only().id
    const other = world.sandbox.board('Autre tableau', { lists: ['À faire', 'Livré'], customFields: false })
    const { clientId } = await world.done('GET', `/boards/${ownBoardId}`)
    const { board } = await world.done('POST', '/boards', {
      connectionId: world.connectionId,
      containerId: other.id,
      clientId,
      role: 'assistant',
      mode: 'dry-run',
    })
    await world.done('PATCH', `/boards/${board.id}`, { mode: 'apply' })
    await link(board.id)
    expect(notes(former)).toEqual([expect.stringMatching(/^Les deux tableaux ne sont plus liés/)])
    expect(world.sandbox.cards(other.id).map(({ title }) => title)).toEqual(['Claire · Newsletter de mai'])
    expect(await pairOf(id)).toMatchObject({ boardId: board.id, state: 'linked' })
  })

  it('because hers is left, lose our labels on it, and stay', async () => {
    const id = await ask()
    const { queued } = await world.done('DELETE', `/boards/${ownBoardId}?labels=remove`)
    expect(queued).toBe(1)
    await world.settled()
    expect(see(only().id)).toMatchObject({ labels: [], archived: false })
    expect(await pairOf(id)).toMatchObject({ state: 'unlinked', parting: 'boards-unlinked' })
    expect((await world.service.api('GET', `/api/v1/boards/${ownBoardId}`)).status).toBe(404)
    expect(see(id).labels).toEqual(['Dans le cadre'])
  })

  it('because the client’s is left, leave twins that say so and not that the request is gone', async () => {
    await ask()
    await world.done('DELETE', `/boards/${world.boardId}?labels=remove`)
    await world.settled()
    expect(notes(only().id)).toEqual([expect.stringMatching(/^Les deux tableaux ne sont plus liés/)])
  })
})

it('what was written on a twin is on record with the request', async () => {
  const id = await ask()
  client().editCard(id, { title: 'Newsletter de juin' })
  await world.settled()
  const task = await world.taskOf(id)
  const { status, body } = await world.service.api('GET', `/api/v1/runs?taskId=${task.id}`)
  const kinds = body.items.flatMap((run: { operations: { kind: string }[] }) =>
    run.operations.map(({ kind }) => kind),
  )
  expect([status, kinds]).toEqual([200, expect.arrayContaining(['content', 'label', 'comment'])])
})

it('two automations that put each side back are stopped within a few writes', async () => {
  const id = await ask()
  world.sandbox.calls.reset()
  /** Each minds its own board only; Cadre between them would carry every move over for ever. */
  const automations = () => {
    if (see(id).list === 'Demandes') client().moveCard(id, 'En cours')
    else if (only().list === 'En cours') assistant().moveCard(only().id, 'À faire')
    else return false
    return true
  }
  let rounds = 0
  while (rounds < 60 && automations()) {
    rounds += 1
    await world.settled()
  }
  // Ten moves carried over, and the note that says so.
  expect([rounds < 60, world.sandbox.calls.writes()]).toEqual([true, 11])
  const words = see(only().id).comments.map(({ text }) => text)
  expect(words.filter((text) => text.startsWith('BOUCLE'))).toHaveLength(1)
})

it('follows a client who edits the same request many times within the hour', async () => {
  const id = await ask()
  const twinId = only().id
  for (let edit = 1; edit <= 12; edit += 1) {
    client().editCard(id, { text: `Le texte de la newsletter, version ${edit}` })
    await world.settled()
  }
  expect(see(twinId).text).toContain('version 12')
})

it('two automations that copy from each other are stopped, and told so', async () => {
  const id = await ask()
  const twinId = only().id
  for (let round = 0; round < 20; round += 1) {
    client().moveCard(id, round % 2 === 0 ? 'Terminé' : 'Demandes')
    await world.settled()
  }
  expect(said(twinId)).toContain('BOUCLE')
  const before = world.sandbox.calls.writes()
  client().moveCard(id, 'En cours')
  await world.settled()
  expect(world.sandbox.calls.writes()).toBe(before)

  const task = await world.taskOf(id)
  await world.done('POST', `/tasks/${task.id}/twin`, {})
  await world.settled()
  expect([see(twinId).list, said(twinId).includes('BOUCLE')]).toEqual(['En cours', false])

  function said(card: string) {
    return see(card)
      .comments.map(({ text }) => text)
      .join()
  }
})

it('a bot that hands each copy back as a comment of its own is stopped, and the pair told so', async () => {
  const id = await ask()
  const twinId = only().id
  const texts = () => see(twinId).comments.map(({ text }) => text)
  for (let said = 1; said <= 6; said += 1) client().comment(id, `Bonjour ${said}`)
  await world.settled()
  let answered = 0
  let rounds = 0
  for (; rounds < 20; rounds += 1) {
    const copies = texts().filter((text) => text.includes('Bonjour'))
    for (const text of copies.slice(answered)) client().comment(id, `Vu : ${text}`)
    if (copies.length === answered) break
    answered = copies.length
    await world.settled()
  }
  expect([answered, texts().filter((text) => text.startsWith('BOUCLE'))]).toEqual([54, [expect.anything()]])
})

it('what is passed on is on record with the request, without its words', async () => {
  const id = await ask()
  client().comment(id, 'Bonjour ?')
  await world.settled()
  const task = await world.taskOf(id)
  const { items } = await world.done('GET', `/runs?taskId=${task.id}`)
  const relayed = items.flatMap(({ operations }: { operations: { kind: string; text?: string }[] }) =>
    operations.filter(({ kind }) => kind === 'relay'),
  )
  expect(relayed).toEqual([expect.objectContaining({ text: '' })])
})
