import { describe, expect, it } from 'vitest'
import { isNearlyCalled } from '#policies/text/nearly-called.ts'

describe('two titles', () => {
  it.each([
    ['Newsletter de mai', 'newsletter de MAI !'],
    ['Mise à jour du site', 'mise a jour site du'],
    ['Article sur la rentrée des classes', 'Article : la rentrée des classes'],
  ])('are nearly the same: %s, %s', (one, other) => {
    expect([isNearlyCalled(one, other), isNearlyCalled(other, one)]).toEqual([true, true])
  })

  it.each([
    ['Newsletter de mai', 'Newsletter de juin'],
    ['Newsletter', 'Newsletter de mai avec les nouvelles photos'],
    ['!!!', '???'],
    ['', ''],
  ])('are not: %s, %s', (one, other) => {
    expect([isNearlyCalled(one, other), isNearlyCalled(other, one)]).toEqual([false, false])
  })
})
