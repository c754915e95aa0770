import { parsePolicy } from '#policies/schema.ts'
import { minimal, rich, richDocument } from './rich-policy.ts'

/** Without what takes long to look up and differs in no variant: public holidays and plans. */
const base = { ...richDocument, hours: { ...richDocument.hours, holidays: undefined }, plans: {} }

const changed = (changes: Readonly<Record<string, unknown>>) => parsePolicy({ ...base, ...changes })

const billing = (changes: Readonly<Record<string, unknown>>) =>
  changed({ billing: { ...richDocument.billing, ...changes } })

const urgency = (changes: Readonly<Record<string, unknown>>) =>
  changed({ urgency: { ...richDocument.urgency, ...changes } })

const payment = (due: unknown) => billing({ payment: { ...richDocument.billing.payment, due } })

const everyWay = [
  'trello',
  'notion',
  'clickup',
  'email',
  'whatsapp',
  'slack',
  'teams',
  'sms',
  'phone',
  'voice',
]
const long = 'très '.repeat(400)

/** Policies that differ in whatever a document has to say otherwise. */
export const variants = {
  rich,
  minimal,
  'no hours': changed({ hours: undefined }),
  'hours only on special dates': changed({
    hours: { week: {}, exceptions: [{ date: '2026-12-12', open: ['10:00-12:00'] }] },
  }),
  'hours in many pieces': changed({
    hours: {
      week: {
        monday: ['06:00-07:10', '08:20-09:30', '10:40-11:50', '13:05-14:15', '15:25-16:35'],
        tuesday: ['06:05-07:15', '08:25-09:35', '10:45-11:55', '13:10-14:20', '15:30-16:40'],
        wednesday: ['06:15-07:25', '08:35-09:45', '10:55-12:05', '13:20-14:30', '15:40-16:50'],
      },
      focus: {
        monday: ['06:00-06:10', '08:20-08:30', '10:40-10:50', '13:05-13:15', '15:25-15:35'],
        tuesday: ['06:05-06:15', '08:25-08:35', '10:45-10:55', '13:10-13:20', '15:30-15:40'],
        wednesday: ['06:15-06:25', '08:35-08:45', '10:55-11:05', '13:20-13:30', '15:40-15:50'],
      },
      timeZone: 'Antarctica/DumontDUrville',
      answerWithinHours: 1,
    },
  }),
  'no limits': changed({ limits: {} }),
  'no changes included': changed({ limits: { revisions: { included: 0 } } }),
  'changes at a price': changed({
    limits: { revisions: { included: 1, withinDays: 1, price: 30, surchargePercent: 10 } },
  }),
  'one request a month': changed({ limits: { requests: { count: 1, per: 'month' } } }),
  hourly: billing({ mode: 'hourly' }),
  package: billing({ mode: 'package' }),
  monthly: billing({ mode: 'monthly' }),
  'one-off': billing({ mode: 'one_off' }),
  'a package without extras': billing({ package: { hours: 1 } }),
  'no rounding up': billing({ rounding: 'nearest', unitMinutes: 1 }),
  'no deposit, payment or VAT': changed({ billing: { hourlyRate: 35 } }),
  'a deposit on everything': billing({ deposit: { when: 'always' } }),
  'VAT franchise': billing({ vat: { mode: 'franchise' } }),
  'VAT with a rate': billing({ vat: { mode: 'standard', ratePercent: 20 } }),
  'VAT with a rate of its own': billing({ vat: { mode: 'standard', ratePercent: 8.5 } }),
  'VAT without a rate': billing({ vat: { mode: 'standard' } }),
  'no VAT': billing({ vat: { mode: 'none' } }),
  'paid on receipt': payment('on_receipt'),
  'paid at the start of the month': payment('start_of_month'),
  'a currency without cents': changed({
    services: [richDocument.services[0]],
    billing: { mode: 'package', hourlyRate: 5000, currency: 'JPY', package: { hours: 10, price: 45_000 } },
    urgency: {},
  }),
  'never urgent': urgency({ accepted: false }),
  'working time': urgency({ basis: 'working', thresholdHours: 1.5 }),
  'no work off hours': urgency({ offHours: { work: 'no' } }),
  'always off hours': urgency({ offHours: { work: 'yes' }, combine: 'sum' }),
  'no surcharge at all': changed({
    urgency: { surchargePercent: { low: 0, medium: 0, high: 0 } },
    limits: {},
  }),
  'one surcharge for all': urgency({ surchargePercent: { low: 30, medium: 30, high: 30 }, tiers: [] }),
  'every channel for everything': changed({
    channels: {
      agreed: everyWay.map((via) => ({ via, for: ['request', 'urgent', 'question'], note: 'une note' })),
    },
  }),
  'each kind by many channels': changed({
    channels: {
      agreed: everyWay.flatMap((via, index) => [
        { via, for: index === 0 ? ['request'] : ['request', 'urgent'] },
        ...(index === 1 ? [] : [{ via, for: ['question'], note: 'un'.repeat(200) }]),
      ]),
    },
  }),
  'only refused channels': changed({ channels: { refused: ['phone'] } }),
  'nobody reads it at once': changed({ scope: { uncatalogued: 'review' }, messages: { commentWhen: [] } }),
  'long names': changed({
    assistant: { name: 'Camille '.repeat(60) },
    services: richDocument.services.map((service) => ({
      ...service,
      name: { fr: `${service.name.fr} ${long}`, en: `${service.name.en} ${long}` },
      needs: Array.from({ length: 20 }, () => ({ name: { fr: long }, by: ['link'] })),
    })),
  }),
  'only English': changed({
    language: 'en',
    services: [{ id: 'letters', kind: 'excluded', name: { en: 'Letters' } }],
  }),
}
