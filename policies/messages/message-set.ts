import type { MessageCode } from './message-codes.ts'

/** What we say for a headline and what comes next, as Liquid templates. The body places `{{ next_step }}`. */
export interface MessageSource {
  readonly body: string
  readonly nextStep: string
}

/** All messages in one language and form of address. */
export type MessageSet = Readonly<Record<MessageCode, MessageSource>>
