import { describe, expect, it, onTestFinished } from 'vitest'
import { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { eventually } from '../support/eventually.ts'
import { adminKey, startTestService, type TestServiceOptions } from '../support/service.ts'
import { freshPlace } from '../support/stores.ts'
import { notLookedAt, tellOfCard, watchBoard } from './acknowledged.ts'

describe('a service that is told to stop', () => {
  it('looks after its restart at every task of which it acknowledged a webhook', async () => {
    const { place, sandbox, settings } = await freshWorld()
    const first = await startTestService({ place, settings })
    const watched = await watchBoard(first.api, sandbox)

    const answers: { id: string; status: number }[] = []
    const told: Promise<unknown>[] = []
    const count = (isGood: boolean) => answers.filter(({ status }) => (status === 200) === isGood).length
    /** Several are under way at any moment. */
    const tellUntil = async (isEnough: () => boolean) => {
      while (!isEnough()) {
        told.push(tellOfCard(sandbox, watched).then((answer) => answers.push(answer)))
        await new Promise((resolve) => setTimeout(resolve, 4))
      }
    }
    await tellUntil(() => count(true) >= 10)
    const closing = first.close()
    await tellUntil(() => count(false) > 0)
    await Promise.all(told)
    await closing
    const acknowledged = answers.filter(({ status }) => status === 200).map(({ id }) => id)

    expect(await unseenAfterRestart({ place, settings }, acknowledged)).toEqual([])
  })

  it('takes no more jobs while a request of the API still waits for a tool, and keeps them for later', async () => {
    const { place, sandbox, settings } = await freshWorld()
    const first = await startTestService({ place, settings: { ...settings, QUIET_PERIOD_SECONDS: '3' } })
    const watched = await watchBoard(first.api, sandbox)
    const { status, id } = await tellOfCard(sandbox, watched)
    sandbox.faults.hangNext(1, { path: /members\/me\/boards/ })
    const connectionId = watched.callbackUrl.split('/').at(-1)
    const asked = fetch(`${first.url}/api/v1/connections/${connectionId}/containers`, {
      headers: { authorization: `Bearer ${adminKey}` },
    })
    await eventually(
      async () => sandbox.calls.all.at(-1)?.path,
      (path) => path?.includes('members/me/boards') === true,
    )
    await first.close()
    const reads = sandbox.calls.reads(id.replace('webhook-', ''))
    const answer = await asked
    // A connection that is kept open would be waited for.
    expect([status, answer.status, answer.headers.get('connection'), reads]).toEqual([200, 504, 'close', 0])

    expect(await unseenAfterRestart({ place, settings }, [id])).toEqual([])
  })
})

async function freshWorld() {
  const { config: place, remove } = await freshPlace()
  const sandbox = await startTrelloSandbox()
  onTestFinished(async () => {
    await sandbox.close()
    await remove()
  })
  return { place, sandbox, settings: { TRELLO_API_URL: sandbox.url } }
}

/** Of what was acknowledged before, what a service that is started anew on the same store never looks at. */
async function unseenAfterRestart(
  at: TestServiceOptions,
  acknowledged: readonly string[],
): Promise<string[]> {
  const second = await startTestService(at)
  onTestFinished(() => second.close())
  return eventually(
    () => notLookedAt(second.api, acknowledged),
    (missing) => missing.length === 0,
  )
}
