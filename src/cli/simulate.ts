import type { Command } from 'commander'
import { z } from 'zod'
import type { Language } from '#model/board.ts'
import type { AtHand } from './at-hand.ts'
import { momentFor, notUnderstood } from './given.ts'
import { plain, wrap } from './text-layout.ts'

const Simulation = z.looseObject({
  headline: z.looseObject({ name: z.string() }),
  labels: z.array(z.looseObject({ name: z.string() })),
  price: z.looseObject({ text: z.string(), formula: z.string() }).nullable(),
  findings: z.array(z.looseObject({ label: z.string(), sentence: z.string() })),
  message: z.looseObject({ text: z.string(), isWritten: z.boolean() }),
})

interface SimulateOptions {
  readonly policy?: string
  readonly client?: string
  readonly draft?: true
  readonly due?: string
  readonly at?: string
}

/** `cadre simulate "…"`: what would come of a request? */
export function addSimulateCommand(program: Command, open: (command: Command) => AtHand): void {
  program
    .command('simulate')
    .argument('<text>', 'the request; its first line is the title')
    .option('--policy <id>', "by which rules, e.g. my-rules; otherwise the client's")
    .option('--client <id>', 'for whom, as `cadre api GET clients` shows it')
    .option('--draft', 'by the draft of the policy; otherwise by what is in force')
    .option('--due <moment>', 'when it is due, e.g. 2026-12-01T18:00+01:00', momentFor('--due'))
    .option(
      '--at <moment>',
      'when it is asked, e.g. 2026-11-30T09:00+01:00; otherwise now',
      momentFor('--at'),
    )
    .description('judge a request that nobody has made; nothing is written')
    .action(async (request: string, options: SimulateOptions, command: Command) => {
      const { api, show, language, columns } = open(command)
      const simulation = await api.post('/simulate', bodyOf(request, options, language), Simulation)
      show(simulation, () => simulationLines(simulation, language, columns))
    })
}

function bodyOf(request: string, options: SimulateOptions, language: Language) {
  const [title = '', ...lines] = request.split('\n')
  const { policy, client, draft, due, at } = options
  if (policy === undefined && client === undefined)
    throw notUnderstood('--policy', {
      message: 'nothing says by which rules',
      remedy: 'name a policy (--policy my-rules), or a client (--client cli_…)',
      fr: {
        message: 'rien ne dit selon quelles règles',
        remedy: 'indique une politique (--policy mes-regles), ou un client (--client cli_…)',
      },
    })
  return {
    title,
    text: lines.join('\n'),
    ...(policy !== undefined && { policyId: policy }),
    ...(client === undefined ? { client: { language } } : { clientId: client }),
    ...(draft && { draft }),
    ...(due !== undefined && { dueAt: due }),
    ...(at !== undefined && { now: at }),
  }
}

function simulationLines(
  { headline, labels, price, findings, message }: z.infer<typeof Simulation>,
  language: Language,
  columns: number,
): string[] {
  const names = {
    fr: { price: 'prix :', labels: 'étiquettes :', written: 'commentaire :', silent: 'aucun commentaire' },
    en: { price: 'price:', labels: 'labels:', written: 'comment:', silent: 'no comment' },
  }[language]
  const rows = [
    `${names.labels} ${labels.map(({ name }) => name).join(' · ')}`,
    ...(price === null ? [] : [`${names.price} ${price.text} (${price.formula})`]),
  ]
  return [
    plain(`→ ${headline.name}`),
    ...rows.flatMap((row) => wrap(row, columns)),
    ...findings.flatMap(({ label, sentence }) => wrap(`• ${label} — ${sentence}`, columns)),
    ...(message.isWritten ? [names.written, ...wrap(message.text, columns, '  ')] : [names.silent]),
  ]
}
