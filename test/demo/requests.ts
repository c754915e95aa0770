import type { Person } from '#adapters/trello/sandbox/person.ts'

/** Who writes, and where: each has a board of their own. */
export type Asker = 'claire' | 'tom'

/** One scene of the demo: what somebody does to a card, and what the card must look like afterwards. */
export interface Scene {
  readonly who: Asker
  /** What happens, for the reader. */
  readonly what: string
  readonly act: (stage: Stage) => string
  readonly labels: readonly string[]
  /** The estimate field, if it is exact. */
  readonly estimate?: string
  /** Words that the one comment must hold; null for no comment at all. */
  readonly says: string | null
}

/** What a scene acts with. */
export interface Stage {
  readonly client: Person
  readonly assistant: Person
  readonly boardId: string
  readonly list: string
  /** The card of an earlier scene, by its title. */
  card(title: string): string
  /** ISO 8601, so many hours from now. */
  inHours(hours: number): string
  /** The next webhooks arrive twice. */
  doubleWebhooks(): void
}

const write =
  (title: string, text?: string, dueInHours?: number) =>
  ({ client, boardId, list, inHours }: Stage): string =>
    client.createCard({
      board: boardId,
      list,
      title,
      ...(text !== undefined && { text }),
      ...(dueInHours !== undefined && { due: inHours(dueInHours) }),
    })

/** A dozen believable requests, in the order they are played. */
export const scenes: readonly Scene[] = [
  {
    who: 'claire',
    what: 'Claire writes a card',
    act: write(
      'Newsletter de juin',
      'Le texte et les photos sont dans le Drive, à envoyer avec Brevo.',
      24 * 6,
    ),
    labels: ['Dans le cadre'],
    says: null,
  },
  {
    who: 'claire',
    what: 'Claire writes a card',
    act: write('Un article de blog sur le sommeil', 'Environ 1 500 mots, tu peux le rédiger ?'),
    labels: ['Hors cadre'],
    says: 'Rédaction de contenus longs',
  },
  {
    who: 'claire',
    what: 'Claire writes a card, due in 6 hours',
    act: write('3 visuels Canva pour ce soir', 'Stories pour l’atelier, en urgence stp !', 6),
    labels: ['Dans le cadre', 'Urgent · dispo à confirmer'],
    estimate: '42',
    says: '42,00 €',
  },
  {
    who: 'claire',
    what: 'Claire writes a card',
    act: write('Programmer les posts de la semaine', "Rien d'urgent, quand tu peux."),
    labels: ['Dans le cadre'],
    says: null,
  },
  {
    who: 'claire',
    what: 'Claire writes a card',
    act: write('Landing page pour la masterclass', 'Avec un tunnel de vente sur Systeme.io.'),
    labels: ['Devis à prévoir'],
    says: 'devis',
  },
  {
    who: 'claire',
    what: 'Claire asks for two things',
    act: write('Newsletter et article de blog', 'Les deux pour la rentrée.'),
    labels: ['À vérifier'],
    says: null,
  },
  {
    who: 'claire',
    what: 'Claire moves the due date of the visuals to next week',
    act: ({ client, card, inHours }) => {
      const id = card('3 visuels Canva pour ce soir')
      client.editCard(id, { title: '3 visuels Canva', text: 'Stories pour l’atelier.', due: inHours(24 * 7) })
      return id
    },
    labels: ['Dans le cadre'],
    estimate: '35',
    says: 'fait bien partie des prestations',
  },
  {
    who: 'claire',
    what: 'The assistant swaps « Hors cadre » for « Dans le cadre »',
    act: ({ assistant, card }) => {
      const id = card('Un article de blog sur le sommeil')
      assistant.addLabel(id, 'Dans le cadre')
      assistant.removeLabel(id, 'Hors cadre')
      return id
    },
    labels: ['Dans le cadre'],
    says: 'fait bien partie des prestations',
  },
  {
    who: 'tom',
    what: 'Tom writes a card',
    act: write('May newsletter', 'Copy is done, please lay it out in Mailchimp.'),
    labels: ['In scope'],
    says: null,
  },
  {
    who: 'tom',
    what: 'Tom writes a card',
    act: write('Write a white paper on burnout'),
    labels: ['Out of scope'],
    says: 'Long-form writing',
  },
  {
    who: 'tom',
    what: 'Tom writes a card, due in 20 hours',
    act: write('Instagram carousel for tomorrow', 'Canva, five slides, the photos are in the folder.', 20),
    labels: ['+20%', 'In scope', 'Urgent · availability to confirm'],
    says: '€42.00',
  },
  {
    who: 'tom',
    what: 'Tom only says thank you',
    act: write('Thank you so much!', 'The last one was perfect.'),
    labels: ['To review'],
    says: null,
  },
  {
    who: 'tom',
    what: 'Tom writes a card; every webhook arrives twice',
    act: (stage) => {
      stage.doubleWebhooks()
      return write('Fix the error 500 on my website')(stage)
    },
    labels: ['Out of scope'],
    says: 'Web development',
  },
  {
    who: 'tom',
    what: 'The assistant notes down a task of her own',
    act: ({ assistant, boardId, list }) =>
      assistant.createCard({ board: boardId, list, title: 'Call Tom about the autumn plan' }),
    labels: [],
    says: null,
  },
]
