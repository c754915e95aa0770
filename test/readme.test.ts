import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const readme = readFileSync('README.md', 'utf8')
const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path)
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts

describe('README', () => {
  it.each(links)('leads to %s', (path) => {
    expect(existsSync(path)).toBe(true)
  })

  it('names only scripts that exist', () => {
    const named = [
      ...readme.matchAll(
        /npm (?:run )?(?:--silent )?(demo|test|check|start|cadre|bench|contract|evaluate)\b/g,
      ),
    ]
    expect(named.length).toBeGreaterThan(4)
    for (const [, name = ''] of named) expect(scripts).toHaveProperty(name)
  })
})

describe.each(globSync(['docs/**/*.md', 'adapters/*/README.md', 'policies/README.md']))('%s', (page) => {
  it('leads nowhere that does not exist', () => {
    const text = readFileSync(page, 'utf8')
    const paths = [...text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    )
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})
