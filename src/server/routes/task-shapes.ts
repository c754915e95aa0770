import { z } from 'zod'
import { Identifier } from '../schemas.ts'

/** What the routes of one task share. */
export const ById = z.object({ id: Identifier.meta({ example: 'tsk_2Xc7VbNm4QwErT9y' }) })

/** The work is queued; the next look does it. */
export const Queued = z.object({ queued: z.literal(true) }).meta({ example: { queued: true } })
