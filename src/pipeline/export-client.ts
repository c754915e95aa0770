import type { Client } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import type { ClientRecords } from '../store/client-records.ts'

/** Everything kept about a client, as one JSON document in pieces: no more than a few tasks are in memory at once. */
export async function* exportClient(
  client: Client,
  records: ClientRecords,
  now: Instant,
): AsyncGenerator<string> {
  const head = JSON.stringify({ exportedAt: now, client, ...(await records.frame(client.id)) })
  yield `${head.slice(0, -1)},"tasks":[`
  let comma = ''
  for await (const task of records.tasks(client.id)) {
    yield `${comma}${JSON.stringify(task)}`
    comma = ',\n'
  }
  yield ']}\n'
}
