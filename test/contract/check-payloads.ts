import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { parseConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { startService } from '../../src/main.ts'
import type { Bench } from '../adapters/conformance/harness.ts'
import { createCall } from '../demo/set-up.ts'
import { freePort } from '../support/free-port.ts'
import { untilIdle } from '../support/until-idle.ts'
import { type PayloadKind, payloadKinds } from './payload-kind.ts'
import { startRecorder } from './recorder.ts'
import type { Report, Result } from './result.ts'

/**
 * Post every real webhook body in a folder, signed, to the real service: none may upset it, each about a task leads to
 * exactly one look at that task, and the same once more to none. Read every whole task of the tools' APIs.
 */
export async function checkPayloads(folder: string): Promise<Report> {
  const kinds = payloadKinds.filter(({ harness }) => existsSync(join(folder, harness.tool)))
  const posted: Result[] = []
  const read: Result[] = []
  for (const kind of kinds) {
    const { tool } = kind.harness
    posted.push(...(await postAll(join(folder, tool), kind)))
    read.push(...readAll(join(folder, tool, 'api'), kind))
  }
  const figures = `${posted.length} webhook bodies posted twice, ${read.length} files of task bodies read`
  return { results: [...posted, ...read], figures }
}

/** How a webhook is brought to the service, and what came of it. */
type Post = (body: Buffer) => Promise<{ status: number; outcome: string; looks: readonly string[] }>

async function postAll(folder: string, kind: PayloadKind): Promise<Result[]> {
  const bench = await kind.harness.start()
  const directory = mkdtempSync(join(tmpdir(), 'cadre-contract-'))
  const service = await serve(kind, bench, directory)
  try {
    const results: Result[] = []
    for (const name of jsonFilesIn(folder))
      results.push(
        await postFile(`${kind.harness.tool}/${name}`, readFileSync(join(folder, name)), kind, service.post),
      )
    return results
  } finally {
    await service.close()
    await bench.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

async function postFile(name: string, body: Buffer, kind: PayloadKind, post: Post): Promise<Result> {
  const taskId = kind.taskOf(JSON.parse(body.toString('utf8')))
  const first = await post(body)
  const again = await post(body)
  const look = taskId === null ? [] : [kind.lookAt(taskId)]
  // The same event may have come over another webhook before.
  const expected = first.outcome === 'duplicate' ? [] : look
  const outcomes = taskId === null ? ['dropped'] : ['duplicate']
  const faults = [
    ...[first, again].filter(({ status }) => status !== 200).map(({ status }) => `answered ${status}`),
    ...(first.looks.join() === expected.join() ? [] : [`looked at [${first.looks}], not at [${expected}]`]),
    ...(again.looks.length === 0 ? [] : ['looked again for a duplicate']),
    ...(outcomes.includes(again.outcome) ? [] : [`a second time it was ${again.outcome}`]),
  ]
  return { name, fault: faults.join('; ') || null }
}

/** The real service with one connection, on a store that is thrown away. */
async function serve({ harness, secretCredential }: PayloadKind, bench: Bench, directory: string) {
  const { tool, sign } = harness
  const port = await freePort()
  const key = `cadre_contract_${randomBytes(16).toString('hex')}`
  const secret = 'secret_contract0123456789'
  const config = parseConfig({
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: directory,
    CADRE_ADMIN_KEY: key,
    [`${tool.toUpperCase()}_API_URL`]: bench.apiUrl,
    QUIET_PERIOD_SECONDS: '0',
    SWEEP_CRON: '0 0 1 1 *',
  })
  const recorder = startRecorder()
  recorder.watch(bench.apiUrl, tool)
  const service = await startService({ config, log: createLog('error') })
  const credentials = { ...bench.credentials, ...secretCredential(secret) }
  const connection = { tool, name: 'contract', credentials }
  const { callbackUrl } = await createCall(service.url, key)<{ callbackUrl: string }>(
    'POST',
    '/connections',
    connection,
  )
  const post: Post = async (body) => {
    const before = recorder.calls.length
    const signature = sign(body.toString('utf8'), { secret, callbackUrl })
    const headers = { 'content-type': 'application/json', ...signature }
    const response = await fetch(callbackUrl, { method: 'POST', headers, body })
    const { outcome = '' } = (await response.json()) as { outcome?: string }
    await untilIdle(service, [])
    return { status: response.status, outcome, looks: recorder.calls.slice(before).map(({ path }) => path) }
  }
  return {
    post,
    async close() {
      recorder.stop()
      await service.close()
    },
  }
}

/** Files that hold whole tasks, alone or in a list. */
function readAll(folder: string, { harness, wholeTask, read }: PayloadKind): Result[] {
  const Listed = z.union([
    z.array(z.unknown()),
    z.object({ results: z.array(z.unknown()) }).transform(({ results }) => results),
    z.object({ tasks: z.array(z.unknown()) }).transform(({ tasks }) => tasks),
  ])
  return jsonFilesIn(folder).flatMap((file) => {
    const body: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const tasks = [body, ...(Listed.safeParse(body).data ?? [])].filter(
      (each) => wholeTask.safeParse(each).success,
    )
    const faults = tasks
      .map((task) => faultIn(task, wholeTask.parse(task).id, read))
      .filter((fault) => fault !== '')
    return tasks.length === 0
      ? []
      : [{ name: `${harness.tool}/api/${file}`, fault: faults.join('; ') || null }]
  })
}

function faultIn(task: unknown, id: string, read: PayloadKind['read']): string {
  try {
    const observed = read(task)
    if (observed === null) return 'is no task'
    return observed.ref.taskId === id && observed.title !== '' ? '' : 'has lost its id or its title'
  } catch (error) {
    return String(error).replace(/\s+/g, ' ').slice(0, 300)
  }
}

function jsonFilesIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
    : []
}
