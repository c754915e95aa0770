import { type Policy, parsePolicy } from '../schema.ts'
import coachTrello from './coach-trello.json' with { type: 'json' }
import executiveAssistant from './executive-assistant.json' with { type: 'json' }
import forfaitMensuel from './forfait-mensuel.json' with { type: 'json' }
import limites18h from './limites-18h.json' with { type: 'json' }
import onlineBusinessManager from './online-business-manager.json' with { type: 'json' }
import therapeuteWebinaires from './therapeute-webinaires.json' with { type: 'json' }
import webmarketing from './webmarketing.json' with { type: 'json' }

/** The documents of the presets as they are written, by name: what an assistant copies and makes her own. */
export const presetSources: Readonly<Record<string, unknown>> = {
  webmarketing,
  'coach-trello': coachTrello,
  'therapeute-webinaires': therapeuteWebinaires,
  'forfait-mensuel': forfaitMensuel,
  'limites-18h': limites18h,
  'executive-assistant': executiveAssistant,
  'online-business-manager': onlineBusinessManager,
}

/** Policies ready to use, by name. Each has its cases beside it: `<name>.cases.json`. Parsed when first asked for. */
export const presets: Readonly<Record<string, Policy>> = Object.defineProperties(
  {},
  Object.fromEntries(
    Object.entries(presetSources).map(([name, source]) => [name, { enumerable: true, get: once(source) }]),
  ),
)

function once(source: unknown): () => Policy {
  let policy: Policy | undefined
  return () => {
    policy ??= parsePolicy(source)
    return policy
  }
}
