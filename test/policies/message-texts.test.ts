import { describe, expect, it } from 'vitest'
import { english } from '#policies/messages/en.ts'
import { frenchTu } from '#policies/messages/fr-tu.ts'
import { frenchVous } from '#policies/messages/fr-vous.ts'
import {
  fillIn,
  type MessageTemplate,
  type MessageValues,
  messageVariables,
  parseTemplate,
} from '#policies/messages/liquid.ts'
import { type MessageCode, messageCodes } from '#policies/messages/message-codes.ts'
import type { MessageSet } from '#policies/messages/message-set.ts'

type Values = Readonly<Record<Exclude<keyof MessageValues, 'next_step'>, string>>

const nothing = Object.fromEntries(messageVariables.map((name) => [name, ''])) as Values

/** As long as they get in practice. */
const french: Values = {
  ...nothing,
  service: 'Rédaction de contenus longs, Community management complet et Logo et charte graphique',
  estimate:
    'Estimation, qui ne vaut pas devis : 35,00 €/h × 1 à 3 h = entre 35,00 € et 105,00 € ; majoration 35 % = entre 12,25 € et 36,75 € ; total entre 47,25 € et 141,75 € ; acompte entre 23,63 € et 70,88 €. TVA non applicable, art. 293 B du CGI.',
  percent: '35 %',
  due: 'mardi 24 novembre à 9 h 30',
  threshold: '24 h',
  wait_until: 'mercredi 25 novembre à 9 h',
  never_urgent: 'x',
  referral: 'Léa Martin, rédactrice web (lea@exemple.fr) ou une rédactrice de mon réseau',
  opens: 'mardi 7 avril à 9 h',
  closed_because: 'jour férié : Lundi de Pâques',
  missing: 'les textes validés, les visuels en haute définition et la date d’envoi souhaitée',
  deposit: 'entre 23,63 € et 70,88 €',
  limit: '10 h par mois',
  balance: '1,5 h',
  channel: 'e-mail (contact@exemple.fr, avec URGENT dans l’objet)',
  refused_channel: 'message vocal',
  clause:
    'Une demande est urgente quand son délai est de moins de 24 h ; elle est prise en charge après confirmation et majorée de 20 à 50 % selon sa complexité.',
  also: 'Le délai est court : en urgence, ma disponibilité reste à confirmer. Pour commencer, il me manque encore : les textes validés.',
  introduction:
    'Mon cadre en bref : je réponds du lundi au vendredi, de 9 h à 12 h 30 et de 14 h à 18 h. Une demande à moins de 24 h est urgente.',
  assistant: 'Sophie',
}

const britain: Values = {
  ...nothing,
  service: 'Long-form writing, Full community management, and Logo and brand identity',
  estimate:
    'Estimate, which is not a quote: €35.00/h × 1 to 3 h = between €35.00 and €105.00; surcharge 35% = between €12.25 and €36.75; total between €47.25 and €141.75; deposit between €23.63 and €70.88. No VAT is charged.',
  percent: '35%',
  due: 'Tuesday 24 November at 9:30',
  threshold: '24 h',
  wait_until: 'Wednesday 25 November at 9:00',
  never_urgent: 'x',
  referral: 'Leah Martin, web writer (leah@example.com) or a writer from my network',
  opens: 'Tuesday 7 April at 9:00',
  closed_because: 'public holiday: Easter Monday',
  missing: 'the approved texts, the visuals in high resolution and the date of sending',
  deposit: 'between €23.63 and €70.88',
  limit: '10 hours a month',
  balance: '1.5 h',
  channel: 'email (hello@example.com, with URGENT in the subject)',
  refused_channel: 'voice message',
  clause:
    'A request is urgent when it leaves less than 24 h; it is taken on after confirmation, with a surcharge of 20 to 50% by complexity.',
  also: 'The notice is short: I still need to confirm my availability. To start, I still need: the approved texts.',
  introduction:
    'How I work, in short: I answer from Monday to Friday, 9:00 to 12:30 and 14:00 to 18:00. Less than 24 h is urgent.',
  assistant: 'Sophie',
}

interface Speaker {
  readonly name: string
  readonly set: MessageSet
  readonly full: Values
  /** What only the other forms of address and the other language would say. */
  readonly foreign: RegExp
  /** How the client is spoken to. */
  readonly own: RegExp
}

const speakers: readonly Speaker[] = [
  {
    name: 'fr-tu',
    set: frenchTu,
    full: french,
    foreign: /(?<!\p{L})(?:vous|votre|vos|vôtre|\p{L}+ez|the|your?|please)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:(?:tu|te|toi|ton|ta|tes)(?!\p{L})|t')/iu,
  },
  {
    name: 'fr-vous',
    set: frenchVous,
    full: french,
    foreign: /(?<!\p{L})(?:tu|te|toi|ton|ta|tes|tien|t'|dis|the|your?|please)(?!\p{L})/iu,
    own: /(?<!\p{L})(?:vous|votre|vos)(?!\p{L})/iu,
  },
  {
    name: 'en',
    set: english,
    full: britain,
    foreign: /[à-öø-ÿœ«»’]|(?<!\p{L})(?:vous|votre|demande|devis|le|la|les|une?)(?!\p{L})/iu,
    own: /\byour?\b/iu,
  },
]

const every = speakers.flatMap((speaker) => messageCodes.map((code) => ({ ...speaker, code })))

const templates = new Map<string, MessageTemplate>()

/** Templates are read once: they are filled in thousands of times. */
function read(source: string): MessageTemplate {
  const template = templates.get(source) ?? parseTemplate(source)
  templates.set(source, template)
  return template
}

/** A message as the client reads it, with the step it ends on. */
function rendered(set: MessageSet, code: MessageCode, values: Values) {
  const next_step = fillIn(read(set[code].nextStep), values)
  return { text: fillIn(read(set[code].body), { ...values, next_step }), next_step }
}

const text = (set: MessageSet, code: MessageCode, values: Partial<Values>) =>
  rendered(set, code, { ...nothing, ...values }).text

const sourcesOf = ({ body, nextStep, also }: MessageSet[MessageCode]) => [body, nextStep, also]

/**
 * All ways in which the variables that some templates use can be there or not: at most 2 to the 11th. The introduction
 * stands before all else and has its own test.
 */
function combinations(sources: readonly string[], full: Values): Values[] {
  const used = new Set(sources.flatMap((source) => read(source).uses))
  const names = (Object.keys(full) as (keyof Values)[]).filter(
    (name) => used.has(name) && name !== 'introduction',
  )
  expect(names.length).toBeLessThanOrEqual(11)
  return Array.from({ length: 2 ** names.length }, (_, bits) => ({
    ...nothing,
    ...Object.fromEntries(names.map((name, at) => [name, bits & (2 ** at) ? full[name] : ''])),
  }))
}

interface Rendered {
  readonly values: Values
  readonly text: string
  readonly next_step: string
}

const renderings = new Map<string, readonly Rendered[]>()

/** A message in all the ways in which it can come out. */
function renderedInAllWays({ name, set, code, full }: (typeof every)[number]): readonly Rendered[] {
  const known = renderings.get(`${name} ${code}`)
  if (known !== undefined) return known
  const ways = combinations([set[code].body, set[code].nextStep], full).map((values) => ({
    values,
    ...rendered(set, code, values),
  }))
  renderings.set(`${name} ${code}`, ways)
  return ways
}

const never = /refus|declin|déclin|impossible|hors[ -]cadre|out of scope|rejet|reject|undefined|null/iu

/** What is wrong with the typography of a text, in one pattern, so that thousands of texts are checked quickly. */
const slip =
  /[{}%]{2}|\{%|%\}| {2}|[ \t]\n|\n[ \t]|\n\n|^\s|\s$| [.,]|\( | \)|\(\)|“”|«\s*»|[.,;:!?]{2}|[,;:] ?\)|: ?\.|: ?;/u
const frenchSlip =
  /[^ \n][?!;](?=\s|$)|[^ \n]:(?=\s|$)|«[^ ]|[^ ]»|["“”]|(?<!\p{L})(?:de|que|je|ne|se|me|te) (?=[aeiouyéèê])/u
const englishSlip = / [?!;:]|["]/u

describe.each(every)('$code in $name', (given) => {
  const { set, code, full, foreign, own } = given

  const ways = () => renderedInAllWays(given)
  /** The first few texts of which something holds that must not. */
  const texts = (isWrong: (way: Rendered) => boolean) => ways().filter(isWrong).slice(0, 3)

  it('reads well whatever it is about', () => {
    const typography = given.name === 'en' ? englishSlip : frenchSlip
    for (const wrong of [slip, typography, never, foreign]) {
      expect(texts(({ text }) => wrong.test(text))).toEqual([])
    }
    expect(texts(({ text }) => !own.test(text))).toEqual([])
  })

  it('ends with the next step', () => {
    expect(texts(({ text, next_step }) => !text.endsWith(`\n${next_step}`))).toEqual([])
    expect(texts(({ next_step }) => !/.{20}[.?]$/su.test(next_step))).toEqual([])
  })

  it('says all it knows and is still short', () => {
    const lines = ways().map(({ text }) => text.split('\n').length)
    const introduced = full.introduction.length + 1
    expect(introduced + Math.max(...ways().map(({ text }) => text.length))).toBeLessThanOrEqual(1500)
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(2)
    expect(Math.max(...lines)).toBeLessThanOrEqual(8)
  })

  it('begins with a welcome and the rules in short if there are any, then acknowledges the request', () => {
    const kind = /^(?:Merci pour (?:ta|votre) demande|Thanks for your request|Bonne nouvelle|Good news)/u
    const opening = rendered(set, code, { ...full, introduction: '' }).text
    expect(opening).toMatch(kind)
    const welcome = /^(?:Bienvenue ! C'est (?:ta|votre) première demande|Welcome!)[^.]+\. /u
    const { text } = rendered(set, code, full)
    expect(text).toMatch(welcome)
    expect(text.replace(welcome, '')).toBe(`${full.introduction}\n${opening}`)
  })

  it('puts what else was found right before the next step', () => {
    const { text, next_step } = rendered(set, code, full)
    expect(text.endsWith(`\n${full.also}\n${next_step}`)).toBe(true)
  })

  it('quotes the policy word for word', () => {
    if (code === 'in_scope' || code === 'to_review') return
    const quote = given.name === 'en' ? `“${full.clause}”\n` : `« ${full.clause} »\n`
    expect(rendered(set, code, full).text).toContain(`: ${quote}`)
  })

  it('promises nothing before the assistant has confirmed', () => {
    if (code === 'urgent_confirmed') return
    const promise =
      /je (?:m'en occupe|m'y mets|la traite|traite|commence|livre|termine)|je (?:peux|pourrai) (?:le|la|m'en)|je suis disponible|c'est confirmé|I am handling|I am on it|I can do|I will (?:do|start|deliver)|it is confirmed/iu
    expect(texts(({ text }) => promise.test(text))).toEqual([])
  })

  it('leaves the estimate a line of its own, so that nothing calls it a quote', () => {
    const { estimate } = full
    expect(texts(({ text }) => text.includes(estimate) && !text.split('\n').includes(estimate))).toEqual([])
  })

  it('has at most one sentence to add to another headline', () => {
    for (const values of combinations([set[code].also], full)) {
      const also = fillIn(read(set[code].also), values)
      if (code === 'in_scope' || code === 'to_review') expect(also).toBe('')
      else expect(also).toMatch(/^\p{Lu}[^\n]+\.$/u)
      expect(also).not.toMatch(/[.!?] \p{Lu}/u)
      expect(also).not.toMatch(/refus|declin|impossible|hors cadre| {2}| [.,]/iu)
      if (also === '') continue
      expect(also).not.toMatch(foreign)
      expect(also).not.toMatch(slip)
      expect(also).not.toMatch(given.name === 'en' ? englishSlip : frenchSlip)
    }
  })

  it('speaks of nothing that does not exist, and its sentence not of itself', () => {
    const [body = '', nextStep = '', also = ''] = sourcesOf(set[code])
    for (const source of [body, nextStep, also]) {
      for (const name of read(source).uses) expect(messageVariables).toContain(name)
    }
    const used = [nextStep, also].flatMap((source) => read(source).uses)
    for (const name of ['also', 'introduction', 'next_step', 'clause']) expect(used).not.toContain(name)
    expect(read(body).uses).toEqual(expect.arrayContaining(['introduction', 'also', 'next_step']))
  })
})

describe('every text has its reason', () => {
  const reasons: Readonly<Record<MessageCode, RegExp>> = {
    contract_pending: /accord sur le contrat|agreement to the contract/u,
    deposit_due: /acompte est prévu|deposit comes first/u,
    out_of_scope: /ne fait pas partie des prestations|is not part of the services/u,
    quote_needed: /se fait sur devis|priced by quote/u,
    urgent_confirm: /signalée comme urgente|marked as urgent/u,
    urgent_confirmed: /c'est confirmé|it is confirmed/u,
    over_limit: /nous dépassons|va au-delà|takes us past/u,
    info_missing: /il me manque encore|I still need/u,
    wrong_channel: /canal que je n'utilise pas|channel that I don't use/u,
    off_hours: /en dehors de mes horaires|outside my answering hours/u,
    to_review: /relis|reading it through/u,
    in_scope: /fait bien partie|is part of/u,
  }

  it.each(every)('$code in $name, with nothing else known', ({ set, code }) => {
    const [first = '', ...others] = text(set, code, {}).split('\n')
    expect(first).toMatch(reasons[code])
    expect(others.length).toBeGreaterThan(0)
  })
})

/** An urgent request with a price, and one outside the catalogue. */
const urgentFrench = {
  due: 'mardi 24 novembre à 9 h 30',
  threshold: '24 h',
  percent: '35 %',
  wait_until: 'jeudi 26 novembre à 9 h',
  estimate:
    'Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €. TVA non applicable, art. 293 B du CGI.',
  clause: 'Une demande est urgente quand son délai est de moins de 24 h.',
} satisfies Partial<Values>
const urgentEnglish = {
  due: 'Tuesday 24 November at 9:30',
  threshold: '24 h',
  percent: '35%',
  wait_until: 'Thursday 26 November at 9:00',
  estimate: 'Estimate, which is not a quote: €35.00/h × 2 h = €70.00; surcharge 35% = €24.50; total €94.50.',
  clause: 'A request is urgent when it leaves less than 24 h.',
} satisfies Partial<Values>
const writingFrench = {
  service: 'Rédaction de contenus longs',
  threshold: '24 h',
  referral: 'Léa Martin (lea@exemple.fr)',
  clause: 'Les articles de blog et les livres blancs ne sont pas compris.',
} satisfies Partial<Values>
const writingEnglish = {
  service: 'Long-form writing',
  threshold: '24 h',
  referral: 'Leah Martin (leah@example.com)',
  clause: 'Blog articles and white papers are not included.',
} satisfies Partial<Values>

describe('an urgent request', () => {
  it('reads like this, as tu', () => {
    expect(text(frenchTu, 'urgent_confirm', urgentFrench)).toBe(
      `Merci pour ta demande ! Tu l'attends pour mardi 24 novembre à 9 h 30, avec moins de 24 h de délai : c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.
Comme prévu dans mes conditions : « Une demande est urgente quand son délai est de moins de 24 h. »
Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €. TVA non applicable, art. 293 B du CGI.
À toi de choisir, dis-moi ici ce qui te convient :
• patienter en reportant l'échéance au jeudi 26 novembre à 9 h ou plus tard : il n'y a alors pas de majoration ;
• garder cette date, avec une majoration de 35 %, si je te confirme ma disponibilité ;
• demander d'abord un devis, ou voir avec un autre prestataire.`,
    )
  })

  it('reads like this, as vous', () => {
    expect(text(frenchVous, 'urgent_confirm', urgentFrench)).toBe(
      `Merci pour votre demande. Vous la souhaitez pour mardi 24 novembre à 9 h 30, avec moins de 24 h de délai : c'est une demande urgente, et je dois d'abord vérifier ma disponibilité.
Comme le prévoient mes conditions : « Une demande est urgente quand son délai est de moins de 24 h. »
Estimation, qui ne vaut pas devis : 35,00 €/h × 2 h = 70,00 € ; majoration 35 % = 24,50 € ; total 94,50 €. TVA non applicable, art. 293 B du CGI.
Le choix vous revient ; dites-moi ici ce qui vous convient :
• reporter l'échéance au jeudi 26 novembre à 9 h ou plus tard : il n'y a alors pas de majoration ;
• maintenir cette date, avec une majoration de 35 %, si je vous confirme ma disponibilité ;
• demander d'abord un devis, ou vous adresser à un autre prestataire.`,
    )
  })

  it('reads like this, in English', () => {
    expect(text(english, 'urgent_confirm', urgentEnglish)).toBe(
      `Thanks for your request! It is due on Tuesday 24 November at 9:30, which gives me less than 24 h, so it counts as urgent and I need to check my availability first.
As set out in my terms: “A request is urgent when it leaves less than 24 h.”
Estimate, which is not a quote: €35.00/h × 2 h = €70.00; surcharge 35% = €24.50; total €94.50.
It is up to you; let me know here what suits you:
• wait, by moving the due date to Thursday 26 November at 9:00 or later, with no surcharge;
• keep this date, with a surcharge of 35%, if I confirm that I am available;
• ask for a quote first, or turn to another provider.`,
    )
  })

  it('has two doors where urgent work is never done, and no surcharge', () => {
    const given = { ...urgentFrench, never_urgent: 'x', clause: '', referral: 'Léa Martin' }
    expect(text(frenchTu, 'urgent_confirm', given)).toBe(
      `Merci pour ta demande ! Tu l'attends pour mardi 24 novembre à 9 h 30, avec moins de 24 h de délai : pour bien faire les choses, je ne prends pas de travail à si court délai.
Deux possibilités, dis-moi ici ce que tu préfères :
• patienter en reportant l'échéance (au plus tôt : jeudi 26 novembre à 9 h) ;
• voir avec un autre prestataire : je te recommande Léa Martin.`,
    )
    for (const { set, full } of speakers) {
      for (const due of ['', full.due]) {
        const never = text(set, 'urgent_confirm', { ...full, due, also: '', clause: '', introduction: '' })
        expect(never).not.toMatch(/majoration|surcharge|€|vérifier ma|check my/u)
        expect(never).toMatch(/je ne prends pas de travail|I don't take on work/u)
      }
    }
  })

  it('counts no surcharge when only a word says so', () => {
    expect(text(frenchTu, 'urgent_confirm', { threshold: '24 h', estimate: '70,00 €.' })).toBe(
      `Merci pour ta demande ! Elle est signalée comme urgente : je dois d'abord vérifier ma disponibilité. Aucune majoration n'est comptée pour l'instant ; il n'y en aurait une que si une échéance à moins de 24 h était confirmée.
Si une date s'impose, indique-la comme échéance ; je te réponds ici sur ma disponibilité.`,
    )
  })

  it('says that no working hours are left when it is not the threshold', () => {
    const given = { ...urgentFrench, threshold: '', clause: '' }
    expect(text(frenchVous, 'urgent_confirm', given)).toContain(
      "et je n'ai pas d'heures de travail d'ici là : c'est une demande urgente",
    )
    expect(text(frenchVous, 'urgent_confirm', given)).not.toContain('moins de')
  })

  it('never says that there is no surcharge when there is one', () => {
    for (const { set, full } of speakers) {
      const marked = text(set, 'urgent_confirm', { percent: full.percent, wait_until: full.wait_until })
      expect(marked).not.toMatch(/aucune majoration|no surcharge/iu)
    }
  })
})

describe('a request outside the agreed services', () => {
  it('reads like this, as tu', () => {
    expect(text(frenchTu, 'out_of_scope', writingFrench)).toBe(
      `Merci pour ta demande ! Elle porte sur « Rédaction de contenus longs », ce qui ne fait pas partie des prestations prévues ensemble ; je préfère te le dire tout de suite.
Comme prévu dans mes conditions : « Les articles de blog et les livres blancs ne sont pas compris. »
Deux possibilités, dis-moi ici ce que tu préfères :
• un devis à part, selon mes disponibilités ;
• un autre prestataire : je te recommande Léa Martin (lea@exemple.fr).`,
    )
  })

  it('reads like this, as vous', () => {
    expect(text(frenchVous, 'out_of_scope', writingFrench)).toBe(
      `Merci pour votre demande. Elle porte sur « Rédaction de contenus longs », ce qui ne fait pas partie des prestations convenues ensemble ; je préfère vous le dire tout de suite.
Comme le prévoient mes conditions : « Les articles de blog et les livres blancs ne sont pas compris. »
Voici deux possibilités ; dites-moi ici ce que vous préférez :
• un devis à part, selon mes disponibilités ;
• un autre prestataire : je vous recommande Léa Martin (lea@exemple.fr).`,
    )
  })

  it('reads like this, in English', () => {
    expect(text(english, 'out_of_scope', writingEnglish)).toBe(
      `Thanks for your request! “Long-form writing” is not part of the services we agreed on, so I would rather tell you straight away.
As set out in my terms: “Blog articles and white papers are not included.”
There are two ways forward; let me know here which you prefer:
• a separate quote, if my schedule allows;
• another provider: I recommend Leah Martin (leah@example.com).`,
    )
  })

  it('has three doors when it is urgent too, with the moment and the surcharge', () => {
    const urgent = { due: urgentFrench.due, percent: '35 %', wait_until: 'jeudi 26 novembre à 9 h' }
    expect(text(frenchTu, 'out_of_scope', { ...writingFrench, ...urgent, clause: '' })).toBe(
      `Merci pour ta demande ! Elle porte sur « Rédaction de contenus longs », ce qui ne fait pas partie des prestations prévues ensemble ; je préfère te le dire tout de suite.
Trois possibilités, dis-moi ici ce que tu préfères :
• un devis à part, selon mes disponibilités à partir de jeudi 26 novembre à 9 h, sans majoration ;
• le même devis en urgence, avec une majoration de 35 %, si je te confirme ma disponibilité ;
• un autre prestataire : je te recommande Léa Martin (lea@exemple.fr).`,
    )
  })

  it('has two again where urgent work is never done, and says so once', () => {
    for (const { set, full } of speakers) {
      const urgent = { ...full, clause: '', introduction: '' }
      const alone = text(set, 'out_of_scope', { ...urgent, also: '', estimate: '' })
      expect(alone.match(/^•/gmu)).toHaveLength(2)
      expect(alone).not.toMatch(/majoration|surcharge/u)
      const also = fillIn(read(set.urgent_confirm.also), urgent)
      for (const said of [alone, text(set, 'out_of_scope', { ...urgent, also })]) {
        expect(said.match(/ne prends pas(?: non plus)? de travail|don't take on work/gu)).toHaveLength(1)
      }
    }
  })
})

describe('a request that arrived outside the hours', () => {
  const easter = { opens: 'mardi 7 avril à 9 h', closed_because: 'jour férié : Lundi de Pâques' }

  it('reads like this, as tu', () => {
    expect(text(frenchTu, 'off_hours', easter)).toBe(
      `Merci pour ta demande, elle est bien arrivée ! C'était en dehors de mes horaires de réponse (jour férié : Lundi de Pâques).
Je te réponds à partir de mardi 7 avril à 9 h ; d'ici là, tu n'as rien à faire. Si une date s'impose, indique-la comme échéance.`,
    )
  })

  it('reads like this, as vous', () => {
    expect(
      text(frenchVous, 'off_hours', { ...easter, closed_because: "congés jusqu'au lundi 6 avril" }),
    ).toBe(
      `Merci pour votre demande, elle est bien arrivée. C'était en dehors de mes horaires de réponse (congés jusqu'au lundi 6 avril).
Je vous réponds à partir de mardi 7 avril à 9 h ; d'ici là, vous n'avez rien à faire. Si une date s'impose, indiquez-la comme échéance.`,
    )
  })

  it('reads like this, in English', () => {
    expect(text(english, 'off_hours', { opens: 'Tuesday 7 April at 9:00' })).toBe(
      `Thanks for your request, it has arrived safely! It came outside my answering hours.
I will answer from Tuesday 7 April at 9:00; until then there is nothing for you to do. If there is a firm date, set it as the due date.`,
    )
  })
})

describe('a request that something is missing for', () => {
  const clause = 'Une newsletter commence avec des textes relus.'

  it('reads like this, as tu', () => {
    expect(text(frenchTu, 'info_missing', { missing: 'les textes et le logo', clause })).toBe(
      `Merci pour ta demande, elle est bien notée ! Pour commencer, il me manque encore : les textes et le logo.
Comme prévu dans mes conditions : « Une newsletter commence avec des textes relus. »
Ajoute ici ce qui manque quand tu peux : le travail et son délai démarrent quand tout est là. Si tu bloques sur un point, dis-le-moi.`,
    )
  })

  it('reads like this, as vous', () => {
    expect(text(frenchVous, 'info_missing', { missing: 'les textes et le logo', clause })).toBe(
      `Merci pour votre demande, elle est bien enregistrée. Pour commencer, il me manque encore : les textes et le logo.
Comme le prévoient mes conditions : « Une newsletter commence avec des textes relus. »
Vous pouvez ajouter ici ce qui manque : le travail et son délai démarrent quand tout est là. En cas de difficulté, dites-le-moi simplement.`,
    )
  })

  it('reads like this, in English', () => {
    expect(text(english, 'info_missing', { missing: 'the texts and the logo' })).toBe(
      `Thanks for your request, it is on my list! To start, I still need: the texts and the logo.
Add what is missing here when you can: the work and its turnaround time start once everything is there. If you get stuck on anything, just tell me.`,
    )
  })
})

describe('other texts', () => {
  it('offer the next period only for what begins anew', () => {
    const after = /prochaine période|next period/u
    for (const { set, full } of speakers) expect(text(set, 'over_limit', full)).toMatch(after)
    expect(text(frenchTu, 'over_limit', { limit: '2 séries de retouches' })).not.toMatch(after)
    expect(text(english, 'over_limit', { limit: '2 rounds of changes' })).not.toMatch(after)
  })

  it('speak of something extra to pay only for hours beyond those paid in advance', () => {
    const extra = /supplément|extra/u
    for (const { set, full } of speakers) {
      expect(text(set, 'over_limit', { limit: full.limit, balance: full.balance })).toMatch(extra)
      expect(text(set, 'over_limit', { limit: full.limit })).not.toMatch(extra)
    }
  })

  it('ask for what is missing instead of asking for nothing, even when the urgency is confirmed', () => {
    for (const { set, full } of speakers) {
      expect(text(set, 'urgent_confirmed', { missing: full.missing })).not.toMatch(
        /s'il me manque|if I need/u,
      )
    }
  })

  it('ask for a date only where there is none, to prepare a quote', () => {
    const asksWhen = /et pour quand|et pour quelle date|and by when/u
    for (const { set } of speakers) {
      expect(text(set, 'quote_needed', {})).toMatch(asksWhen)
      expect(text(set, 'quote_needed', { dated: 'x' })).not.toMatch(asksWhen)
    }
  })

  it('announce no surcharge beside a price that was agreed to', () => {
    const said = (set: MessageSet, values: Partial<Values>) =>
      fillIn(read(set.urgent_confirm.also), { ...nothing, ...values })
    for (const { set, full } of speakers) {
      const { due, percent } = full
      expect(said(set, { due, percent })).toContain(percent)
      expect(said(set, { due, percent, agreed: 'x' })).toMatch(/reste à confirmer\.$|for urgent work\.$/u)
    }
  })

  it('tell urgent work by another channel from a channel that is not used', () => {
    const said = (values: Partial<Values>) =>
      fillIn(read(frenchTu.wrong_channel.also), { ...nothing, ...values })
    expect(said({ channel: 'e-mail' })).toBe('Pour une urgence, préviens-moi aussi par e-mail.')
    expect(said({ channel: 'Trello', refused_channel: 'WhatsApp' })).toBe(
      'Pour que rien ne se perde, passe plutôt par Trello.',
    )
  })

  it('are not the same in both forms of address, word for word', () => {
    const asVous = (source: string) =>
      source
        .replace(/\bta\b/gu, 'votre')
        .replace(/\bte\b/gu, 'vous')
        .replaceAll('demande !', 'demande.')
    const copies = messageCodes.filter((code) => asVous(frenchTu[code].body) === frenchVous[code].body)
    expect(copies).toEqual(['to_review'])
  })
})
