import { z } from 'zod'
import { FindingCode, Identifier, Moment, RunState } from './schemas.ts'

/** Query parameters that choose tasks: the same for the list and the export. All that are given must hold. */
export const TaskFilter = z.strictObject({
  boardId: Identifier.optional(),
  clientId: Identifier.optional(),
  headline: FindingCode.optional(),
  state: z.enum(['open', 'gone']).optional(),
  lastState: RunState.optional().meta({ description: 'How the last look ended' }),
  dueFrom: Moment.optional(),
  dueTo: Moment.optional().meta({ description: 'Not included' }),
  createdFrom: Moment.optional(),
  createdTo: Moment.optional().meta({ description: 'Not included' }),
  private: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional()
    .meta({ description: 'With, or without, a finding for the assistant alone' }),
  q: z
    .string()
    .max(200)
    .regex(/[\p{L}\p{N}]/u, 'has no letter and no digit')
    .optional()
    .meta({ description: 'Words that title or text must have, or begin words with; accents do not matter' }),
})
