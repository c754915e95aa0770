import { describe } from 'vitest'
import { applying } from './conformance/applying.ts'
import { boards } from './conformance/boards.ts'
import { events } from './conformance/events.ts'
import { failures } from './conformance/failures.ts'
import type { Harness } from './conformance/harness.ts'
import { observing } from './conformance/observing.ts'
import { signatures } from './conformance/signatures.ts'
import { subscriptions } from './conformance/subscriptions.ts'
import { twins } from './conformance/twins.ts'
import { verdicts } from './conformance/verdicts.ts'

const parts = { signatures, events, observing, applying, verdicts, twins, boards, subscriptions, failures }

/**
 * The contract of `src/model/adapter.ts` as a suite that every adapter passes, over real HTTP against its tool's
 * sandbox. To add a tool is to write its harness; nothing here changes.
 */
export function conformance(harness: Harness): void {
  describe(`${harness.tool} keeps the contract`, () => {
    for (const [name, part] of Object.entries(parts)) describe(name, () => part(harness))
  })
}
