import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type ApiDocument, type Operation, operationsOf } from '../support/openapi.ts'
import type { WireAnswer } from '../support/wire.ts'
import { type FuzzRequest, requestsFor } from './fuzz/requests.ts'
import { type FuzzWorld, startFuzzWorld } from './fuzz/world.ts'

/** How long to go on with ever new seeds; left out: one whole round. */
const seconds = Number(process.env.FUZZ_SECONDS ?? 0)
/** Of the first round; each later one has the next. */
const firstSeed = Number(process.env.FUZZ_SEED ?? 1)
/** These operations only, by their operationId, with commas between. */
const only = process.env.FUZZ_ONLY?.split(',')

/** Requests of each operation in a round. A longer time has longer rounds, for each begins with a new world. */
const requestsEach = seconds > 60 ? 40 : 6
/** How many smaller requests are tried when one has failed. */
const shrinks = 100
/** Milliseconds for a round, on a slow machine. */
const slowestRound = 600_000

describe('whatever anybody sends to the admin API', () => {
  let world: FuzzWorld | undefined
  afterEach(() => world?.close())

  it(
    'is answered as the document says, without a fault of the service',
    async () => {
      const end = performance.now() + seconds * 1000
      const isOver = () => seconds > 0 && performance.now() > end
      for (let seed = firstSeed; seed === firstSeed || performance.now() < end; seed += 1) {
        await world?.close()
        world = await startFuzzWorld()
        expect(await playRound(world, seed, isOver)).toEqual([])
      }
    },
    slowestRound + 2 * seconds * 1000,
  )
})

/** What went wrong in one round, in words by which it can be done again. */
async function playRound(world: FuzzWorld, round: number, isOver: () => boolean): Promise<string[]> {
  const document: ApiDocument = (await world.service.api('GET', '/api/v1/openapi.json', undefined, '')).body
  const played = operationsOf(document)
    .map((operation, index) => ({ operation, seed: round * 1_000 + index }))
    .filter(({ operation }) => only?.includes(operation.id) ?? true)
    .toSorted((one, other) => turnOf(one.operation) - turnOf(other.operation))
  if (played.length === 0) throw new Error(`there is no such operation: ${only}`)
  const failures: string[] = []
  const done = new Set<string>()
  for (const { operation, seed } of played) {
    if (isOver()) return failures
    const seen = (status: number) => status < 400 && done.add(operation.id)
    const failure = await playOperation({ world, document, operation, seen }, seed)
    if (failure !== null) failures.push(`FUZZ_SEED=${round} FUZZ_ONLY=${operation.id}\n${failure}`)
  }
  // Who only ever asks for what is refused finds nothing out.
  if (done.size < played.length / 2 && only === undefined)
    failures.push(`no more than ${done.size} of ${played.length} operations ever did anything`)
  return failures
}

/** Writing, then reading what was written, and then what takes away the things that the others are about. */
const turnOf = ({ method, id }: Operation) =>
  method === 'DELETE' || id === 'eraseClient' ? 3 : method === 'GET' ? 2 : 1

interface Play {
  readonly world: FuzzWorld
  readonly document: ApiDocument
  readonly operation: Operation
  /** Is told every status that comes back. */
  readonly seen: (status: number) => void
}

/** The smallest request found that goes wrong, and how; null when none does. */
async function playOperation(play: Play, seed: number): Promise<string | null> {
  let left = Number.POSITIVE_INFINITY
  const requests = requestsFor(play.document, play.operation, play.world.known)
  const property = fc.asyncProperty(requests, async (request) => {
    if (left === 0) return
    left -= 1
    const fault = await faultOf(request, play)
    if (fault === null) return
    left = Math.min(left, shrinks)
    throw new Error(`${toldOf(request)}\n${fault}`)
  })
  const result = await fc.check(property, { seed, numRuns: requestsEach })
  return result.failed ? String(result.errorInstance) : null
}

/** There may be too much to do, here or for a tool; whoever asks is told when to ask again. */
const busy = new Set(['OVERLOADED', 'TOOL_RATE_LIMITED'])

/** What is wrong with the answer to a request; null when it is as it should be. */
async function faultOf(request: FuzzRequest, { world, operation, seen }: Play): Promise<string | null> {
  const answer = await world.send(request).catch((error: Error) => error)
  if (answer instanceof Error) return `was not answered: ${answer.message}`
  seen(answer.status)
  const fault = flawOf(answer, operation)
  const log = world.logOf(String(answer.headers['x-request-id']))
  return fault && `${fault}: ${answer.status} ${answer.text.slice(0, 500)}\n${log}`
}

function flawOf({ status, type, text }: WireAnswer, operation: Operation): string | null {
  if (operation.responses[status] === undefined) return 'answered as the document does not say'
  if (status < 400) return text === '' || !type.includes('json') || isJson(text) ? null : 'no JSON'
  if (!type.startsWith('application/problem+json') || !isJson(text)) return 'no problem document'
  const problem = JSON.parse(text)
  if (problem.status !== status || !/^[A-Z_]+$/.test(problem.code)) return 'a problem without its code'
  return status < 500 || busy.has(problem.code) ? null : 'a fault of the service'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** As one can read it and send it again. */
function toldOf({ method, target, headers, body }: FuzzRequest): string {
  return [
    `${method} ${target}`,
    JSON.stringify(headers),
    ...(body === undefined ? [] : [JSON.stringify(body)]),
  ].join('\n')
}
