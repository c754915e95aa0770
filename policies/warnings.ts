import { channelKinds } from './schema/channels.ts'
import type { Bilingual } from './schema/problems.ts'
import type { Policy } from './schema.ts'

/** Something in a policy that is allowed but probably not meant. */
export interface PolicyWarning extends Bilingual {
  /** Stable; for machines. */
  readonly code: WarningCode
  readonly path: string
}

/** How many ways for each kind of request an assistant can keep an eye on; the article says one, two at most. */
const mostChannels = 2

/** Before a legal mention runs out, so long in months the assistant is told. */
const noticeMonths = 3

const words = {
  'too-many-channels': {
    fr: {
      message: 'plus de deux canaux sont prévus pour un même type de demande',
      remedy: "garde un canal, deux au plus, par type de demande : c'est ce qui évite les oublis",
    },
    en: {
      message: 'more than two channels are agreed for one kind of request',
      remedy:
        'keep one channel, two at most, for each kind of request: that is what stops things being missed',
    },
  },
  'agreed-and-refused': {
    fr: {
      message: 'un canal est à la fois accepté et refusé',
      remedy: "retire-le de l'une des deux listes",
    },
    en: { message: 'a channel is both agreed and refused', remedy: 'take it out of one of the two lists' },
  },
  'surcharge-above-cap': {
    fr: {
      message: 'une majoration dépasse le plafond : elle ne sera jamais comptée en entier',
      remedy: 'relève capPercent, ou baisse la majoration',
    },
    en: {
      message: 'a surcharge is above the cap: it will never be counted in full',
      remedy: 'raise capPercent, or lower the surcharge',
    },
  },
  'surcharge-never-used': {
    fr: {
      message: "une majoration est prévue pour un travail qui n'est jamais accepté",
      remedy: 'retire la majoration, ou accepte ce travail',
    },
    en: {
      message: 'there is a surcharge for work that is never accepted',
      remedy: 'take the surcharge out, or accept that work',
    },
  },
  'tier-beyond-threshold': {
    fr: {
      message: "ce palier dépasse le seuil d'urgence : au-delà du seuil, rien n'est majoré",
      remedy: 'baisse underHours, ou relève thresholdHours',
    },
    en: {
      message: 'this tier is beyond the threshold of urgency: beyond that, nothing costs more',
      remedy: 'lower underHours, or raise thresholdHours',
    },
  },
  'package-unused': {
    fr: {
      message: "un forfait est décrit, mais la facturation n'en tient pas compte",
      remedy: 'passe billing.mode à « package » ou « monthly », ou retire le forfait',
    },
    en: {
      message: 'there is a package, but billing does not use it',
      remedy: 'set billing.mode to "package" or "monthly", or take the package out',
    },
  },
  'deposit-never-asked': {
    fr: {
      message: "un acompte est prévu pour les missions ponctuelles, mais aucune prestation n'en est une",
      remedy: 'ajoute « oneOff: true » aux prestations concernées',
    },
    en: {
      message: 'a deposit is asked for one-off work, but no service is one',
      remedy: 'add "oneOff: true" to the services that are',
    },
  },
  'service-unrecognizable': {
    fr: {
      message: "cette prestation n'a ni mots-clés ni exemples : elle ne se reconnaît qu'à son nom",
      remedy: 'ajoute trois ou quatre demandes telles que tes clients les écrivent',
    },
    en: {
      message: 'this service has neither keywords nor examples: only its name can tell it',
      remedy: 'add three or four requests as your clients write them',
    },
  },
  'nothing-included': {
    fr: { message: "aucune prestation n'est incluse", remedy: 'ajoute au moins une prestation incluse' },
    en: { message: 'no service is included', remedy: 'add at least one included service' },
  },
  'mention-ends': {
    fr: {
      message: 'cette mention légale arrive à son terme, et aucune autre ne prend la suite',
      remedy: 'ajoute la mention suivante avec sa date de début',
    },
    en: {
      message: 'this legal mention runs out, and no other follows',
      remedy: 'add the next mention with the day it starts',
    },
  },
  'vat-unmentioned': {
    fr: {
      message: "la franchise de TVA demande une mention à côté des montants, mais aucune n'est donnée",
      remedy: 'ajoute-la à billing.mentions',
    },
    en: {
      message: 'VAT exemption needs a mention beside amounts, but none is given',
      remedy: 'add it to billing.mentions',
    },
  },
} as const satisfies Record<string, Bilingual>
type WarningCode = keyof typeof words

/**
 * Contradictions in a policy that can be published all the same.
 * @param today a day such as `2026-11-24`, for mentions that run out
 */
export function policyWarnings(policy: Policy, today: string): PolicyWarning[] {
  return [
    ...channelWarnings(policy),
    ...urgencyWarnings(policy),
    ...billingWarnings(policy),
    ...serviceWarnings(policy),
    ...mentionWarnings(policy, today),
  ]
}

const warn = (code: WarningCode, path: string): PolicyWarning => ({ code, path, ...words[code] })

function channelWarnings({ channels: { agreed, refused } }: Policy): PolicyWarning[] {
  const isTooMany = channelKinds.some(
    (kind) =>
      new Set(agreed.filter((way) => way.for.includes(kind)).map(({ via }) => via)).size > mostChannels,
  )
  const both = agreed.flatMap(({ via }, index) => (refused.includes(via) ? [index] : []))
  return [
    ...(isTooMany ? [warn('too-many-channels', 'channels.agreed')] : []),
    ...both.map((index) => warn('agreed-and-refused', `channels.agreed[${index}]`)),
  ]
}

function urgencyWarnings({ urgency, limits }: Policy): PolicyWarning[] {
  const { surchargePercent, capPercent, tiers, thresholdHours, accepted, offHours, basis } = urgency
  const byKind = Object.entries(offHours.surchargePercent).map(([kind, percent]) => [
    `urgency.offHours.surchargePercent.${kind}`,
    percent,
  ]) as [string, number][]
  const byComplexity = Object.entries(surchargePercent).map(([level, percent]) => [
    `urgency.surchargePercent.${level}`,
    percent,
  ]) as [string, number][]
  const byTier = tiers.map(({ percent }, index): [string, number] => [
    `urgency.tiers[${index}].percent`,
    percent,
  ])
  const forChanges: [string, number] = [
    'limits.revisions.surchargePercent',
    limits.revisions?.surchargePercent ?? 0,
  ]
  const above = [...byComplexity, ...byTier, ...byKind, forChanges].filter(
    ([, percent]) => percent > capPercent,
  )
  const unused = !accepted || offHours.work === 'no' ? byKind.filter(([, percent]) => percent > 0) : []
  const beyond =
    basis === 'clock' ? tiers.flatMap(({ underHours }, at) => (underHours > thresholdHours ? [at] : [])) : []
  return [
    ...above.map(([path]) => warn('surcharge-above-cap', path)),
    ...unused.map(([path]) => warn('surcharge-never-used', path)),
    ...beyond.map((index) => warn('tier-beyond-threshold', `urgency.tiers[${index}].underHours`)),
  ]
}

function billingWarnings({ billing, services }: Policy): PolicyWarning[] {
  const { mode, deposit, vat, mentions } = billing
  const isUnused = billing.package !== undefined && mode !== 'package' && mode !== 'monthly'
  const isNeverAsked =
    deposit?.when === 'one_off' && mode !== 'one_off' && !services.some(({ oneOff }) => oneOff)
  return [
    ...(isUnused ? [warn('package-unused', 'billing.package')] : []),
    ...(isNeverAsked ? [warn('deposit-never-asked', 'billing.deposit')] : []),
    ...(vat?.mode === 'franchise' && mentions.length === 0
      ? [warn('vat-unmentioned', 'billing.mentions')]
      : []),
  ]
}

function serviceWarnings({ services }: Policy): PolicyWarning[] {
  const bare = services.flatMap(({ keywords, examples }, index) => {
    const texts = [keywords, examples].flatMap(({ fr, en }) => [...fr, ...en])
    return texts.length === 0 ? [warn('service-unrecognizable', `services[${index}]`)] : []
  })
  const isEmpty = services.every(({ kind }) => kind !== 'included')
  return [...bare, ...(isEmpty ? [warn('nothing-included', 'services')] : [])]
}

/** Months before the end; a later mention that takes over makes it quiet. */
function mentionWarnings({ billing: { mentions } }: Policy, today: string): PolicyWarning[] {
  return mentions.flatMap(({ until }, index) => {
    if (until === undefined || monthsUntil(today, until) > noticeMonths) return []
    const isFollowed = mentions.some(
      (other) => (other.until ?? '9999') > until && (other.from ?? '') <= until,
    )
    const follows = mentions.some((other) => other.from !== undefined && other.from > until)
    return isFollowed || follows ? [] : [warn('mention-ends', `billing.mentions[${index}]`)]
  })
}

function monthsUntil(today: string, day: string): number {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  return months(day) - months(today)
}
