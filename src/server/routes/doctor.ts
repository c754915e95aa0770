import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type DoctorDeps, examine } from '../../pipeline/doctor.ts'
import { newAttempt } from '../attempt.ts'
import { exampleOf } from '../example.ts'
import { problems } from '../problem.ts'

export type DoctorRoutes = Omit<DoctorDeps, 'newAttempt'>

const CheckView = z
  .object({
    code: z.string(),
    state: z.enum(['ok', 'warn', 'fail']),
    subject: z.string().nullable().meta({ description: 'A connection or a board, by name' }),
    advice: z.object({ fr: z.string(), en: z.string() }),
  })
  .meta({
    id: 'Check',
    example: {
      code: 'credentials',
      state: 'ok',
      subject: "Marie's Trello",
      advice: { fr: 'Le compte répond.', en: 'The account answers.' },
    },
  })
const Examination = z
  .object({ healthy: z.boolean(), checks: z.array(CheckView) })
  .meta({ example: { healthy: true, checks: [exampleOf(CheckView)] } })

/** Is everything as it should be, and if not, what is to be done? */
export const doctorRoutes: FastifyPluginAsyncZod<DoctorRoutes> = async (app, deps) => {
  app.get(
    '/doctor',
    {
      schema: {
        operationId: 'examine',
        summary: 'Check accounts, rights, public address, webhooks, clock and labels',
        description: 'Asks the tools, so it takes a few calls per connection and board. Writes nothing.',
        tags: ['Operations'],
        response: { 200: Examination, ...problems },
      },
    },
    async () => {
      const checks = await examine({ ...deps, newAttempt })
      return { healthy: checks.every(({ state }) => state !== 'fail'), checks }
    },
  )
}
