/**
 * What is said once somebody has answered, in place of the headline's message.
 * - `quoted`: the assistant has named a price. `declined`: she is not available for urgent work.
 * - `unconfirmed`: she has not said so in time. `reminded`: the price still awaits an answer. `lapsed`: it had none.
 * - `accepted`, `refused`, `waiting`: what the client chose.
 */
export const answeredCodes = [
  'quoted',
  'reminded',
  'lapsed',
  'declined',
  'unconfirmed',
  'accepted',
  'refused',
  'waiting',
] as const
export type AnsweredCode = (typeof answeredCodes)[number]
