import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Said } from '#model/answer.ts'
import type { Decision } from '#model/decision.ts'
import { factsFrom } from '#policies/answers/in-force.ts'
import { nextStep } from '#policies/answers/terms.ts'
import { minutesAfter, weekdays } from '#policies/calendar.ts'
import { evaluate } from '#policies/evaluate.ts'
import { answeredCode } from '#policies/rules/answered.ts'
import type { Given } from '../../src/pipeline/answer.ts'
import type { Request } from '../../src/pipeline/pair.ts'
import { remarksIn } from '../../src/pipeline/spoken.ts'
import { compiled, document, facts, monday, task } from '../policies/judge.ts'

const week = Object.fromEntries(weekdays.slice(0, 5).map((day) => [day, ['09:00-18:00']]))
const policy = compiled(document({ hours: { timeZone: 'Europe/Paris', week } }))

/** What somebody types, and what it is: both languages, commands and plain words. */
const words = {
  assistant: {
    confirm: ['/confirmer', '/confirm', 'Je confirme !', "I'm available"],
    decline: ['/impossible', '/decline', 'Je ne peux pas', 'not possible'],
    quote: ['/devis 120', '/quote 120'],
    nothing: ['On en parle demain ?', 'thanks', '/confirm demain', '/rappel'],
  },
  client: {
    accept: ["D'accord, merci", '/accepter', 'Yes please', 'go ahead'],
    wait: ['Je peux attendre', '/attendre', 'no rush', '/wait'],
    refuse: ['Non merci', '/annuler', 'never mind', '/refuse'],
    nothing: ['ok mais en bleu', '/devis 5', '/confirmer svp', 'super'],
  },
} as const
type Word = keyof (typeof words)['assistant'] | keyof (typeof words)['client']

/** Requests of which some are urgent, and some have no price by themselves. */
const kinds = {
  urgent: { title: 'Newsletter de mai', isUrgent: true, isOut: false },
  quote: { title: 'Article de blog', isUrgent: false, isOut: true },
  both: { title: 'Article de blog', isUrgent: true, isOut: true },
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

/** Monday 19:00 in Paris, an hour after work: ten hours of notice. */
const due = '2026-11-23T18:00:00.000Z'

/** What is looked at after each gesture. */
interface Sight {
  readonly label: 'urgent_confirm' | 'urgent_confirmed' | null
  readonly said: string | null
  readonly total: number | null
}

/** The real thing: comments read, answers folded, terms kept, the request judged. */
class Real {
  readonly answers: { said: Said; at: string; revision: number }[] = []
  now = monday
  readonly kind: Kind
  constructor(kind: Kind) {
    this.kind = kind
  }

  case() {
    const dates = this.kind.isUrgent ? { dueAt: due, dueSetAt: monday } : {}
    const known = facts({ ...dates, answers: factsFrom(this.answers) })
    const asked = task({ title: this.kind.title, hours: 2, dueAt: known.dueAt })
    const decision = evaluate(policy, asked, known, monday)
    return { decision, request: { policy, task: asked, facts: known, found: decision.findings } }
  }

  say(side: 'assistant' | 'client', text: string): void {
    const { decision, request } = this.case()
    const comment = { id: '1', text, authorId: side, authorName: side, createdAt: this.now }
    const none = () => false
    const heard = {
      ...{ comments: [comment], isOurs: none, isCopy: none, sideOf: () => side },
      place: 'request',
    } as const
    const context = { id: 'tsk_1', facts: request.facts, policy }
    for (const { reply, isAsked } of remarksIn(heard, { decision, context } as unknown as Request))
      if (isAsked) this.take(reply.given, decision)
  }

  private take(given: Given, { price }: Decision): void {
    if (given.kind === 'quote') this.add({ kind: 'quote', amount: { minor: 12_000, currency: 'EUR' } })
    else if (given.kind !== 'accept') this.add(given)
    else if (price !== null) this.add({ kind: 'accept', price })
  }

  private add(said: Said): void {
    this.answers.push({ said, at: this.now, revision: this.answers.length })
  }

  pass(minutes: number): void {
    const end = minutesAfter(this.now, minutes)
    for (let step = this.step(); step !== null && step.at <= end; step = this.step()) {
      if (step.at > this.now) this.now = step.at
      this.add({ kind: step.kind, question: step.question })
    }
    this.now = end
  }

  private readonly step = () => nextStep(this.case().request)

  see(): Sight {
    const { decision, request } = this.case()
    const code = decision.findings.find((each) => each.code.startsWith('urgent_'))?.code ?? null
    return {
      label: code as Sight['label'],
      said: answeredCode(request),
      total: decision.price?.total.max.minor ?? null,
    }
  }
}

/** The same as a person would tell it: no tables, no calendar, every minute counted. */
class Model {
  readonly kind: Kind
  minute = 0
  isOver = false
  isWaiting = false
  isUrgencyDropped = false
  word: 'none' | 'yes' | 'no' | 'silence' = 'none'
  offer: 'none' | 'named' | 'gone' = 'none'
  agreed: number | null = null
  isReminded = false
  /** Working minutes that each question has been open for. */
  worked = { urgent: 0, quote: 0 }
  constructor(kind: Kind) {
    this.kind = kind
  }

  get isUrgent() {
    return this.kind.isUrgent && !this.isUrgencyDropped
  }
  get isConfirmed() {
    return this.isUrgent && !this.isOver && this.word === 'yes'
  }
  get isOff() {
    return this.isUrgent && (this.word === 'no' || this.word === 'silence')
  }
  /** 70 €, with 35 % for as long as the urgency may come about, agreed on or not. */
  get price(): number | null {
    if (this.agreed !== null && !(this.isOff && this.offer !== 'named')) return this.agreed
    if (this.isOver) return null
    if (this.offer === 'named') return 12_000
    if (this.kind.isOut) return null
    const isDearer = this.isUrgent && (this.word === 'none' || this.word === 'yes')
    return isDearer ? 9450 : 7000
  }

  say(word: Word): void {
    const hasChosen = this.agreed !== null || this.isOver || this.isWaiting
    const canAsk = this.kind.isOut || this.isUrgent || this.offer !== 'none' || hasChosen
    if (word === 'confirm' && this.isUrgent && !this.isOver) this.word = 'yes'
    if (word === 'decline' && this.isUrgent && !this.isOver) this.word = 'no'
    if (word === 'quote' && this.agreed === null) {
      if (this.isOver) {
        this.isOver = false
        this.worked.urgent = 0
      }
      this.isWaiting = false
      this.offer = 'named'
      this.isReminded = false
      this.worked.quote = 0
    }
    if (word === 'accept' && this.agreed === null && !this.isOver && this.offer !== 'gone') {
      const isDearer = this.isUrgent && (this.word === 'none' || this.word === 'yes')
      if (this.offer === 'named' || isDearer) {
        this.agreed = this.price
        if (this.agreed !== null) this.isWaiting = false
      }
    }
    if (word === 'wait' && canAsk && !this.isWaiting) {
      this.isWaiting = true
      this.isUrgencyDropped = true
      this.isOver = false
      this.agreed = null
      this.word = 'none'
    }
    if (word === 'refuse' && canAsk && !this.isOver) {
      this.isOver = true
      this.isWaiting = false
      this.isUrgencyDropped = false
      this.agreed = null
      this.word = 'none'
    }
  }

  pass(minutes: number): void {
    for (let left = minutes; left > 0; left -= 1) {
      const isOpen = this.isOpen()
      if (isOpen) this.worked = { urgent: this.worked.urgent + 1, quote: this.worked.quote + 1 }
      this.minute += 1
      // What falls due after work waits for the next morning.
      if (this.isOpen()) this.fallDue()
    }
  }

  private fallDue(): void {
    const isAsked = this.isUrgent && !this.isOver && this.word === 'none'
    const isPastDue = this.minute >= 600
    if (isAsked && (this.worked.urgent >= 240 || (isPastDue && this.openedBeforeDue()))) this.word = 'silence'
    if (this.offer !== 'named' || this.agreed !== null || this.isOver || this.isWaiting) return
    if (this.worked.quote >= 4800) this.offer = 'gone'
    else if (this.worked.quote >= 960) this.isReminded = true
  }

  /** The working minutes before the due date are all of Monday's. */
  private openedBeforeDue = () => this.worked.urgent > this.minutesWorkedSinceDue()
  private minutesWorkedSinceDue(): number {
    let count = 0
    for (let at = 600; at < this.minute; at += 1) if (openAt(at)) count += 1
    return count
  }

  private isOpen = () => openAt(this.minute)

  see(): Sight {
    const label = this.isUrgent ? (this.isConfirmed ? 'urgent_confirmed' : 'urgent_confirm') : null
    return { label, said: this.said(), total: this.price }
  }

  private said(): string | null {
    if (this.isOver) return 'refused'
    if (this.isWaiting) return 'waiting'
    if (this.agreed !== null) {
      if (this.isOff && this.offer !== 'named') return this.off()
      return this.isConfirmed ? null : 'accepted'
    }
    if (this.offer === 'named') return this.isReminded ? 'reminded' : 'quoted'
    if (this.offer === 'gone') return 'lapsed'
    return this.isOff ? this.off() : null
  }

  private off(): string {
    return this.word === 'no' ? 'declined' : 'unconfirmed'
  }
}

/** Monday is minute 0 at 9:00; every day has nine hours of work from then on, weekends none. */
const openAt = (minute: number) => minute % 1440 < 540 && Math.floor(minute / 1440) % 7 < 5

class Say implements fc.Command<Model, Real> {
  readonly side: 'assistant' | 'client'
  readonly word: Word
  readonly text: string
  constructor(side: 'assistant' | 'client', word: Word, text: string) {
    this.side = side
    this.word = word
    this.text = text
  }
  check = () => true
  run(model: Model, real: Real): void {
    real.say(this.side, this.text)
    model.say(this.word)
    expect(real.see()).toEqual(model.see())
  }
  toString = () => `${this.side}: ${this.text}`
}

class Pass implements fc.Command<Model, Real> {
  readonly minutes: number
  constructor(minutes: number) {
    this.minutes = minutes
  }
  check = () => true
  run(model: Model, real: Real): void {
    real.pass(this.minutes)
    model.pass(this.minutes)
    expect(real.see()).toEqual(model.see())
  }
  toString = () => `${this.minutes / 60} h pass`
}

const spoken = Object.entries(words).flatMap(([side, byWord]) =>
  Object.entries(byWord).flatMap(([word, texts]) =>
    texts.map((text: string) => ({ side: side as 'assistant' | 'client', word: word as Word, text })),
  ),
)
const commands = fc.commands(
  [
    fc.constantFrom(...spoken).map(({ side, word, text }) => new Say(side, word, text)),
    fc.constantFrom(30, 60, 180, 240, 600, 1440, 4 * 1440).map((minutes) => new Pass(minutes)),
  ],
  { maxCommands: 14 },
)

describe.each(Object.entries(kinds))('a request that is %s', (_name, kind) => {
  it('stands, is priced and is told of as a person would count it, whoever says what and whenever', () => {
    fc.assert(
      fc.property(commands, (cmds) => {
        fc.modelRun(() => ({ model: new Model(kind), real: new Real(kind) }), cmds)
      }),
      { numRuns: 120 },
    )
  })
})
