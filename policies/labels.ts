import { type FindingCode, findingCodes, inOrder, type LabelKey, type LabelSpec } from '#model/decision.ts'
import type { CompiledPolicy } from './compile.ts'
import { formatPercent } from './money.ts'
import { possibleSurcharges } from './rules/surcharge.ts'
import type { Policy } from './schema.ts'

type Language = CompiledPolicy['language']

const verdicts = {
  contract_pending: { fr: 'Contrat en attente', en: 'Contract pending', color: 'purple' },
  deposit_due: { fr: 'Acompte attendu', en: 'Deposit due', color: 'purple' },
  out_of_scope: { fr: 'Hors cadre', en: 'Out of scope', color: 'red' },
  quote_needed: { fr: 'Devis à prévoir', en: 'Quote needed', color: 'purple' },
  urgent_confirm: {
    fr: 'Urgent · dispo à confirmer',
    en: 'Urgent · availability to confirm',
    color: 'orange',
  },
  urgent_confirmed: { fr: 'Urgent · confirmé', en: 'Urgent · confirmed', color: 'orange' },
  over_limit: { fr: 'Hors forfait', en: 'Over plan', color: 'red' },
  info_missing: { fr: 'Infos manquantes', en: 'Info missing', color: 'yellow' },
  wrong_channel: { fr: 'Mauvais canal', en: 'Wrong channel', color: 'yellow' },
  off_hours: { fr: 'Hors horaires', en: 'Out of hours', color: 'yellow' },
  to_review: { fr: 'À vérifier', en: 'To review', color: 'blue' },
  in_scope: { fr: 'Dans le cadre', en: 'In scope', color: 'green' },
} as const satisfies Record<FindingCode, Record<Language, string> & { color: LabelSpec['color'] }>

/** Findings that only some policies can lead to; all others always can. */
const conditions: Readonly<Partial<Record<FindingCode, (policy: Policy) => boolean>>> = {
  contract_pending: ({ terms }) => terms.acceptance === 'required',
  deposit_due: ({ billing }) => billing.deposit !== undefined,
  over_limit: ({ billing, limits }) =>
    billing.package !== undefined || [limits.revisions, limits.requests, limits.hoursPerMonth].some(Boolean),
  info_missing: ({ services }) => services.some((service) => service.needs.length > 0),
  wrong_channel: ({ channels }) => channels.agreed.length + channels.refused.length > 0,
  off_hours: ({ hours }) => hours !== undefined,
}

/** The name of a verdict in a tool. */
export function labelName(code: FindingCode, language: Language): string {
  return verdicts[code][language]
}

/** The name of a surcharge in a tool: `+35 %` or `+35%`. */
export function surchargeName(percent: number, language: Language): string {
  return `+${formatPercent(percent, language)}`
}

/** The name of any label in a tool. */
export function keyName(key: LabelKey, language: Language): string {
  const [code, percent] = key.split(':')
  return percent === undefined
    ? labelName(code as FindingCode, language)
    : surchargeName(Number(percent), language)
}

/** Every label that this policy can put on a client's board, in the order in which cards have them; the same policy gives the same set. */
export function labelSpecs({ document, language }: CompiledPolicy): LabelSpec[] {
  const shown = findingCodes.filter((code) => conditions[code]?.(document) ?? true)
  const specs: LabelSpec[] = [
    ...shown.map((key) => ({ key, name: labelName(key, language), color: verdicts[key].color })),
    ...possibleSurcharges(document).map((percent) => ({
      key: `surcharge:${percent}` satisfies LabelKey as LabelKey,
      name: surchargeName(percent, language),
      color: 'yellow' as const,
    })),
  ]
  return inOrder(specs.map(({ key }) => key)).flatMap((key) => specs.find((spec) => spec.key === key) ?? [])
}
