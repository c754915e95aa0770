import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../src/store/open.ts'
import { cadreAt } from './support/cadre.ts'
import { startTestService } from './support/service.ts'
import { freshPlace } from './support/stores.ts'

const run = promisify(execFile)

it('makes the first key on the store itself, and that key opens the API', async () => {
  const { config, remove } = await freshPlace('pglite')
  onTestFinished(remove)
  const cadre = (...words: string[]) =>
    run(process.execPath, ['src/cli.ts', ...words], {
      env: { PATH: process.env.PATH, DATA_DIR: config.DATA_DIR },
    })

  const key = (await cadre('keys', 'create', 'laptop')).stdout.trim()
  expect(key).toMatch(/^cadre_[\w-]{43}$/)
  expect((await cadre('keys', 'list')).stdout).toMatch(
    /^key_\S+ {2}\S+ {2}admin {2}expires: never {2}used: never {2}laptop\n$/,
  )
  await cadre('keys', 'create', 'script', '--scope', 'read', 'policy', '--expires', '2099-12-31')
  expect((await cadre('keys', 'list')).stdout).toMatch(
    / {2}read,policy {2}expires: 2099-12-31T\S+ {2}.*script\n/,
  )
  expect((await cadre('keys', 'list', '--lang', 'fr')).stdout).toContain(
    '  expire : jamais  utilisée : jamais  ',
  )
  await expect(cadre('keys', 'create', 'x', '--expires', '2020-01-01')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--expires: is in the past'),
  })
  await expect(cadre('keys', 'create', 'x', '--scope', 'root', '--expires', 'soon')).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/--scope\.0: [\s\S]*--expires: /),
  })

  const service = await startTestService({ place: config })
  expect((await service.api('GET', '/api/v1/boards', undefined, key)).status).toBe(200)
  // What is to be done instead can be typed as it is written.
  for (const language of ['en', 'fr']) {
    const { code, stderr } = await cadre('keys', 'list', '--lang', language).catch((error) => error)
    expect([code, stderr]).toEqual([1, expect.stringContaining('cadre api GET keys')])
    const [, path = '', body = ''] = /cadre api POST (\S+) '([^']+)'/.exec(stderr) ?? []
    const made = await cadreAt(service, { CADRE_KEY: key })('api', 'POST', path, body)
    expect([made.exit, JSON.parse(made.out).scopes]).toEqual([0, ['admin']])
  }
  await service.close()
  await (await openStore(config)).close()
})
