/**
 * What is said once somebody has answered, in place of the headline's message.
 * - `quoted`: the assistant has named a price. `declined`: she is not available for urgent work.
 * - `accepted`, `refused`, `waiting`: what the client chose.
 */
export const answeredCodes = ['quoted', 'declined', 'accepted', 'refused', 'waiting'] as const
export type AnsweredCode = (typeof answeredCodes)[number]
