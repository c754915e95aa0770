import type { Client } from '#model/board.ts'
import { type AnsweredCode, answeredCodes } from './answered-codes.ts'
import { answeredEnglish, answeredTu, answeredVous } from './answered-texts.ts'
import { english } from './en.ts'
import { frenchTu } from './fr-tu.ts'
import { frenchVous } from './fr-vous.ts'
import { type MessageTemplate, messageVariables, parseTemplate } from './liquid.ts'
import { type MessageCode, messageCodes } from './message-codes.ts'

/** A message ready to be filled in. */
export interface CompiledMessage {
  readonly body: MessageTemplate
  readonly nextStep: MessageTemplate
  readonly also: MessageTemplate
}

export type Messages = ReadonlyMap<MessageCode, CompiledMessage>
export type AnsweredMessages = ReadonlyMap<AnsweredCode, Omit<CompiledMessage, 'also'>>

/** A policy's own words, by headline and language. */
export type OwnTemplates = Readonly<
  Partial<Record<MessageCode, Readonly<Partial<Record<'fr' | 'en', string | undefined>>> | undefined>>
>

/**
 * Read the messages for clients who are spoken to in one way; the policy's own words go before the built-in ones.
 * @throws Error when a template cannot be read or uses a variable that does not exist
 */
export function compileMessages(
  own: OwnTemplates,
  language: Client['language'],
  address: Client['address'],
): Messages {
  const builtIn = language === 'en' ? english : address === 'tu' ? frenchTu : frenchVous
  return new Map(
    messageCodes.map((code) => [
      code,
      {
        body: own[code]?.[language] === undefined ? ours(builtIn[code].body) : read(own[code][language]),
        nextStep: ours(builtIn[code].nextStep),
        also: ours(builtIn[code].also),
      },
    ]),
  )
}

/** Read what is said once somebody has answered. */
export function compileAnswered(language: Client['language'], address: Client['address']): AnsweredMessages {
  const set = language === 'en' ? answeredEnglish : address === 'tu' ? answeredTu : answeredVous
  return new Map(
    answeredCodes.map((code) => [code, { body: ours(set[code].body), nextStep: ours(set[code].nextStep) }]),
  )
}

/** The built-in texts, read when first needed: all policies share them. */
const builtInTemplates = new Map<string, MessageTemplate>()

function ours(source: string): MessageTemplate {
  const template = builtInTemplates.get(source) ?? read(source)
  builtInTemplates.set(source, template)
  return template
}

function read(source: string): MessageTemplate {
  const template = parseTemplate(source)
  const unknown = template.uses.find((name) => !messageVariables.some((known) => known === name))
  if (unknown !== undefined) throw new Error(`a message uses the unknown variable "${unknown}"`)
  return template
}
