import { describe, expect, it } from 'vitest'
import { answerTo, codesOf, rulesOf } from './asked.ts'

const rules = rulesOf('limites-18h')
const visual = {
  title: 'Un visuel Canva pour la Saint-Valentin',
  text: 'Avec les trois coffrets, format carré.',
}
/** Half past eleven: open for answers, which the morning is not. */
const at = '2026-11-23T10:30:00.000Z'

describe('« horaires de réponse : pas le soir, le week-end, plages dédiées »', () => {
  it('in the focus hours from 9 to 11, the answer comes from 11 on', () => {
    const decision = answerTo(rules, { ...visual, at: '2026-11-23T08:30:00.000Z' })
    expect(decision.labels).toEqual(['in_scope', 'off_hours'])
    expect(decision.message).toContain('Je te réponds à partir de lundi 23 novembre à 11 h')
  })

  it('but they are working time: nothing due at 11 costs an off-hours surcharge', () => {
    const decision = answerTo(rules, {
      ...visual,
      at: '2026-11-23T08:00:00.000Z',
      due: '2026-11-23T10:00:00.000Z',
    })
    expect(decision.findings.find(({ code }) => code === 'urgent_confirm')?.evidence).toMatchObject({
      noTime: false,
      offHours: null,
    })
  })
})

describe('« pas de vocaux WhatsApp, pas d’appels surprises »', () => {
  it.each(['PTT-20261123-WA0007.ogg', 'Nouvel enregistrement.m4a', 'memo.opus'])(
    '%s is asked for in writing',
    (name) => {
      const decision = answerTo(rules, { ...visual, at, attachments: [{ name, mimeType: null }] })
      expect(codesOf(decision)).toEqual(['wrong_channel', 'in_scope'])
      expect(decision.message).toContain("Peux-tu me l'écrire ici, en quelques lignes ?")
    },
  )

  it.each([
    ['voice', 'message vocal'],
    ['phone', 'téléphone'],
    ['whatsapp', 'WhatsApp'],
  ] as const)('%s: the client is kindly sent to the board', (channel, name) => {
    const decision = answerTo(rules, { ...visual, at, channel })
    expect(decision.headline).toBe('wrong_channel')
    expect(decision.message).toContain(name)
    expect(decision.message).toContain('la transmettre par écrit, en quelques lignes, par Trello')
  })
})

describe('« demandes exceptionnelles encadrées, facturées »', () => {
  const again = { title: 'Modifier la newsletter de mai', text: 'Le texte est dans le Drive.', hours: 1 }

  it.each([
    ['webmarketing', '35,00 €'],
    ['therapeute-webinaires', 'retouche supplémentaire 30,00 €'],
    ['coach-trello', 'majoration 20 % = 7,60 € ; total 45,60 €'],
  ])('the third round of changes goes beyond the two that are included, at a price: %s', (name, amount) => {
    const [second, third] = [2, 3].map((revision) => answerTo(rulesOf(name), { ...again, revision }))
    expect(second?.labels).not.toContain('over_limit')
    expect(third?.labels).toContain('over_limit')
    expect(third?.message).toContain('2 séries de retouches')
    expect(third?.message).toContain(amount)
  })

  it('a late change is as urgent as any other request, also when the round is included', () => {
    const due = '2026-11-24T07:00:00.000Z'
    const late = answerTo(rulesOf('webmarketing'), { ...again, revision: 1, due })
    expect(late.labels).toEqual(['in_scope', 'urgent_confirm', 'surcharge:35'])
    const third = answerTo(rulesOf('webmarketing'), { ...again, revision: 3, due })
    expect(codesOf(third)).toEqual(['urgent_confirm', 'over_limit', 'in_scope'])
  })
})

describe('Exemple : « pas de réponse après 18 h, pas de vocaux, dit dès le premier échange »', () => {
  it('at 17:59 it is open, at 18:00 the answer comes the next day', () => {
    expect(codesOf(answerTo(rules, { ...visual, at: '2026-11-23T16:59:00.000Z' }))).toEqual(['in_scope'])
    expect(answerTo(rules, { ...visual, at: '2026-11-23T17:00:00.000Z' }).message).toContain(
      'mardi 24 novembre à 11 h',
    )
  })

  it('the first card of a client is answered with the frame, the next one is not', () => {
    const [first, next] = [true, false].map((isFirst) =>
      answerTo(rules, { ...visual, at, account: { isFirst } }),
    )
    expect(first?.announce).toBe(true)
    expect(first?.message).toContain('plutôt que par message vocal, téléphone ou WhatsApp')
    expect(first?.message).toContain('de 13 h 30 à 18 h')
    expect(next?.announce).toBe(false)
    expect(next?.message).not.toContain('message vocal')
  })
})
