import { describe, expect, it } from 'vitest'
import { adviceOf } from '#src/pipeline/doctor-advice.ts'

describe('advice on something that there is', () => {
  it.each([
    ['dead_letters', { count: 1 }, /^1 travail a échoué/u, /^1 job has failed/u],
    ['dead_letters', { count: 2 }, /^2 travaux ont échoué/u, /^2 jobs have failed/u],
    ['webhook', { state: 'disabled', failures: 1 }, /\(1 échec\)/u, /\(1 failure\)/u],
    ['webhook', { state: 'disabled', failures: 3 }, /\(3 échecs de suite\)/u, /\(3 failures in a row\)/u],
    ['webhook', { state: 'failing', failures: 1 }, /\(1 échec\)\. Vérifie/u, /\(1 failure\)\. Check/u],
    ['webhook_secret', { tool: 'clickup', refused: 1 }, /de 1 envoi\. Avec/u, /of 1 delivery\. With/u],
    ['webhook_secret', { tool: 'notion', refused: 2 }, /de 2 envois de suite/u, /of 2 deliveries in a row/u],
    ['clock', { minutes: 1 }, /de 1 minute de/u, /is 1 minute off/u],
    ['clock', { minutes: 7 }, /de 7 minutes de/u, /is 7 minutes off/u],
  ] as const)('once or more often (%s, %j) agrees with the number', (code, facts, fr, en) => {
    const advice = adviceOf(code, 'fail', facts)
    expect(advice.fr).toMatch(fr)
    expect(advice.en).toMatch(en)
  })
})

it('a webhook whose deliveries fail is nothing that Cadre says it repairs', () => {
  const { fr, en } = adviceOf('webhook', 'warn', { state: 'failing', failures: 3 })
  expect([fr, en].filter((text) => /répare|repairs/u.test(text))).toEqual([])
})
