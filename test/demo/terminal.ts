import { stripVTControlCharacters, styleText } from 'node:util'
import type { Language } from '#model/board.ts'
import { findingCodes, inOrder, type LabelKey } from '#model/decision.ts'
import { keyName } from '#policies/labels.ts'
import * as text from '../../src/cli/text-layout.ts'

/** No line is longer. */
export const width = 100

export const toolNames = { trello: 'Trello', notion: 'Notion', clickup: 'ClickUp' } as const

const none = { fr: 'aucune étiquette', en: 'no label' } as const

/** Labels as they stand on a card. */
export const labelled = (labels: readonly string[], language: Language) =>
  labels.length === 0
    ? none[language]
    : asOnCards(labels)
        .map((label) => styleText('inverse', ` ${label} `))
        .join(' ')

const percents = [20, 30, 35, 50].map((percent): LabelKey => `surcharge:${percent}`)
const names = inOrder([...findingCodes, ...percents]).map((key) =>
  (['fr', 'en'] as const).map((language) => keyName(key, language).toLowerCase()),
)

/** Names of labels in the order in which Cadre writes them; the sandboxes show them by the alphabet. */
export function asOnCards(labels: readonly string[]): string[] {
  const place = (label: string) => names.findIndex((each) => each.includes(label.toLowerCase()))
  return labels.toSorted((a, b) => place(a) - place(b))
}

/** `1.2 s` */
export const seconds = (milliseconds: number, language: Language) =>
  `${(milliseconds / 1000).toFixed(1).replace('.', language === 'fr' ? ',' : '.')} s`

/** A line, and a dim remark behind it where both fit, else below it. */
export function remarked(line: string, remark: string): string[] {
  const fits = stripVTControlCharacters(`${line}   ${remark}`).length <= width
  return fits ? [`${line}   ${styleText('dim', remark)}`] : [line, `    ${styleText('dim', remark)}`]
}

/** Lines that fit; what comes from a card may not steer the terminal. */
export const wrap = (words: string): string[] => text.wrap(words, width - 6).filter((line) => line !== '')
