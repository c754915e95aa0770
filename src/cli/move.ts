import { type Command, Option } from 'commander'
import { z } from 'zod'
import type { Language } from '#model/board.ts'
import { jsonOf } from '../api-client.ts'
import type { AtHand } from './at-hand.ts'
import { notUnderstood, textOf } from './given.ts'
import { plain } from './text-layout.ts'

const ToDo = z.discriminatedUnion('kind', [
  z.looseObject({
    kind: z.literal('connect'),
    connection: z.looseObject({ tool: z.string(), name: z.string() }),
    boards: z.array(z.string()),
  }),
  z.looseObject({ kind: z.literal('apply'), boardId: z.string(), name: z.string() }),
  z.looseObject({ kind: z.literal('link'), boardId: z.string(), name: z.string(), twinBoardId: z.string() }),
])
const Imported = z.object({
  policies: z.array(z.string()),
  clients: z.array(z.string()),
  boards: z.array(z.string()),
  skipped: z.array(z.object({ kind: z.string(), id: z.string() })),
  toDo: z.array(ToDo),
})

interface ImportOptions {
  readonly dryRun?: boolean
  readonly onConflict: string
}

/** `cadre export` and `cadre import`: all that was set up, out of one service and into another. */
export function addMoveCommands(
  program: Command,
  open: (command: Command) => AtHand,
  print: (line: string) => void,
): void {
  program
    .command('export')
    .option('--yaml', 'as YAML; otherwise as JSON')
    .description('print policies, clients, accounts (without secrets) and boards as one document')
    .action(async ({ yaml }: { yaml?: true }, command: Command) => {
      const { api } = open(command)
      print((await api.send('GET', '/export', yaml ? { accept: 'application/yaml' } : {})).text.trimEnd())
    })

  program
    .command('import')
    .argument('<file>', 'as `cadre export` printed it; - for the input')
    .option('--dry-run', 'say what would be made, and make nothing')
    .addOption(
      new Option('--on-conflict <what>', 'with what is there already')
        .choices(['skip', 'fail'])
        .default('skip'),
    )
    .description('make what is missing here; what is there already is never changed')
    .action(async (file: string, { dryRun = false, onConflict }: ImportOptions, command: Command) => {
      const { api, show, language } = open(command)
      const document = await documentOf(textOf(file))
      const done = await api.post('/import', { document, dryRun, onConflict }, Imported)
      show(done, () => importLines(done, dryRun, language))
    })
}

/**
 * YAML also reads JSON, but a hundred times as slowly. To trim takes a byte order mark off, too.
 * @throws AppError REQUEST_INVALID for what is neither; with nothing of what it says
 */
async function documentOf(text: string): Promise<unknown> {
  if (!text.trimStart().startsWith('{')) {
    const { parseYaml } = await import('#policies/yaml.ts')
    return parseYaml(text)
  }
  const document = jsonOf(text.trim())
  if (document !== undefined) return document
  throw notUnderstood('<file>', {
    message: 'it is damaged or cut short, and cannot be read as JSON',
    remedy: 'export again, and give the file as it comes',
    fr: {
      message: 'il est abîmé ou incomplet, et illisible comme JSON',
      remedy: "refais l'export, et donne le fichier tel quel",
    },
  })
}

function importLines(
  { policies, clients, boards, skipped, toDo }: z.infer<typeof Imported>,
  isDryRun: boolean,
  language: Language,
): string[] {
  const [p, c, b, s] = [policies.length, clients.length, boards.length, skipped.length]
  const made = {
    fr: `${isDryRun ? 'Serait importé' : '✓ Importé'} · politiques : ${p} · clients : ${c} · tableaux : ${b} · déjà là : ${s}`,
    en: `${isDryRun ? 'Would be imported' : '✓ Imported'} · policies: ${p} · clients: ${c} · boards: ${b} · there already: ${s}`,
  }
  const rest = { fr: 'Il te reste à faire :', en: 'What is left for you to do:' }
  return [
    made[language],
    ...(toDo.length === 0 ? [] : [rest[language]]),
    ...toDo.map((thing) => plain(`• ${toDoWords(thing)[language]}`)),
  ]
}

function toDoWords(thing: z.infer<typeof ToDo>): Record<Language, string> {
  if (thing.kind === 'connect') {
    const { tool, name } = thing.connection
    const boards = thing.boards.join(', ')
    return {
      fr: `connecter le compte ${tool} « ${name} » sous ce nom, puis importer encore (${boards})`,
      en: `connect the ${tool} account “${name}” by that name, then import again (${boards})`,
    }
  }
  const { boardId, name } = thing
  if (thing.kind === 'apply')
    return {
      fr: `« ${name} » est en essai : regarde, puis cadre api PATCH boards/${boardId} '{"mode":"apply"}'`,
      en: `“${name}” is in dry run: look, then cadre api PATCH boards/${boardId} '{"mode":"apply"}'`,
    }
  return {
    fr: `« ${name} » (${boardId}) : relier au tableau ${thing.twinBoardId} quand il sera là`,
    en: `“${name}” (${boardId}): link it to board ${thing.twinBoardId} once that is here`,
  }
}
