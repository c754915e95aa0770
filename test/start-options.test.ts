import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The options that a command gives to Node, but for where its settings are read from: a container is given them. */
const optionsIn = (words: readonly string[]) =>
  words.filter((word) => word.startsWith('--') && !word.startsWith('--env-file')).toSorted()

const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts
const wordsOf = (script: string) => scripts[script]?.split(' ') ?? []
const options = optionsIn(wordsOf('start'))

const dockerfile = readFileSync('Dockerfile', 'utf8')
const compiling = /^RUN (node .*) --input-type=module --eval "import '(.*)'"$/m.exec(dockerfile) ?? []
const command: string[] = JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]')

describe('the options of Node', () => {
  it('load what was compiled before', () => {
    const loaded = options.flatMap((option) => option.match(/(?<=^--import=).*/) ?? [])
    expect(loaded).toHaveLength(1)
    for (const file of loaded) expect(existsSync(file)).toBe(true)
  })

  it('are the same in the image as with npm start', () => {
    expect([command.at(0), command.at(-1)]).toEqual(['node', wordsOf('start').at(-1)])
    expect(optionsIn(command)).toEqual(options)
  })

  it('are the same when the image is built: what was compiled with others is not read', () => {
    const [, run = '', file] = compiling
    expect(optionsIn(run.split(' '))).toEqual(options)
    expect(file).toBe(`./${command.at(-1)}`)
  })

  it.each(['cadre', 'demo', 'sandbox'])(
    'are those of the service for npm run %s, but for its memory',
    (script) => {
      const shared = options.filter(
        (option) => !/^--(max-semi-space-size|heap-growing-percent)=/.test(option),
      )
      expect(optionsIn(wordsOf(script))).toEqual(shared)
    },
  )
})
