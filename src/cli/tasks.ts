import { type Command, Option } from 'commander'
import { z } from 'zod'
import type { Language } from '#model/board.ts'
import { findingCodes } from '#model/decision.ts'
import { labelName } from '#policies/labels.ts'
import type { AtHand } from './at-hand.ts'
import { plain, table, wrap } from './text-layout.ts'
import { addTimelineCommand } from './timeline.ts'

const Headline = z.enum(findingCodes).nullable()
const Task = z.looseObject({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  state: z.string(),
  lastState: z.string(),
  dueAt: z.string().nullable(),
  headline: Headline,
  decision: z
    .looseObject({
      policyId: z.string(),
      policyVersion: z.int(),
      findings: z.array(z.looseObject({ code: z.enum(findingCodes), clause: z.string().nullable() })),
      price: z.looseObject({ formula: z.string() }).nullable(),
      message: z.string(),
      announce: z.boolean(),
    })
    .nullable(),
  createdAt: z.string(),
})
type Task = z.infer<typeof Task>
const Tasks = z.object({ items: z.array(Task), nextCursor: z.string().nullable() })

/** `cadre tasks …`: the requests that Cadre knows, and their verdicts. */
export function addTaskCommands(program: Command, open: (command: Command) => AtHand): void {
  const tasks = program.command('tasks').description('requests and their verdicts')

  tasks
    .command('list')
    .option('--board <id>', 'only of this board')
    .addOption(new Option('--headline <verdict>', 'only with this verdict').choices(findingCodes))
    .addOption(new Option('--state <state>', 'open, or gone from the board').choices(['open', 'gone']))
    .option('--limit <number>', 'how many at most, up to 200', '50')
    .option('--cursor <cursor>', 'where the list before ended')
    .description('requests, newest first, each with its day in the time zone of your terminal')
    .action(async ({ board, ...options }: Record<string, string>, command: Command) => {
      const { api, show, language, columns } = open(command)
      // Loaded for who needs it: the other commands start quicker without.
      const { dayHere } = await import('./terminal-time.ts')
      const query = new URLSearchParams({ ...options, ...(board !== undefined && { boardId: board }) })
      show(await api.get(`/tasks?${query}`, Tasks), ({ items, nextCursor }) => [
        ...(items.length === 0 ? [none[language]] : []),
        ...table(
          items.map((task) => [task.id, dayHere(task.createdAt), verdictOf(task, language), task.title]),
          columns,
        ),
        ...(nextCursor === null ? [] : [`… --cursor ${nextCursor}`]),
      ])
    })

  tasks
    .command('show')
    .argument('<id>', 'as `cadre tasks list` shows it')
    .description('one request: its verdict, why, the price and the comment')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { api, show, language, columns } = open(command)
      show(await api.get(`/tasks/${id}`, Task), (task) => taskLines(task, language, columns))
    })

  addTimelineCommand(tasks, open)
}

const none = { fr: 'Aucune demande.', en: 'No requests.' }

/** Why a request has no verdict. */
const unjudged: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: { 'taken-in': 'là avant Cadre', 'not-judged': 'non jugée', failed: 'en échec', gone: 'partie' },
  en: { 'taken-in': 'there before Cadre', 'not-judged': 'not judged', failed: 'failed', gone: 'gone' },
}

const verdictOf = ({ headline, lastState }: Task, language: Language) =>
  headline === null ? `(${unjudged[language][lastState] ?? lastState})` : labelName(headline, language)

function taskLines(task: Task, language: Language, columns: number): string[] {
  const { decision } = task
  const head = [plain(task.title), plain(task.url), `→ ${verdictOf(task, language)}`]
  if (decision === null) return head
  const names = {
    fr: { rules: 'règles :', price: 'prix :', comment: 'commentaire :', silent: 'commentaire, non écrit :' },
    en: { rules: 'rules:', price: 'price:', comment: 'comment:', silent: 'comment, not written:' },
  }[language]
  const { policyId, policyVersion, findings, price, message, announce } = decision
  const rows = [
    `${names.rules} ${policyId} v${policyVersion}`,
    ...findings.map(
      ({ code, clause }) => `• ${labelName(code, language)}${clause === null ? '' : ` (${clause})`}`,
    ),
    ...(price === null ? [] : [`${names.price} ${price.formula}`]),
  ]
  return [
    ...head,
    ...rows.flatMap((row) => wrap(row, columns)),
    ...(message === '' ? [] : [announce ? names.comment : names.silent, ...wrap(message, columns, '  ')]),
  ]
}
