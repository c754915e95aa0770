import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { startTrelloSandbox } from '#adapters/trello/sandbox.ts'
import { sign } from '#adapters/trello/webhook.ts'

/** What became of one real body. */
export interface Posted {
  readonly file: string
  readonly status: number
  readonly outcome: string
  /** Reads of a card that followed. */
  readonly looks: number
  /** What should have happened and did not; null when all is well. */
  readonly fault: string | null
}

/** A running service, and what is needed to speak with it. */
export interface Target {
  readonly url: string
  readonly sandbox: Awaited<ReturnType<typeof startTrelloSandbox>>
  readonly callbackUrl: string
  settled(): Promise<void>
}

/** Post every webhook body of a folder, signed. Those about a card must lead to exactly one look at that card. */
export async function postTrelloBodies(folder: string, target: Target): Promise<Posted[]> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const posted: Posted[] = []
  for (const file of files.sort()) posted.push(await post(file, readFileSync(join(folder, file)), target))
  return posted
}

async function post(file: string, body: Buffer, { sandbox, callbackUrl, settled }: Target): Promise<Posted> {
  sandbox.calls.reset()
  const response = await fetch(callbackUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-trello-webhook': sign(body, callbackUrl, sandbox.credentials.secret),
    },
    body,
  })
  const answer = (await response.json()) as { outcome?: string; code?: string }
  await settled()
  const outcome = answer.outcome ?? answer.code ?? ''
  const cardId = cardOf(body)
  const looks = sandbox.calls.all.filter(
    ({ method, path }) => method === 'GET' && path === `/cards/${cardId}`,
  ).length
  return {
    file,
    status: response.status,
    outcome,
    looks,
    fault: faultOf(response.status, outcome, cardId, looks),
  }
}

function faultOf(status: number, outcome: string, cardId: string | null, looks: number): string | null {
  if (status >= 500) return 'a 5xx'
  // The same action delivered for another model stops at the front door.
  const expected = cardId === null || outcome === 'duplicate' ? 0 : 1
  return looks === expected ? null : `${looks} looks, not ${expected}`
}

/** The card that a webhook is about; null for what is no webhook or about no card. */
function cardOf(body: Buffer): string | null {
  const parsed = JSON.parse(body.toString('utf8')) as { action?: { data?: { card?: { id?: string } } } }
  return parsed.action?.data?.card?.id ?? null
}
