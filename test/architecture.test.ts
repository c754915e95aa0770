import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Folder → folders it may import. The longest matching prefix speaks for a file. */
const allowed: Record<string, readonly string[]> = {
  'src/model': [],
  policies: ['src/model'],
  adapters: ['src/model'],
  'src/clock.ts': ['src/model'],
  'src/config.ts': ['src/model'],
  'src/request-id.ts': [],
  'src/log.ts': ['src/model', 'src/request-id.ts'],
  'src/metrics.ts': ['src/model'],
  'src/vitals.ts': [],
  'src/store': ['src/model', 'policies/schema.ts', 'src/config.ts'],
  'src/pipeline': ['src/model', 'policies', 'src/store', 'src/clock.ts', 'src/request-id.ts'],
  'src/server': [
    'src/model',
    'policies',
    'src/store',
    'src/pipeline',
    'src/clock.ts',
    'src/request-id.ts',
    'src/metrics.ts',
  ],
  'src/api-client.ts': ['src/model'],
  'src/cli.ts': ['src/model', 'src/cli', 'src/api-client.ts', 'src/config.ts'],
  'src/cli': ['src/model', 'policies', 'src/store', 'src/api-client.ts', 'src/clock.ts', 'src/config.ts'],
  'src/main.ts': ['src', 'adapters', 'policies'],
}

const folders = Object.keys(allowed).sort((a, b) => b.length - a.length)
const within = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`)
const homeOf = (path: string) => folders.find((folder) => within(path, folder))
const files = globSync('{src,adapters,policies}/**/*.ts')
const textOf = (file: string) => readFileSync(file, 'utf8')

const aliases: Record<string, string> = {
  '#model': 'src/model',
  '#src': 'src',
  '#policies': 'policies',
  '#adapters': 'adapters',
}

/** The tool whose folder a file is in; null for everything that is of no tool. */
const toolOf = (path: string) => /^adapters\/(trello|notion|clickup)\//.exec(path)?.[1] ?? null
const sharedBySandboxes = (path: string) => within(path, 'adapters/sandbox')
const partOfSandbox = (path: string) => /^adapters\/(trello|notion|clickup)\/sandbox(\.ts|\/)/.test(path)

/** Every import in a file as a path from the repository root; packages are left out. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([.#][^']+)'/g)].map(([, spec = '']) => {
    if (spec.startsWith('.')) return normalize(join(dirname(file), spec))
    const [head = '', ...rest] = spec.split('/')
    return [aliases[head] ?? head, ...rest].join('/')
  })
}

describe.each(files)('%s', (file) => {
  const home = homeOf(file)

  it('imports only what its folder may', () => {
    expect(home, 'lives in no known folder').toBeDefined()
    for (const target of importsOf(file)) {
      const may = within(target, home ?? '') || allowed[home ?? '']?.some((folder) => within(target, folder))
      expect(may, `${home} may not import ${target}`).toBe(true)
    }
  })

  if (file.startsWith('adapters/')) {
    it('imports no other tool, and none where tools share', () => {
      const own = toolOf(file)
      const others = importsOf(file).filter((path) => toolOf(path) !== null && toolOf(path) !== own)
      expect(others).toEqual([])
    })
  }

  if (!sharedBySandboxes(file) && !partOfSandbox(file)) {
    it('leaves alone what only sandboxes share', () => {
      expect(importsOf(file).filter(sharedBySandboxes)).toEqual([])
    })
  }

  if (partOfSandbox(file)) {
    it('knows nothing of the adapter, so that a misunderstanding cannot hide in both', () => {
      const adapters = importsOf(file).filter((path) => path.startsWith('adapters/'))
      expect(adapters.filter((path) => !partOfSandbox(path) && !sharedBySandboxes(path))).toEqual([])
    })
  }

  it('keeps clock, environment and network in their one place', () => {
    const text = textOf(file)
    if (file !== 'src/config.ts') expect(text).not.toMatch(/process\.env/)
    if (file !== 'src/clock.ts' && !file.includes('sandbox'))
      expect(text).not.toMatch(/Date\.now|new Date\(\)|Temporal\.Now/)
    // The tools are reached through one door, our own API through another.
    if (!['adapters/http.ts', 'src/api-client.ts'].includes(file) && !file.includes('sandbox'))
      expect(text).not.toMatch(/\bfetch\(/)
  })

  if (
    !file.startsWith('adapters/') &&
    file !== 'policies/calendar.ts' &&
    !within(file, 'policies/calendar')
  ) {
    it('leaves the arithmetic of time to the calendar', () =>
      expect(textOf(file)).not.toMatch(/from '(temporal-polyfill|date-holidays)'/))
  }

  if (file.startsWith('policies/')) {
    it('is pure', () => expect(textOf(file)).not.toMatch(/process\.|from 'node:|Math\.random/))
  }
})

describe('the import graph', () => {
  it('has no cycle', () => {
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      expect(path, [...path, file].join(' → ')).not.toContain(file)
      if (done.has(file) || !existsSync(file) || !file.endsWith('.ts')) return
      for (const target of importsOf(file)) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(done.size).toBe(files.length)
  })

  it('lets only the composition root know the tools', () => {
    const knowing = files.filter(
      (file) => !file.startsWith('adapters/') && importsOf(file).some((path) => path.startsWith('adapters/')),
    )
    expect(knowing).toEqual(['src/main.ts'])
  })
})
