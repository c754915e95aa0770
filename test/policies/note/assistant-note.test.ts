import { describe, expect, it } from 'vitest'
import { type Answered, unanswered } from '#model/answer.ts'
import type { Decision, Price } from '#model/decision.ts'
import { emptyAccount, type Facts } from '#model/facts.ts'
import { compilePolicy } from '#policies/compile.ts'
import { evaluate } from '#policies/evaluate.ts'
import { assistantNote, type NoteSubject } from '#policies/note/assistant-note.ts'
import { presets } from '#policies/presets/presets.ts'
import { parsePolicy } from '#policies/schema.ts'
import { timelineOf } from '#policies/timeline/timeline.ts'
import { compiled, facts, monday, task } from '../judge.ts'

const rules = parsePolicy(presets.webmarketing)

/** The note about an urgent request of Claire, whose package is nearly used up. */
function noteIn(
  language: 'fr' | 'en',
  title = 'Visuels Canva pour demain',
  silent = false,
  judge: NoteSubject['judge'] = {},
) {
  const policy = compilePolicy(
    rules,
    { id: 'rules', version: 1 },
    {
      language,
      address: 'tu',
      timeZone: 'Europe/Paris',
    },
  )
  const dueAt = '2026-11-23T20:00:00.000Z'
  const known = facts({
    dueAt,
    dueSetAt: monday,
    account: { ...emptyAccount, overdueSince: '2026-11-01T00:00:00.000Z' },
  })
  const decision = evaluate(policy, task({ title, dueAt, hours: 2 }), known, monday)
  const message = silent ? '' : 'Merci pour ta demande !\n\nÀ bientôt.'
  return assistantNote(policy, decision, {
    clientName: 'Claire',
    message,
    relays: true,
    answers: known.answers,
    judge,
  })
}

describe('the note on the assistant’s board', () => {
  it('holds verdict, reasons, price, what only she should know, and what the client reads', () => {
    expect(noteIn('fr').split('\n\n')).toEqual([
      'Dans le cadre · Urgent · dispo à confirmer · +20 %',
      expect.stringMatching(
        /^Pourquoi :\n• Urgent.* moins de 24 heures à l'avance\.\n• Dans le cadre : Visuels Canva.*\(mots : .*canva/,
      ),
      'Prix : 35,00 €/h × 2 h = 70,00 € ; majoration 20 % = 14,00 € ; total 84,00 €',
      'Rien que pour toi :\n• Une facture de ce client est en retard depuis le dimanche 1er novembre.',
      'Ce que lit Claire :\n> Merci pour ta demande !\n>\n> À bientôt.',
      expect.stringMatching(/^Répondre ici : \/confirmer · .* · >> pour écrire à Claire$/),
    ])
  })

  it('says the same in English', () => {
    expect(
      noteIn('en')
        .split('\n\n')
        .map((part) => part.split('\n')[0]),
    ).toEqual([
      'In scope · Urgent · availability to confirm · +20%',
      'Why:',
      'Price: €35.00/h × 2 h = €70.00; surcharge 20% = €14.00; total €84.00',
      'For you alone:',
      'What Claire reads:',
      expect.stringMatching(/^Answer here: \/confirm · .* · >> to write to Claire$/),
    ])
  })

  it('tells whose rules judged, where they are a colleague’s, and why', () => {
    const standIn = { policyId: 'ines', until: '2026-12-07', for: 'Sophie', by: 'Inès' }
    const [own, standsIn, misfit] = [
      noteIn('fr', undefined, false, { assigned: { policyId: 'rules', fits: true } }),
      noteIn('fr', undefined, false, { standIn }),
      noteIn('fr', undefined, false, { assigned: { policyId: 'marc', fits: false } }),
    ]
    expect(own).toContain(`\n\nRègles appliquées : ${rules.name} (la demande lui est attribuée)\n\n`)
    expect(standsIn).toContain(
      "\n\nRègles appliquées : Inès (à la place de Sophie jusqu'au lundi 7 décembre inclus)\n\n",
    )
    expect(misfit).not.toContain('Règles appliquées')
    expect(noteIn('en', undefined, false, { standIn })).toContain(
      '\n\nRules applied: Inès (standing in for Sophie until Monday 7 December)\n\n',
    )
  })

  it('names the words that counted where no clause does', () => {
    expect(noteIn('fr', 'Logo et newsletter')).toMatch(/\n• À vérifier \(mots : .+\)\n/u)
  })

  it('says so when the client reads nothing, and then names no price', () => {
    const note = noteIn('fr', 'Article de blog de 1500 mots', true)
    expect(note).toContain('Claire ne lit aucun commentaire.')
    expect(note).not.toContain('Prix')
  })
})

const at = '2026-11-23T10:00:00.000Z'
const euros = (minor: number) => ({ minor, currency: 'EUR' })
const exactly = (minor: number) => ({ min: euros(minor), max: euros(minor) })
const agreed: Price = {
  ...{ base: exactly(12_000), surcharge: exactly(0), total: exactly(12_000), surchargeBasisPoints: 0 },
  ...{ triggers: [], formula: '', deposit: null, balance: null, isOffered: false },
}
const urgent = { dueAt: '2026-11-23T13:00:00.000Z', dueSetAt: monday }
const speech = {
  ...{ language: 'fr' as const, client: 'Claire', timeZone: 'Europe/Paris', currency: 'EUR' },
  ...{ serviceName: (id: string) => id, clause: () => '' },
}

/** The first line of the note once something was answered, and what the timeline tells of the verdict. */
function toldOf(title: string, known: Partial<Answered>, more: Partial<Facts> = {}): (string | undefined)[] {
  const answers = { ...unanswered, ...known }
  const own = facts({ ...more, answers })
  const policy = compiled()
  const decision: Decision = evaluate(policy, task({ title, hours: 2, dueAt: own.dueAt }), own, monday)
  const note = assistantNote(policy, decision, {
    ...{ clientName: 'Claire', message: '', relays: false, answers, judge: own },
  })
  return [note.split('\n')[0], timelineOf([{ kind: 'judged', at, decision }], speech)[0]?.words]
}

describe('the verdict in words, once somebody has answered,', () => {
  it('is what the card shows: nothing is left to confirm, and what was agreed on is in scope', () => {
    expect(toldOf('Newsletter de mai', { availability: { is: 'decline', at } }, urgent)).toEqual([
      'Dans le cadre',
      'Verdict : Dans le cadre. Prix : 70,00 €.',
    ])
    const yes = { choice: 'accept', quote: euros(12_000), accepted: agreed, acceptedAt: at } as const
    expect(toldOf('Article de blog', yes)).toEqual([
      'Dans le cadre',
      'Verdict : Dans le cadre. Prix : 120,00 €.',
    ])
  })

  it('is none after a no that leaves nothing to decide', () => {
    const no = { choice: 'refuse', quote: euros(12_000), refusedAt: at } as const
    expect(toldOf('Arroser les plantes du bureau', no)).toEqual([
      'Pourquoi :',
      "Il n'y a plus rien à décider.",
    ])
  })

  it('tells of a doubt behind another label, for it keeps the client from reading anything', () => {
    const slip = { dueAt: '2025-11-24T13:00:00.000Z', dueSetAt: monday }
    expect(toldOf('Article de blog', {}, slip)[0]).toBe('Hors cadre · À vérifier')
  })
})
