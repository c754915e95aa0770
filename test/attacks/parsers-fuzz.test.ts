import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { normalize as normalizeClickUp } from '#adapters/clickup/normalize.ts'
import { ClickUpTask } from '#adapters/clickup/schema.ts'
import { receive as receiveClickUp, sign as signClickUp } from '#adapters/clickup/webhook.ts'
import { parseJson, parseShape } from '#adapters/http.ts'
import { keepable } from '#adapters/json-text.ts'
import { normalize as normalizeNotion } from '#adapters/notion/normalize.ts'
import { NotionPage } from '#adapters/notion/schema.ts'
import { receive as receiveNotion, sign as signNotion } from '#adapters/notion/webhook.ts'
import { normalize as normalizeTrello } from '#adapters/trello/normalize.ts'
import { TrelloCard } from '#adapters/trello/schema.ts'
import { receive as receiveTrello, sign as signTrello } from '#adapters/trello/webhook.ts'
import type { RawDelivery, Received, WebhookKeys } from '#model/adapter.ts'
import { isAppError } from '#model/error.ts'
import { compilePolicy } from '#policies/compile.ts'
import { parsePolicy } from '#policies/schema.ts'
import { parseYaml, yamlOf } from '#policies/yaml.ts'
import { isText } from '../../src/server/plain-text.ts'
import { createTask } from '../adapters/clickup/fixtures.ts'
import { createPage } from '../adapters/notion/fixtures.ts'
import { createCard } from '../adapters/trello/fixtures.ts'
import { mutated, textsIn } from './mutation.ts'

/** More of them find more: `FUZZ_RUNS=20000 npx vitest run test/attacks/parsers-fuzz.test.ts`. */
const numRuns = Number(process.env.FUZZ_RUNS ?? 400)
afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

/** What came out, or the code of the failure; anything else is a bug. */
function outcome<T>(work: () => T): { readonly value: T } | { readonly code: string } {
  try {
    return { value: work() }
  } catch (error) {
    if (isAppError(error)) return { code: error.code }
    throw error
  }
}

const moment = /^(?!0000)\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Can it be kept by every store, and found again? */
function expectKeepable(received: Received): void {
  expect(['task', 'echo', 'other', 'handshake']).toContain(received.kind)
  expect(received.key).not.toBe('')
  expect(received.occurredAt).toMatch(moment)
  if (typeof received.dueAt === 'string') expect(received.dueAt).toMatch(moment)
  if (received.kind === 'task') expect(received.taskId).toEqual(expect.any(String))
  const kept = JSON.stringify(received.evidence)
  expect(textsIn({ ...received, evidence: JSON.parse(kept) }).filter((text) => !isText(text))).toEqual([])
}

const callbackUrl = 'https://cadre.test/webhooks'
const keys = { connectionId: 'con_1', secrets: ['s3cret'], callbackUrl, userId: '42' }
const moved = (of: Record<string, unknown>) => ({ ...of, id: '6a4a2c10aa00000000000009' })

const doors = {
  trello: {
    receive: receiveTrello,
    header: 'x-trello-webhook',
    sign: (body: Uint8Array) => signTrello(body, callbackUrl, 's3cret'),
    body: {
      model: moved({ name: 'Claire' }),
      action: {
        ...{ id: '6a4a2c10aa00000000000001', type: 'updateCard', date: '2026-07-05T10:00:00.000Z' },
        idMemberCreator: '6a4a2c10ff00000000000001',
        data: {
          card: { id: '6a4a2c10aa00000000000002', shortLink: 'aBcD', due: '2026-07-06T16:00:00.000Z' },
          board: moved({ name: 'Claire' }),
          list: moved({ name: 'Demandes' }),
          old: { due: null, name: 'avant' },
        },
      },
    },
  },
  notion: {
    receive: receiveNotion,
    header: 'x-notion-signature',
    sign: (body: Uint8Array) => signNotion(body, 's3cret'),
    body: {
      ...{ id: '56c3e00c-4f0c-4566-9676-4b058a50a001', type: 'page.properties_updated', attempt_number: 1 },
      timestamp: '2026-07-05T10:03:06.094Z',
      authors: [{ id: '1a7104cd-2702-81b5-8408-00279347f004', type: 'person' }],
      entity: { id: '1a7104cd-477e-809d-8dc4-ff2d96ae3001', type: 'page' },
      data: {
        parent: {
          ...{ id: '1a7104cd-477e-80eb-ae76-e1c2a32c7b03', type: 'database' },
          data_source_id: '1a7104cd-477e-80c2-84a0-c32cefba5c02',
        },
        page_id: '1a7104cd-477e-809d-8dc4-ff2d96ae3001',
        updated_properties: ['XGe%40'],
      },
    },
  },
  clickup: {
    receive: (delivery: RawDelivery, of: WebhookKeys) => receiveClickUp(delivery, of, { has: () => false }),
    header: 'x-signature',
    sign: (body: Uint8Array) => signClickUp(body, 's3cret'),
    body: {
      ...{ event: 'taskUpdated', task_id: '86abc7z9k', webhook_id: '7fa3ec74-69a8-4530-a251-8a13730bd204' },
      history_items: [
        {
          ...{
            id: '2800763136717140857',
            type: 1,
            date: '1642734631523',
            field: 'due_date',
            parent_id: '162641062',
          },
          ...{ before: null, after: '1642701600000', data: { due_date_time: true } },
          user: { id: 183, username: 'Jean', email: 'jean@exemple.test' },
        },
      ],
    },
  },
}

describe.each(Object.entries(doors))('the door of %s', (_tool, { receive, header, sign, body }) => {
  const open = (bytes: Uint8Array, headers: Record<string, string>, secrets = keys.secrets) =>
    outcome(() => receive({ body: bytes, headers }, { ...keys, secrets }))

  it('lets in no bytes that are not signed, and of signed ones says only that they are no JSON', () => {
    const anything = fc.record({ bytes: fc.uint8Array({ maxLength: 2_000 }), value: fc.string() })
    fc.assert(
      fc.property(anything, ({ bytes, value }) => {
        expect(open(bytes, {})).toEqual({ code: 'WEBHOOK_SIGNATURE_INVALID' })
        expect(open(bytes, { [header]: value })).toEqual({ code: 'WEBHOOK_SIGNATURE_INVALID' })
        const found = open(bytes, { [header]: sign(bytes) })
        if ('code' in found) expect(found.code).toBe('WEBHOOK_BODY_INVALID')
        else expectKeepable(found.value)
      }),
      { numRuns },
    )
  })

  it('makes of a signed body, however twisted, something that can be kept', () => {
    fc.assert(
      fc.property(mutated(body), (text) => {
        const bytes = new TextEncoder().encode(text)
        const found = open(bytes, { [header]: sign(bytes) })
        if ('code' in found) expect(found.code).toBe('WEBHOOK_BODY_INVALID')
        else expectKeepable(found.value)
      }),
      { numRuns },
    )
  })

  it('believes nothing while no secret is known, but Notion’s own first word', () => {
    const first = { verification_token: 'secret_abc' }
    fc.assert(
      fc.property(fc.oneof(mutated(body), mutated(first)), (text) => {
        const bytes = new TextEncoder().encode(text)
        const found = open(bytes, {}, [])
        if ('code' in found) expect(found.code).toBe('WEBHOOK_SIGNATURE_INVALID')
        else {
          expect(found.value).toMatchObject({
            kind: 'handshake',
            secret: expect.stringMatching(/^[\x21-\x7e]+$/),
          })
          expectKeepable(found.value)
        }
      }),
      { numRuns },
    )
  })
})

const card = createCard({
  labels: [
    { id: '6a4a2c10dd00000000000003', name: 'VIP', color: 'sky_dark' },
    { id: '6a4a2c10dd00000000000004', name: '', color: null },
  ],
  customFieldItems: [
    { idCustomField: '6a4a2c10ee00000000000001', value: { number: '042.50' } },
    { idCustomField: '6a4a2c10ee00000000000002', value: { text: 'à voir' } },
    { idCustomField: '6a4a2c10ee00000000000003', idValue: '6a4a2c10ee00000000000009', value: null },
  ],
  attachments: [{ name: 'brief.pdf', mimeType: 'application/pdf', url: 'https://exemple.test/brief.pdf' }],
  actions: [
    {
      ...{ id: '6a4a2c10aa00000000000007', type: 'commentCard' },
      date: '2026-07-05T10:00:00Z',
      data: { text: 'oui' },
    },
    { ...{ id: '6a4a2c10aa00000000000008', type: 'emailCard' }, date: '2026-07-05T10:00:00Z', data: {} },
  ],
})

const field = (id: string, type: string, value: unknown, type_config: unknown = {}) => ({
  ...{ id, name: id, type, type_config, value },
})
const options = [
  { id: 'opt-1', name: 'un', label: 'un', orderindex: 0 },
  { id: 'opt-2', name: 'deux', label: 'deux', orderindex: 1 },
]
const clickUpTask = createTask({
  custom_fields: [
    field('number', 'number', '042.50'),
    field('money', 'currency', 42, { currency_type: 'EUR' }),
    field('choice', 'drop_down', 1, { options }),
    field('labels', 'labels', ['opt-1'], { options }),
    field('words', 'short_text', 'à voir'),
  ],
  attachments: [
    { title: 'brief', extension: 'pdf', mimetype: 'application/pdf', url: 'https://exemple.test/b' },
  ],
})

describe('what a tool answers', () => {
  const cases = [
    ['a card', card, (value: unknown) => normalizeTrello(parseShape(TrelloCard, value, 'x'), 'con_1')],
    [
      'a page',
      createPage(),
      (value: unknown) => normalizeNotion(parseShape(NotionPage, value, 'x'), 'con_1'),
    ],
    [
      'a task',
      clickUpTask,
      (value: unknown) => normalizeClickUp(parseShape(ClickUpTask, value, 'x'), 'con_1'),
    ],
  ] as const

  it.each(cases)('is a task that can be kept, or refused: %s', (_what, body, read) => {
    fc.assert(
      fc.property(mutated(body), (text) => {
        const found = outcome(() => read(parseJson(keepable(text), 'x')))
        if ('code' in found) expect(found.code).toBe('TOOL_RESPONSE_INVALID')
        const seen = 'code' in found ? null : found.value
        if (seen === null) return
        for (const at of [seen.createdAt, seen.changedAt, seen.dueAt ?? seen.createdAt])
          expect(at).toMatch(moment)
        if (seen.dueDay !== null) expect(seen.dueDay).toMatch(/^(?!0000)\d{4}-\d{2}-\d{2}$/)
        expect(textsIn(JSON.parse(JSON.stringify(seen))).filter((each) => !isText(each))).toEqual([])
      }),
      { numRuns },
    )
  })

  it('keeps its characters, whole emoji and backslashes too', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const escaped = JSON.stringify(value).replace(
          /[^\x20-\x7e]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
        expect(JSON.parse(keepable(escaped))).toEqual(
          JSON.parse(JSON.stringify(value).replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1\\ufffd')),
        )
      }),
      { numRuns },
    )
  })
})

describe('the schema of policies', () => {
  const preset = JSON.parse(readFileSync('policies/presets/webmarketing.json', 'utf8'))

  it('takes a policy that can then be compiled, or says where each problem is', () => {
    fc.assert(
      fc.property(mutated(preset), (text) => {
        try {
          const policy = parsePolicy(JSON.parse(text))
          for (const language of ['fr', 'en'] as const)
            compilePolicy(
              policy,
              { id: 'rules', version: 1 },
              { language, address: 'vous', timeZone: 'Europe/Paris' },
            )
        } catch (error) {
          if (!isAppError(error, 'POLICY_INVALID')) throw error
          expect(error.details.length).toBeGreaterThan(0)
          for (const { message, remedy } of error.details) expect([message, remedy]).not.toContain('')
        }
      }),
      { numRuns },
    )
  })

  it('reads YAML, whatever it is, or says where it cannot', () => {
    const text = yamlOf(preset)
    const broken = fc
      .array(
        fc.tuple(
          fc.nat(text.length),
          fc.constantFrom(
            '&a ',
            '*a',
            '<<: *a\n',
            '!!js/function ',
            '{',
            ']',
            '\t',
            '? ',
            '---\n',
            '"',
            '%TAG',
            '\u0000',
            '|\n',
          ),
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((cuts) => cuts.reduce((whole, [at, piece]) => whole.slice(0, at) + piece + whole.slice(at), text))
    fc.assert(
      fc.property(fc.oneof(broken, fc.string({ unit: 'binary', maxLength: 500 })), (yaml) => {
        const found = outcome(() => parseYaml(yaml))
        if ('code' in found) expect(found.code).toBe('REQUEST_INVALID')
        else expect(JSON.parse(JSON.stringify(found.value))).toEqual(found.value)
      }),
      { numRuns: Math.ceil(numRuns / 4) },
    )
  })

  const lol = Array.from(
    { length: 12 },
    (_, n) =>
      `l${n}: &l${n} [${Array(9)
        .fill(n === 0 ? 'x' : `*l${n - 1}`)
        .join()}]`,
  )
  it.each([
    ['aliases that multiply', lol.join('\n')],
    ['an alias within itself', 'a: &a [*a]'],
    ['an alias of nothing', 'a: *b'],
    ['a tag that makes something', 'a: !!js/function "() => 1"'],
    ['a tag of its own', 'a: !<tag:cadre,2026:x> 1'],
    ['two documents', 'a: 1\n---\nb: 2'],
    ['a key twice', 'a: 1\na: 2'],
    ['no end to its lists', '['.repeat(5_000)],
  ])('refuses %s', (_what, yaml) => {
    expect(outcome(() => parseYaml(yaml))).toEqual({ code: 'REQUEST_INVALID' })
  })

  it.each([
    [
      'a merge key is a key like any other',
      'base: &b {a: 1}\nmine:\n  <<: *b',
      { base: { a: 1 }, mine: { '<<': { a: 1 } } },
    ],
    [
      'numbers and dates are no objects',
      'a: 2026-11-23\nb: 0o17\nc: .inf',
      { a: '2026-11-23', b: 15, c: null },
    ],
  ])('knows no more than YAML 1.2 does: %s', (_what, yaml, value) => {
    expect(parseYaml(yaml)).toEqual(value)
  })

  const hidden = (name: string) => [
    parseYaml(`${yamlOf(preset)}\n${name}:\n  polluted: true\n`),
    { ...preset, ...JSON.parse(`{"plans":{"${name}":{"name":"x","set":{"${name}":{"polluted":true}}}}}`) },
  ]

  it.each(['constructor', 'prototype'])('has no field %s, at any depth', (name) => {
    for (const input of hidden(name))
      expect(outcome(() => parsePolicy(input))).toEqual({ code: 'POLICY_INVALID' })
  })

  it('reads nothing that is called __proto__', () => {
    const plain = { value: parsePolicy(preset) }
    for (const input of hidden('__proto__'))
      expect([plain, { code: 'POLICY_INVALID' }]).toContainEqual(outcome(() => parsePolicy(input)))
  })
})
