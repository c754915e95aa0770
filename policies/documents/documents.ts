import type { Language } from '#model/board.ts'
import type { Policy } from '../schema.ts'
import { autoRepliesPage } from './auto-replies-page.ts'
import { contractClauses } from './contract-clauses.ts'
import { onboardingChecklist } from './onboarding.ts'
import { procedure } from './procedure.ts'
import { serviceList } from './service-list.ts'
import { signature } from './signature.ts'

/** A document as it can be handed out. */
export interface PolicyDocument {
  readonly title: string
  readonly mediaType: 'text/markdown' | 'text/html'
  readonly text: string
}

/** Writes one document; `day`, such as `2026-11-24`, is the one on which it is to be right. */
export type DocumentWriter = (policy: Policy, language: Language, day: string) => PolicyDocument

/** Every document that a policy writes, by name. */
export const documents = {
  procedure: markdown({ fr: 'Procédure de travail', en: 'Working procedure' }, procedure),
  'contract-clauses': markdown({ fr: 'Clauses du contrat', en: 'Contract clauses' }, contractClauses),
  'service-list': markdown({ fr: 'Liste des prestations', en: 'List of services' }, serviceList),
  signature: (policy, language) => ({
    title: language === 'fr' ? 'Signature e-mail' : 'Email signature',
    mediaType: 'text/html',
    text: signature(policy, language).html,
  }),
  'auto-replies': markdown({ fr: 'Réponses automatiques', en: 'Automatic replies' }, autoRepliesPage),
  'onboarding-checklist': markdown(
    { fr: "Accueil d'un nouveau client", en: 'Welcoming a new client' },
    onboardingChecklist,
  ),
} as const satisfies Readonly<Record<string, DocumentWriter>>

export type DocumentName = keyof typeof documents

function markdown(
  titles: Readonly<Record<Language, string>>,
  write: (policy: Policy, language: Language, day: string) => string,
): DocumentWriter {
  return (policy, language, day) => ({
    title: titles[language],
    mediaType: 'text/markdown',
    text: write(policy, language, day),
  })
}
