import { globSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { parse } from 'acorn'
import { full } from 'acorn-walk'
import { check } from 'recheck'
import { expect, it } from 'vitest'

/** Patterns whose time grows faster than the text, and why no text is long enough to make it matter. */
const bounded: Record<string, string> = {
  'policies/text/quotation.ts': 'a quotation is at most 300 characters; texts are read up to 12,000',
  'policies/text/own-words.ts':
    'is read where a line or the text begins only: 400,000 characters of its worst texts take 110 ms, 100,000 a quarter',
  'policies/text/dates.ts': 'the last word is at most 100 characters, of a text that was cut before',
  'policies/text/date-chrono.ts': 'reads the few words that name one date',
  'policies/text/date-day.ts': 'reads the few words that name one date',
  'policies/text/date-lexicon.ts': 'reads our own lists, once',
  'policies/scope/asks.ts': 'reads our own lists, once',
  'policies/scope/equal-asks.ts': 'reads our own lists, once',
  'policies/report/proposal.ts': 'reads a keyword of at most 80 characters',
  'policies/scope/denials.ts': 'reads our own lists, once',
  'policies/messages/write-message.ts': 'reads a message, which is written from a template and cut titles',
  'adapters/http.ts': 'reads the configured address of a tool, once',
  'adapters/trello/normalize.ts': 'reads the digits of a number field',
  'adapters/notion/provision.ts': 'reads names of labels, which the policy limits',
  'adapters/notion/stale.ts': 'reads what a tool says of a refusal, of which 200 characters are kept',
  'adapters/clickup/move.ts': 'reads what a tool says of a refusal, of which 200 characters are kept',
  'adapters/clickup/sandbox/attachment-body.ts': 'is part of the sandbox',
  'src/config.ts': 'reads the configuration, once',
  'src/cli/help-in-french.ts': 'reads what the command line’s parser says of what was typed there',
  'src/cli/given.ts': 'reads the address that was given to the command line',
  'src/server/docs.ts': 'reads the reference page, once',
}

/**
 * Where the checker, which tries texts where it cannot reckon, says "slow" on one run and "safe" on the next, or takes a
 * lookahead over nine lines for one without end. V8 reads 160,000 characters of the first one's worst text in 0.2 ms, and
 * of the second one's 95,000, 380,000 and 1,500,000 in 3, 10 and 38 ms.
 */
const mistaken: readonly string[] = [
  '(?<! (?:de|du|des|d|of|for|pour|sur|about|on)(?: (?:la|le|les|l|',
  String.raw`(?<=\S)\s*\n(?:[-_]{2,}`,
]

interface Pattern {
  readonly file: string
  readonly source: string
  readonly flags: string
}

/** Every pattern that stands in the code. Those put together from lists of words are seen as they are made. */
const written = globSync('{src,adapters,policies}/**/*.ts').flatMap(patternsIn)

function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = []
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'))
  full(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
    if (node.type !== 'Literal' || !('regex' in node)) return
    const { pattern, flags } = node.regex as { pattern: string; flags: string }
    found.push({ file, source: pattern, flags })
  })
  return found
}

async function putTogether(): Promise<Pattern[]> {
  const found: Pattern[] = []
  const plain = globalThis.RegExp
  globalThis.RegExp = new Proxy(plain, {
    construct(target, [source, flags = '']) {
      const maker = new Error('where').stack?.split('\n')[2] ?? ''
      const file = /\/(policies\/[\w/-]+\.ts)/.exec(maker)?.[1]
      if (file !== undefined && typeof source === 'string') found.push({ file, source, flags })
      return new target(source, flags)
    },
  })
  try {
    await import('#policies/evaluate.ts')
    await import('#policies/compile.ts')
  } finally {
    globalThis.RegExp = plain
  }
  return found
}

async function slow(patterns: readonly Pattern[]): Promise<Pattern[]> {
  const found: Pattern[] = []
  for (const pattern of patterns) {
    const { status } = await check(pattern.source, pattern.flags, { timeout: 20_000, randomSeed: 1 })
    if (status === 'vulnerable') found.push(pattern)
  }
  return found
}

it('no pattern takes more than linear time on a text that somebody else may make long', async () => {
  expect(written.length).toBeGreaterThan(200)
  const found = await slow(written)
  expect(found.filter(({ file }) => bounded[file] === undefined)).toEqual([])
}, 600_000)

it('nor does one that is put together from lists of words', async () => {
  const made = await putTogether()
  expect(made.length).toBeGreaterThan(10)
  const found = await slow(made)
  expect(found.filter(({ source }) => !mistaken.some((start) => source.startsWith(start)))).toEqual([])
}, 600_000)
