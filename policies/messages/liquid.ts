import { Liquid, type Template } from 'liquidjs'

/** What a message may speak of. All are plain text, empty when they do not apply. */
export const messageVariables = [
  'service',
  'estimate',
  'percent',
  'due',
  'threshold_hours',
  'referral',
  'assistant',
  'next_step',
] as const
export type MessageValues = Readonly<Record<(typeof messageVariables)[number], string>>

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

/** A template that has been read; opaque to all others. */
export type MessageTemplate = readonly Template[]

/** @throws Error of liquidjs when the template cannot be read */
export function parseTemplate(source: string): MessageTemplate {
  return engine.parse(source)
}

/** Names of the variables that a template uses. */
export function variablesOf(template: MessageTemplate): string[] {
  return engine.globalFullVariablesSync([...template])
}

/** Fill in a template. An empty text is false in an `if`. */
export function fillIn(template: MessageTemplate, values: Readonly<Partial<MessageValues>>): string {
  const scope = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, text === '' ? null : text]),
  )
  return String(engine.renderSync([...template], scope)).trim()
}
