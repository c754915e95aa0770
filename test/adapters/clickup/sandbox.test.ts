import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signWebhook } from '#adapters/clickup/sandbox/signature.ts'
import {
  type ClickUpSandbox,
  type ClickUpSandboxOptions,
  startClickUpSandbox,
} from '#adapters/clickup/sandbox.ts'
import { eventually } from '../../support/eventually.ts'

const fieldSetup = [
  { name: 'Estimate', type: 'currency' },
  { name: 'Hours', type: 'number' },
  { name: 'Service', type: 'drop_down', options: ['Mail', 'Travel'] },
  { name: 'Verdict', type: 'labels', options: ['In scope', 'Urgent'] },
  { name: 'Note', type: 'short_text' },
  { name: 'Story', type: 'text' },
] as const

let sandbox: ClickUpSandbox
let list: ReturnType<ClickUpSandbox['list']>
const closing: (() => Promise<void>)[] = []

async function restart(options: ClickUpSandboxOptions = {}): Promise<void> {
  await sandbox?.close()
  sandbox = await startClickUpSandbox(options)
  list = sandbox.list({ name: 'Requests', fields: fieldSetup })
}

beforeEach(() => restart())

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await sandbox.close()
})

describe('who may come in', () => {
  it('takes a personal token as it is and answers whose it is', async () => {
    const { status, body } = await call('GET', '/v2/user')
    expect(status).toBe(200)
    expect(body.user).toMatchObject({ id: sandbox.people.service.user.id, username: 'Cadre' })
  })

  it('does not know a personal token that comes as Bearer', async () => {
    const answer = await call('GET', '/v2/user', { token: `Bearer ${sandbox.credentials.token}` })
    expect(answer).toMatchObject({ status: 401, body: { ECODE: 'OAUTH_019' } })
  })

  it('takes the token of an OAuth app as Bearer only', async () => {
    await restart({ token: 'oauth-app-token' })
    expect(await call('GET', '/v2/user', { token: 'Bearer oauth-app-token' })).toMatchObject({ status: 200 })
    expect(await call('GET', '/v2/user')).toMatchObject({ status: 401, body: { ECODE: 'OAUTH_019' } })
  })

  it('asks for the header where it is missing', async () => {
    const answer = await call('GET', '/v2/user', { token: '' })
    expect(answer).toMatchObject({
      status: 400,
      body: { err: 'Authorization header required', ECODE: 'OAUTH_017' },
    })
  })

  it('refuses a wrong token, in version 3 in other words', async () => {
    const token = 'pk_1_WRONG'
    const second = await call('GET', '/v2/user', { token })
    expect(second).toMatchObject({ status: 401, body: { err: 'Token invalid', ECODE: 'OAUTH_025' } })
    const third = await call('PUT', '/v3/workspaces/1/tasks/x/home_list/1', { token, body: {} })
    expect(third).toMatchObject({ status: 401, body: { status: 401, message: 'Token invalid' } })
  })

  it('calls another workspace a matter of authorization', async () => {
    const answer = await call('GET', '/v2/team/1/webhook')
    expect(answer).toMatchObject({ status: 401, body: { err: 'Team not authorized', ECODE: 'OAUTH_027' } })
  })
})

describe('places', () => {
  it('shows the workspace with its members and its plan', async () => {
    const { body } = await call('GET', '/v2/team')
    expect(body.teams[0].id).toBe(sandbox.credentials.teamId)
    const names = body.teams[0].members.map(({ user }: { user: { username: string } }) => user.username)
    expect(names).toEqual(['Ines Moreau', 'Paul Lambert', 'Cadre'])
    expect((await call('GET', team('/plan'))).body).toEqual({ plan_name: 'Business', plan_id: 3 })
  })

  it('shows spaces with the features that are on', async () => {
    const { body } = await call('GET', team('/space'))
    expect(body.spaces).toHaveLength(1)
    expect(body.spaces[0]).toMatchObject({ id: list.spaceId, features: { custom_fields: { enabled: true } } })
    const alone = await call('GET', `/v2/space/${list.spaceId}`)
    expect(alone.body).toEqual(body.spaces[0])
    expect((await call('GET', '/v2/space/1')).body.ECODE).toBe('ITEM_015')
  })

  it('keeps lists in folders apart from those without one', async () => {
    const inFolder = sandbox.list({ name: 'Archive', folder: 'Old' })
    const space = `/v2/space/${list.spaceId}`
    const folderless = await call('GET', `${space}/list`)
    expect(folderless.body.lists.map(idOf)).toEqual([list.id])
    expect(folderless.body.lists[0].folder).toMatchObject({ hidden: true })
    const folders = await call('GET', `${space}/folder`)
    expect(folders.body.folders).toMatchObject([{ id: inFolder.folderId, name: 'Old', hidden: false }])
    const lists = await call('GET', `/v2/folder/${inFolder.folderId}/list`)
    expect(lists.body.lists.map(idOf)).toEqual([inFolder.id])
    expect((await call('GET', `${space}/list?archived=true`)).body.lists).toEqual([])
  })

  it('shows a list with its statuses, which have ids, types and an order', async () => {
    const { body } = await call('GET', `/v2/list/${list.id}`)
    expect(body).toMatchObject({ id: list.id, name: 'Requests', space: { id: list.spaceId } })
    expect(body.statuses).toMatchObject([
      { id: list.statuses['to do'], status: 'to do', type: 'open', orderindex: 0 },
      { status: 'in progress', type: 'custom', orderindex: 1 },
      { status: 'complete', type: 'closed', orderindex: 2 },
    ])
  })

  it('shows the custom fields of a list, with labels called label', async () => {
    const { body } = await call('GET', `/v2/list/${list.id}/field`)
    const byName = Object.fromEntries(body.fields.map((field: { name: string }) => [field.name, field]))
    expect(Object.keys(byName)).toEqual(fieldSetup.map(({ name }) => name))
    expect(byName.Verdict.type_config.options[0]).toMatchObject({ label: 'In scope', color: null })
    expect(byName.Service.type_config.options[1]).toMatchObject({ name: 'Travel', orderindex: 1 })
  })

  it('shows the members of a list', async () => {
    const { body } = await call('GET', `/v2/list/${list.id}/member`)
    expect(body.members.map(idOf)).toContain(sandbox.people.client.user.id)
  })

  it('refuses a list id that is no number before it looks for it', async () => {
    expect(await call('GET', '/v2/list/8cj-1')).toMatchObject({ status: 400, body: { ECODE: 'INPUT_003' } })
    expect(await call('GET', '/v2/list/1')).toMatchObject({ status: 404, body: { err: 'List not found' } })
  })

  it('answers an unknown route in ClickUp’s form', async () => {
    const answer = await call('GET', '/v2/nowhere')
    expect(answer).toMatchObject({ status: 404, body: { err: 'Route not found', ECODE: 'APP_001' } })
  })
})

describe('reading tasks', () => {
  it('shows dates as text and everything that is not set as null', async () => {
    const id = sandbox.people.client.createTask({
      list: 'Requests',
      name: 'Book a flight',
      description: 'To Nîmes',
      due: '2026-07-06T16:00:00Z',
    })
    const { body } = await call('GET', `/v2/task/${id}`)
    expect(body).toMatchObject({
      id,
      name: 'Book a flight',
      text_content: 'To Nîmes',
      status: { id: list.statuses['to do'], status: 'to do', type: 'open' },
      due_date: String(Date.parse('2026-07-06T16:00:00Z')),
      date_closed: null,
      priority: null,
      parent: null,
      creator: { id: sandbox.people.client.user.id },
      list: { id: list.id },
      space: { id: list.spaceId },
      team_id: sandbox.credentials.teamId,
    })
    expect(body.date_created).toMatch(/^\d{13}$/)
    expect(body).not.toHaveProperty('markdown_description')
    const marked = await call('GET', `/v2/task/${id}?include_markdown_description=true`)
    expect(marked.body.markdown_description).toBe('To Nîmes')
  })

  it('shows files on a single task only, and tells nobody when one is attached', async () => {
    const id = makeTask()
    const { receiver } = await listen()
    const { client } = sandbox.people
    const before = Number((await call('GET', `/v2/task/${id}`)).body.date_updated)
    client.attach(id, { name: 'voice note.m4a', mimeType: 'audio/mp4' })
    client.attach(id, { name: 'README', mimeType: 'text/plain' })
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
    const { body } = await call('GET', `/v2/task/${id}`)
    expect(body.attachments).toMatchObject([
      {
        id: expect.stringMatching(/\.m4a$/),
        title: 'voice note.m4a',
        extension: 'm4a',
        mimetype: 'audio/mp4',
        parent_id: id,
        user: { id: client.user.id },
      },
      { title: 'README', extension: '', mimetype: 'text/plain' },
    ])
    expect(Number(body.date_updated)).toBeGreaterThanOrEqual(before)
    const listed = await call('GET', `/v2/list/${list.id}/task`)
    expect(listed.body.tasks[0]).not.toHaveProperty('attachments')
  })

  it('tells a deleted task from one that never was', async () => {
    const id = makeTask()
    sandbox.people.client.deleteTask(id)
    const gone = { err: 'Task not found, deleted', ECODE: 'ITEM_013' }
    expect(await call('GET', `/v2/task/${id}`)).toMatchObject({ status: 404, body: gone })
    const never = { err: 'Task not found', ECODE: 'ITEM_013' }
    expect(await call('GET', '/v2/task/nobody')).toMatchObject({ status: 404, body: never })
  })

  it('lists a hundred tasks on a page, the newest first, and says which page is the last', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => makeTask(`Task ${index}`))
    const first = await call('GET', `/v2/list/${list.id}/task`)
    const second = await call('GET', `/v2/list/${list.id}/task?page=1`)
    expect(first.body.last_page).toBe(false)
    expect(first.body.tasks.map(idOf)).toEqual(ids.slice(1).reverse())
    expect(second.body).toMatchObject({ last_page: true, tasks: [{ id: ids[0] }] })
    const reversed = await call('GET', `/v2/list/${list.id}/task?reverse=true`)
    expect(reversed.body.tasks[0].id).toBe(ids[0])
  })

  it('leaves out closed, archived and lower tasks unless asked', async () => {
    const open = makeTask()
    const closed = makeTask()
    const archived = makeTask()
    const lower = sandbox.people.client.createTask({ list: list.id, name: 'Lower', parent: open })
    sandbox.people.client.setStatus(closed, 'Complete')
    sandbox.people.client.archive(archived)
    const ids = async (query: string) =>
      (await call('GET', `/v2/list/${list.id}/task?${query}`)).body.tasks.map(idOf)
    expect(await ids('')).toEqual([open])
    expect(await ids('include_closed=true')).toEqual([closed, open])
    expect(await ids('subtasks=true')).toEqual([lower, open])
    expect(await ids('archived=true')).toEqual([archived])
    const whole = await call('GET', team('/task?include_closed=true&subtasks=true'))
    expect(whole.body.tasks.map(idOf)).toEqual([lower, closed, open])
  })

  it('finds across lists what changed after a moment, in the order of change', async () => {
    let clock = Date.parse('2026-07-06T08:00:00Z')
    await restart({ now: () => new Date(clock) })
    const other = sandbox.list({ name: 'Other' })
    const [first, second, untouched] = [makeTask(), makeTask(), makeTask()]
    const elsewhere = sandbox.people.client.createTask({ list: other.id, name: 'Elsewhere' })
    const since = clock
    clock += 1000
    sandbox.people.client.comment(second, 'any news?')
    clock += 1000
    sandbox.people.client.editTask(first, { name: 'Renamed' })
    clock += 1000
    sandbox.people.client.addTag(elsewhere, 'vip')
    const query = `date_updated_gt=${since}&order_by=updated&reverse=true`
    const ids = async (lists: string) =>
      (await call('GET', team(`/task?${query}${lists}`))).body.tasks.map(idOf)
    expect(await ids('')).toEqual([second, first, elsewhere])
    expect(await ids(`&list_ids[]=${list.id}`)).toEqual([second, first])
    expect(await ids(`&list_ids[]=${list.id}&list_ids[]=${other.id}`)).toEqual([second, first, elsewhere])
    expect(await ids('&list_ids[]=999')).toEqual([])
    const all = await call('GET', team(`/task?date_updated_gt=${since - 1}`))
    expect(all.body.tasks.map(idOf)).toContain(untouched)
  })
})

describe('writing tasks', () => {
  it('makes a task with everything at once', async () => {
    const { status, body } = await call('POST', `/v2/list/${list.id}/task`, {
      body: {
        name: 'Book a flight',
        description: 'To Nîmes',
        status: 'In Progress',
        priority: 2,
        due_date: 1_783_353_600_000,
        due_date_time: true,
        time_estimate: 7_200_000,
        assignees: [sandbox.people.assistant.user.id],
        tags: ['Urgent', 'urgent'],
        custom_fields: [{ id: list.fields.Hours, value: 2 }],
      },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      status: { status: 'in progress' },
      priority: { id: '2', priority: 'high' },
      due_date: '1783353600000',
      time_estimate: 7_200_000,
      creator: { id: sandbox.people.service.user.id },
    })
    expect(sandbox.task(body.id)).toMatchObject({
      tags: ['urgent'],
      fields: { Hours: 2 },
      assignees: [sandbox.people.assistant.user.id],
    })
  })

  it('keeps nothing of a task of which anything is unfit', async () => {
    const bodies = [
      [{}, 'INPUT_005'],
      [{ name: '  ' }, 'INPUT_005'],
      [{ name: 'x', due_date: '2026-07-06' }, 'INPUT_006'],
      [{ name: 'x', due_date: '1783353600000' }, 'INPUT_006'],
      [{ name: 'x', status: 'Nowhere' }, 'CRTSK_001'],
      [{ name: 'x', custom_fields: [{ id: list.fields.Hours, value: 'two' }] }, 'FIELD_375'],
      [{ name: 'x', parent: 'nobody' }, 'ITEM_013'],
    ] as const
    for (const [body, code] of bodies) {
      const answer = await call('POST', `/v2/list/${list.id}/task`, { body })
      expect([answer.status, answer.body.ECODE]).toEqual([code === 'ITEM_013' ? 404 : 400, code])
    }
    expect(sandbox.tasks(list.id)).toEqual([])
  })

  it('changes several things in one call and answers the task as it is then', async () => {
    const id = makeTask()
    const { body } = await call('PUT', `/v2/task/${id}`, {
      body: { name: 'Renamed', markdown_content: '**now**', status: 'COMPLETE', priority: 1, points: 3 },
    })
    expect(body).toMatchObject({ name: 'Renamed', description: '**now**', points: 3, priority: { id: '1' } })
    expect(body.status.status).toBe('complete')
    expect(body.date_closed).toMatch(/^\d{13}$/)
    const reopened = await call('PUT', `/v2/task/${id}`, { body: { status: 'to do', priority: null } })
    expect(reopened.body).toMatchObject({ date_closed: null, date_done: null, priority: null })
  })

  it('passes over tags, custom fields, the list and unknown keys, and answers 200', async () => {
    const id = makeTask()
    const before = sandbox.task(id)
    const other = sandbox.list({ name: 'Other' })
    const body = {
      tags: ['x'],
      custom_fields: [{ id: list.fields.Hours, value: 2 }],
      list: other.id,
      nonsense: true,
    }
    expect((await call('PUT', `/v2/task/${id}`, { body })).status).toBe(200)
    expect(sandbox.task(id)).toEqual(before)
  })

  it('refuses a status that the list does not have and changes nothing else either', async () => {
    const id = makeTask()
    const answer = await call('PUT', `/v2/task/${id}`, { body: { name: 'Renamed', status: 'Nowhere' } })
    expect(answer).toMatchObject({ status: 400, body: { err: 'Status not found', ECODE: 'CRTSK_001' } })
    expect(sandbox.task(id)).toMatchObject({ name: 'Book a flight', status: 'to do' })
  })

  it('keeps four in the morning of the user’s day for a date without a time', async () => {
    const at = Date.parse('2026-07-06T21:30:00Z')
    const id = makeTask()
    await call('PUT', `/v2/task/${id}`, { body: { due_date: at } })
    expect(sandbox.task(id)?.due).toBe('2026-07-06T02:00:00.000Z')
    await call('PUT', `/v2/task/${id}`, { body: { due_date: at, due_date_time: true } })
    expect(sandbox.task(id)?.due).toBe('2026-07-06T21:30:00.000Z')
    await call('PUT', `/v2/task/${id}`, { body: { due_date: null } })
    expect(sandbox.task(id)?.due).toBeNull()
    sandbox.people.client.editTask(id, { due: '2026-12-24' })
    expect(sandbox.task(id)?.due).toBe('2026-12-24T03:00:00.000Z')
  })

  it('archives, and deletes with subtasks and comments', async () => {
    const id = makeTask()
    const lower = sandbox.people.client.createTask({ list: list.id, name: 'Lower', parent: id })
    await call('PUT', `/v2/task/${id}`, { body: { archived: true } })
    expect(sandbox.task(id)?.archived).toBe(true)
    const answer = await call('DELETE', `/v2/task/${id}`)
    expect([answer.status, answer.body]).toEqual([204, ''])
    expect([sandbox.task(id), sandbox.task(lower)]).toEqual([null, null])
  })

  it('shows subtasks on request', async () => {
    const id = makeTask()
    const lower = sandbox.people.client.createTask({ list: list.id, name: 'Lower', parent: id })
    const { body } = await call('GET', `/v2/task/${id}?include_subtasks=true`)
    expect(body.subtasks).toMatchObject([{ id: lower, parent: id }])
  })
})

describe('tags', () => {
  it('are lower case, however they come, and belong to the space', async () => {
    const id = makeTask()
    const name = encodeURIComponent('Hors cadre · À/vérifier')
    expect(await call('POST', `/v2/task/${id}/tag/${name}`)).toMatchObject({ status: 200, body: {} })
    expect(sandbox.task(id)?.tags).toEqual(['hors cadre · à/vérifier'])
    const { body } = await call('GET', `/v2/space/${list.spaceId}/tag`)
    expect(body.tags).toMatchObject([
      { name: 'hors cadre · à/vérifier', creator: sandbox.people.service.user.id },
    ])
    await call('DELETE', `/v2/task/${id}/tag/${name.toUpperCase()}`)
    expect(sandbox.task(id)?.tags).toEqual([])
    expect(sandbox.tags(list.spaceId)).toEqual(['hors cadre · à/vérifier'])
  })

  it('can be made in the space with a color and are then kept', async () => {
    const path = `/v2/space/${list.spaceId}/tag`
    await call('POST', path, { body: { tag: { name: 'Urgent', tag_fg: '#ffffff', tag_bg: '#ff0000' } } })
    await call('POST', path, { body: { tag: { name: 'urgent', tag_fg: '#000000', tag_bg: '#000000' } } })
    const { body } = await call('GET', path)
    expect(body.tags).toMatchObject([{ name: 'urgent', tag_fg: '#ffffff', tag_bg: '#ff0000' }])
    expect(await call('POST', path, { body: { tag: {} } })).toMatchObject({ status: 400 })
  })

  it('take a request that says it sends JSON and sends nothing', async () => {
    const id = makeTask()
    const answer = await call('POST', `/v2/task/${id}/tag/vip`, {
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(200)
    expect(sandbox.task(id)?.tags).toEqual(['vip'])
  })
})

describe('custom fields', () => {
  it.each([
    ['Estimate', 94.5, '94.5', 94.5],
    ['Hours', 0, '0', 0],
    ['Note', 'soon', 'soon', 'soon'],
    ['Story', 'two\nlines', 'two\nlines', 'two\nlines'],
    ['Service', 1, 1, 'Travel'],
  ])('keep a value of %s', async (name, value, shown, readable) => {
    const id = makeTask()
    const path = `/v2/task/${id}/field/${list.fields[name]}`
    expect(await call('POST', path, { body: { value } })).toMatchObject({ status: 200, body: {} })
    expect(await shownValue(id, name)).toEqual(shown)
    expect(sandbox.task(id)?.fields).toEqual({ [name]: readable })
    await call('DELETE', path)
    expect(await shownValue(id, name)).toBeUndefined()
    expect(sandbox.task(id)?.fields).toEqual({})
  })

  it('take a drop-down’s option by its id as well, and replace all labels at once', async () => {
    const id = makeTask()
    const set = (name: string, value: unknown) =>
      call('POST', `/v2/task/${id}/field/${list.fields[name]}`, { body: { value } })
    const verdicts = list.options.Verdict ?? {}
    await set('Service', list.options.Service?.Mail)
    await set('Verdict', [verdicts['In scope'], verdicts.Urgent])
    await set('Verdict', [verdicts.Urgent])
    expect(sandbox.task(id)?.fields).toEqual({ Service: 'Mail', Verdict: ['Urgent'] })
    expect(await shownValue(id, 'Verdict')).toEqual([verdicts.Urgent])
  })

  it.each([
    ['Estimate', '94.50', 'FIELD_375'],
    ['Hours', undefined, 'FIELD_375'],
    ['Note', 7, 'FIELD_375'],
    ['Service', 'Travel', 'FIELD_011'],
    ['Service', 2, 'FIELD_011'],
    ['Verdict', 'Urgent', 'FIELD_144'],
    ['Verdict', ['Urgent'], 'FIELD_144'],
  ])('refuse for %s the value %j', async (name, value, code) => {
    const id = makeTask()
    const answer = await call('POST', `/v2/task/${id}/field/${list.fields[name]}`, { body: { value } })
    expect(answer).toMatchObject({ status: 400, body: { ECODE: code } })
    expect(sandbox.task(id)?.fields).toEqual({})
  })

  it('are refused on a task of a list that does not have them', async () => {
    const other = sandbox.list({ name: 'Other' })
    const id = sandbox.people.client.createTask({ list: other.id, name: 'Elsewhere' })
    const answer = await call('POST', `/v2/task/${id}/field/${list.fields.Hours}`, { body: { value: 1 } })
    expect(answer).toMatchObject({ status: 400, body: { ECODE: 'FIELD_115' } })
  })
})

describe('comments', () => {
  it('are posted, shown, changed in place, resolved and deleted', async () => {
    const id = makeTask()
    const path = `/v2/task/${id}/comment`
    const posted = await call('POST', path, { body: { comment_text: 'Bonjour', notify_all: false } })
    expect(posted.body).toEqual({
      id: expect.any(Number),
      hist_id: expect.any(String),
      date: expect.any(Number),
    })
    const shown = await call('GET', path)
    expect(shown.body.comments).toMatchObject([
      {
        id: String(posted.body.id),
        comment: [{ text: 'Bonjour' }],
        comment_text: 'Bonjour',
        date: String(posted.body.date),
        user: { id: sandbox.people.service.user.id },
      },
    ])
    const one = `/v2/comment/${posted.body.id}`
    await call('PUT', one, { body: { comment_text: 'Bonsoir', assignee: null, resolved: true } })
    expect(sandbox.task(id)?.comments).toMatchObject([{ text: 'Bonsoir', resolved: true }])
    await call('DELETE', one)
    expect(sandbox.task(id)?.comments).toEqual([])
    expect(await call('DELETE', one)).toMatchObject({ status: 404, body: { err: 'Comment not found' } })
  })

  it('come as blocks too, and never empty', async () => {
    const id = makeTask()
    const path = `/v2/task/${id}/comment`
    await call('POST', path, { body: { comment: [{ text: 'Bon' }, { text: 'jour' }] } })
    expect(await call('POST', path, { body: { notify_all: false } })).toMatchObject({ status: 400 })
    expect(sandbox.task(id)?.comments.map(({ text }) => text)).toEqual(['Bonjour'])
  })

  it('come twenty-five at a time, the newest first, from where the page before ended', async () => {
    const id = makeTask()
    const ids = Array.from({ length: 27 }, (_, index) => sandbox.people.client.comment(id, `no ${index}`))
    const first = (await call('GET', `/v2/task/${id}/comment`)).body.comments
    expect(first.map(idOf)).toEqual(ids.slice(2).reverse())
    const last = first.at(-1)
    const next = await call('GET', `/v2/task/${id}/comment?start=${last.date}&start_id=${last.id}`)
    expect(next.body.comments.map(idOf)).toEqual([ids[1], ids[0]])
  })
})

describe('a new home for a task', () => {
  const move = (id: string, to: string, body: unknown = {}) =>
    call('PUT', `/v3/workspaces/${sandbox.credentials.teamId}/tasks/${id}/home_list/${to}`, { body })

  it('keeps a status of the same name and loses fields that the list does not have', async () => {
    const id = makeTask()
    sandbox.people.client.setStatus(id, 'in progress')
    sandbox.people.client.setField(id, 'Hours', 2)
    const other = sandbox.list({ name: 'Other' })
    const { status, body } = await move(id, other.id)
    expect([status, body]).toEqual([200, { data: { task_id: id, new_list_id: other.id } }])
    expect(sandbox.task(id)).toMatchObject({ listId: other.id, status: 'in progress', fields: {} })
    const task = await call('GET', `/v2/task/${id}`)
    expect(task.body.status.id).toBe(other.statuses['in progress'])
  })

  it('brings fields along on request', async () => {
    const id = makeTask()
    sandbox.people.client.setField(id, 'Hours', 2)
    sandbox.people.client.setField(id, 'Note', 'gone')
    const other = sandbox.list({ name: 'Other' })
    await move(id, other.id, { move_custom_fields: true, custom_fields_to_move: [list.fields.Hours] })
    expect(sandbox.task(id)?.fields).toEqual({ Hours: 2 })
  })

  it('wants a mapping for a status that the list does not have', async () => {
    const id = makeTask()
    const other = sandbox.list({ name: 'Other', statuses: ['inbox', 'gone'] })
    expect(await move(id, other.id)).toMatchObject({ status: 400, body: { status: 400 } })
    expect(sandbox.task(id)?.listId).toBe(list.id)
    const source = list.statuses['to do']
    const mapping = { source_status_id: source, destination_status_id: other.statuses.gone }
    expect(await move(id, other.id, { status_mappings: [mapping] })).toMatchObject({ status: 200 })
    expect(sandbox.task(id)).toMatchObject({ listId: other.id, status: 'gone' })
  })

  it('takes the subtasks along', async () => {
    const id = makeTask()
    const lower = sandbox.people.client.createTask({ list: list.id, name: 'Lower', parent: id })
    const other = sandbox.list({ name: 'Other', statuses: ['to do', 'gone'] })
    expect(await move(id, other.id)).toMatchObject({ status: 200 })
    expect(sandbox.task(lower)).toMatchObject({ listId: other.id, parent: id, status: 'to do' })
  })

  it('is refused for a list that is not there', async () => {
    const answer = await move(makeTask(), '901599999999')
    expect(answer).toMatchObject({ status: 404, body: { status: 404, message: 'List not found' } })
  })

  it('is refused for a subtask and for a task that is not there', async () => {
    const lower = sandbox.people.client.createTask({ list: list.id, name: 'Lower', parent: makeTask() })
    const other = sandbox.list({ name: 'Other' })
    expect(await move(lower, other.id)).toMatchObject({ status: 400 })
    const missing = await move('nobody', other.id)
    expect(missing).toMatchObject({ status: 404, body: { status: 404, message: 'Task not found' } })
  })
})

describe('webhooks as things', () => {
  const endpoint = 'http://127.0.0.1:9/webhooks'

  it('are made with all events, a secret and good health', async () => {
    const { body } = await subscribe({ endpoint, events: ['*'], list_id: Number(list.id) })
    expect(body.webhook).toMatchObject({
      id: body.id,
      userid: sandbox.people.service.user.id,
      endpoint,
      list_id: list.id,
      space_id: null,
      health: { status: 'active', fail_count: 0 },
    })
    expect(body.webhook.events).toHaveLength(28)
    expect(body.webhook.secret).toMatch(/^[A-Z0-9]{64}$/)
    expect((await call('GET', team('/webhook'))).body.webhooks).toEqual([body.webhook])
  })

  it('let the most specific of several places count', async () => {
    const { body } = await subscribe({
      endpoint,
      events: ['*'],
      space_id: Number(list.spaceId),
      list_id: Number(list.id),
    })
    expect(body.webhook).toMatchObject({ list_id: list.id, space_id: null })
  })

  it('are refused a second time for the same endpoint and place', async () => {
    await subscribe({ endpoint, events: ['taskCreated'], list_id: Number(list.id) })
    const twin = await subscribe({ endpoint, events: ['*'], list_id: Number(list.id) })
    expect(twin).toMatchObject({ status: 400, body: { ECODE: 'OAUTH_171' } })
    expect((await subscribe({ endpoint, events: ['*'] })).status).toBe(200)
    const elsewhere = { endpoint: `${endpoint}/2`, events: ['*'], list_id: Number(list.id) }
    const other = await subscribe(elsewhere)
    expect(other.status).toBe(200)
    const moved = await call('PUT', `/v2/webhook/${other.body.id}`, { body: { endpoint } })
    expect(moved).toMatchObject({ status: 400, body: { ECODE: 'OAUTH_171' } })
    expect(sandbox.webhooks()).toHaveLength(3)
  })

  it('are refused without a fit endpoint, event or place', async () => {
    for (const body of [
      { endpoint: 'nowhere', events: ['*'] },
      { endpoint, events: [] },
      { endpoint, events: ['taskEaten'] },
      { endpoint, events: ['*'], list_id: 1 },
    ]) {
      expect((await subscribe(body)).status).toBeGreaterThanOrEqual(400)
    }
    expect(sandbox.webhooks()).toEqual([])
  })

  it('are seen, changed and deleted by nobody but their creator', async () => {
    const { body } = await subscribe({ endpoint, events: ['*'] })
    const token = sandbox.tokenFor(sandbox.people.assistant.user.id)
    expect((await call('GET', team('/webhook'), { token })).body.webhooks).toEqual([])
    const path = `/v2/webhook/${body.id}`
    expect((await call('PUT', path, { token, body: { events: '*' } })).status).toBe(404)
    expect((await call('DELETE', path, { token })).status).toBe(404)
    const changed = await call('PUT', path, { body: { endpoint, events: ['taskMoved'], status: 'active' } })
    expect(changed.body.webhook.events).toEqual(['taskMoved'])
    expect(await call('DELETE', path)).toMatchObject({ status: 200, body: {} })
    expect(sandbox.webhooks()).toEqual([])
  })
})

describe('what webhooks tell', () => {
  it('is signed with the webhook’s own secret over the bytes that are sent', async () => {
    const receiver = await startReceiver()
    const { body } = await subscribe({ endpoint: receiver.url, events: ['taskCreated'] })
    makeTask()
    await sandbox.settled()
    const [arrival] = receiver.arrivals
    const wanted = createHmac('sha256', body.webhook.secret).update(arrival?.raw ?? '')
    expect(arrival?.signature).toBe(wanted.digest('hex'))
    expect(arrival?.raw).toBe(JSON.stringify(arrival?.body))
  })

  it('is signed as in the known vector', () => {
    const body = '{"webhook_id":"7689a169-a000-4985-8676-6902b96d6627","event":"taskCreated","task_id":"c0j"}'
    const signature = '4830bf524f6e29a3e8da953936c6f21c1fea2b9669b825d3e1be293ef3416c8c'
    expect(signWebhook('secret', body)).toBe(signature)
  })

  it('is for a new task two events that share the item of the status', async () => {
    const { receiver, webhookId } = await listen()
    const id = makeTask()
    await sandbox.settled()
    expect(receiver.events()).toEqual(['taskCreated', 'taskStatusUpdated'])
    const [created, status] = receiver.arrivals.map(({ body }) => body)
    expect(Object.keys(created)).toEqual(['event', 'history_items', 'task_id', 'webhook_id'])
    expect(created).toMatchObject({ task_id: id, webhook_id: webhookId })
    expect(created.history_items).toMatchObject([
      {
        id: expect.stringMatching(/^\d{19}$/),
        type: 1,
        date: expect.stringMatching(/^\d{13}$/),
        field: 'status',
        parent_id: list.id,
        data: { status_type: 'open' },
        source: null,
        user: { id: sandbox.people.client.user.id },
        before: { status: null, color: '#000000', type: 'removed', orderindex: -1 },
        after: { status: 'to do', orderindex: 0, type: 'open' },
      },
      { field: 'task_creation', before: null, after: null },
    ])
    expect(status.history_items).toEqual([created.history_items[0]])
    expect(JSON.stringify(created)).not.toContain('Book a flight')
  })

  it.each<[string, string | null, string, (id: string) => void]>([
    ['status', 'taskStatusUpdated', 'status', (id) => people().setStatus(id, 'in progress')],
    ['due date', 'taskDueDateUpdated', 'due_date', (id) => people().editTask(id, { due: '2026-07-06' })],
    ['priority', 'taskPriorityUpdated', 'priority', (id) => people().editTask(id, { priority: 1 })],
    [
      'estimate',
      'taskTimeEstimateUpdated',
      'time_estimate',
      (id) => people().editTask(id, { timeEstimate: 1 }),
    ],
    ['assignee', 'taskAssigneeUpdated', 'assignee_add', (id) => people().assign(id, people().user.id)],
    ['tag', 'taskTagUpdated', 'tag', (id) => people().addTag(id, 'VIP')],
    ['name', null, 'name', (id) => people().editTask(id, { name: 'Renamed' })],
    ['text', null, 'content', (id) => people().editTask(id, { description: 'More' })],
    ['start date', null, 'start_date', (id) => people().editTask(id, { start: '2026-07-06' })],
    ['archiving', null, 'archived', (id) => people().archive(id)],
    ['custom field', null, 'custom_field', (id) => people().setField(id, 'Service', 'Travel')],
    ['comment', 'taskCommentPosted', 'comment', (id) => people().comment(id, 'Bonjour')],
  ])(
    'is for a change of %s the specific event and taskUpdated, with one item',
    async (_, specific, field, act) => {
      const id = makeTask()
      const { receiver } = await listen()
      act(id)
      await sandbox.settled()
      expect(receiver.events()).toEqual(specific === null ? ['taskUpdated'] : [specific, 'taskUpdated'])
      for (const { body } of receiver.arrivals) {
        expect(body).toMatchObject({ task_id: id, history_items: [{ field, parent_id: list.id }] })
        expect(body.history_items).toEqual(receiver.arrivals[0]?.body.history_items)
      }
    },
  )

  it('is nothing when a write changes nothing', async () => {
    const id = makeTask()
    sandbox.people.client.addTag(id, 'vip')
    const { receiver } = await listen()
    await call('PUT', `/v2/task/${id}`, { body: { name: 'Book a flight', status: 'to do' } })
    await call('POST', `/v2/task/${id}/tag/VIP`)
    await call('DELETE', `/v2/task/${id}/tag/other`)
    await call('DELETE', `/v2/task/${id}/field/${list.fields.Hours}`)
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
  })

  it('names tags that came and tags that went, not the set', async () => {
    const id = makeTask()
    sandbox.people.client.addTag(id, 'first')
    const { receiver } = await listen({ events: ['taskTagUpdated'] })
    sandbox.people.client.addTag(id, 'second')
    sandbox.people.client.removeTag(id, 'first')
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body.history_items)).toMatchObject([
      [{ field: 'tag', after: [{ name: 'second' }] }],
      [{ field: 'tag_removed', after: [{ name: 'first' }] }],
    ])
  })

  it('carries the definition of a custom field and the id of the option', async () => {
    const id = makeTask()
    const { receiver } = await listen()
    sandbox.people.client.setField(id, 'Service', 'Travel')
    await sandbox.settled()
    expect(receiver.arrivals[0]?.body.history_items[0]).toMatchObject({
      before: null,
      after: list.options.Service?.Travel,
      custom_field: { id: list.fields.Service, type: 'drop_down', type_config: { options: [{}, {}] } },
    })
  })

  it('repeats for an edited comment the item of its posting, with the new text', async () => {
    const id = makeTask()
    const { receiver } = await listen({ events: ['taskCommentPosted', 'taskCommentUpdated'] })
    const comment = sandbox.people.client.comment(id, 'Bonjour')
    sandbox.people.client.editComment(comment, 'Bonsoir')
    sandbox.people.client.deleteComment(comment)
    await sandbox.settled()
    expect(receiver.events()).toEqual(['taskCommentPosted', 'taskCommentUpdated'])
    const [posted, edited] = receiver.arrivals.map(({ body }) => body.history_items[0])
    expect(posted).toMatchObject({ after: comment, comment: { id: comment, text_content: 'Bonjour\n' } })
    expect(edited).toMatchObject({ id: posted.id, date: posted.date, comment: { text_content: 'Bonsoir\n' } })
  })

  it('is for a move taskMoved and taskUpdated in both lists, and a bare spaceUpdated', async () => {
    const id = makeTask()
    const other = sandbox.list({ name: 'Other' })
    const whole = await listen()
    const from = await listen({ list_id: Number(list.id) })
    const to = await listen({ list_id: Number(other.id) })
    sandbox.people.client.moveTask(id, 'Other')
    await sandbox.settled()
    expect(whole.receiver.events()).toEqual(['taskMoved', 'taskUpdated', 'spaceUpdated'])
    expect(from.receiver.events()).toEqual(['taskMoved', 'taskUpdated'])
    expect(to.receiver.events()).toEqual(['taskMoved', 'taskUpdated'])
    expect(whole.receiver.arrivals[0]?.body.history_items).toMatchObject([
      { field: 'section_moved', parent_id: other.id, before: { id: list.id }, after: { name: 'Other' } },
    ])
    expect(whole.receiver.arrivals[2]?.body).toEqual({
      event: 'spaceUpdated',
      space_id: other.spaceId,
      webhook_id: whole.webhookId,
    })
  })

  it('is for a deletion nothing but the id', async () => {
    const id = makeTask()
    const { receiver, webhookId } = await listen()
    await call('DELETE', `/v2/task/${id}`)
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body)).toEqual([
      { event: 'taskDeleted', task_id: id, webhook_id: webhookId },
    ])
  })

  it('names the token’s user for what is done through the API', async () => {
    const id = makeTask()
    const { receiver } = await listen({ events: ['taskTagUpdated'] })
    await call('POST', `/v2/task/${id}/tag/vip`)
    sandbox.people.assistant.addTag(id, 'later')
    await sandbox.settled()
    const users = receiver.arrivals.map(({ body }) => body.history_items[0].user.id)
    expect(users).toEqual([sandbox.people.service.user.id, sandbox.people.assistant.user.id])
  })

  it('stays within the place that the webhook watches', async () => {
    const other = sandbox.list({ name: 'Other', folder: 'Folder', space: 'Elsewhere' })
    const id = makeTask()
    const inList = await listen({ list_id: Number(list.id) })
    const onTask = await listen({ task_id: id })
    const inFolder = await listen({ folder_id: Number(other.folderId) })
    const inSpace = await listen({ space_id: Number(other.spaceId) })
    sandbox.people.client.editTask(id, { name: 'Renamed' })
    sandbox.people.client.createTask({ list: other.id, name: 'Elsewhere' })
    makeTask()
    await sandbox.settled()
    const created = ['taskCreated', 'taskStatusUpdated']
    expect(inList.receiver.events()).toEqual(['taskUpdated', ...created])
    expect(onTask.receiver.events()).toEqual(['taskUpdated'])
    expect(inFolder.receiver.events()).toEqual(created)
    expect(inSpace.receiver.events()).toEqual(created)
  })

  it('includes a new list, to whoever watches its space', async () => {
    const { receiver, webhookId } = await listen()
    const { id } = sandbox.list({ name: 'New' })
    await sandbox.settled()
    expect(receiver.arrivals.map(({ body }) => body)).toEqual([
      { event: 'listCreated', list_id: id, webhook_id: webhookId },
    ])
  })
})

describe('the health of webhooks', () => {
  const short = { webhookRetryMs: [1, 1, 1, 1] }

  it('is tried again until it arrives, with the same bytes', async () => {
    await restart(short)
    const { receiver } = await listen({ events: ['taskCreated'] })
    receiver.answers.push(500, 403, 301)
    makeTask()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(4)
    expect(new Set(receiver.arrivals.map(({ raw }) => raw)).size).toBe(1)
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'active', failCount: 0 })
  })

  it('counts one failure after five attempts, forgets the event, and recovers by a success', async () => {
    await restart(short)
    const { receiver } = await listen({ events: ['taskCreated'] })
    receiver.answers.push(500, 500, 500, 500, 500)
    makeTask('Lost')
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(5)
    const { body } = await call('GET', team('/webhook'))
    expect(body.webhooks[0].health).toEqual({ status: 'failing', fail_count: 1 })
    makeTask('Arrives')
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(6)
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'active', failCount: 0 })
  })

  it('takes silence beyond the time limit for a failure', async () => {
    await restart({ ...short, webhookTimeoutMs: 500 })
    const { receiver } = await listen({ events: ['taskCreated'] })
    receiver.silent = 1
    makeTask()
    await sandbox.settled()
    // On a busy machine one that is answered may be late as well.
    expect(receiver.arrivals.length).toBeGreaterThanOrEqual(2)
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'active' })
  })

  it.each([410, 401])('is suspended at once by %i, until it is switched on again', async (status) => {
    await restart(short)
    const { receiver, webhookId } = await listen({ events: ['taskCreated'] })
    receiver.answers.push(status)
    makeTask()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(1)
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'suspended' })
    makeTask('Never told')
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(1)
    const body = { endpoint: receiver.url, events: '*', status: 'active' }
    const on = await call('PUT', `/v2/webhook/${webhookId}`, { body })
    expect(on.body.webhook.health).toEqual({ status: 'active', fail_count: 0 })
    sandbox.people.client.createTask({ list: list.id, name: 'Told' })
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(3)
  })

  it('is suspended at a hundred failures', async () => {
    await restart({ webhookRetryMs: [] })
    const { receiver } = await listen({ events: ['taskCreated'] })
    receiver.answers.push(...Array.from({ length: 100 }, () => 500))
    for (let count = 0; count < 99; count += 1) makeTask()
    await sandbox.settled()
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'failing', failCount: 99 })
    makeTask()
    makeTask('Never told')
    await sandbox.settled()
    expect(sandbox.webhooks()[0]).toMatchObject({ status: 'suspended', failCount: 100 })
    expect(receiver.arrivals).toHaveLength(100)
  })

  it('does not matter any more once the webhook is deleted', async () => {
    const { receiver, webhookId } = await listen()
    sandbox.faults.pauseWebhooks()
    makeTask()
    await call('DELETE', `/v2/webhook/${webhookId}`)
    sandbox.faults.resumeWebhooks()
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
  })
})

describe('rate limits', () => {
  // A window ends when the test says so, and not while a slow machine is still at the requests of the first.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => void vi.useRealTimers())

  it('are on every answer and never refuse while they are off', async () => {
    const answers = await Promise.all(Array.from({ length: 120 }, () => call('GET', '/v2/user')))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    const refused = await call('GET', '/v2/user', { token: 'pk_1_WRONG' })
    for (const { headers } of [...answers, refused]) {
      expect(Number(headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0)
      expect(Number(headers.get('x-ratelimit-reset')) * 1000).toBeGreaterThan(Date.now() - 1000)
    }
  })

  it('refuse the hundred and first request of a minute, each token for itself', async () => {
    await restart({ rateLimits: true })
    const answers = []
    for (let count = 0; count < 100; count += 1) answers.push(await call('GET', '/v2/user'))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 200))
    expect(answers[0]?.headers.get('x-ratelimit-limit')).toBe('100')
    expect(answers[0]?.headers.get('x-ratelimit-remaining')).toBe('99')
    const refused = await call('GET', '/v2/user')
    expect(refused).toMatchObject({ status: 429, body: { err: 'Rate limit reached', ECODE: 'APP_002' } })
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    const waitMs = Number(refused.headers.get('x-ratelimit-reset')) * 1000 - Date.now()
    expect(waitMs).toBeGreaterThan(0)
    expect(waitMs).toBeLessThanOrEqual(61_000)
    const token = sandbox.tokenFor(sandbox.people.client.user.id)
    expect((await call('GET', '/v2/user', { token })).status).toBe(200)
  })

  it('start anew after the interval', async () => {
    await restart({ rateLimits: { perToken: 1, intervalMs: 40 } })
    expect((await call('GET', '/v2/user')).status).toBe(200)
    expect((await call('GET', '/v2/user')).status).toBe(429)
    vi.setSystemTime(Date.now() + 40)
    expect((await call('GET', '/v2/user')).status).toBe(200)
  })
})

describe('faults', () => {
  it('fail the next requests with the answer that was asked for', async () => {
    const id = makeTask()
    sandbox.faults.failNext(1, { status: 502, body: '{"err":"no"}' })
    sandbox.faults.failNext(1)
    expect(await call('PUT', `/v2/task/${id}`, { body: { name: 'x' } })).toMatchObject({
      status: 502,
      body: { err: 'no' },
    })
    const down = await call('GET', '/v2/user')
    expect(down.status).toBe(503)
    expect(down.body).toContain('Service Unavailable')
    expect(sandbox.task(id)?.name).toBe('Book a flight')
    expect((await call('GET', '/v2/user')).status).toBe(200)
  })

  it('say with a 429 that the next second will do', async () => {
    sandbox.faults.failNext(1, { status: 429 })
    const { status, headers, body } = await call('GET', '/v2/user')
    expect([status, body.ECODE, headers.get('x-ratelimit-remaining')]).toEqual([429, 'APP_002', '0'])
    expect(Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now()).toBeLessThanOrEqual(1000)
  })

  it('keep to writes and to a path', async () => {
    const id = makeTask()
    sandbox.faults.failNext(1, { onlyWrites: true, path: /\/comment$/ })
    expect((await call('GET', `/v2/task/${id}/comment`)).status).toBe(200)
    expect((await call('POST', `/v2/task/${id}/tag/x`)).status).toBe(200)
    expect((await call('POST', `/v2/task/${id}/comment`, { body: { comment_text: 'x' } })).status).toBe(503)
  })

  it('carry out the write and spoil its answer when told so', async () => {
    const id = makeTask()
    sandbox.faults.failNext(1, { status: 504, afterCommit: true })
    const answer = await call('POST', `/v2/task/${id}/comment`, { body: { comment_text: 'Bonjour' } })
    expect(answer.status).toBe(504)
    expect(sandbox.task(id)?.comments).toHaveLength(1)
    sandbox.faults.cutNext(1, { afterCommit: true })
    await expect(call('POST', `/v2/task/${id}/tag/vip`)).rejects.toThrow()
    expect(sandbox.task(id)?.tags).toEqual(['vip'])
  })

  it('leave a request without an answer, before or after it was carried out', async () => {
    const id = makeTask()
    const lost = async (tag: string, hasArrived: () => boolean) => {
      const patience = new AbortController()
      const silent = call('POST', `/v2/task/${id}/tag/${tag}`, { signal: patience.signal })
      await eventually(hasArrived, Boolean)
      patience.abort()
      await expect(silent).rejects.toMatchObject({ name: 'AbortError' })
    }
    sandbox.faults.hangNext(1)
    await lost('a', () => sandbox.calls.writes(id) > 0)
    sandbox.faults.hangNext(1, { afterCommit: true })
    await lost('b', () => sandbox.task(id)?.tags.includes('b') === true)
    expect(sandbox.task(id)?.tags).toEqual(['b'])
  })

  it('make every request wait', async () => {
    await restart({ latencyMs: 50 })
    const started = performance.now()
    await call('GET', '/v2/user')
    expect(performance.now() - started).toBeGreaterThanOrEqual(45)
    sandbox.faults.latencyMs = 0
    expect((await call('GET', '/v2/user')).status).toBe(200)
  })

  it('lose and double webhooks', async () => {
    const { receiver } = await listen()
    sandbox.faults.dropNextWebhooks(1)
    makeTask()
    await sandbox.settled()
    expect(receiver.events()).toEqual(['taskStatusUpdated'])
    sandbox.faults.doubleNextWebhooks(1)
    makeTask()
    await sandbox.settled()
    expect(receiver.events().slice(1)).toEqual(['taskCreated', 'taskCreated', 'taskStatusUpdated'])
    expect(receiver.arrivals[1]?.raw).toBe(receiver.arrivals[2]?.raw)
  })

  it('hold webhooks back until they may leave', async () => {
    const { receiver } = await listen()
    sandbox.faults.pauseWebhooks()
    makeTask()
    await sandbox.settled()
    expect(receiver.arrivals).toEqual([])
    sandbox.faults.resumeWebhooks()
    await sandbox.settled()
    expect(receiver.events()).toEqual(['taskCreated', 'taskStatusUpdated'])
  })

  it('send webhooks of one moment in another order', async () => {
    const keys = [3, 1, 2, 0]
    await restart({ random: () => keys.shift() ?? 0, faults: { shuffle: true } })
    const { receiver } = await listen()
    const id = makeTask()
    sandbox.people.client.addTag(id, 'vip')
    await sandbox.settled()
    const wanted = ['taskUpdated', 'taskStatusUpdated', 'taskTagUpdated', 'taskCreated']
    expect(receiver.events()).toEqual(wanted)
  })

  it('delay webhooks', async () => {
    const { receiver } = await listen()
    sandbox.faults.delayWebhooksMs = 80
    const started = performance.now()
    makeTask()
    await sandbox.settled()
    expect(performance.now() - started).toBeGreaterThanOrEqual(75)
    expect(receiver.arrivals).toHaveLength(2)
  })

  it('are all over at once', async () => {
    const { receiver } = await listen()
    sandbox.faults.failNext(5)
    sandbox.faults.dropNextWebhooks(5)
    sandbox.faults.pauseWebhooks()
    sandbox.faults.clear()
    expect((await call('GET', '/v2/user')).status).toBe(200)
    makeTask()
    await sandbox.settled()
    expect(receiver.arrivals).toHaveLength(2)
  })
})

describe('the log of calls', () => {
  it('counts reads and writes, of one task and of all', async () => {
    const id = makeTask()
    await call('GET', '/v2/user')
    await call('GET', `/v2/task/${id}?include_markdown_description=true`)
    const { body } = await call('POST', `/v2/task/${id}/comment`, { body: { comment_text: 'x' } })
    await call('PUT', `/v2/comment/${body.id}`, { body: { comment_text: 'y' } })
    await call('PUT', `/v3/workspaces/${sandbox.credentials.teamId}/tasks/${id}/home_list/${list.id}`)
    const { calls } = sandbox
    expect([calls.reads(), calls.reads(id), calls.writes(), calls.writes(id)]).toEqual([2, 1, 3, 3])
    expect(calls.all[1]).toMatchObject({
      method: 'GET',
      path: `/v2/task/${id}`,
      query: { include_markdown_description: 'true' },
      body: null,
      taskId: id,
      status: 200,
    })
    expect(JSON.stringify(calls.all)).not.toContain(sandbox.credentials.token)
    calls.reset()
    expect(calls.all).toEqual([])
  })
})

describe('people', () => {
  it('act as whoever they are', () => {
    const nadia = sandbox.addMember('Nadia Klein')
    const id = sandbox.as(nadia.user.id).createTask({
      list: 'Requests',
      name: 'Book a flight',
      due: '2026-07-06T16:00:00+02:00',
      tags: ['VIP'],
      status: 'In progress',
    })
    nadia.setField(id, 'Verdict', ['Urgent', 'In scope'])
    nadia.comment(id, 'Merci')
    expect(sandbox.task(id)).toMatchObject({
      creatorId: nadia.user.id,
      due: '2026-07-06T14:00:00.000Z',
      tags: ['vip'],
      status: 'in progress',
      fields: { Verdict: ['Urgent', 'In scope'] },
      comments: [{ text: 'Merci', userId: nadia.user.id }],
    })
    nadia.archive(id)
    nadia.restore(id)
    nadia.setField(id, 'Verdict', null)
    nadia.removeTag(id, 'Vip')
    expect(sandbox.task(id)).toMatchObject({ archived: false, fields: {}, tags: [] })
  })

  it('drag a task into a list whose statuses are others', () => {
    const id = makeTask()
    sandbox.people.client.setField(id, 'Hours', 3)
    const other = sandbox.list({ name: 'Other', statuses: [{ name: 'inbox', type: 'open' }] })
    sandbox.people.client.moveTask(id, other.id)
    expect(sandbox.task(id)).toMatchObject({ listId: other.id, status: 'inbox', fields: { Hours: 3 } })
  })

  it('are told what ClickUp would refuse', () => {
    const { client } = sandbox.people
    const id = makeTask()
    expect(() => client.setStatus(id, 'Nowhere')).toThrow('CRTSK_001')
    expect(() => client.setField(id, 'Nothing', 1)).toThrow('no custom field "Nothing"')
    expect(() => client.createTask({ list: 'Nowhere', name: 'x' })).toThrow('no list "Nowhere"')
    expect(() => client.comment('nobody', 'x')).toThrow('ITEM_013')
    expect(() => sandbox.as(1)).toThrow('no user 1')
  })
})

function makeTask(name = 'Book a flight'): string {
  return sandbox.people.client.createTask({ list: list.id, name })
}

function people() {
  return sandbox.people.client
}

function team(path: string): string {
  return `/v2/team/${sandbox.credentials.teamId}${path}`
}

function idOf<Id>({ id }: { id: Id }): Id {
  return id
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  // Bodies are asserted on piece by piece; a wrong guess at their shape fails the assertion.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any
}

interface CallOptions {
  readonly token?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}

/** Plain HTTP, in the name of the service unless said otherwise. */
async function call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { token = sandbox.credentials.token, body, headers, signal } = options
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: {
      ...(token === '' ? {} : { authorization: token }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}

async function shownValue(id: string, name: string): Promise<unknown> {
  const { body } = await call('GET', `/v2/task/${id}`)
  return body.custom_fields.find((field: { name: string }) => field.name === name).value
}

function subscribe(body: unknown): Promise<Answer> {
  return call('POST', team('/webhook'), { body })
}

/** A webhook on the whole workspace, or on what `scope` says, and whoever receives it. */
async function listen(scope: Readonly<Record<string, unknown>> = {}) {
  const receiver = await startReceiver()
  const { body } = await subscribe({ endpoint: receiver.url, events: ['*'], ...scope })
  return { receiver, webhookId: String(body.id) }
}

interface Arrival {
  readonly signature: string
  readonly raw: string
  readonly body: Answer['body']
}

/** Receives webhooks on a port of its own until the test is over. */
async function startReceiver() {
  const receiver = {
    url: '',
    arrivals: [] as Arrival[],
    /** Statuses for the next ones; 200 when there are none left. */
    answers: [] as number[],
    /** How many of the next ones get no answer. */
    silent: 0,
    events: () => receiver.arrivals.map(({ body }) => String(body.event)),
  }
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = []
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
    incoming.on('end', () => {
      const raw = Buffer.concat(chunks).toString()
      receiver.arrivals.push({
        signature: String(incoming.headers['x-signature']),
        raw,
        body: JSON.parse(raw),
      })
      if (receiver.silent > 0) receiver.silent -= 1
      else outgoing.writeHead(receiver.answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`
  closing.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return receiver
}
