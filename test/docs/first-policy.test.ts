import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { localDate } from '#policies/calendar.ts'
import { eventually } from '../support/eventually.ts'
import { freshService } from '../support/service.ts'

/** A block of a guide: commands, or what they print. */
interface Block {
  readonly kind: 'sh' | 'text'
  readonly text: string
  /** Edits that the prose asks for around the block: what is to be replaced by what. */
  readonly edits: readonly (readonly [string, string])[]
}

/** A copy of the folder that guides are followed in, so that what they write down is not left in the real one. */
let folder: string
let sandbox: ChildProcess

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cadre-guide-'))
  for (const name of ['adapters', 'node_modules', 'package.json', 'policies', 'src', 'test'])
    symlinkSync(resolve(name), join(folder, name))
  // On a busy machine the service would turn some of the commands away.
  const patient = `--node-options=--import=${resolve('test/support/patience.ts')}`
  sandbox = spawn('npm', ['run', 'sandbox', patient], { cwd: folder, detached: true })
  let said = ''
  sandbox.stdout?.on('data', (chunk) => {
    said += chunk
  })
  await eventually(
    () => said,
    (text) => text.includes('Ready.'),
  )
})
afterEach(async () => {
  const closed = new Promise((done) => sandbox.once('close', done))
  process.kill(-(sandbox.pid ?? 0), 'SIGTERM')
  await closed
  rmSync(folder, { recursive: true, force: true })
})

describe.each(['docs/first-policy.md', 'docs/fr/premiere-politique.md'])('%s', (page) => {
  it('leads whoever copies its commands to a labelled card, and shows what they will see', async () => {
    const [start, ...blocks] = blocksOf(readFileSync(page, 'utf8'))
    expect(start?.text).toBe('npm ci\nnpm run sandbox\n')
    const seen: string[] = []
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'text') continue
      const shown = blocks[index + 1]?.kind === 'text' ? blocks[index + 1] : undefined
      const expected = shown === undefined ? [] : shown.text.trimEnd().split('\n').map(asPattern)
      const isThere = (output: string) => expected.every((line) => line.test(output))
      // Who only looks may look again, as a person would.
      const output = onlyLooks(block) ? await eventually(() => run(block), isThere) : run(block)
      for (const line of expected) expect(output).toMatch(line)
      seen.push(output)
    }
    expect(seen.join('\n')).toMatch(/· (Un article|A 1,500).*\[(Hors cadre|Out of scope)\]/)

    // What is kept is of use to a service that never heard of the sandbox.
    const [, kept = ''] = /cadre export > (\S+)/.exec(blocks.at(-1)?.text ?? '') ?? []
    const document = JSON.parse(readFileSync(join(folder, kept), 'utf8'))
    const service = await freshService()
    onTestFinished(() => service.close())
    const { status, body } = await service.api('POST', '/api/v1/import', { document, onConflict: 'fail' })
    expect([status, body.clients.length]).toEqual([200, 1])
    expect(body).toMatchObject({ boards: [], toDo: [], policies: expect.arrayContaining(['ines']) })
  })
})

/**
 * Commands, what they print, and the edits named in between, in the order of the page: `one line` → `another`, or lines
 * of YAML below one that is named. Days in them are today, as the pages ask for.
 */
function blocksOf(page: string): Block[] {
  const blocks: Block[] = []
  const today = localDate(new Date().toISOString(), 'Europe/Paris')
  const parts = page.matchAll(/```(sh|text|yaml)\n([\s\S]*?)```\n([^`]*(?:`(?!``)[^`]*`[^`]*)*)/g)
  let place: string | undefined
  for (const [, kind, text = '', prose = ''] of parts) {
    const edits = [...prose.matchAll(/^- `([^`]+)` → `([^`]+)`$/gm)].map(
      ([, from = '', to = '']) => [from, to] as const,
    )
    if (kind === 'yaml') {
      if (place === undefined) throw new Error(`where do these lines go?\n${text}`)
      const lines = text.trimEnd().replace(/\d{4}-\d\d-\d\d/g, today)
      const command = blocks.pop()
      if (command?.kind !== 'sh') throw new Error(`what opens the text for these lines?\n${text}`)
      blocks.push({ ...command, edits: [...command.edits, [place, `${place}\n${lines}`], ...edits] })
    } else blocks.push({ kind: kind === 'sh' ? 'sh' : 'text', text, edits })
    place = /^- (?:below|sous) `([^`]+)`/m.exec(prose)?.[1]
  }
  return blocks
}

const onlyLooks = ({ text }: Block) => /^(cadre (tasks|simulate)|curl -sS "\$CLAIRE"\n)/.test(text)

/** A line as the guide shows it: `…` stands for anything, so does the room between columns; a space may be one that does not break. */
function asPattern(line: string): RegExp {
  const parts = line
    .split(/…| {2,}/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s'))
  return new RegExp(parts.join('.*'))
}

/** Run a block in the shell that the blocks before it have left: variables and functions stay. */
function run({ text, edits }: Block): string {
  const editor = join(folder, 'editor.mjs')
  writeFileSync(
    editor,
    `import { readFileSync, writeFileSync } from 'node:fs'
    const path = process.argv.at(-1)
    let text = readFileSync(path, 'utf8')
    for (const [from, to] of ${JSON.stringify(edits)}) {
      if (!text.includes(from)) throw new Error('the draft does not say ' + from)
      text = text.replace(from, to)
    }
    writeFileSync(path, text)`,
  )
  const script = `set -ea; test -f state && . ./state\n${text}\n{ export -p; declare -f; } > state`
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, EDITOR: `'${process.execPath}' '${editor}'` },
    encoding: 'utf8',
  })
  expect({ status, text, stdout, stderr }).toMatchObject({ status: 0 })
  return stdout
}
