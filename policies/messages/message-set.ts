import type { MessageCode } from './message-codes.ts'

/** What we say for a headline and what comes next, as Liquid templates. */
export interface MessageSource {
  /** The whole message; places `{{ next_step }}`. */
  readonly body: string
  readonly nextStep: string
  /** One sentence for when this was found beside another headline; empty when that one says enough. */
  readonly also: string
}

/** All messages in one language and form of address. */
export type MessageSet = Readonly<Record<MessageCode, MessageSource>>
