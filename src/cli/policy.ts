import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { z } from 'zod'
import { isAppError } from '#model/error.ts'
import type { AtHand } from './at-hand.ts'
import { openText } from './edit-text.ts'
import { textOf } from './given.ts'
import { caseLines, reviewLines } from './policy-review.ts'
import { CaseRun, Review } from './policy-shapes.ts'
import { exits } from './say-error.ts'
import { table } from './text-layout.ts'

const yaml = 'application/yaml'
const Summaries = z.object({
  items: z.array(
    z.looseObject({ id: z.string(), name: z.string(), version: z.int().nullable(), hasDraft: z.boolean() }),
  ),
})

interface NewOptions {
  readonly preset: string
  readonly withCases?: boolean
}

/** `cadre policy list | new | edit | check`: writing rules. */
export function addPolicyCommands(policy: Command, open: (command: Command) => AtHand): void {
  policy
    .command('list')
    .description('the policies there are')
    .action(async (_options: unknown, command: Command) => {
      const { api, show, language, columns } = open(command)
      const draft = { fr: 'brouillon', en: 'draft' }[language]
      show(await api.get('/policies?limit=200', Summaries), ({ items }) =>
        table(
          items.map(({ id, name, version, hasDraft }) => [
            ...[id, version === null ? '–' : `v${version}`, hasDraft ? draft : '', name],
          ]),
          columns,
        ),
      )
    })

  policy
    .command('new')
    .argument('<id>', 'small letters, digits and hyphens, e.g. my-rules')
    .requiredOption('--preset <name>', "somebody else's rules to begin with, e.g. webmarketing")
    .option('--with-cases', 'also take the cases that prove those rules, prices and all')
    .description('begin a policy: a draft with the rules of a preset')
    .action(async (id: string, { preset, withCases = false }: NewOptions, command: Command) => {
      const { api, show, language } = open(command)
      const made = await api.post('/policies', { id, preset, publish: false, withCases }, Review.loose())
      const words = {
        fr: `Le brouillon de « ${id} » est là. La suite : cadre policy edit ${id}`,
        en: `There is a draft of “${id}”. Next: cadre policy edit ${id}`,
      }
      show(made, () => [words[language]])
    })

  policy
    .command('edit')
    .argument('<id>', 'of the policy')
    .description(
      'open the draft as YAML in $EDITOR, and put it back; nothing is in force before it is published',
    )
    .option('--file <file>', 'put this text in instead, without the editor; - for the input')
    .action(async (id: string, { file }: { file?: string }, command: Command) =>
      file === undefined ? edit(id, open(command)) : putIn(id, textOf(file), open(command)),
    )

  policy
    .command('check')
    .argument('<file|id>', 'a file in YAML or JSON, or the id of a policy: its draft')
    .description('say what is wrong or odd with rules, and run their cases')
    .action(async (what: string, _options: unknown, command: Command) => check(what, open(command)))
}

/** The draft is what somebody wrote, whatever it was before. */
async function putIn(id: string, after: string, { api, show, language }: AtHand): Promise<void> {
  const path = `/policies/${id}/draft`
  const { etag: ifMatch } = await api.send('GET', path)
  const { text } = await api.send('PUT', path, { body: after, type: yaml, ifMatch })
  const draft = Review.parse(JSON.parse(text))
  show(draft, () => reviewLines(draft, language))
}

async function edit(id: string, { api, show, language, editor }: AtHand): Promise<void> {
  const path = `/policies/${id}/draft`
  const { text: before, etag } = await api.send('GET', path, { accept: yaml })
  const file = openText(`${id}.yaml`, before, editor)
  const after = file.edit()
  if (after === before) {
    file.remove()
    const words = { fr: 'Rien de changé.', en: 'Nothing changed.' }
    return show({ isChanged: false }, () => [words[language]])
  }
  try {
    const { text } = await api.send('PUT', path, { body: after, type: yaml, ifMatch: etag })
    file.remove()
    const draft = Review.parse(JSON.parse(text))
    show(draft, () => reviewLines(draft, language))
  } catch (error) {
    if (!isAppError(error)) throw error
    const isLost = isAppError(error, 'PRECONDITION_FAILED')
    const kept = isLost
      ? {
          fr: `Quelqu'un a changé ce brouillon pendant que tu écrivais. Ton texte est gardé : ${file.path}`,
          en: `Somebody changed this draft while you were writing. Your text is kept: ${file.path}`,
        }
      : { fr: `Ton texte est gardé : ${file.path}`, en: `Your text is kept: ${file.path}` }
    const again = `cadre policy edit ${id} --file ${file.path}`
    const next = isLost
      ? {
          fr: `Relis le sien ; pour mettre le tien à la place : ${again}`,
          en: `Read theirs; to put yours in its place: ${again}`,
        }
      : { fr: `Corrige-le, puis : ${again}`, en: `Correct it, then: ${again}` }
    process.stderr.write(`${kept[language]}\n${next[language]}\n`)
    throw error
  }
}

async function check(what: string, { api, show, language }: AtHand): Promise<void> {
  const isFile = existsSync(what)
  const review = isFile
    ? await api.post('/policies/validate', readFileSync(what, 'utf8'), Review, { type: yaml })
    : await api.get(`/policies/${what}/draft`, Review)
  // A document with problems judges nobody, and a file has no cases of its own.
  const runsCases = !isFile && review.isPublishable
  const cases = runsCases ? await api.post(`/policies/${what}/cases/run`, {}, CaseRun) : null
  show({ ...review, cases }, () => [
    ...reviewLines(review, language),
    ...(cases === null ? [] : caseLines(cases, language)),
  ])
  if (!review.isPublishable || (cases?.failed ?? 0) > 0) process.exitCode = exits.refused
}
