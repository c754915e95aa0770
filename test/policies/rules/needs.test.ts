import { describe, expect, it } from 'vitest'
import type { Finding } from '#model/decision.ts'
import type { Task } from '#model/task.ts'
import { needs } from '#policies/rules/needs.ts'
import { compiled, document, request, service, task } from '../judge.ts'

const text = {
  name: { fr: 'le texte de la newsletter', en: 'the text of the newsletter' },
  words: { fr: ['le texte est', 'dans le drive'], en: ['the copy'] },
}
const date = { name: { fr: "la date d'envoi", en: 'the date to send it' }, by: ['due_date'] }
const policy = compiled(document({ services: [{ ...service, needs: [text, date] }] }))
const covered: Finding = {
  code: 'in_scope',
  reason: 'text',
  evidence: { services: ['newsletter'] },
  clause: null,
}
const due = { dueAt: '2026-12-01T08:00:00.000Z' }

const judge = (asked: Partial<Task>, found: readonly Finding[] = [covered], by = policy) =>
  needs(request({ policy: by, task: task(asked), found }))[0] ?? null

describe('what a service needs', () => {
  it('is told in the words of the client when it is missing', () => {
    expect(judge({})).toEqual({
      code: 'info_missing',
      reason: 'needs',
      evidence: { missing: ['le texte de la newsletter', "la date d'envoi"] },
      clause: 'services[0].needs',
    })
    const english = compiled(policy.document, { language: 'en' })
    expect(judge(due, [covered], english)?.evidence.missing).toEqual(['the text of the newsletter'])
  })

  it.each([
    ['an attachment', { attachments: [{ name: 'texte.docx', mimeType: null }] }],
    ['a link', { text: 'Tout est là : https://exemple.fr/doc' }],
    ['its words', { text: 'Le texte est prêt.' }],
    ['its words in the title', { title: 'Newsletter, tout est dans le Drive' }],
    ['words of the other language', { text: 'I attached the copy' }],
  ])('is there by %s', (_name, asked) => {
    expect(judge({ ...due, ...asked })).toBeNull()
  })

  it('is not there by words that only look alike', () => {
    expect(judge({ ...due, text: 'contexte, prétexte' })).not.toBeNull()
  })

  it('is not asked for as long as the request is not covered', () => {
    expect(judge({}, [{ ...covered, code: 'out_of_scope' }])).toBeNull()
    expect(judge({}, [])).toBeNull()
  })
})
