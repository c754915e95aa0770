import type { Decision } from '#model/decision.ts'
import { type Account, emptyAccount, type Override } from '#model/facts.ts'
import type { Task } from '#model/task.ts'
import { type CompiledPolicy, compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import { presets } from '#policies/presets/presets.ts'
import type { Policy } from '#policies/schema.ts'
import { facts, monday, task } from '../judge.ts'

/** Who asks: in what language, how addressed, reading dates where. */
interface Speaker {
  readonly language?: 'fr' | 'en'
  readonly address?: 'tu' | 'vous'
  readonly timeZone?: string
}

export const presetNames = Object.keys(presets)

/** A preset that exists. */
export function presetOf(name: string): Policy {
  const preset = presets[name]
  if (preset === undefined) throw new Error(`there is no preset ${name}`)
  return preset
}

/** The rules of a preset as they hold for a client. */
export function rulesOf(name: string, speaker: Speaker = {}): CompiledPolicy {
  const { language = 'fr', address = 'tu', timeZone = 'Europe/Paris' } = speaker
  return compilePolicy(presetOf(name), { id: name, version: 1 }, { language, address, timeZone })
}

/** What a client asks, and what is known of it. Left out: asked on Monday at 9:00, the due date set then too. */
export interface Asked extends Omit<Partial<Task>, 'submittedAt' | 'dueAt'> {
  readonly at?: string
  readonly due?: string
  readonly dueSet?: string
  readonly account?: Partial<Account>
  readonly overrides?: readonly Override[]
}

/** Judge a request at the moment at which it was made. */
export function answerTo(policy: CompiledPolicy, request: Asked): Decision {
  const { at = monday, due = null, dueSet = at, account, overrides = [], ...asked } = request
  const known = facts({
    dueAt: due,
    dueSetAt: due === null ? null : dueSet,
    judgedAt: at,
    overrides,
    account: { ...emptyAccount, ...account },
  })
  return evaluate(policy, task({ ...asked, submittedAt: at, dueAt: due }), known, at)
}

export const codesOf = ({ findings }: Decision) => findings.map(({ code }) => code)
