import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cadreAt } from '../support/cadre.ts'
import { policyEditor } from '../support/policy-editor.ts'
import { freshService, type TestService } from '../support/service.ts'

let service: TestService
let directory: string
beforeAll(async () => {
  service = await freshService()
  directory = mkdtempSync(join(tmpdir(), 'cadre-cli-'))
})
afterAll(async () => {
  await service.close()
  rmSync(directory, { recursive: true, force: true })
})

/** A file of this test's own. */
function file(name: string, text: string): string {
  const path = join(directory, name)
  writeFileSync(path, text)
  return path
}

describe('cadre policy', () => {
  it('takes rules from a preset to publication, telling what changes on the way', async () => {
    const cadre = cadreAt(service, { EDITOR: `sed -i 's/hourlyRate: 35/hourlyRate: 40/'` })
    expect((await cadre('policy', 'new', 'daily', '--preset', 'webmarketing', '--with-cases')).out).toContain(
      'cadre policy edit daily',
    )
    expect((await cadre('policy', 'list')).out).toMatch(/^daily {2}– {2}draft {2}Assistante virtuelle/m)
    expect(await cadre('policy', 'publish', 'daily', '--lang', 'fr')).toMatchObject({
      exit: 0,
      out: '✓ daily v1 en vigueur\n',
    })
    expect((await cadre('policy', 'edit', 'daily')).out).toContain('✓ This policy can be published.')
    expect((await cadre('policy', 'diff', 'daily', '--lang', 'fr')).out).toMatch(/tarif horaire .*40,00/)

    const checked = await cadre('policy', 'check', 'daily')
    expect(checked).toMatchObject({ exit: 1, out: expect.stringMatching(/✗ \d+ of \d+ cases fail:/) })
    expect(await cadre('policy', 'publish', 'daily', '--lang', 'fr')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(
        /^Des cas de la politique .*POLICY_CASES_FAILED\)\n[\s\S]*publie avec --despite-cases\n/,
      ),
    })
    const published = await cadre('policy', 'publish', 'daily', '--despite-cases', '--note', 'x', '--json')
    expect(JSON.parse(published.out)).toMatchObject({ version: { version: 2, note: 'x' } })
    expect((await cadre('policy', 'rollback', 'daily', '--to', '1')).out).toBe('✓ daily v3 in force\n')
    expect((await cadre('policy', 'versions', 'daily', '--lang', 'fr')).out).toMatch(
      /^v3 {2}\d{4}-\d\d-\d\d {2}en vigueur.*\nv2 {2}\S+ {2}passée +x\nv1 {2}/,
    )
    expect((await cadre('policy', 'diff', 'daily', '--from', '1', '--to', '3')).out).toBe(
      'Nothing changes.\n',
    )
  })

  it('publishes for a moment to come', async () => {
    const cadre = cadreAt(service, { TZ: 'Europe/Paris' })
    await cadre('policy', 'new', 'later', '--preset', 'webmarketing')
    const published = await cadre('policy', 'publish', 'later', '--at', '2099-01-01T00:00:00+01:00')
    expect(published.out).toBe('✓ later v1 from 2099-01-01 00:00 on\n')
    const days = ['Europe/Paris', 'America/Montreal', '', 'Nowhere'].map(async (TZ) => {
      const { out } = await cadreAt(service, { TZ, LANG: 'fr_FR.UTF-8' })('policy', 'versions', 'later')
      return out.split(/ {2}/u)[1]
    })
    expect(await Promise.all(days)).toEqual(['2099-01-01', ...Array(3).fill('2098-12-31')])
  })

  it('says what is wrong with a file, in the language of the person, and ends with 1', async () => {
    const path = file('rules.yaml', 'name: Mes règles\nservices: []\nbiling:\n  hourlyRate: 35\n')
    const { exit, out } = await cadreAt(service, { LANG: 'fr_FR.UTF-8' })('policy', 'check', path)
    expect(exit).toBe(1)
    expect(out).toMatch(/^✗ Cette politique ne peut pas être publiée :\n/)
    expect(out).toMatch(/biling\u00a0: .*\n {4}→ /)
  })

  it('takes nobody’s edit away: who comes second is told so and keeps the text', async () => {
    const editor = policyEditor(service)
    await cadreAt(service)('policy', 'new', 'shared', '--preset', 'webmarketing')
    // While this editor is open, somebody else changes the draft.
    const script = file(
      'slow-editor.mjs',
      `import { readFileSync, writeFileSync } from 'node:fs'
      const [, , path] = process.argv
      const url = '${service.url}/api/v1/policies/shared/draft'
      const headers = { authorization: 'Bearer ' + process.env.CADRE_KEY }
      await fetch(url, {
        method: 'PATCH',
        headers: { ...headers, 'content-type': 'application/merge-patch+json', 'if-match': '*' },
        body: JSON.stringify({ name: 'Hers' }),
      })
      writeFileSync(path, readFileSync(path, 'utf8').replace(/^name: .*$/m, 'name: Mine'))`,
    )
    const cadre = cadreAt(service, { EDITOR: `${process.execPath} ${script}` })
    const { exit, err } = await cadre('policy', 'edit', 'shared')
    expect(exit).toBe(4)
    expect(err).toContain('Somebody changed this draft while you were writing.')
    expect((await editor.send('GET', '/shared/draft')).body.source.name).toBe('Hers')
    const kept = /Your text is kept: (.*)/.exec(err)?.[1] ?? ''
    expect(readFileSync(kept, 'utf8')).toMatch(/^name: Mine$/m)
    rmSync(join(kept, '..'), { recursive: true })
  })

  it('keeps a text that is no YAML, and says where it is wrong', async () => {
    await cadreAt(service)('policy', 'new', 'torn', '--preset', 'webmarketing')
    const cadre = cadreAt(service, { EDITOR: `sed -i '1s/.*/name: "open/'` })
    const { exit, err } = await cadre('policy', 'edit', 'torn')
    expect(exit).toBe(1)
    expect(err).toMatch(/Your text is kept: (\S+)[\s\S]*line 1/)
    const kept = /kept: (.*)/.exec(err)?.[1] ?? ''
    expect(err).toContain(`Correct it, then: cadre policy edit torn --file ${kept}\n`)
    writeFileSync(kept, readFileSync(kept, 'utf8').replace(/^.*/, 'name: Mended'))
    expect((await cadre('policy', 'edit', 'torn', '--file', kept)).out).toContain('✓')
    expect((await cadre('policy', 'list')).out).toMatch(/^torn .*Mended$/m)
    rmSync(join(kept, '..'), { recursive: true })
  })

  it('names the presets there are', async () => {
    const { exit, err } = await cadreAt(service)('policy', 'new', 'x', '--preset', 'foo')
    expect(exit).toBe(1)
    expect(err).toMatch(
      /^there is no preset foo \(NOT_FOUND\)\n {2}--preset: .*\n {4}→ take one of webmarketing, /,
    )
  })

  it('leaves a draft alone that was only looked at', async () => {
    await cadreAt(service)('policy', 'new', 'calm', '--preset', 'webmarketing')
    const before = await policyEditor(service).tag('calm')
    expect((await cadreAt(service, { EDITOR: 'true' })('policy', 'edit', 'calm')).out).toBe(
      'Nothing changed.\n',
    )
    expect(await policyEditor(service).tag('calm')).toBe(before)
  })
})

describe('cadre', () => {
  it('tells by its exit whether the service or the key is missing, and what is not understood', async () => {
    const nowhere = cadreAt({ url: 'http://127.0.0.1:9' })
    expect(await nowhere('policy', 'list')).toMatchObject({
      exit: 3,
      err: expect.stringMatching(/127\.0\.0\.1:9: is it running\? \(SERVICE_UNREACHABLE\)/),
    })
    expect(await nowhere('policy', 'list', '--url', '127.0.0.1:9')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/--url: “127\.0\.0\.1:9” is no address\n {4}→ write it with http:\/\//),
    })
    expect(await cadreAt({ url: 'localhost:9' })('policy', 'list')).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/CADRE_URL: .*http:\/\//),
    })
    const stranger = cadreAt(service, { CADRE_KEY: 'cadre_00000000000000000000' })
    expect((await stranger('policy', 'list')).exit).toBe(3)
    expect((await cadreAt(service)('policy', 'puhlish')).exit).toBe(2)
    expect((await cadreAt(service)('policy', 'list', '--lang', 'de')).exit).toBe(2)
  })

  it('sends any request, and picks a field of the answer', async () => {
    const cadre = cadreAt(service)
    expect(await cadre('api', 'get', '/presets', '--pick', 'items.0.name')).toMatchObject({
      exit: 0,
      out: 'webmarketing\n',
    })
    expect((await cadre('api', 'get', '/presets', '--pick', 'items.0.colour')).exit).toBe(1)
    expect(
      (await cadre('api', 'POST', '/policies', '{"id":"by-api","preset":"coach-trello"}')).out,
    ).toContain('"id":"by-api"')
    expect((await cadre('api', 'FETCH', '/presets')).exit).toBe(2)
  })

  it('takes a path with or without its first slash, and sees where a shell has made another of it', async () => {
    const cadre = cadreAt(service)
    const [with_, without] = [await cadre('api', 'GET', '/presets'), await cadre('api', 'GET', 'presets')]
    expect([without.exit, without.out]).toEqual([0, with_.out])
    const made = 'C:/Program Files/Git/presets'
    expect(await cadre('api', 'GET', made)).toMatchObject({
      ...{ exit: 1, err: expect.stringContaining(`<path>: “${made}” is a path of this computer`) },
    })
    expect((await cadre('--lang', 'fr', 'api', 'GET', made)).err).toContain('sans la barre oblique du début')
  })

  it('says of an answer without a word that the field is not in it', async () => {
    const cadre = cadreAt(service)
    const made = ['api', 'POST', '/keys', '{"name":"brief","scopes":["read"]}', '--pick', 'id']
    const id = (await cadre(...made)).out.trim()
    expect(await cadre('api', 'DELETE', `/keys/${id}`, '--pick', 'id')).toEqual({
      ...{ exit: 1, out: '', err: 'the answer has no id (NOT_FOUND)\n' },
    })
  })
})
