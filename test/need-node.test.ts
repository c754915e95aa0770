import { execFile } from 'node:child_process'
import { expect, it } from 'vitest'

/** What an old Node does with the options of npm scripts; only its version is pretended. */
const onNode = (version: string, locale: string) =>
  new Promise<{ exit: number; err: string }>((resolve) => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '${version}' })`
    const options = [`--import=data:text/javascript,${old}`, '--import=./src/compile-cache.js']
    const env = { PATH: process.env.PATH, LC_ALL: locale }
    execFile(process.execPath, [...options, 'src/cli.ts', '--version'], { env }, (error, _out, err) =>
      resolve({ exit: Number(error?.code ?? 0), err }),
    )
  })

it.each([
  [
    '20.20.2',
    'en_US.UTF-8',
    /^Cadre needs Node 24, and this is Node 20\.20\.2: run npm ci --include=dev.*\n$/,
  ],
  [
    '22.14.0',
    'fr_FR.UTF-8',
    /^Cadre a besoin de Node 24, et voici Node 22\.14\.0 : lance npm ci --include=dev.*\n$/,
  ],
])(
  'says on Node %s in %s, in one line, which one it needs and how to get it',
  async (version, locale, line) => {
    expect(await onNode(version, locale)).toEqual({ exit: 1, err: expect.stringMatching(line) })
  },
)
