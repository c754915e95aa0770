import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { generateSource } from 'oazapfts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { adminKey, freshService, type TestService } from '../support/service.ts'

const run = promisify(execFile)

/** Somebody's first program. It reads what it gets only as far as the generated types allow. */
const program = `
import * as cadre from './client.ts'

const [, , baseUrl = '', key = ''] = process.argv
cadre.defaults.baseUrl = baseUrl
cadre.defaults.headers = { authorization: \`Bearer \${key}\` }

const policy = await cadre.createPolicy({ id: 'rules', preset: 'webmarketing', withCases: true })
if (policy.status !== 201) throw new Error(policy.data.detail)

const wanted = { name: 'Claire', language: 'fr', policyId: 'rules' } as const
const once = { idempotencyKey: 'the-first-client' }
const client = await cadre.createClient(wanted, once)
const again = await cadre.createClient(wanted, once)
if (client.status !== 201 || again.status !== 201) throw new Error('no client')

const changed = await cadre.updateClient(client.data.id, { address: 'tu' }, { ifMatch: '*' })
if (changed.status !== 200) throw new Error(changed.data.detail)
const page = await cadre.listClients({ limit: 10 })
if (page.status !== 200) throw new Error(page.data.detail)
const missing = await cadre.getTask('none')
if (missing.status !== 404) throw new Error('a task that nobody made')

// @ts-expect-error the document knows no such language
const refused = await cadre.createClient({ name: 'Anna', language: 'de', policyId: 'rules' })
if (refused.status !== 400) throw new Error('a language that nobody speaks')

const { errors = [] } = refused.data
console.log(JSON.stringify({
  names: page.data.items.map(({ name, address }) => \`\${name}: \${address}\`),
  isSame: client.data.id === again.data.id,
  codes: [missing.data.code, refused.data.code],
  places: errors.map(({ path }) => path),
}))
`

describe('a client generated from the document', () => {
  let service: TestService
  const directory = mkdtempSync(join(tmpdir(), 'cadre-client-'))
  const write = (name: string, text: string) => writeFileSync(join(directory, name), text)
  beforeAll(async () => {
    service = await freshService()
    write('client.ts', await generateSource(`${service.url}/api/v1/openapi.json`))
    write('program.ts', program)
    write('package.json', JSON.stringify({ type: 'module' }))
    // Without this repository's own extras to `strict`, which generated code does not know of.
    const compilerOptions = { exactOptionalPropertyTypes: false, noUnusedLocals: false }
    write(
      'tsconfig.json',
      JSON.stringify({ extends: resolve('tsconfig.json'), compilerOptions, include: ['*.ts'] }),
    )
    symlinkSync(resolve('node_modules'), join(directory, 'node_modules'))
  })
  afterAll(async () => {
    await service.close()
    rmSync(directory, { recursive: true })
  })

  it('keeps a program to what the API takes and gives', async () => {
    const { stdout } = await run(resolve('node_modules/.bin/tsc'), ['-p', directory]).catch((error) => error)
    expect(stdout).toBe('')
  })

  it('works against the running service', async () => {
    const { stdout } = await run(process.execPath, [join(directory, 'program.ts'), service.url, adminKey])
    expect(JSON.parse(stdout)).toEqual({
      names: ['Claire: tu'],
      isSame: true,
      codes: ['NOT_FOUND', 'REQUEST_INVALID'],
      places: ['body.language'],
    })
  })
})
