import { visible } from '../text/visible.ts'
import type { Clause } from './clauses.ts'

/** Characters that mean something anywhere in a line. */
const special = /[\\`*[\]<>|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu

/** Somebody's words within a line, so that nothing in them is taken for Markdown or HTML. */
export function escaped(words: string): string {
  return visible(words).replace(special, String.raw`\$&`)
}

/** The same for words that begin a line, or an item of a list. */
export function escapedLine(line: string): string {
  return escaped(line)
    .replace(/^(\s*)([#+\-=])/u, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/u, String.raw`$1\$2`)
}

/** Plain text with its paragraphs and the lists whose items begin with `- `. */
export function escapedText(text: string): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith('- ') ? `- ${escapedLine(line.slice(2))}` : escapedLine(line)))
    .map((line, index, lines) => (startsList(line, lines[index - 1]) ? `\n${line}` : line))
    .join('\n')
}

/** Some readers of Markdown want an empty line before a list. */
const startsList = (line: string, before = '') =>
  line.startsWith('- ') && before !== '' && !before.startsWith('- ')

export function heading(level: 1 | 2 | 3, title: string): string {
  return `${'#'.repeat(level)} ${escaped(title)}`
}

/** A clause under its heading. */
export function clauseSection({ title, text }: Clause, level: 2 | 3): string {
  return `${heading(level, title)}\n\n${escapedText(text)}`
}

/** The parts of a document, one below the other. */
export function page(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}
