import { z } from 'zod'
import { Identifier } from '../schemas.ts'

/** What the routes of one task share. */
export const ById = z.object({ id: Identifier.meta({ example: 'tsk_8vQ2mJ4kX0aLr5Zt' }) })

/** The work is queued; the next look does it. */
export const Queued = z.object({ queued: z.literal(true) })
