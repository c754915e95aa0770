import type { Command } from 'commander'
import { z } from 'zod'
import type { AtHand } from './at-hand.ts'
import { momentFor, wholeNumberFor } from './given.ts'
import { Difference, Version } from './policy-shapes.ts'
import { plain, table, wrap } from './text-layout.ts'

const Publication = z.looseObject({ version: Version, failedCases: z.array(z.string()) })

interface PublishOptions {
  readonly at?: string
  readonly note?: string
  readonly despiteCases?: true
  readonly despiteImpact?: true
}

const Versions = z.object({
  items: z.array(Version.extend({ state: z.enum(['in-force', 'pending', 'past', 'cancelled']) })),
})

/** `cadre policy versions | diff | publish | rollback`: putting rules in force. */
export function addPolicyVersionCommands(policy: Command, open: (command: Command) => AtHand): void {
  policy
    .command('versions')
    .argument('<id>', 'of the policy')
    .description(
      'what was published, newest first: number, since which day in the time zone of your terminal, and why',
    )
    .action(async (id: string, _options: unknown, command: Command) => {
      const { api, show, language, columns } = open(command)
      // Loaded for who needs it: the other commands start quicker without.
      const { dayHere } = await import('./terminal-time.ts')
      show(await api.get(`/policies/${id}/versions?limit=200`, Versions), ({ items }) =>
        table(
          items.map(({ version, effectiveAt, state, note }) => [
            ...[`v${version}`, dayHere(effectiveAt), stateWords[language][state], note ?? ''],
          ]),
          columns,
        ),
      )
    })

  policy
    .command('diff')
    .argument('<id>', 'of the policy')
    .option('--from <state>', 'a version such as 2, or draft; otherwise the version in force')
    .option('--to <state>', 'a version, or draft', 'draft')
    .description('tell in words what changes from one state of the rules to another')
    .action(async (id: string, { from, to }: { from?: string; to: string }, command: Command) => {
      const { api, show, language, columns } = open(command)
      const query = new URLSearchParams({ language, to, ...(from !== undefined && { from }) })
      show(await api.get(`/policies/${id}/diff?${query}`, Difference), ({ changes }) =>
        changes.length === 0
          ? [{ fr: 'Rien ne change.', en: 'Nothing changes.' }[language]]
          : changes.flatMap(({ words }) => wrap(`• ${words}`, columns)),
      )
    })

  policy
    .command('publish')
    .argument('<id>', 'of the policy')
    .option(
      '--at <moment>',
      'from when on, e.g. 2027-01-01T00:00+01:00; otherwise at once',
      momentFor('--at'),
    )
    .option('--note <text>', 'why, for whoever reads it later')
    .option('--despite-cases', 'although cases of the policy fail; it is written down')
    .option('--despite-impact', 'although much would change for open requests; it is written down')
    .description('put the draft in force, now or later')
    .action(async (id: string, options: PublishOptions, command: Command) => {
      const { api, show, language } = open(command)
      const { minuteHere } = await import('./terminal-time.ts')
      const { etag: ifMatch } = await api.send('GET', `/policies/${id}/draft`)
      const path = `/policies/${id}/draft/publish`
      show(await api.post(path, publishBody(options), Publication, { ifMatch }), ({ version }) => [
        inForceLine(version, options.at === undefined ? null : minuteHere(version.effectiveAt), language),
      ])
    })

  policy
    .command('rollback')
    .argument('<id>', 'of the policy')
    .requiredOption(
      '--to <version>',
      'the version whose rules are to hold again, by the number that `cadre policy versions` shows',
      wholeNumberFor('--to'),
    )
    .option('--note <text>', 'why, for whoever reads it later')
    .description('put the rules of an old version in force again, at once, as a new version')
    .action(async (id: string, { to, note }: { to: number; note?: string }, command: Command) => {
      const { api, show, language } = open(command)
      const body = { to, ...(note !== undefined && { note }) }
      show(await api.post(`/policies/${id}/rollback`, body, Version), (version) => [
        inForceLine(version, null, language),
      ])
    })
}

const stateWords = {
  fr: { 'in-force': 'en vigueur', pending: 'à venir', past: 'passée', cancelled: 'annulée' },
  en: { 'in-force': 'in force', pending: 'to come', past: 'past', cancelled: 'cancelled' },
} as const

function publishBody({ at, note, despiteCases, despiteImpact }: PublishOptions) {
  const override = { ...(despiteCases && { cases: true }), ...(despiteImpact && { impact: true }) }
  return {
    ...(at !== undefined && { effectiveAt: at }),
    ...(note !== undefined && { note }),
    ...(Object.keys(override).length > 0 && { override }),
  }
}

/** @param from when on, by the clock of the terminal; null: at once */
function inForceLine(
  { id, version }: z.infer<typeof Version>,
  from: string | null,
  language: AtHand['language'],
): string {
  const since = { fr: `à partir du ${from}`, en: `from ${from} on` }
  const now = { fr: 'en vigueur', en: 'in force' }
  return plain(`✓ ${id} v${version} ${(from === null ? now : since)[language]}`)
}
