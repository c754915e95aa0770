import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** How many requirements of levels 1 and 2 the sections of ASVS 5.0.0 have; they are numbered from 1 on. */
const sections: Readonly<Record<string, number>> = {
  ...{ 'V1.1': 2, 'V1.2': 9, 'V1.3': 11, 'V1.4': 3, 'V1.5': 2 },
  ...{ 'V2.1': 3, 'V2.2': 3, 'V2.3': 4, 'V2.4': 1 },
  ...{ 'V3.2': 2, 'V3.3': 4, 'V3.4': 6, 'V3.5': 5, 'V3.7': 2 },
  ...{ 'V4.1': 3, 'V4.2': 1, 'V4.3': 2, 'V4.4': 4 },
  ...{ 'V5.1': 1, 'V5.2': 3, 'V5.3': 2, 'V5.4': 3 },
  ...{ 'V6.1': 3, 'V6.2': 12, 'V6.3': 4, 'V6.4': 4, 'V6.5': 5, 'V6.6': 3, 'V6.8': 4 },
  ...{ 'V7.1': 3, 'V7.2': 4, 'V7.3': 2, 'V7.4': 5, 'V7.5': 2, 'V7.6': 2 },
  ...{ 'V8.1': 2, 'V8.2': 3, 'V8.3': 1, 'V8.4': 1 },
  ...{ 'V9.1': 3, 'V9.2': 4 },
  ...{ 'V10.1': 2, 'V10.2': 2, 'V10.3': 4, 'V10.4': 11, 'V10.5': 5, 'V10.6': 2, 'V10.7': 3 },
  ...{ 'V11.1': 2, 'V11.2': 3, 'V11.3': 3, 'V11.4': 4, 'V11.5': 1, 'V11.6': 1 },
  ...{ 'V12.1': 3, 'V12.2': 2, 'V12.3': 4 },
  ...{ 'V13.1': 1, 'V13.2': 5, 'V13.3': 2, 'V13.4': 5 },
  ...{ 'V14.1': 2, 'V14.2': 4, 'V14.3': 3 },
  ...{ 'V15.1': 3, 'V15.2': 3, 'V15.3': 7 },
  ...{ 'V16.1': 1, 'V16.2': 5, 'V16.3': 4, 'V16.4': 3, 'V16.5': 3 },
  ...{ 'V17.1': 1, 'V17.2': 4, 'V17.3': 2 },
}

const page = readFileSync('docs/security.md', 'utf8')
const lines = [...page.matchAll(/^\| (V[\d.]+) \| ([12]) \| (.+) \| (\S+) \| (.+) \|$/gm)].map(
  ([, id = '', level = '', asks = '', verdict = '', where = '']) => ({ id, level, asks, verdict, where }),
)

describe('the checklist of docs/security.md', () => {
  it('has every requirement of levels 1 and 2 once, in order', () => {
    const wanted = Object.entries(sections).flatMap(([section, count]) =>
      Array.from({ length: count }, (_, index) => `${section}.${index + 1}`),
    )
    expect(lines.map(({ id }) => id)).toEqual(wanted)
    expect(lines.filter(({ level }) => level === '1')).toHaveLength(70)
  })

  it('has one of four verdicts in each line, and counts them right', () => {
    const count = (wanted: string) => lines.filter(({ verdict }) => verdict === wanted).length
    const [met, none, deployment, gaps] = ['met', 'n/a', 'deployment', '**gap**'].map(count)
    expect(page).toContain(`${met} met, ${none} n/a, ${deployment} deployment, ${gaps} gaps.`)
    expect(page).toContain(`All ${lines.length} requirements`)
  })

  it('names only files that are there', () => {
    const named = lines.flatMap(({ where }) =>
      [...where.matchAll(/`([\w./-]+\.ts)`/g)].map(([, file]) => file),
    )
    expect(named.length).toBeGreaterThan(100)
    const missing = named.filter((file) => !existsSync(`test/${file}`) && !existsSync(`${file}`))
    expect([...new Set(missing)]).toEqual([])
  })
})
