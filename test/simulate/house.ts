import { createClickUpLimiters } from '#adapters/clickup/client.ts'
import { createClickUp } from '#adapters/clickup/index.ts'
import { type ClickUpSandbox, startClickUpSandbox } from '#adapters/clickup/sandbox.ts'
import { createNotionLimiters } from '#adapters/notion/client.ts'
import { createNotion } from '#adapters/notion/index.ts'
import { type NotionSandbox, startNotionSandbox } from '#adapters/notion/sandbox.ts'
import { createTrelloLimiters } from '#adapters/trello/client.ts'
import { createTrello } from '#adapters/trello/index.ts'
import { startTrelloSandbox, type TrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { ToolModule } from '#model/adapter.ts'
import { presetSources } from '#policies/presets/presets.ts'
import { type ClientPolicies, createClientPolicies } from '../../src/pipeline/client-policy.ts'
import type { ExampleStore } from '../../src/store/examples.ts'
import { createPolicyStore, type PolicyStore } from '../../src/store/policies.ts'
import { plainRules } from '../support/plain-rules.ts'
import { type FakeClock, fakeClock } from './clock.ts'
import { withHours } from './hours.ts'
import { limitersOf } from './limits.ts'
import { openSharedStore, type SharedStore } from './store.ts'
import { serviceUrl, stretchWire, type Wire } from './wire.ts'

/** The tools' stand-ins, each of them one workspace with its people. */
export interface Sandboxes {
  readonly trello: TrelloSandbox
  readonly notion: NotionSandbox
  readonly clickup: ClickUpSandbox
}

/** What is dear to make and holds nothing of a history: many histories live in one house, one after the other. */
export interface House {
  readonly clock: FakeClock
  readonly wire: Wire
  readonly store: SharedStore
  readonly sandboxes: Sandboxes
  /** Adapters of a new process: they know nothing of earlier ones. */
  modules(): readonly ToolModule[]
  /** Compiled policies, by what a history has taught: to compile one is dear, and many histories teach the same. */
  policies(examples: ExampleStore): ClientPolicies
  /** Where Notion's webhooks are signed with. */
  readonly verificationToken: string
  close(): Promise<void>
}

export const policyId = 'rules'
/** The same with working hours (`hours.ts`). */
export const timedPolicyId = 'rules-with-hours'
const services = ['newsletter', 'redaction', 'page-de-vente', 'developpement-web']

/** Scope, urgency and price by a catalogue of four services: working hours are left out. */
function rules(): Record<string, unknown> {
  const preset = plainRules(presetSources.webmarketing as Record<string, unknown>)
  const catalogue = preset.services as readonly { readonly id: string }[]
  return { ...preset, services: catalogue.filter(({ id }) => services.includes(id)) }
}

/** Where webhooks of a tool arrive; the connection is called the same in every history. */
export const addressOf = (tool: keyof Sandboxes) => `${serviceUrl}/webhooks/${tool}/con_${tool}`

function sharedPolicies(policies: PolicyStore): House['policies'] {
  const byLessons = new Map<string, ClientPolicies>()
  return (examples) => {
    const taught = async (policyId: string, revision: number): Promise<ClientPolicies> => {
      const learnt = revision === 0 ? [] : await examples.at(policyId, revision)
      const key = JSON.stringify([
        policyId,
        revision,
        learnt.map(({ title, text, scope, service }) => [title, text, scope, service]),
      ])
      const known = byLessons.get(key)
      if (known !== undefined) return known
      const fixed = { at: async () => learnt, revision: async () => revision }
      const fresh = createClientPolicies(policies, { ...examples, ...fixed })
      byLessons.set(key, fresh)
      return fresh
    }
    return {
      inForce: async (client, rules) =>
        (await taught(client.policyId, rules.examplesRevision)).inForce(client, rules),
      inForceAt: async (client, moment) =>
        (await taught(client.policyId, await examples.revision(client.policyId))).inForceAt(client, moment),
    }
  }
}

/**
 * Opens a house. Takes some seconds.
 * @param changes of the rules that everybody in it goes by
 */
export async function openHouse(changes: Readonly<Record<string, unknown>> = {}): Promise<House> {
  const clock = fakeClock()
  const wire = stretchWire()
  const options = { now: () => new Date(clock.ms()), random: () => 0.5 }
  const [store, trello, notion, clickup] = await Promise.all([
    openSharedStore(),
    startTrelloSandbox(options),
    startNotionSandbox(options),
    startClickUpSandbox(options),
  ])
  const policyStore = createPolicyStore(store.db)
  const plain = { ...rules(), ...changes }
  await policyStore.append(policyId, plain, 0, clock.now())
  await policyStore.append(timedPolicyId, withHours(plain), 0, clock.now())
  await notion.subscribe(addressOf('notion'))
  const verificationToken = JSON.parse(wire.collect()[0]?.body ?? '{}').verification_token
  notion.verify(verificationToken)
  return {
    clock,
    wire,
    store,
    sandboxes: { trello, notion, clickup },
    modules() {
      const limiterOf = limitersOf(clock.ms)
      return [
        createTrello(createTrelloLimiters(limiterOf)),
        createNotion(createNotionLimiters(limiterOf)),
        createClickUp(createClickUpLimiters(limiterOf)),
      ]
    },
    policies: sharedPolicies(policyStore),
    verificationToken,
    async close() {
      await Promise.all([trello.close(), notion.close(), clickup.close()])
      await store.close()
      wire.cut()
    },
  }
}
