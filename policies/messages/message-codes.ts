import { type FindingCode, findingCodes } from '#model/decision.ts'

/** The headlines that a message exists for: all of them. */
export const messageCodes = findingCodes
export type MessageCode = FindingCode
