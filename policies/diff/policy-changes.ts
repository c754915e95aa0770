import type { Language } from '#model/board.ts'
import { effectivePolicy } from '../effective.ts'
import { isObject } from '../merge-patch.ts'
import type { Policy } from '../schema.ts'
import { type Change, changeOf, type Difference, quoted, type Sides, type Wording } from './change.ts'
import { choiceWords } from './choice-words.ts'
import { dayWords } from './day-words.ts'
import { isKeyedList, keyedListChanges } from './keyed-lists.ts'
import { isList, listWords } from './list-words.ts'
import { isRule, sectionWords } from './section-words.ts'
import { serviceChanges } from './service-changes.ts'
import { isWhole, valueWords } from './value-words.ts'

/**
 * What changes from one document to another, each thing in a sentence to the assistant, in the order of the document.
 * What the documents leave out counts as what it means: a default that somebody writes down is no change.
 */
export function policyChanges(before: Policy, after: Policy, language: Language): Change[] {
  const common = commonChanges(before, after, language)
  return [...common, ...planChanges({ before, after, language }, common)]
}

function commonChanges(before: Policy, after: Policy, language: Language): Change[] {
  const sides = { before, after, language }
  const { services: _b, plans: _p, ...from } = before
  const { services: _a, plans: _q, ...to } = after
  return [
    ...compared({ path: '', before: from, after: to }, sides),
    ...serviceChanges(sides, (difference) => compared(difference, sides)),
  ]
}

/** Down to what a sentence can say. */
function compared(difference: Difference, sides: Sides): Change[] {
  const { path, before, after } = difference
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isKeyedList(path)) return keyedListChanges(difference, sides)
  const isNew = (before === undefined) !== (after === undefined)
  const rule = isNew || isRule(path) ? sectionWords(difference, sides) : null
  if (rule !== null) return [changeOf(difference, rule)]
  const isEnd = isList(path) || isWhole(path) || !(isObject(before) || isObject(after))
  if (isEnd) return [changeOf(difference, wordsOf(difference, sides))]
  const [from, to] = [before, after].map((side) => (isObject(side) ? side : {}))
  const keys = [...new Set([...Object.keys(from ?? {}), ...Object.keys(to ?? {})])]
  return keys.flatMap((key) =>
    compared({ path: path === '' ? key : `${path}.${key}`, before: from?.[key], after: to?.[key] }, sides),
  )
}

const wordings: readonly Wording[] = [dayWords, listWords, choiceWords, valueWords]

function wordsOf(difference: Difference, sides: Sides): string {
  for (const wording of wordings) {
    const words = wording(difference, sides)
    if (words !== null) return words
  }
  const { language } = sides
  const place = quoted(difference.path, language)
  return language === 'fr' ? `${place} a changé.` : `${place} has changed.`
}

/** Of each plan what changes for its clients alone. */
function planChanges(sides: Sides, common: readonly Change[]): Change[] {
  const { before, after, language } = sides
  const known = new Set(common.map(({ path, words }) => `${path} ${words}`))
  const ids = [...new Set([...Object.keys(before.plans), ...Object.keys(after.plans)])]
  return ids.flatMap((id) => {
    const [from, to] = [before.plans[id], after.plans[id]]
    const path = `plans.${id}`
    const name = quoted((to ?? from)?.name ?? id, language)
    if (from === undefined || to === undefined) {
      const words = planWords[language][from === undefined ? 'added' : 'removed'](name)
      return [changeOf({ path, before: from, after: to }, words)]
    }
    const renamed = compared({ path: `${path}.name`, before: from.name, after: to.name }, sides)
    const inPlan = { plan: id, terms: {} }
    const own = commonChanges(effectivePolicy(before, inPlan), effectivePolicy(after, inPlan), language)
      .filter((change) => !known.has(`${change.path} ${change.words}`))
      .map((change) => ({
        ...change,
        path: `${path}.set.${change.path}`,
        words: planWords[language].within(name, change.words),
      }))
    return [...renamed, ...own]
  })
}

const planWords = {
  fr: {
    added: (name: string) => `Nouvelle formule : ${name}.`,
    removed: (name: string) => `Formule retirée : ${name}.`,
    within: (name: string, words: string) => `Dans la formule ${name} : ${words}`,
  },
  en: {
    added: (name: string) => `New plan: ${name}.`,
    removed: (name: string) => `Plan taken out: ${name}.`,
    within: (name: string, words: string) => `In the plan ${name}: ${words}`,
  },
} as const
