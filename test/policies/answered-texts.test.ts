import { describe, expect, it } from 'vitest'
import { answeredCodes } from '#policies/messages/answered-codes.ts'
import { answeredEnglish, answeredTu, answeredVous } from '#policies/messages/answered-texts.ts'
import { fillIn, type MessageValues, messageVariables, parseTemplate } from '#policies/messages/liquid.ts'

const nothing = Object.fromEntries(messageVariables.map((name) => [name, ''])) as MessageValues

const values = {
  fr: {
    amount: 'entre 47,25 € et 141,75 €',
    price: 'Prix proposé 120,00 € ; TTC 144,00 € ; acompte 60,00 €. TVA non applicable, art. 293 B du CGI.',
    estimate: 'Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 €.',
    due: 'mardi 24 novembre à 9 h 30',
    wait_until: 'jeudi 26 novembre à 9 h',
    valid_until: 'vendredi 4 décembre à 17 h',
    referral: 'Léa Martin (lea@exemple.fr)',
    clause: 'Une demande est urgente quand son délai est de moins de 24 h.',
    also: 'Un acompte est attendu avant de commencer : 60,00 €.',
  },
  en: {
    amount: 'between €47.25 and €141.75',
    price: 'Price offered €120.00; incl. VAT €144.00; deposit €60.00.',
    estimate: 'Estimate, which is not a quote: €35.00/h × 2 h = €70.00.',
    due: 'Tuesday 24 November at 9:30',
    wait_until: 'Thursday 26 November at 9:00',
    valid_until: 'Friday 4 December at 17:00',
    referral: 'Leah Martin (leah@example.com)',
    clause: 'A request is urgent when it leaves less than 24 h.',
    also: 'A deposit is due before I start: €60.00.',
  },
} as const

const speakers = [
  {
    name: 'fr-tu',
    set: answeredTu,
    full: values.fr,
    own: /\b(?:tu|te|ton|ta)\b|t'/u,
    foreign: /\b(?:vous|votre)\b/u,
  },
  {
    name: 'fr-vous',
    set: answeredVous,
    full: values.fr,
    own: /\b(?:vous|votre)\b/u,
    foreign: /\b(?:tu|ton|ta)\b/u,
  },
  {
    name: 'en',
    set: answeredEnglish,
    full: values.en,
    own: /\byour?\b/u,
    foreign: /[àéèêç«»]|\b(?:vous|votre)\b/u,
  },
] as const

const slip =
  /[{}%]{2}|\{%|%\}| {2}|[ \t]\n|\n[ \t]|\n\n|^\s|\s$| [.,]|\( | \)|\(\)|“”|«\s*»|[.,;:!?]{2}|[,;:] ?\)|: ?\.|: ?;/u

describe.each(speakers.flatMap((speaker) => answeredCodes.map((code) => ({ ...speaker, code }))))(
  'what is said when a request is $code, in $name',
  ({ set, code, full, own, foreign, name }) => {
    const { body, nextStep } = set[code]
    const [template, step] = [parseTemplate(body), parseTemplate(nextStep)]
    const used = [...new Set([...template.uses, ...step.uses])]

    /** All ways in which what it may speak of can be there or not. */
    const ways = () => {
      const names = (Object.keys(full) as (keyof typeof full)[]).filter((each) => used.includes(each))
      return Array.from({ length: 2 ** names.length }, (_, bits) => {
        const given = Object.fromEntries(names.map((each, at) => [each, bits & (2 ** at) ? full[each] : '']))
        const known = { ...nothing, ...given }
        return fillIn(template, { ...known, next_step: fillIn(step, known) })
      })
    }

    it('reads well whatever is known', () => {
      for (const text of ways()) {
        expect(text).not.toMatch(slip)
        expect(text).toMatch(own)
        expect(text).not.toMatch(foreign)
        expect(text).toMatch(name === 'en' ? /^Thanks for your / : /^Merci pour (?:ta|votre) /)
        expect(text.split('\n').length).toBeGreaterThanOrEqual(2)
      }
    })

    it('promises nothing and never says "refused"', () => {
      for (const text of ways())
        expect(text).not.toMatch(/refus|declin|déclin|impossible|je m'en occupe|I am on it|reject/iu)
    })

    it('speaks of nothing that does not exist', () => {
      for (const each of used) expect(messageVariables).toContain(each)
      expect(used).toEqual(expect.arrayContaining(['introduction', 'also', 'next_step']))
    })
  },
)

it.each(speakers)('who never set a due date is not asked to move it, in $name', ({ set, full }) => {
  for (const code of ['declined', 'unconfirmed', 'waiting'] as const) {
    const known = { ...nothing, wait_until: full.wait_until }
    const step = fillIn(parseTemplate(set[code].nextStep), known)
    expect(step).not.toMatch(/reporter? l'|move the due/u)
  }
})
