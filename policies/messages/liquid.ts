import { Liquid, type Template } from 'liquidjs'

/** What a message may speak of. All are plain text, empty when they do not apply. */
export const messageVariables = [
  /** The services asked for, by name. */
  'service',
  /** "Estimation, qui ne vaut pas devis : …" with the calculation and the legal mentions. */
  'estimate',
  /** The price that was named or accepted: the amount alone, and its line with the legal mentions. */
  'amount',
  'price',
  /** Not empty once the client has agreed to a price: it changes no more. */
  'agreed',
  /** Until when a price that was named is offered. */
  'valid_until',
  /** The surcharge, e.g. `35 %`. */
  'percent',
  /** The due date, when the notice it gives is what makes the request urgent. */
  'due',
  /** Not empty when the request has a due date at all. */
  'dated',
  /** The threshold that this notice falls short of: `24 h`; empty when it only leaves no working time. */
  'threshold',
  /** The earliest moment at which it can be done without any surcharge. */
  'wait_until',
  /** Not empty when urgent work is never done. */
  'never_urgent',
  /** Not empty when the assistant is not available for this urgent work, or has not said so in time. */
  'declined',
  /** Who does what the assistant does not do. */
  'referral',
  /** When the assistant answers next, and why she does not now (`jour férié : Lundi de Pâques`, `congés`). */
  'opens',
  'closed_because',
  /** What the client still has to supply. */
  'missing',
  /** What is to be paid before work starts. */
  'deposit',
  /** The limit that is passed, e.g. `10 h par mois`, and what is left of it. */
  'limit',
  'balance',
  /** Not empty when what it would cost is given away this time. */
  'offered',
  /** The channel agreed for this, and the one that is not. */
  'channel',
  'refused_channel',
  /** The policy's own sentence that this rests on, word for word as in the contract. */
  'clause',
  /** Sentences on what else was found beside the headline. */
  'also',
  /** The rules in short, with the very first request of a client. */
  'introduction',
  'assistant',
  'next_step',
] as const
type MessageVariable = (typeof messageVariables)[number]

/** Texts by variable. One that takes work may be given as a function: it is called only where a template uses it. */
export type MessageValues = Readonly<Record<MessageVariable, string | (() => string)>>

/** Only what gives the same text for the same values: no clock, no chance, no file, no loop. */
const tags = ['if', 'unless', 'case', 'comment'] as const
const filters = [
  'upcase',
  'downcase',
  'capitalize',
  'strip',
  'append',
  'prepend',
  'replace',
  'default',
] as const

const engine = createEngine()

function createEngine(): Liquid {
  const liquid = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: 20_000,
    memoryLimit: 1_000_000,
  })
  keepOnly(liquid.tags, tags)
  keepOnly(liquid.filters, filters)
  return liquid
}

function keepOnly(registry: Record<string, unknown>, names: readonly string[]): void {
  for (const name of Object.keys(registry)) if (!names.includes(name)) delete registry[name]
}

/** A template that has been read. */
export interface MessageTemplate {
  readonly parts: Template[]
  /** Names of the variables that it uses, known or not. */
  readonly uses: readonly string[]
  /** Those that there are. */
  readonly filledWith: readonly MessageVariable[]
  /** Texts made from it, by the values they were made from. A memory only: requests of one client get much the same. */
  readonly filled: Map<string, string>
}

/** Texts remembered by a template, at most; then the memory starts anew. */
const mostFilled = 100

/** @throws Error of liquidjs when the template cannot be read */
export function parseTemplate(source: string): MessageTemplate {
  const parts = engine.parse(source)
  const uses = engine.globalFullVariablesSync(parts)
  const filledWith = messageVariables.filter((name) => uses.includes(name))
  return { parts, uses, filledWith, filled: new Map() }
}

/** Fill in a template. An empty text is false in an `if`. */
export function fillIn(template: MessageTemplate, values: Readonly<Partial<MessageValues>>): string {
  const scope: Record<string, string | null> = {}
  for (const name of template.filledWith) {
    const value = values[name]
    if (value !== undefined) scope[name] = (typeof value === 'function' ? value() : value) || null
  }
  const key = JSON.stringify(scope)
  const known = template.filled.get(key)
  if (known !== undefined) return known
  const text = String(engine.renderSync(template.parts, scope)).trim()
  if (template.filled.size >= mostFilled) template.filled.clear()
  template.filled.set(key, text)
  return text
}
