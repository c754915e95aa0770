import type { PolicyCase } from '../cases/case.ts'
import { CaseFile, casesOf } from '../cases/case-file.ts'
import coachTrello from './coach-trello.cases.json' with { type: 'json' }
import executiveAssistant from './executive-assistant.cases.json' with { type: 'json' }
import forfaitMensuel from './forfait-mensuel.cases.json' with { type: 'json' }
import limites18h from './limites-18h.cases.json' with { type: 'json' }
import onlineBusinessManager from './online-business-manager.cases.json' with { type: 'json' }
import therapeuteWebinaires from './therapeute-webinaires.cases.json' with { type: 'json' }
import webmarketing from './webmarketing.cases.json' with { type: 'json' }

const files: Readonly<Record<string, unknown>> = {
  webmarketing,
  'coach-trello': coachTrello,
  'therapeute-webinaires': therapeuteWebinaires,
  'forfait-mensuel': forfaitMensuel,
  'limites-18h': limites18h,
  'executive-assistant': executiveAssistant,
  'online-business-manager': onlineBusinessManager,
}

/** The cases that a preset is tried on; none for what is no preset. */
export function presetCases(name: string): PolicyCase[] {
  return Object.hasOwn(files, name) ? casesOf(CaseFile.parse(files[name])) : []
}
