import type { FindingCode } from '#model/decision.ts'

/** The headlines that a message exists for. */
export const messageCodes = [
  'out_of_scope',
  'quote_needed',
  'urgent_confirm',
  'urgent_confirmed',
  'to_review',
  'in_scope',
] as const satisfies readonly FindingCode[]
export type MessageCode = (typeof messageCodes)[number]
