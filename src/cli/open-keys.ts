import { AppError, isAppError } from '#model/error.ts'
import { minutesAfter } from '#policies/calendar.ts'
import { systemClock } from '../clock.ts'
import { configFromEnvironment } from '../config.ts'
import { type ApiKey, type ApiKeyStore, createApiKeyStore } from '../store/api-keys.ts'
import { type AuditLog, createAuditLog } from '../store/audit.ts'
import type { Db } from '../store/database.ts'
import { newId } from '../store/id.ts'
import { expectStore, openStore } from '../store/open.ts'

/** The keys of the store on this machine, while no service uses it. */
export interface KeysAtHand {
  readonly apiKeys: ApiKeyStore
  /** An entry of the audit log. */
  readonly note: (action: string, subject: string, before: ApiKey | null, after: ApiKey) => Promise<void>
  /** The moment this many minutes from now. */
  readonly until: (minutes: number) => string
}

/**
 * A change and its entry in the audit log are one transaction.
 * @param show what came of it: only once that is stored, and before anything else can fail
 * @throws AppError STORE_LOCKED while a service uses the embedded store, NOT_FOUND where there is none
 */
export async function openKeys<Done>(
  work: (at: KeysAtHand) => Promise<Done>,
  show: (done: Done) => void,
): Promise<void> {
  const config = configFromEnvironment()
  expectStore(config)
  const store = await openStore(config).catch((error: unknown) => {
    throw isAppError(error, 'STORE_LOCKED') ? new AppError(error.code, error.message, whileItRuns) : error
  })
  try {
    const audit = createAuditLog(store.db)
    const done = await store.db.transaction().execute((trx) =>
      work({
        apiKeys: createApiKeyStore(trx),
        note: noteIn(audit, trx),
        until: (minutes) => minutesAfter(systemClock(), minutes),
      }),
    )
    show(done)
  } finally {
    await store.close()
  }
}

const whileItRuns = {
  details: [
    {
      path: '',
      message: 'While the service runs, it is the one to ask.',
      remedy: `list them: cadre api GET keys; make one: cadre api POST keys '{"name":"laptop","scopes":["admin"]}'`,
      fr: {
        message: "Pendant que le service tourne, c'est à lui qu'il faut demander.",
        remedy: `les voir : cadre api GET keys ; en faire une : cadre api POST keys '{"name":"portable","scopes":["admin"]}'`,
      },
    },
  ],
}

/** Whoever can open the store at a terminal. */
const terminal = { id: 'terminal', name: 'cadre keys' }

const noteIn =
  (audit: AuditLog, trx: Db): KeysAtHand['note'] =>
  (action, subject, before, after) =>
    audit.add(
      { actor: terminal, action, subject, before, after, requestId: newId('req') },
      systemClock(),
      trx,
    )
