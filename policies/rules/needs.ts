import type { Finding } from '#model/decision.ts'
import type { Need } from '../schema/services.ts'
import { clausesOf } from '../text/clauses.ts'
import { hasPhrase } from '../text/phrase.ts'
import type { Case } from './rule.ts'
import { servicesOf } from './services.ts'

/** A link in a text, enough to know that there is one. */
const link = /\bhttps?:\/\/\S|\bwww\.\S/iu

/** Is all there that the services asked for need from the client? Asked only where they are surely covered. */
export function needs(request: Case): Finding[] {
  const { policy, found } = request
  if (!found.some(({ code }) => code === 'in_scope')) return []
  const services = servicesOf(policy, found)
  const missing = services.flatMap((service) => service.needs.filter((need) => !isThere(need, request)))
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

function isThere(need: Need, { policy, task }: Case): boolean {
  const text = `${task.title}\n${task.text}`
  const known = policy.needWords.get(need)
  const proofs = {
    due_date: () => task.dueAt !== null,
    attachment: () => task.attachments.length > 0,
    link: () => link.test(text),
    words: () =>
      known !== undefined &&
      clausesOf(text).some((clause) =>
        hasPhrase(
          known,
          clause.map((word) => word.text),
        ),
      ),
  }
  return need.by.some((proof) => proofs[proof]())
}
