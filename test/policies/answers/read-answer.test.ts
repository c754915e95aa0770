import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAnswer, type Spoken } from '#policies/answers/read-answer.ts'

const said = (kind: Spoken['kind']) => ({ kind })

describe('the assistant answers', () => {
  it.each<[string, Spoken]>([
    ['/confirm', { kind: 'confirm' }],
    ['/Confirmer', { kind: 'confirm' }],
    ['Je confirme !', { kind: 'confirm' }],
    ['C’est bon pour moi 👍', { kind: 'confirm' }],
    ["I'm available", { kind: 'confirm' }],
    ['/decline', { kind: 'decline' }],
    ['/impossible', { kind: 'decline' }],
    ['Je ne peux pas, merci', { kind: 'decline' }],
    ['/in', { kind: 'in' }],
    ['/dans', { kind: 'in' }],
    ['/hors', { kind: 'out' }],
    ['/out', { kind: 'out' }],
    ['/service newsletter', { kind: 'service', name: 'newsletter' }],
    ['/prestation Visuels Canva', { kind: 'service', name: 'Visuels Canva' }],
    ['/hours 2', { kind: 'hours', hours: 2 }],
    ['/heures 2,5 h', { kind: 'hours', hours: 2.5 }],
    ['/quote 120', { kind: 'quote', units: 120, currency: null }],
    ['/devis 1 200,50 €', { kind: 'quote', units: 1200.5, currency: '€' }],
    ['/quote €1,200.50', { kind: 'quote', units: 1200.5, currency: '€' }],
    ['/devis 1\u202F200,50\u00A0€', { kind: 'quote', units: 1200.5, currency: '€' }],
    ['/devis 1.200,50 €', { kind: 'quote', units: 1200.5, currency: '€' }],
    ["/quote 1'200.50 CHF", { kind: 'quote', units: 1200.5, currency: 'CHF' }],
    ['/devis 12€50', { kind: 'quote', units: 12.5, currency: '€' }],
    ['/devis 12 euros 50', { kind: 'quote', units: 12.5, currency: 'euros' }],
    ['/heures 2h30', { kind: 'hours', hours: 2.5 }],
    ['/heures 1 h 15 min', { kind: 'hours', hours: 1.25 }],
    ['/heures 2 heures 30', { kind: 'hours', hours: 2.5 }],
    ['/hours 45 min', { kind: 'hours', hours: 0.75 }],
    ['/devis 120 € HT', { kind: 'quote', units: 120, currency: '€' }],
    ['/devis : 120', { kind: 'quote', units: 120, currency: null }],
    ['/heures\u00A0: 2', { kind: 'hours', hours: 2 }],
    ['/prestation : Newsletter', { kind: 'service', name: 'Newsletter' }],
    ["Oui, je m'en occupe", { kind: 'confirm' }],
    ['Impossible, je ne suis pas dispo', { kind: 'decline' }],
    ['/offert', { kind: 'goodwill' }],
    ['/attendre', { kind: 'wait' }],
    ['Merci !\n/hors', { kind: 'out' }],
  ])('%j', (text, expected) => {
    expect(readAnswer(text, 'assistant')).toEqual(expected)
  })
})

describe('the client answers', () => {
  it.each<[string, Spoken['kind']]>([
    ['ok', 'accept'],
    ['Ok, merci beaucoup !', 'accept'],
    ["D'accord", 'accept'],
    ['Bonjour, je confirme. Merci', 'accept'],
    ['Ça me va ☺️', 'accept'],
    ['Go ahead, thanks', 'accept'],
    ['/accepter', 'accept'],
    ['Oui, je confirme', 'accept'],
    ['Ok, ça marche, merci !', 'accept'],
    ['Oui, vas-y', 'accept'],
    ['Yes, sounds good', 'accept'],
    ['Non, laisse tomber', 'refuse'],
    ['Non merci', 'refuse'],
    ['Laisse tomber…', 'refuse'],
    ['No, thank you', 'refuse'],
    ['/annuler', 'refuse'],
    ['J’attends', 'wait'],
    ['Je peux attendre, merci !', 'wait'],
    ['No rush', 'wait'],
    ['/wait', 'wait'],
  ])('%j', (text, kind) => {
    expect(readAnswer(text, 'client')).toEqual(said(kind))
  })
})

describe('no answer is', () => {
  it.each([
    ['assistant', '/quote'],
    ['assistant', '/quote beaucoup'],
    ['assistant', '/quote -5'],
    ['assistant', '/hours 0'],
    ['assistant', '/hours 2 3'],
    ['assistant', '/hours 1,500'],
    ['assistant', '/hours 1001'],
    ['assistant', '/hours 120 €'],
    ['assistant', '/devis 80 90'],
    ['assistant', '/devis 2 h'],
    ['assistant', '/devis $120 CAD'],
    ['assistant', '/devis 120 € TTC'],
    ['assistant', 'Ok, mais pas dispo'],
    ['assistant', 'Oui, impossible'],
    ['client', 'Oui, mais plus tard'],
    ['client', 'Oui, plus tard'],
    ['client', 'Ok, non merci'],
    ['assistant', 'Dispo ?'],
    ['assistant', 'C’est bon, merci'],
    ['assistant', 'No problem!'],
    ['assistant', 'Pas de souci'],
    ['assistant', '>> ok, merci'],
    ['client', 'C’est confirmé ?'],
    ['client', 'OK❓'],
    ['client', 'Trop cher ?'],
    ['client', '> D’accord'],
    ['client', '> 120 €\nok'],
    ['client', '~~ok~~'],
    ['client', 'ok 👎'],
    ['client', 'Oui 🙄'],
    ['client', 'C’est bon, merci'],
    ['client', 'Fine, thanks'],
    ['assistant', '/service'],
    ['assistant', '/in /out'],
    ['assistant', '/in\n/out'],
    ['assistant', '/confirm demain'],
    ['client', 'ok mais en bleu'],
    ['client', 'Ok pour la newsletter ?'],
    ['client', 'non, je voulais dire le 12'],
    ['client', 'ok '.repeat(40)],
    ['client', 'merci'],
    ['client', ''],
    ['client', '/in'],
    ['client', '/quote 1'],
    ['client', '/service newsletter'],
    ['client', 'super'],
  ] as const)('of the %s: %j', (side, text) => {
    expect(readAnswer(text, side)).toBeNull()
  })

  it('a text that says more than an answer, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 61 }), (text) => {
        fc.pre(!text.includes('/'))
        expect(readAnswer(text, 'client')).toBeNull()
      }),
    )
  })

  it('is ever a ruling, an amount or a duration of the client', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('in', 'out', 'quote 5', 'hours 5', 'service x', 'offert'),
        (text, command) => {
          const kind = readAnswer(`/${command}${text}`, 'client')?.kind ?? 'accept'
          expect(['accept', 'refuse', 'wait']).toContain(kind)
        },
      ),
    )
  })
})
