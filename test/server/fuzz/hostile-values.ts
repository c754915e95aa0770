import fc from 'fast-check'

const nested = (levels: number, open: string, close: string) => open.repeat(levels) + close.repeat(levels)

/** Stands for JSON text that no value can be written as: `"@1e999@"` is sent as `1e999`. See `jsonOf`. */
const raw = (json: string) => `@${json}@`

/** What people, programs and attackers send where something else is meant. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -0, -1, 0.1, 1e21, 1e308, -1e308, 2 ** 31, 2 ** 53, 2 ** 63],
    ...[[], {}, [[]], [null], '', ' ', '\n', '0', 'null', 'true', '[object Object]'],
  ),
  fc.constantFrom<unknown>(
    ...[
      '\u0000',
      'a\u0000b',
      '\ud83d',
      '\ude00x',
      '\u202egnp',
      '\ufeff',
      '\u2028',
      '👩‍👩‍👧‍👦',
      'İıſK',
      'ﷺ'.repeat(50),
    ],
    ...['a'.repeat(101), 'a'.repeat(10_001), 'é'.repeat(70_000), ' '.repeat(50_000), '('.repeat(5_000)],
    ...["' OR 1=1 --", '"; DROP TABLE tasks; --', '%', '_', '\\', '%s%n', '../../etc/passwd'],
    ...[
      '<script>alert(1)</script>',
      '{{ 7 | times: 7 }}',
      '{% for a in (1..99999999) %}x{% endfor %}',
      '{{',
      '{%',
    ],
    ...['=cmd|"/C calc"!A0', '@SUM(A1)', '\r\nX-Evil: 1', '/confirm', '[x](javascript:alert(1))', '*'],
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'then'],
  ),
  fc.constantFrom<unknown>(
    ...[
      '0000-01-01T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '+275760-09-13T00:00:00.001Z',
      '9999-12-31T23:59:59Z',
    ],
    ...['2026-02-30', '2026-02-30T00:00:00Z', '2026-11-23', '2026-11-23T24:00:00Z', '2026-11-23T21:00:60Z'],
    ...['2026-11-23T21:00:00', '2026-11-23T21:00:00+25:00', 'Europe/Nowhere', 'UTC+99', 'GMT', 'xx', 'fr-FR'],
    ...['NaN', 'Infinity', '1e999', '-0', '٣', '1,5', 'http://[', 'javascript:0', 'file:///etc/passwd'],
  ),
  fc.constantFrom<unknown>(
    ...['1e999', '-1e999', '-0', '1E-999', '123456789012345678901234567890'].map(raw),
    ...['{"a":1,"a":2}', '{"__proto__":{"admin":true}}', '{"constructor":{"prototype":{}}}', '{"":0}'].map(
      raw,
    ),
    ...[nested(60, '[', ']'), nested(70, '{"a":', '}').replace('}', '0}'), nested(5_000, '[', ']')].map(raw),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(Array.from({ length: 2_000 }, (_, index) => index)),
  fc.constant(Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`key${index}`, 'x']))),
)

/** Whole bodies that are no JSON, no YAML, or hardly. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['', ' ', '{', '}', '[', '"', '{}', '[]', 'null', '0', 'true', '"x"', 'NaN', 'undefined', '{"a":1,}'],
    ...[
      '\ufeff{}',
      '{"a":1,"a":2}',
      '{"__proto__":null}',
      '{"a":"\ud83d"}',
      '{"a":"\\ud83d"}',
      '\u0000',
      '{}{}',
    ],
    ...['a=1&b=2', '<xml/>', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--'],
    ...[
      'a: &a [*a]',
      'a: *b',
      'a: !!js/function "x"',
      '? a',
      '- - - -',
      '---\n---\n',
      '%YAML 9.9\n---\n',
      '\t- a',
    ],
    ...['name: x\nname: y', 'a: 0x1F\nb: .inf\nc: .nan\nd: 2026-11-23', '<<: {a: 1}', 'a: !!binary "###"'],
    // Ten times ten times ten…
    ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...'bcdefgh'.split('').map(tenOfTheOneBefore)].join('\n'),
    ...[nested(20_000, '[', ']'), nested(20_000, '{"a":', '}'), 'a'.repeat(300_000), '- '.repeat(5_000)],
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json({ maxDepth: 4 }),
)

function tenOfTheOneBefore(name: string): string {
  const before = String.fromCharCode(name.charCodeAt(0) - 1)
  return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(',')}]`
}

/** One thing that is done to a value: which of its places, counted through, and what becomes of that place. */
export interface Mutation {
  readonly place: number
  readonly change: 'replace' | 'remove' | 'add' | 'wrap' | 'double'
  readonly value: unknown
}

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    place: fc.nat(200),
    change: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'double'),
    value: hostileValue,
  }),
  { minLength: 1, maxLength: 3 },
)

/** A value with some of its places spoilt. */
export function mutated(value: unknown, changes: readonly Mutation[]): unknown {
  const box = { value: structuredClone(value) }
  for (const change of changes) spoil(box, structuredClone(change))
  return box.value
}

type Container = Record<string, unknown>

function spoil(box: { value: unknown }, { place, change, value }: Mutation): void {
  const places = placesOf(box as Container)
  // Nothing may be left to spoil.
  const [holder, key] = places[place % places.length] ?? [box as Container, 'value']
  const inner = holder[key]
  if (change === 'remove') Reflect.deleteProperty(holder, key)
  else if (change === 'wrap') holder[key] = [inner]
  else if (change === 'double' && Array.isArray(inner)) holder[key] = [...inner, ...inner]
  else if (change === 'add' && typeof inner === 'object' && inner !== null && !Array.isArray(inner))
    (inner as Container)[typeof value === 'string' ? value.slice(0, 300) : 'extra'] = value
  else holder[key] = value
}

function placesOf(holder: Container): [Container, string][] {
  return Object.keys(holder).flatMap((key) => {
    const inner = holder[key]
    const own: [Container, string] = [holder, key]
    return typeof inner === 'object' && inner !== null ? [own, ...placesOf(inner as Container)] : [own]
  })
}

/** A value as JSON, with what stands for raw JSON put in as it is. */
export const jsonOf = (value: unknown): string =>
  (JSON.stringify(value) ?? '').replace(/"@(?:[^"\\]|\\.)*@"/g, (quoted) => JSON.parse(quoted).slice(1, -1))
