import type { Act } from './pictures.ts'
import type { Life, Recorded } from './play.ts'

/** What time did, of what was recorded as answered; null for what a person said. */
export const actIn = ({ said }: Pick<Recorded, 'said'>): Act | null =>
  said.kind === 'remind' || said.kind === 'expire' ? { kind: said.kind, question: said.question } : null

/** What time did about a request, and during which step. */
export function actsOf(requestId: string, { answers, begun }: Life): (Act & { readonly step: number })[] {
  return answers.flatMap((answer) => {
    const act = answer.requestId === requestId ? actIn(answer) : null
    return act === null ? [] : [{ ...act, step: begun.findLastIndex((moment) => moment <= answer.at) }]
  })
}
