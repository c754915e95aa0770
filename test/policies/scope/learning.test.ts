import { describe, expect, it } from 'vitest'
import type { Example } from '#policies/scope/catalogue.ts'
import { defaultStrictness, readScope } from '#policies/scope/read-scope.ts'
import { modelWith } from './preset.ts'

const ruled = (text: string, scope: Example['scope'], service: string | null): Example => ({
  title: text,
  text: '',
  scope,
  service,
})

describe('a ruling', () => {
  it.each([
    ['Le petit carnet de bord du lundi', 'Le carnet de bord de lundi prochain', 'in', 'newsletter'],
    ['Passer voir la mosaïque du hall', 'Tu peux passer voir la mosaïque du hall', 'out', null],
    ['The usual Friday tumbleweed', 'Our usual Friday tumbleweed please', 'in', 'programmation'],
    ['Newsletter de mai', 'La newsletter de mai', 'review', null],
    ['Trois reels à tirer du live', 'Trois reels à tirer du live de mardi', 'out', 'redaction'],
  ] as const)('on "%s" holds for it and for "%s"', (text, like, scope, service) => {
    const model = modelWith([ruled(text, scope, service)])
    for (const title of [text, like]) {
      const reading = readScope(model, title, '', defaultStrictness)
      expect(reading).toMatchObject({ verdict: scope, service })
      expect(reading.nearest?.learned).toBe(true)
    }
  })

  it('leaves other requests alone', () => {
    const model = modelWith([ruled('Le petit carnet de bord du lundi', 'out', null)])
    expect(readScope(model, 'newsletter', '', defaultStrictness).verdict).toBe('in')
  })

  it('gives way to a later one on the same request', () => {
    const text = 'Le petit carnet de bord du lundi'
    const model = modelWith([ruled(text, 'out', null), ruled(text, 'in', 'newsletter')])
    expect(readScope(model, text, '', defaultStrictness)).toMatchObject({
      verdict: 'in',
      service: 'newsletter',
    })
  })

  it('for a service that is gone is forgotten', () => {
    const text = 'Le petit carnet de bord du lundi'
    const [taught, plain] = [modelWith([ruled(text, 'in', 'gone')]), modelWith()]
    expect(readScope(taught, text, '', 0.5)).toEqual(readScope(plain, text, '', 0.5))
  })

  it('counts for nothing when it says nothing', () => {
    const model = modelWith([ruled('', 'out', null), ruled('???', 'in', 'newsletter')])
    expect(readScope(model, '', '', defaultStrictness).verdict).toBe('review')
  })
})
