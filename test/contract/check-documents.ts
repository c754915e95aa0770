import { clickupHarness } from '../adapters/conformance/clickup.ts'
import type { Bench } from '../adapters/conformance/harness.ts'
import { notionHarness } from '../adapters/conformance/notion.ts'
import { trelloHarness } from '../adapters/conformance/trello.ts'
import { type Checked, checkCall, type Deviation } from './check-call.ts'
import { exercise } from './exercise.ts'
import { type KnownDeviation, knownDeviations } from './known-deviations.ts'
import { readDocuments } from './openapi.ts'
import { type Call, startRecorder } from './recorder.ts'
import type { Report, Result } from './result.ts'
import { createSchemaChecks } from './schema-check.ts'

/** Hold what adapters ask, and what sandboxes answer, to the vendors' documents in a folder. */
export async function checkDocuments(folder: string): Promise<Report> {
  const checks = createSchemaChecks()
  const documents = readDocuments(folder, checks)
  const { calls, broken } = await record()
  const checked = calls.map((call) => checkCall(call, documents, checks))
  const deviations = distinct(checked.flatMap((each) => each.deviations))
  const unexplained = deviations.filter(
    (deviation) => !knownDeviations.some((known) => covers(known, deviation)),
  )
  const operations = [...Map.groupBy(checked, nameOf)].sort(([a], [b]) => (a < b ? -1 : 1))
  const validated = operations.filter(([, calls]) => calls.every(({ isDocumented }) => isDocumented))
  return {
    results: [
      ...broken,
      ...operations.map(([name]) => resultOf(name, unexplained)),
      ...staleAmong(deviations),
    ],
    figures:
      `${operations.length} operations used in ${checked.length} calls, ${validated.length} validated; ` +
      `${deviations.length - unexplained.length} deviations explained, ${unexplained.length} unexplained`,
  }
}

/** Every adapter does once whatever it can do; `broken` are those that could not. */
async function record(): Promise<{ calls: readonly Call[]; broken: readonly Result[] }> {
  const recorder = startRecorder()
  const broken: Result[] = []
  for (const harness of [trelloHarness, notionHarness, clickupHarness]) {
    const watch = ({ apiUrl }: Bench) => recorder.watch(apiUrl, harness.tool)
    await exercise(harness, watch).catch((error) => {
      broken.push({ name: `${harness.tool} at work`, fault: String(error) })
    })
  }
  recorder.stop()
  return { calls: recorder.calls, broken }
}

function nameOf({ tool, operation }: Pick<Checked, 'tool' | 'operation'>): string {
  return `${tool} ${operation}`
}

function resultOf(name: string, unexplained: readonly Deviation[]): Result {
  const faults = unexplained.filter((deviation) => nameOf(deviation) === name)
  return { name, fault: faults.map(({ where, what }) => `${where}: ${what}`).join('; ') || null }
}

function covers(known: KnownDeviation, { tool, operation, where }: Deviation, places = known.where): boolean {
  return (
    known.tool === tool &&
    ['*', operation].includes(known.operation) &&
    places.some((place) => isAt(place, where))
  )
}

/** `*` stands for any index or key, as keys may be ids. */
function isAt(place: string, where: string): boolean {
  const [explained, found] = [place.split('/'), where.split('/')]
  return (
    explained.length === found.length && explained.every((part, at) => part === '*' || part === found[at])
  )
}

/** What is explained and no longer happens: the explanation is out of date. */
function staleAmong(deviations: readonly Deviation[]): Result[] {
  return knownDeviations.flatMap((known) =>
    known.where
      .filter((place) => !deviations.some((deviation) => covers(known, deviation, [place])))
      .map((place) => ({
        name: `${known.tool} ${known.operation}`,
        fault: `known deviation no longer occurs: ${place}`,
      })),
  )
}

function distinct(deviations: readonly Deviation[]): readonly Deviation[] {
  return [...new Map(deviations.map((each) => [JSON.stringify(each), each])).values()]
}
