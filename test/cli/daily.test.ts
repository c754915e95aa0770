import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localDate } from '#policies/calendar.ts'
import { cadreAt, type Ended } from '../support/cadre.ts'
import { freshService } from '../support/service.ts'
import { startTrelloWorld, type TrelloWorld } from '../support/trello-world.ts'

let world: TrelloWorld
let cadre: (...words: string[]) => Promise<Ended>
let taskId: string
beforeAll(async () => {
  world = await startTrelloWorld()
  cadre = cadreAt(world.service, { LANG: 'fr_FR.UTF-8' })
  const { sandbox, made } = world
  const title = 'Un article de blog\u001b[2J de 1 500 mots'
  const card = sandbox.people.client.createCard({ board: made.id, list: 'Demandes', title })
  await world.settled()
  taskId = (await world.taskOf(card)).id
})
afterAll(() => world.close())

describe('cadre, day by day', () => {
  it('lists requests with their verdicts, and lets no card steer the terminal', async () => {
    const { out } = await cadre('tasks', 'list', '--headline', 'out_of_scope')
    expect(out).toMatch(
      new RegExp(`^${taskId}  \\d{4}-\\d\\d-\\d\\d  Hors cadre  Un article de blog de 1 500 mots\\n$`),
    )
    expect((await cadre('tasks', 'list', '--headline', 'in_scope')).out).toBe('Aucune demande.\n')
    expect((await cadre('tasks', 'list', '--headline', 'nonsense')).exit).toBe(2)
    expect(JSON.parse((await cadre('tasks', 'list', '--json')).out).items).toHaveLength(1)
  })

  it('lists each with its day where the terminal is', async () => {
    const { createdAt } = await world.done('GET', `/tasks/${taskId}`)
    // It is never the same day in both.
    for (const TZ of ['Pacific/Kiritimati', 'Etc/GMT+12']) {
      const { out } = await cadreAt(world.service, { TZ })('tasks', 'list')
      expect(out.split(/ {2}/u)[1]).toBe(localDate(createdAt, TZ))
    }
  })

  it('says of one request why it is judged so, and what has happened to it', async () => {
    const shown = (await cadre('tasks', 'show', taskId)).out
    expect(shown).toMatch(
      /→ Hors cadre\nrègles\u00a0: rules v1\n• Hors cadre \(services\[\d+\]\)\ncommentaire :\n {2}Merci/,
    )
    expect((await cadre('tasks', 'timeline', taskId)).out).toMatch(
      /^.+\nHeure de Paris\n\d{4}-\d\d-\d\d \d\d:\d\d {2}Claire a demandé/,
    )
    expect(await cadre('tasks', 'show', 'tsk_none')).toMatchObject({
      exit: 1,
      err: expect.stringContaining("Cela n'existe pas (ou plus). (NOT_FOUND)"),
    })
  })

  it('supposes requests, previews drafts and looks again', async () => {
    const supposed = await cadre(
      'simulate',
      '--client',
      world.clientId,
      'Newsletter de mai\nLe texte est là.',
    )
    expect(supposed.out).toMatch(
      /^→ Dans le cadre\nétiquettes\u00a0: Dans le cadre\n[\s\S]*aucun commentaire\n$/,
    )
    expect((await cadre('policy', 'preview', 'rules', '--days', '7')).out).toBe(
      'Demandes qui changeraient : 0 sur 1\n',
    )
    expect((await cadre('replay', '--since', '2020-01-01T00:00:00+01:00')).out).toBe(
      '✓ Demandes à revoir : 1\n',
    )
    expect(await cadre('doctor')).toMatchObject({
      out: expect.stringMatching(/^✓ Trello\u00a0: Le compte répond\.$/m),
    })
    expect((await cadre('--lang', 'en', 'doctor')).out).toMatch(/^✓ Trello: The account answers\.$/m)
  })

  it.each([
    [['simulate', 'Newsletter'], '--policy'],
    [['simulate', 'Newsletter', '--policy', 'No Id'], '--policy'],
    [['simulate', 'Newsletter', '--policy', 'rules', '--due', 'demain'], '--due'],
    [['replay', '--since', 'yesterday'], '--since'],
    [['policy', 'preview', 'rules', '--days', 'seven'], '--days'],
    [['policy', 'preview', 'rules', '--days', '9000'], '--days'],
    [['tasks', 'list', '--limit', '900'], '--limit'],
    [['report', '--week', '2026-W99'], '--week'],
    [['policy', 'new', 'No Id', '--preset', 'webmarketing'], '<id>'],
  ])('says of %j that %s is wrong, by the name that the command has for it', async (words, name) => {
    const { exit, err } = await cadre(...words)
    expect(exit).toBe(1)
    expect(err).toMatch(new RegExp(`^ {2}${name}\\u00a0: `, 'm'))
  })

  it('says of a week how it is named, and nothing else', async () => {
    expect((await cadre('report', '--week', '48')).err).toMatch(
      /\n {2}--week\u00a0: « 48 » n'est pas une semaine\n {4}→ écris-la avec son année : 2026-W48\n$/,
    )
    const { body } = await world.service.api('GET', '/api/v1/reports/weekly?policyId=rules&week=48')
    expect(body.errors).toEqual([{ path: 'querystring.week', message: 'a week is named as 2026-W48' }])
  })

  it('says which clients are called so, where one name is that of two', async () => {
    const { body: first } = await world.service.api('GET', `/api/v1/clients/${world.clientId}`)
    const { body: second } = await world.service.api('POST', '/api/v1/clients', {
      name: 'Claire',
      like: first.id,
    })
    const { exit, err } = await cadre('hand-over', 'claire')
    expect(exit).toBe(1)
    expect(err).toContain("<client>\u00a0: 2 clients s'appellent « claire »")
    for (const { id } of [first, second]) expect(err).toContain(id)
    expect((await cadre('hand-over', second.id)).exit).toBe(0)
    await world.service.api('DELETE', `/api/v1/clients/${second.id}`)
  })

  it('says of a file that it cannot be read', async () => {
    expect(await cadre('import', '/nowhere')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('the file /nowhere cannot be read'),
    })
  })

  it('reads an export with a byte order mark, and says of a damaged one no more than that', async () => {
    const file = join(tmpdir(), `cadre-damaged-${taskId}`)
    const { out } = await cadre('export')
    writeFileSync(file, `\ufeff${out}`)
    expect((await cadre('import', file, '--dry-run')).exit).toBe(0)
    writeFileSync(file, out.slice(0, -20))
    expect(await cadre('import', file)).toEqual({
      ...{ exit: 1, out: '' },
      err: expect.stringMatching(
        /^La demande ne va pas\.[^\n]+\n {2}<file>\s: il est abîmé[^\n]+\n {4}→ [^\n]+\n$/u,
      ),
    })
    expect((await cadre('--lang', 'en', 'import', file)).err).toContain('<file>: it is damaged or cut short')
    rmSync(file)
  })

  it('says in words why a request has no verdict', async () => {
    const { sandbox, made } = world
    sandbox.people.assistant.createCard({ board: made.id, list: 'Demandes', title: 'Ma carte' })
    await world.settled()
    expect((await cadre('tasks', 'list')).out).toContain('  (non jugée)  Ma carte\n')
    expect((await cadre('--lang', 'en', 'tasks', 'list')).out).toContain('  (not judged)  Ma carte\n')
  })

  it('takes everything out and in again, telling what is left to do', async () => {
    const file = join(tmpdir(), `cadre-${taskId}`)
    const other = await freshService()
    const there = cadreAt(other)
    for (const format of [['--yaml'], []]) {
      const { out } = await cadre('export', ...format)
      writeFileSync(file, out)
      expect((await there('import', file, '--dry-run')).out).toMatch(
        /^Would be imported · policies: 1 · clients: 1 · boards: 0 · there already: 0\nWhat is left for you to do:\n• connect the trello account “Trello” by that name, then import again \(Claire\)\n$/,
      )
    }
    expect((await there('import', file)).out).toContain('✓ Imported · policies: 1 · clients: 1')
    expect((await there('import', file, '--on-conflict', 'fail')).exit).toBe(4)
    rmSync(file)
    await other.close()
  })
})
