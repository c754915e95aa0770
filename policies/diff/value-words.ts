import type { Language } from '#model/board.ts'
import { findingCodes } from '#model/decision.ts'
import { capitalized } from '../documents/words.ts'
import { labelName } from '../labels.ts'
import type { Policy } from '../schema.ts'
import { quoted, type Wording } from './change.ts'
import { patternOf } from './pattern.ts'
import { formats } from './value-formats.ts'
import { values } from './value-names.ts'

const words = {
  fr: {
    changed: (name: string, before: string, after: string) => `${name} passe de ${before} à ${after}.`,
    text: (name: string, before: string, after: string) => `${name} devient ${after} (avant : ${before}).`,
    added: (name: string, after: string) => `${name} est désormais de ${after}.`,
    addedText: (name: string, after: string) => `${name} est désormais ${after}.`,
    removed: (name: string, before: string) => `Tu retires ${name} (jusqu'ici : ${before}).`,
  },
  en: {
    changed: (name: string, before: string, after: string) => `${name} goes from ${before} to ${after}.`,
    text: (name: string, before: string, after: string) => `${name} becomes ${after} (before: ${before}).`,
    added: (name: string, after: string) => `${name} is now ${after}.`,
    addedText: (name: string, after: string) => `${name} is now ${after}.`,
    removed: (name: string, before: string) => `You take out ${name} (until now: ${before}).`,
  },
} as const

/** Is it one value although it is written as several? */
export const isWhole = (path: string) => values[patternOf(path)]?.isWhole === true

/** A value that goes from one to another: `Le tarif horaire passe de 35,00 € à 40,00 €.` */
export const valueWords: Wording = ({ path, before, after }, sides) => {
  const value = values[patternOf(path)]
  if (value === undefined) return null
  const { language } = sides
  const said = words[language]
  const isText = ['text', 'texts', 'status', 'code'].includes(value.as)
  const show = (written: unknown, policy: Policy) => formats[value.as](written as never, policy, language)
  const name = nameFor(path, value[language], language)
  const start = path.startsWith('services.') ? name : capitalized(name)
  if (after === undefined) return said.removed(name, show(before, sides.before))
  const now = show(after, sides.after)
  if (before === undefined) return said[isText ? 'addedText' : 'added'](start, now)
  return said[isText ? 'text' : 'changed'](start, show(before, sides.before), now)
}

/** With what the path says beside its pattern: of which verdict. */
function nameFor(path: string, name: string, language: Language): string {
  const [, verdict] = /^(?:statuses|messages\.templates)\.([^.]+)/u.exec(path) ?? []
  const code = findingCodes.find((each) => each === verdict)
  return code === undefined ? name : `${name} ${quoted(labelName(code, language), language)}`
}
