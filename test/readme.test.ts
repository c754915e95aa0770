import { existsSync, readFileSync } from 'node:fs'
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
