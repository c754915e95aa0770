import { concepts, type Mention } from './lexicon/lexicon.ts'

/** Kinds of features. Each kind is brought to the same length, so that no kind drowns the others. */
export const blocks = ['word', 'gram', 'concept', 'frame'] as const
export type Block = (typeof blocks)[number]

/** What a feature is called; the number of a feature in a catalogue is found by it. */
export type FeatureName = `${Block}:${string}`

/** Letters of a part of a word: long enough to mean something, short enough to survive a slip. */
const gramLength = 5

/** More actions and things than these are not combined in one clause, so that the work stays bounded. */
const mostCombined = 6

/** The features of one word: its stem, then its parts of four letters, by which misspelled and related words meet. */
export function wordFeatures(text: string, stem: string): FeatureName[] {
  const marked = `<${text.slice(0, 20)}>`
  const features: FeatureName[] = [`word:${stem}`]
  for (let at = 0; at + gramLength <= marked.length; at += 1) {
    features.push(`gram:${marked.slice(at, at + gramLength)}`)
  }
  return features
}

/** The features of one concept: itself, then the wider fields it belongs to. */
export function conceptFeatures(concept: number): FeatureName[] {
  const { id = '', parents = [] } = concepts[concept] ?? {}
  return [`concept:${id}`, ...parents.map((parent) => `concept:<${parent}` as const)]
}

/** The feature of an action done to a thing, by their fields. */
export function frameName(action: number, thing: number): FeatureName {
  return `frame:${concepts[action]?.parents[0]} ${concepts[thing]?.parents[0]}`
}

/** An action done to a thing, both concepts. `weight`: what the words behind them count. */
export interface Frame {
  readonly action: number
  readonly thing: number
  readonly weight: number
}

/** Every action of a clause with every thing of it. */
export function framesOf(mentions: readonly Mention[], weightAt: (start: number) => number): Frame[] {
  const ofKind = (kind: string) =>
    mentions.filter(({ concept }) => concepts[concept]?.kind === kind).slice(0, mostCombined)
  const things = ofKind('thing')
  if (things.length === 0) return []
  return ofKind('action').flatMap((action) =>
    things.map((thing) => ({
      action: action.concept,
      thing: thing.concept,
      weight: Math.min(weightAt(action.start), weightAt(thing.start)),
    })),
  )
}
