import fc from 'fast-check'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** What nobody sends: each has broken some parser. As JSON text, because values like these cannot be written otherwise. */
const odd: readonly string[] = [
  ...['null', 'true', '0', '-0', '-1', '1e400', '9007199254740993', '8640000000000001', '-8640000000000000'],
  ...[
    '""',
    '" "',
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud83d"',
    '"\\ude00\\ud83d"',
    '"\\\\u0000"',
    '"\\u202egpj.exe"',
  ],
  ...[
    '"+275760-09-13T00:00:00Z"',
    '"0000-01-01T00:00:00Z"',
    '"-000001-01-01"',
    '"2026-02-30T25:61:61Z"',
    '"NaN"',
  ],
  ...['[]', '{}', '[[]]', '[null]', '{"id":{}}', '{"length":1e9}', '{"toString":1,"valueOf":null}'],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', '"__proto__"'],
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
  JSON.stringify('x'.repeat(200_000)),
  JSON.stringify(Array(5_000).fill({ id: 'a' })),
]

const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
)

/** The JSON text of a body of a real shape in which some places hold what nobody sends, are gone, or bear another name. */
export function mutated(body: unknown): fc.Arbitrary<string> {
  const places = placesIn(body as Json)
  const change = fc.record({
    place: fc.constantFrom(...places),
    text: oddText,
    how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'double'),
  })
  return fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) => {
    const byPlace = new Map(changes.map((each) => [each.place, each]))
    const write = (value: Json, place: string): string => {
      const { how, text = '' } = byPlace.get(place) ?? {}
      if (how === 'replace') return text
      if (Array.isArray(value))
        return `[${value.map((each, index) => write(each, `${place}/${index}`)).join()}]`
      if (typeof value !== 'object' || value === null) return JSON.stringify(value)
      const entries = Object.entries(value).flatMap(([name, each]) => {
        const inner = `${place}/${name}`
        const entry = `${JSON.stringify(name)}:${write(each, inner)}`
        const change = byPlace.get(inner)
        if (change?.how === 'remove') return []
        if (change?.how === 'rename') return [`"__proto__":${write(each, inner)}`]
        return change?.how === 'double' ? [entry, `${JSON.stringify(name)}:${change.text}`] : [entry]
      })
      return `{${entries.join()}}`
    }
    return write(body as Json, '')
  })
}

function placesIn(value: Json, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [place]
  return [place, ...Object.entries(value).flatMap(([name, each]) => placesIn(each, `${place}/${name}`))]
}

/** Every text within a value, names of fields too. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [name, ...textsIn(each)])
}
