import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { referenceOf } from '../../src/pipeline/reference.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
beforeEach(async () => {
  world = await startTrelloWorld()
})
afterEach(() => world.close())

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
const see = (id: string) => {
  const card = world.sandbox.card(id)
  if (card === null) throw new Error('the card is gone')
  return card
}
const ask = async (title: string, due?: string) => {
  const { client } = world.sandbox.people
  const id = client.createCard({ board: world.made.id, list: 'Demandes', title, ...(due && { due }) })
  await world.settled()
  return id
}
const says = async (who: 'client' | 'assistant', id: string, text: string) => {
  const comment = world.sandbox.people[who].comment(id, text)
  await world.settled()
  return comment
}
const answersTo = async (id: string) => {
  const task = await world.taskOf(id)
  const { body } = await world.service.api('GET', `/api/v1/tasks/${task.id}/answers`)
  return body.items.map(({ side, kind }: { side: string; kind: string }) => [side, kind])
}
const verdict = (id: string) => see(id).comments.find(({ text }) => /réf\. \w{4}$/.test(text))?.text ?? ''

describe('an urgent request', () => {
  it.each(['/confirmer', 'Je confirme !', '/confirm'])(
    'is confirmed by the assistant’s %j',
    async (words) => {
      const id = await ask('3 visuels Canva', inHours(6))
      expect(see(id).labels).toContain('Urgent · dispo à confirmer')
      await says('assistant', id, words)
      expect(see(id).labels).toContain('Urgent · confirmé')
      expect(see(id).labels).not.toContain('Urgent · dispo à confirmer')
      expect(await answersTo(id)).toEqual([['assistant', 'confirm']])
    },
  )

  it('that she cannot take says so, and when it can be done', async () => {
    const id = await ask('3 visuels Canva', inHours(6))
    const before = verdict(id)
    await says('assistant', id, 'Je ne peux pas')
    expect(await answersTo(id)).toEqual([['assistant', 'decline']])
    expect(verdict(id)).not.toBe(before)
  })

  it('may wait, without surcharge, if the client says so', async () => {
    const id = await ask('3 visuels Canva', inHours(6))
    expect(see(id).labels.some((label) => label.startsWith('+'))).toBe(true)
    await says('client', id, 'Je peux attendre, merci !')
    expect(await answersTo(id)).toEqual([['client', 'wait']])
    expect(see(id).labels.some((label) => label.startsWith('+'))).toBe(false)
  })
})

describe('a ruling', () => {
  it('of the assistant turns the verdict, and teaches', async () => {
    const id = await ask('Article de blog')
    expect(see(id).labels).toEqual(['Hors cadre'])
    await says('assistant', id, '/dans')
    expect(see(id).labels).toEqual(['Dans le cadre'])
  })

  it('is not the client’s to make', async () => {
    const id = await ask('Article de blog')
    await says('client', id, '/dans')
    expect(see(id).labels).toEqual(['Hors cadre'])
    expect(await answersTo(id)).toEqual([])
  })
})

describe('a quote', () => {
  it('given by the assistant is accepted by the client’s word, and then holds', async () => {
    const id = await ask('Article de blog')
    await says('assistant', id, '/devis 120')
    expect(verdict(id)).toContain('120,00 €')
    await says('client', id, 'D’accord, merci')
    expect(await answersTo(id)).toEqual([
      ['assistant', 'quote'],
      ['client', 'accept'],
    ])
    await says('assistant', id, '/devis 200')
    expect(verdict(id)).not.toContain('200,00 €')
  })
})

describe('who agrees', () => {
  it('agrees to what they have seen, not to what is named later', async () => {
    const id = await ask('Article de blog')
    await says('client', id, 'Ok !')
    await says('assistant', id, '/devis 500')
    await says('client', id, 'Je regarde')
    expect(await answersTo(id)).toEqual([['assistant', 'quote']])
    expect(verdict(id)).toContain('500,00 €')
    await says('client', id, 'Ok !')
    expect(await answersTo(id)).toHaveLength(2)
  })

  it('agrees to nothing by thanking for a message that asks for no agreement', async () => {
    const id = await ask('URGENT : 3 visuels Canva')
    expect(verdict(id)).toContain("Aucune majoration n'est comptée")
    await says('client', id, 'Ok, merci !')
    expect(await answersTo(id)).toEqual([])
  })

  it('agrees to no surcharge by a word about its absence', async () => {
    const id = await ask('3 visuels Canva', inHours(6))
    await says('assistant', id, '/impossible')
    await says('client', id, 'D’accord')
    await says('assistant', id, '/confirmer')
    expect((await answersTo(id)).map(([, kind]: string[]) => kind)).toEqual(['decline', 'confirm'])
  })
})

describe('a move to a list', () => {
  it('is the client’s answer where the mapping says so, and ours never is', async () => {
    const mapping = { answers: { review: 'accept', in_progress: 'refuse' } }
    await world.service.api('PATCH', `/api/v1/boards/${world.boardId}`, { mapping })
    const id = await ask('Article de blog')
    await says('assistant', id, '/devis 120')
    world.sandbox.people.client.moveCard(id, 'À vérifier')
    await world.settled()
    expect(await answersTo(id)).toEqual([
      ['assistant', 'quote'],
      ['client', 'accept'],
    ])
    expect(verdict(id)).toContain("j'ai bien ton accord")
    world.sandbox.people.client.editCard(id, { title: 'Article de blog, le deuxième' })
    await world.settled()
    expect(await answersTo(id)).toHaveLength(2)
  })
})

describe('talk', () => {
  it.each([
    ['client', 'Ok !'],
    ['client', 'ok mais en bleu'],
    ['client', 'merci'],
  ] as const)('of the %s is no answer where nothing was asked: %j', async (who, words) => {
    const id = await ask('Newsletter de mai')
    await says(who, id, words)
    expect(await answersTo(id)).toEqual([])
  })

  it('of the client is no answer on a board in dry run: nobody has asked them anything', async () => {
    const path = `/api/v1/boards/${world.boardId}`
    await world.service.api('PATCH', path, { mode: 'dry-run' })
    const id = await ask('Article de blog')
    await says('client', id, 'Non merci')
    await world.service.api('PATCH', path, { mode: 'apply' })
    await world.settled()
    expect(await answersTo(id)).toEqual([])
    expect(verdict(id)).toContain('ne fait pas partie des prestations prévues')
  })

  it('of the assistant stays her own, though she quotes the reference and we write as her', async () => {
    const id = await ask('Newsletter de mai')
    const words = `Je l'ai notée sous la ${referenceOf(id, 'fr')}, à bientôt`
    await says('assistant', id, words)
    await says('client', id, 'Super')
    expect(see(id).comments.map(({ text }) => text)).toContain(words)
  })

  it('that was an answer counts once, however often the card is looked at', async () => {
    const id = await ask('3 visuels Canva', inHours(6))
    await says('assistant', id, '/confirmer')
    await says('client', id, 'Super, merci !')
    await says('client', id, 'À demain')
    expect(await answersTo(id)).toEqual([['assistant', 'confirm']])
  })
})
