import { stripVTControlCharacters } from 'node:util'
import type { Language } from '#model/board.ts'

const letters = new Intl.Segmenter()

/** Text that may not steer the terminal or turn its lines around, whoever wrote it; on one line. What keeps 35 and € together stays. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/[^\S\u00a0\u202f]+/gu, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

/** What stands between a name and what is said of it. */
export const colon = (language: Language) => (language === 'fr' ? '\u00a0: ' : ': ')

/** The lines of a page with their indents; none of them may steer the terminal. */
export function plainLines(page: string): string[] {
  return page.split('\n').map((line) => `${/^ */u.exec(line)?.[0] ?? ''}${plain(line)}`.trimEnd())
}

/** How many columns a text takes; an emoji takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const { segment } of letters.segment(text)) width += /\p{Emoji_Presentation}/u.test(segment) ? 2 : 1
  return width
}

/** French has a space before `:`, `;`, `!`, `?` and inside `« »`, and a number has one before its unit: no line ends there. */
const inseparable = / (?=[:;!?»](?:[\s),.]|$))|(?<=«) |(?<=\d) (?=[€%]|h\b)/gu

/** Lines of at most `width` columns, broken between words. */
export function wrap(text: string, width: number, indent = ''): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of plain(paragraph).replace(inseparable, '\u00a0').split(' ')) {
      const last = lines.at(-1)
      if (last === undefined || widthOf(`${indent}${last} ${word}`) > width) lines.push(word)
      else lines[lines.length - 1] = `${last} ${word}`
    }
    return lines.map((line) => `${indent}${line}`.trimEnd())
  })
}

/** Rows in columns. What is too wide for the terminal is cut in the last column, which is where long texts belong. */
export function table(rows: readonly (readonly string[])[], width: number): string[] {
  const cells = rows.map((row) => row.map(plain))
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => widthOf(row[column] ?? ''))),
  )
  return cells.map((row) =>
    cut(
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
      width,
    ),
  )
}

function cut(line: string, width: number): string {
  if (widthOf(line) <= width) return line
  let kept = ''
  for (const { segment } of letters.segment(line)) {
    if (widthOf(kept + segment) > width - 1) break
    kept += segment
  }
  return `${kept}…`
}
