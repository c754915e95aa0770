import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { exits } from './say-error.ts'
import { colon, plain } from './text-layout.ts'

const Examined = z.object({
  healthy: z.boolean(),
  checks: z.array(
    z.object({
      state: z.enum(['ok', 'warn', 'fail']),
      subject: z.string().nullable(),
      advice: z.object({ fr: z.string(), en: z.string() }),
    }),
  ),
})

/** `cadre doctor`: is all well, and if not, what to do? */
export function addDoctorCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('doctor')
    .description('check accounts, rights, public address, webhooks, clock and labels of the running service')
    .action(async (_options: unknown, command: Command) => {
      const { api, show, language } = open(command)
      const examined = await api.get('/doctor', Examined)
      show(examined, ({ checks }) =>
        checks.map(({ state, subject, advice }) => {
          const mark = { ok: '✓', warn: '!', fail: '✗' }[state]
          return plain(`${mark} ${subject === null ? '' : `${subject}${colon(language)}`}${advice[language]}`)
        }),
      )
      if (!examined.healthy) process.exitCode = exits.refused
    })
}
