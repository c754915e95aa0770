import type { Language } from '#model/board.ts'
import { formatEnd, formatMoment } from '../calendar.ts'
import { quoted } from '../diff/change.ts'
import { escaped, heading, page } from '../documents/markdown.ts'
import { oneLine } from '../documents/words.ts'
import { formatRange } from '../money.ts'
import { statusNames } from '../status-names.ts'
import type { HandedRequest, HandOver } from './hand-over.ts'
import type { Promised, PromiseKind } from './promises.ts'

const french = {
  title: (client: string) => `Passation : ${client}`,
  made: (moment: string) => `État du ${moment}.`,
  sections: {
    client: 'Le client',
    open: 'Demandes en cours',
    promises: 'Promesses à tenir',
    rulings: 'Réponses à connaître',
  },
  speaks: { fr: 'en français', en: 'en anglais' },
  address: { tu: ', avec le tutoiement', vous: ', avec le vouvoiement' },
  client: (language: string, zone: string) => `On lui écrit ${language}. Fuseau horaire : ${zone}.`,
  plan: (plan: string) => `Formule : ${plan}.`,
  policy: (name: string, id: string, version: number) => `Règles : ${name} (${id}, version ${version}).`,
  none: 'Aucune.',
  asked: (moment: string) => `demandée le ${moment}`,
  due: (moment: string) => `attendue pour le ${moment}`,
  noDue: 'sans échéance',
  status: (status: string) => `statut : ${status}`,
  price: (price: string) => `prix estimé : ${price}`,
  rules: (policyId: string) => `jugée selon les règles ${policyId}`,
  promises: {
    accepted: 'prix accepté par le client',
    quote: 'devis proposé, le client doit encore répondre',
    confirmed: 'disponibilité confirmée en urgence',
    waits: 'le client attend, sans majoration',
    offered: 'offert au client',
  },
  on: (moment: string) => `le ${moment}`,
  until: (moment: string) => `échéance : ${moment}`,
  rulings: 'Ces demandes ont été tranchées à la main ; les semblables se jugent de même.',
}

const english: typeof french = {
  title: (client) => `Hand-over: ${client}`,
  made: (moment) => `As of ${moment}.`,
  sections: {
    client: 'The client',
    open: 'Open requests',
    promises: 'Promises to keep',
    rulings: 'Answers to know',
  },
  speaks: { fr: 'in French', en: 'in English' },
  address: { tu: ', as “tu”', vous: ', as “vous”' },
  client: (language, zone) => `They are written to ${language}. Time zone: ${zone}.`,
  plan: (plan) => `Plan: ${plan}.`,
  policy: (name, id, version) => `Rules: ${name} (${id}, version ${version}).`,
  none: 'None.',
  asked: (moment) => `asked ${moment}`,
  due: (moment) => `due ${moment}`,
  noDue: 'no due date',
  status: (status) => `status: ${status}`,
  price: (price) => `estimated price: ${price}`,
  rules: (policyId) => `judged by the rules ${policyId}`,
  promises: {
    accepted: 'price accepted by the client',
    quote: 'quote given, the client has yet to answer',
    confirmed: 'availability confirmed for urgent work',
    waits: 'the client waits, without a surcharge',
    offered: 'given away to the client',
  } satisfies Record<PromiseKind, string>,
  on: (moment) => moment,
  until: (moment) => `due ${moment}`,
  rulings: 'Somebody has ruled on these requests; those like them are judged the same way.',
}

const wording = { fr: french, en: english } as const

/** The pack as one page of Markdown for a colleague. What clients wrote cannot become markup. */
export function handOverPage(pack: HandOver, language: Language): string {
  const words = wording[language]
  const { client, open, promises, rulings } = pack
  const moment = (at: string) => formatMoment(at, pack.timeZone, language)
  const address = client.language === 'fr' ? words.address[client.address] : ''
  return page([
    heading(1, words.title(oneLine(client.name))),
    escaped(words.made(moment(pack.madeAt))),
    heading(2, words.sections.client),
    escaped(words.client(`${words.speaks[client.language]}${address}`, client.timeZone)),
    ...(pack.planName === null ? [] : [escaped(words.plan(oneLine(pack.planName)))]),
    escaped(words.policy(oneLine(pack.policyName), pack.policyId, pack.policyVersion)),
    heading(2, words.sections.open),
    open.length === 0 ? words.none : open.map((request) => requestLines(request, pack, language)).join('\n'),
    heading(2, words.sections.promises),
    promises.length === 0
      ? words.none
      : promises.map((promise) => promiseLine(promise, pack.timeZone, language)).join('\n'),
    ...(rulings.length === 0
      ? []
      : [
          heading(2, words.sections.rulings),
          words.rulings,
          rulings
            .map(
              ({ title, verdict }) => `- ${escaped(quoted(title, language))} → ${escaped(oneLine(verdict))}`,
            )
            .join('\n'),
        ]),
    below(pack.procedure),
    below(pack.replies),
  ])
}

function requestLines(
  { title, url, askedAt, dueAt, status, policyId, verdict, price, notes, answers }: HandedRequest,
  pack: Pick<HandOver, 'policyId' | 'timeZone'>,
  language: Language,
): string {
  const words = wording[language]
  const moment = (at: string) => formatMoment(at, pack.timeZone, language)
  const facts = [
    words.asked(moment(askedAt)),
    dueAt === null ? words.noDue : words.due(formatEnd(dueAt, pack.timeZone, language)),
    ...(status === null ? [] : [words.status(statusNames[language][status])]),
    ...(price === null ? [] : [words.price(price)]),
    ...(policyId === pack.policyId ? [] : [words.rules(policyId)]),
  ]
  const more = [
    facts.join(language === 'fr' ? ' ; ' : '; '),
    ...notes,
    ...answers.map(({ at, words: said }) => `${moment(at)} – ${said}`),
    url,
  ]
  const head = `- **${escaped(quoted(title, language))}** ${escaped(verdict.join(' · '))}`
  return [head, ...more.map((line) => `  - ${escaped(oneLine(line))}`)].join('\n')
}

function promiseLine(
  { kind, title, amount, at, dueAt }: Promised,
  timeZone: string,
  language: Language,
): string {
  const words = wording[language]
  const moment = (at: string) => formatMoment(at, timeZone, language)
  const said = [
    words.promises[kind],
    ...(amount === null ? [] : [formatRange(amount, language)]),
    ...(at === null ? [] : [words.on(moment(at))]),
    ...(dueAt === null ? [] : [words.until(formatEnd(dueAt, timeZone, language))]),
  ]
  const colon = language === 'fr' ? ' :' : ':'
  return `- **${escaped(quoted(title, language))}**${colon} ${escaped(said.join(', '))}`
}

/** A document as a part of this page: its headings one level lower. Nobody's words begin a line with a bare `#`. */
const below = (markdown: string) => markdown.trimEnd().replace(/^(#{1,5} )/gmu, '#$1')
