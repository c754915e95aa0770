import type { Finding } from '#model/decision.ts'
import type { Task } from '#model/task.ts'
import type { Service } from '../schema.ts'
import { clausesOf, wordsOf } from '../text/clauses.ts'
import { type PhraseIndex, phraseAt, phraseIndex } from '../text/phrase.ts'
import type { Case } from './rule.ts'
import { servicesOf } from './services.ts'

type Need = Service['needs'][number]

/** A link in a text, enough to know that there is one. */
const link = /\bhttps?:\/\/\S|\bwww\.\S/iu

/** Is all there that the services asked for need from the client? Asked only where they are surely covered. */
export function needs({ policy, task, found }: Case): Finding[] {
  if (!found.some(({ code }) => code === 'in_scope')) return []
  const services = servicesOf(policy, found)
  const missing = services.flatMap((service) => service.needs.filter((need) => !isThere(need, task)))
  const [first] = services.filter((service) => service.needs.some((need) => missing.includes(need)))
  if (first === undefined) return []
  const names = missing.map(({ name }) => name[policy.language] ?? name[policy.document.language] ?? '')
  const index = policy.document.services.indexOf(first)
  return [
    {
      code: 'info_missing',
      reason: 'needs',
      evidence: { missing: [...new Set(names)] },
      clause: `services[${index}].needs`,
    },
  ]
}

function isThere({ by, words }: Need, task: Task): boolean {
  const text = `${task.title}\n${task.text}`
  const proofs = {
    due_date: () => task.dueAt !== null,
    attachment: () => task.attachments.length > 0,
    link: () => link.test(text),
    words: () => speaksOf(text, [...words.fr, ...words.en]),
  }
  return by.some((proof) => proofs[proof]())
}

function speaksOf(text: string, phrases: readonly string[]): boolean {
  const index: PhraseIndex = phraseIndex(phrases.map((phrase) => wordsOf(phrase).join(' ')).filter(Boolean))
  return clausesOf(text).some((clause) => {
    const words = clause.map((word) => word.text)
    return words.some((_, at) => phraseAt(index, words, at) !== null)
  })
}
