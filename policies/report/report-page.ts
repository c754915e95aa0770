import type { Language } from '#model/board.ts'
import type { Instant } from '#model/task.ts'
import { formatMoment, formatPeriod } from '../calendar.ts'
import { quoted } from '../diff/change.ts'
import { escaped, escapedLine, heading, page } from '../documents/markdown.ts'
import { oneLine, paragraph } from '../documents/words.ts'
import { labelName } from '../labels.ts'
import { formatRange } from '../money.ts'
import { yamlOf } from '../yaml.ts'
import type { KeptRequest } from './off-hours.ts'
import type { Proposal } from './proposal.ts'
import type { Quote } from './quotes.ts'
import { reportWords } from './report-words.ts'
import type { RequestRef } from './request-ref.ts'
import type { Sum } from './sum.ts'
import type { UncoveredGroup } from './uncovered.ts'
import type { Waiting } from './waiting.ts'
import type { WeeklyReport } from './weekly-report.ts'

/** The report as Markdown, for her to read. What clients wrote cannot become markup. */
export function reportPage(report: WeeklyReport, language: Language): string {
  const words = reportWords[language]
  const { offHours, goodwill, uncovered, corrections, waiting, madeAt } = report
  const moment = (at: string) => formatMoment(at, report.timeZone, language)
  const titled = (title: string, parts: readonly string[]) =>
    parts.length === 0 ? [] : [heading(2, title), ...parts]
  return page([
    heading(1, words.title(formatPeriod(report.firstDay, report.lastDay, language))),
    `**${escaped(oneLine(report.policyName))}**`,
    paragraph(report.isOver ? '' : words.ongoing, words.arrived(report.arrived, offHours.count)),
    ...titled(
      words.sections.offHours,
      offHours.count === 0
        ? []
        : [
            words.early(offHours.answeredEarly),
            list(
              offHours.items.map((item) => about(item.request, keptWords(item, moment, language), language)),
            ),
          ],
    ),
    ...titled(words.sections.money, money(report, moment, language)),
    ...titled(
      words.sections.goodwill,
      goodwill.items.length === 0
        ? []
        : [
            list([
              ...goodwill.items.map(({ request, worth }) =>
                about(request, worth === null ? words.unknownWorth : formatRange(worth, language), language),
              ),
            ]),
          ],
    ),
    heading(2, words.sections.uncovered),
    ...(uncovered.length === 0
      ? [words.noUncovered]
      : [...uncovered.flatMap((group) => groupWords(group, language)), howTo(report, language)]),
    ...titled(
      words.sections.corrections,
      corrections.length === 0
        ? []
        : [
            list(
              corrections.map(({ at, kind, words: said, request }) =>
                kind === 'taught' || request === null
                  ? `${escaped(moment(at))} – ${escaped(oneLine(said))}`
                  : about(request, `${said} (${moment(at)})`, language),
              ),
            ),
          ],
    ),
    heading(2, words.sections.waiting),
    waiting.length === 0
      ? words.nothingWaits
      : list(
          waiting.map((item) => about(item.request, waitingWords(item, madeAt, moment, language), language)),
        ),
  ])
}

const list = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n')

/** `**« Newsletter »** (Claire) : 70,00 €` */
function about({ title, client }: RequestRef, words: string, language: Language): string {
  const colon = language === 'fr' ? ' :' : ':'
  return `**${escaped(quoted(title, language))}** (${escaped(oneLine(client))})${colon} ${escaped(oneLine(words))}`
}

function keptWords(item: KeptRequest, moment: (at: string) => string, language: Language): string {
  const words = reportWords[language]
  return [
    words.kept(moment(item.arrivedAt), words.reasons[item.reason] ?? item.reason),
    ...(item.opensAt === null ? [] : [words.deferred(moment(item.opensAt))]),
    ...(item.isTold ? [words.told] : []),
    ...(item.answeredAt === null ? [] : [words.answered(moment(item.answeredAt))]),
  ].join(language === 'fr' ? ' ; ' : '; ')
}

function waitingWords(
  { request, verdict, keptUntil }: Waiting,
  now: Instant,
  moment: (at: string) => string,
  language: Language,
): string {
  const words = reportWords[language]
  return [
    labelName(verdict, language),
    ...(keptUntil === null || keptUntil <= now ? [] : [words.deferred(moment(keptUntil))]),
    ...(request.url === null ? [words.onNoBoard] : []),
  ].join(language === 'fr' ? ' ; ' : '; ')
}

function money({ surcharges, quotes }: WeeklyReport, moment: (at: string) => string, language: Language) {
  const { sums } = reportWords[language]
  const lines = [
    ...sumLine(sums.estimated, surcharges.estimated, language),
    ...sumLine(sums.accepted, surcharges.accepted, language),
    ...sumLine(sums.given, quotes.given, language),
    ...sumLine(sums.quotesAccepted, quotes.accepted, language),
    ...sumLine(sums.declined, quotes.declined, language),
  ]
  if (lines.length === 0) return []
  const each = quotes.items.map((quote) =>
    about(quote.request, quoteWords(quote, moment, language), language),
  )
  return [list(lines), ...(each.length === 0 ? [] : [list(each)])]
}

function sumLine(name: string, { count, totals }: Sum, language: Language): string[] {
  if (count === 0) return []
  const words = reportWords[language]
  const amounts = totals.map((total) => formatRange(total, language)).join(' + ')
  return [words.sum(name, amounts, words.requests(count))]
}

function quoteWords({ amount, state, decidedAt }: Quote, moment: (at: string) => string, language: Language) {
  const when = decidedAt === null ? '' : ` (${moment(decidedAt)})`
  return `${formatRange(amount, language)}, ${reportWords[language].states[state]}${when}`
}

function groupWords({ requests, reasons, proposal }: UncoveredGroup, language: Language): string[] {
  const words = reportWords[language]
  const why = paragraph(...reasons.map((reason) => words.uncovered[reason]))
  const isMixed = reasons.includes('mixed')
  return [
    list(requests.map((request) => about(request, why, language))),
    ...(proposal === null
      ? isMixed
        ? []
        : [words.noProposal]
      : [proposalWords(proposal, requests.length, language), `\`\`\`yaml\n${entryOf(proposal)}\`\`\``]),
  ]
}

function proposalWords({ kind, covers, service }: Proposal, count: number, language: Language): string {
  const words = reportWords[language]
  return kind === 'new-service'
    ? words.newService(covers, count)
    : escapedLine(words.examples(covers, count, service))
}

/** As the policy writes it. Every text stands on a line of its own behind a dash or a name, so that none ends the block. */
const entryOf = ({ service, fields }: Proposal) => yamlOf([{ id: service, ...fields }])

function howTo({ policyId, uncovered }: WeeklyReport, language: Language): string {
  const hasAny = uncovered.some(({ proposal }) => proposal !== null)
  return hasAny ? escapedLine(reportWords[language].howTo(policyId)) : ''
}
