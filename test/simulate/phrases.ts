import type { Place, Side } from './history.ts'

/** What an answer says, in the words of `docs/answers.md`. */
export type Meaning =
  | { readonly kind: 'confirm' | 'decline' | 'in' | 'out' | 'goodwill' | 'accept' | 'refuse' | 'wait' }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'hours'; readonly hours: number }
  /** In cents. */
  | { readonly kind: 'quote'; readonly minor: number }

/** Something that people write, and what it says from whom; null where it says nothing. */
export interface Phrase {
  readonly words: string
  /** Other words may stand around it. */
  readonly isCommand: boolean
  readonly means: Readonly<Record<Side, Meaning | null>>
}

const command = (words: string, assistant: Meaning | null, client: Meaning | null = null): Phrase => ({
  words,
  isCommand: true,
  means: { assistant, client },
})
const plain = (words: string, assistant: Meaning | null, client: Meaning | null): Phrase => ({
  words,
  isCommand: false,
  means: { assistant, client },
})

const [confirm, decline, goodwill] = [{ kind: 'confirm' }, { kind: 'decline' }, { kind: 'goodwill' }] as const
const [accept, refuse, wait] = [{ kind: 'accept' }, { kind: 'refuse' }, { kind: 'wait' }] as const

/** What both sides answer, in both languages, with and without the right to; rulings, which also teach, are the fewest. */
export const phrases: readonly Phrase[] = [
  command('/confirm', confirm, accept),
  command('/confirmer', confirm, accept),
  command('/decline', decline, refuse),
  command('/impossible', decline),
  command('/quote 120', { kind: 'quote', minor: 12_000 }),
  command('/devis 80,50 €', { kind: 'quote', minor: 8_050 }),
  command('/accept', accept, accept),
  command('/accepter', accept, accept),
  command('/refuse', null, refuse),
  command('/wait', wait, wait),
  command('/attendre', wait, wait),
  command('/hours 2', { kind: 'hours', hours: 2 }),
  command('/heures 2,5', { kind: 'hours', hours: 2.5 }),
  command('/goodwill', goodwill),
  command('/offert', goodwill),
  command('/in', { kind: 'in' }),
  command('/hors', { kind: 'out' }),
  command('/service newsletter', { kind: 'service', service: 'newsletter' }),
  command('/service blanchisserie', null),
  command('/confirm\n/decline', null),
  plain('Ok, merci !', confirm, accept),
  plain('Je confirme', confirm, accept),
  plain('Yes please', confirm, accept),
  plain('Sounds good, thanks', null, accept),
  plain('Non merci', null, refuse),
  plain('Too expensive', null, refuse),
  plain('Je peux attendre, merci', null, wait),
  plain('No rush', null, wait),
  plain('Je ne peux pas', decline, null),
  plain("I can't, sorry", null, null),
  plain('Ok, mais en bleu', null, null),
]

/** The number of one that names a price. */
export const quotePhrase = phrases.findIndex(({ words }) => words === '/quote 120')

/** What a move says where the history has `listMoves`: of each place that says something, whoever goes there. */
export const placeAnswers: Readonly<
  Record<
    Side,
    Readonly<Partial<Record<Place, Meaning & { kind: 'confirm' | 'decline' | 'accept' | 'wait' }>>>
  >
> = {
  client: { review: accept, in_progress: wait },
  assistant: { in_progress: confirm, waiting: decline },
}

/** Goes round where there are fewer. */
export function phraseOf(number: number): Phrase {
  const phrase = phrases[number % phrases.length]
  if (phrase === undefined) throw new RangeError(`there is no phrase ${number}`)
  return phrase
}
