import type { Meaning } from './phrases.ts'

/** What is decided by a label: of one question the latest word counts. */
export type Subject = 'scope' | 'urgency'

/** A label of ours that people put on by hand. */
export interface HandLabel {
  readonly name: string
  /** Null for a label that decides nothing, and stays where it was put. */
  readonly about: Subject | null
  /** What it says of the assistant's own board, in the words of `docs/answers.md`; null where it says nothing there. */
  readonly means: Meaning | null
}

const labels: readonly HandLabel[] = [
  { name: 'Dans le cadre', about: 'scope', means: { kind: 'in' } },
  { name: 'Hors cadre', about: 'scope', means: { kind: 'out' } },
  { name: 'Devis à prévoir', about: 'scope', means: null },
  { name: 'À vérifier', about: 'scope', means: null },
  { name: 'Urgent · confirmé', about: 'urgency', means: { kind: 'confirm' } },
  { name: 'Urgent · dispo à confirmer', about: 'urgency', means: null },
  { name: '+35 %', about: null, means: null },
]

/** How many there are. */
export const handLabelCount = labels.length

/** Goes round where there are fewer. */
export function handLabel(number: number): HandLabel {
  const label = labels[number % labels.length]
  if (label === undefined) throw new RangeError(`there is no label ${number}`)
  return label
}

/** The number of the label that is called so. */
export const numberOf = (called: string): number => labels.findIndex(({ name }) => name === called)

/** What a label of that name, in small letters, is about; null for all others. */
export const subjectOf = (name: string): Subject | null =>
  labels.find((each) => each.name.toLowerCase() === name)?.about ?? null

/** What it says when it is put on the assistant's own board; null where it says nothing. */
export const meaningOfLabel = (name: string): Meaning | null =>
  labels.find((each) => each.name.toLowerCase() === name)?.means ?? null
