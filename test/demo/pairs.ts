import type { Words } from '../../src/cli/at-hand.ts'
import type { Desk, Draft, Place, Sight } from './places.ts'
import type { Asker } from './requests.ts'

/** One request on two boards: the client's, in her tool, and the assistant's, in Trello. */
export interface Pair {
  readonly place: Place
  readonly desk: Desk
  readonly id: string
  readonly twinId: string | null
}

/** Something that one of the two does, and what both boards must show then. */
export interface Step {
  /** What happens, for the reader. */
  readonly what: Words
  readonly act: (pair: Pair) => void
  readonly isDone: (request: Sight, twin: Sight) => boolean
  /** What must be seen, for the reader. */
  readonly shows: Words
}

/** A request's way over two boards. */
export interface Story {
  readonly who: Asker
  /** Who the client is, for the reader. */
  readonly name: string
  readonly draft: Draft
  readonly steps: readonly Step[]
}

/** A client's and the assistant's words and statuses. */
interface Said {
  readonly client: Words
  readonly confirms: string
  readonly confirmed: string
  readonly ongoing: string
  readonly done: string
  readonly relayed: string
}

const has = ({ labels }: Sight, label: string) =>
  labels.some((each) => each.toLowerCase() === label.toLowerCase())
const says = ({ comments }: Sight, words: string) => comments.some((text) => text.includes(words))
const onTwin = ({ desk, twinId }: Pair, act: (twinId: string) => void) => {
  if (twinId === null || desk.find('') === null) throw new Error('there is no twin')
  act(twinId)
}

const steps = (words: Said): readonly Step[] => [
  {
    what: {
      fr: `${words.client.fr} fait une demande, avec 10 heures de délai`,
      en: `${words.client.en} asks, with 10 hours of notice`,
    },
    act: () => {},
    isDone: (_, twin) => has(twin, 'Urgent · dispo à confirmer') && says(twin, 'Pourquoi :'),
    shows: {
      fr: "sa jumelle est sur le tableau Trello de l'assistante, avec tout le verdict ; le client voit la partie publique",
      en: 'its twin stands on her board in Trello, with the whole verdict; the client sees the public part',
    },
  },
  {
    what: {
      fr: `Ines répond « ${words.confirms} » sous sa carte`,
      en: `Ines answers “${words.confirms}” under her card`,
    },
    act: (pair) => onTwin(pair, (twinId) => pair.desk.say(twinId, words.confirms)),
    isDone: (request, twin) =>
      has(request, words.confirmed) && has(twin, 'Urgent · confirmé') && says(twin, 'Urgent · confirmé ·'),
    shows: {
      fr: "des deux côtés, on lit que c'est confirmé",
      en: 'both sides read that it is confirmed',
    },
  },
  {
    what: { fr: 'Ines passe sa carte à « En cours »', en: 'Ines moves her card to “En cours”' },
    act: (pair) => onTwin(pair, (twinId) => pair.desk.move(twinId, 'En cours')),
    isDone: (request) => request.status === words.ongoing,
    shows: {
      fr: `du côté du client, on lit « ${words.ongoing} »`,
      en: `the client's side reads “${words.ongoing}”`,
    },
  },
  {
    what: {
      fr: `Ines écrit « >> ${words.relayed} »`,
      en: `Ines writes “>> ${words.relayed}”`,
    },
    act: (pair) => onTwin(pair, (twinId) => pair.desk.say(twinId, `>> ${words.relayed}`)),
    isDone: (request) => says(request, words.relayed),
    shows: {
      fr: 'le client le lit ; ce qu’elle écrit sans « >> » reste chez elle',
      en: 'the client reads it; what she writes without “>>” stays with her',
    },
  },
  {
    what: {
      fr: `${words.client.fr} passe la demande à « ${words.done} »`,
      en: `${words.client.en} moves the request to “${words.done}”`,
    },
    act: ({ place, id }) => place.move(id, words.done),
    isDone: (_, twin) => twin.status === 'Terminé',
    shows: { fr: 'sa carte passe à « Terminé »', en: 'her card goes to “Terminé”' },
  },
]

/** A practice in ClickUp and a coach in Notion; the assistant works in Trello. */
export const stories: readonly Story[] = [
  {
    who: 'riviere',
    name: 'Cabinet Rivière',
    draft: { title: 'Newsletter de rappel aux patients', text: 'Le texte est prêt.', dueInHours: 10 },
    steps: steps({
      client: { fr: 'Le cabinet', en: 'The practice' },
      confirms: 'je confirme',
      confirmed: 'Urgent · confirmé',
      ongoing: 'en cours',
      done: 'terminé',
      relayed: "C'est en route, vous l'aurez ce soir.",
    }),
  },
  {
    who: 'tom',
    name: 'Tom Baker Coaching',
    draft: { title: 'Newsletter for tonight', text: 'Copy is done, please send it.', dueInHours: 10 },
    steps: steps({
      client: { fr: 'Tom', en: 'Tom' },
      confirms: '/confirm',
      confirmed: 'Urgent · confirmed',
      ongoing: 'In progress',
      done: 'Done',
      relayed: 'On my way, you will have it tonight.',
    }),
  },
]
