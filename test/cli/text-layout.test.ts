import { describe, expect, it } from 'vitest'
import { plain, table, widthOf, wrap } from '../../src/cli/text-layout.ts'

describe('text at a terminal', () => {
  it('cannot steer it, whatever a client wrote', () => {
    expect(plain('\u001b[2J\u001b]0;hello\u0007red\u202Eevil\r\nnext\u0000')).toBe('redevil next')
  })

  it('stands in columns, and is cut where the terminal ends', () => {
    const rows = [
      ['tsk_1', 'Hors cadre', 'Un article de blog de 1 500 mots sur la rentrée'],
      ['tsk_22', 'À vérifier', '🎉 fête'],
    ]
    expect(table(rows, 40)).toEqual([
      'tsk_1   Hors cadre  Un article de blog …',
      'tsk_22  À vérifier  🎉 fête',
    ])
    expect(table(rows, Number.POSITIVE_INFINITY)[0]).toContain('rentrée')
    for (const width of [10, 20, 33])
      for (const line of table(rows, width)) expect(widthOf(line)).toBeLessThanOrEqual(width)
  })

  it('breaks between words, and never between an amount and its unit', () => {
    expect(wrap('au tarif de 35\u00a0€', 14)).toEqual(['au tarif de', '35\u00a0€'])
    expect(wrap('au tarif de 35 €', 14)).toEqual(['au tarif de', '35\u00a0€'])
    expect(wrap('pendant 24 heures', 11)).toEqual(['pendant 24', 'heures'])
  })

  it('never begins a line with what French puts behind a space', () => {
    expect(wrap('« Le blog » : non', 9)).toEqual(['«\u00a0Le', 'blog\u00a0»\u00a0:', 'non'])
    expect(wrap('Merci pour ta demande !\nÀ bientôt', 12, '  ')).toEqual([
      '  Merci pour',
      '  ta',
      '  demande\u00a0!',
      '  À bientôt',
    ])
  })
})
