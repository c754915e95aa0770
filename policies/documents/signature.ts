import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'
import { answerSentence, weekSentence } from './clauses/hours.ts'
import { oneLine } from './words.ts'

/** An e-mail signature with the hours in which mail is answered, for programs with and without HTML. */
export interface Signature {
  readonly text: string
  readonly html: string
}

interface Line {
  readonly text: string
  readonly html: string
}

/**
 * Who, how to reach, when she answers. Says only what the policy has.
 * HTML in the plain way that mail programs keep: paragraphs, line breaks and links.
 */
export function signature(policy: Policy, language: Language): Signature {
  const { assistant } = policy
  const groups = [
    [bold(assistant?.name ?? policy.name), plain(assistant?.trade)],
    [mail(assistant?.email), link(assistant?.website)],
    [plain(weekSentence(policy, language)), plain(answerSentence(policy, language))],
  ].map((lines) => lines.filter((line) => line !== null))
  const filled = groups.filter((lines) => lines.length > 0)
  return {
    text: filled.map((lines) => lines.map(({ text }) => text).join('\n')).join('\n\n'),
    html: filled.map((lines) => `<p>${lines.map(({ html }) => html).join('<br>\n')}</p>`).join('\n'),
  }
}

function plain(text: string | undefined): Line | null {
  if (text === undefined || text === '') return null
  return { text: oneLine(text), html: htmlOf(oneLine(text)) }
}

function bold(text: string): Line {
  return { text: oneLine(text), html: `<strong>${htmlOf(oneLine(text))}</strong>` }
}

function mail(address: string | undefined): Line | null {
  if (address === undefined) return null
  return { text: address, html: `<a href="mailto:${htmlOf(address)}">${htmlOf(address)}</a>` }
}

/** Only web addresses become links. */
function link(address: string | undefined): Line | null {
  if (address === undefined) return null
  if (!/^https?:\/\//iu.test(address)) return plain(address)
  const shown = address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '')
  return { text: address, html: `<a href="${htmlOf(address)}">${htmlOf(shown)}</a>` }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it, in content and in attributes. */
function htmlOf(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character)
}
