import type { Language } from '#model/board.ts'

/** What a preset says in short, and who it is for. */
export interface PresetSummary {
  readonly description: Readonly<Record<Language, string>>
  readonly audience: Readonly<Record<Language, string>>
}

/** By the name of the preset, the most general first. */
export const presetSummaries: Readonly<Record<string, PresetSummary>> = {
  webmarketing: {
    description: {
      fr: 'Newsletters, visuels et programmation compris ; tunnels, montage et boutique sur devis ; rédaction longue exclue. Urgence à moins de 24 h : 20 à 50 % selon la complexité.',
      en: 'Newsletters, visuals and scheduling included; funnels, editing and shops on quote; long-form writing excluded. Urgent under 24 h: 20 to 50% by complexity.',
    },
    audience: {
      fr: 'Une assistante qui aide des indépendantes à communiquer en ligne.',
      en: 'An assistant who helps solo businesses with their online marketing.',
    },
  },
  'coach-trello': {
    description: {
      fr: 'Tout passe par le tableau ; boîte mail, agenda, accueil et facturation compris ; aucun travail en dehors des horaires.',
      en: 'Everything comes by the board; inbox, diary, onboarding and invoices included; no work outside hours.',
    },
    audience: {
      fr: 'Une assistante de coachs qui veut un seul canal de demandes.',
      en: 'An assistant to coaches who wants a single way in for requests.',
    },
  },
  'therapeute-webinaires': {
    description: {
      fr: 'Secrétariat du cabinet, webinaires et replays compris ; travail possible le soir et le week-end, majoré de 20 à 50 %, les majorations s’additionnant.',
      en: 'Practice administration, webinars and replays included; evening and weekend work possible at 20 to 50% more, surcharges added up.',
    },
    audience: {
      fr: 'Une assistante de thérapeutes et de formatrices qui animent des ateliers en ligne.',
      en: 'An assistant to therapists and trainers who run online workshops.',
    },
  },
  'forfait-mensuel': {
    description: {
      fr: 'Heures payées d’avance chaque mois, avec des formules de 10 et de 20 heures ; devis, factures et relances compris ; tout dépassement se voit.',
      en: 'Hours paid in advance each month, with plans of 10 and 20 hours; quotes, invoices and reminders included; any overrun shows.',
    },
    audience: {
      fr: 'Une assistante administrative d’artisans et de très petites entreprises.',
      en: 'An administrative assistant to tradespeople and very small companies.',
    },
  },
  'limites-18h': {
    description: {
      fr: 'Rien après 18 h, tout par écrit : les messages vocaux et les appels ne comptent pas ; une urgence de moins de 4 h coûte 50 % de plus.',
      en: 'Nothing after 6 pm, everything in writing: voice messages and calls do not count; work needed within 4 h costs 50% more.',
    },
    audience: {
      fr: 'Une assistante qui est débordée et veut reprendre la main sur ses journées.',
      en: 'An assistant who is overrun and wants her days back.',
    },
  },
  'executive-assistant': {
    description: {
      fr: 'Boîte mail, agenda, déplacements et comptes rendus compris ; événements et recrutement sur devis ; conditions à accepter avant de commencer.',
      en: 'Inbox, diary, travel and minutes included; events and hiring on quote; terms to be accepted before work starts.',
    },
    audience: {
      fr: 'Une assistante de direction à distance, au Royaume-Uni ou pour des clients anglophones.',
      en: 'A remote executive assistant in the UK, or with English-speaking clients.',
    },
  },
  'online-business-manager': {
    description: {
      fr: 'Projets, équipes et automatisations compris, sur un forfait d’heures ; pas d’urgence : la première date possible est proposée.',
      en: 'Projects, teams and automations included, on a package of hours; no rush work: the earliest date is offered instead.',
    },
    audience: {
      fr: 'Une responsable de business en ligne qui pilote des lancements, en anglais et en français.',
      en: 'An online business manager who runs launches, in English and French.',
    },
  },
}
