import { actionBody, fullActionBody, memberCreatorFields } from './action-body.ts'
import { memberBody } from './member-body.ts'
import type { Params } from './params.ts'
import { pickFields } from './pick-fields.ts'
import { refuse } from './refusal.ts'
import type { Action, World } from './world.ts'

/** Types that only webhooks ever show; Trello keeps them out of every list of actions (guide "Action types"). */
const webhookOnly = new Set([
  'addLabelToCard',
  'removeLabelFromCard',
  'createLabel',
  'updateLabel',
  'deleteLabel',
  'updateComment',
  'deleteComment',
])

const objectId = /^[0-9a-f]{24}$/i
const maxLimit = 1000

/** Which parameters ask for what: a list of actions of its own, or actions nested in a board or card. */
const names = {
  own: { filter: 'filter', many: '', one: '' },
  nested: { filter: 'actions', many: 'actions_', one: 'action_' },
} as const

/**
 * The actions on a board or card that a request asks for, newest first. `filter` may be `all`, a list of types, or
 * types with the field that changed (`updateCard:idList`).
 */
export function listActions(
  world: World,
  model: string,
  params: Params,
  kind: keyof typeof names,
  defaultFilter: string,
): Record<string, unknown>[] {
  const { filter, many, one } = names[kind]
  const types = params.list(filter) ?? defaultFilter.split(',')
  const limit = params.number(`${many}limit`) ?? 50
  if (limit < 0 || limit > maxLimit) refuse(400, `invalid value for ${many}limit`)
  const page = params.number(`${many}page`) ?? 0
  const since = readCursor(params, `${many}since`)
  const before = readCursor(params, `${many}before`)
  const found = (world.history.get(model) ?? []).filter(
    (action) =>
      !webhookOnly.has(action.type) &&
      types.some((type) => matches(action, type)) &&
      (since === null || isAfter(action, since)) &&
      (before === null || isBefore(action, before)),
  )
  return found
    .reverse()
    .slice(page * limit, (page + 1) * limit)
    .map((action) => render(world, action, params, many, one))
}

function render(
  world: World,
  action: Action,
  params: Params,
  many: string,
  one: string,
): Record<string, unknown> {
  const withDisplay = params.flag(`${many}display`) === true
  const { memberCreator: _shownBelow, ...body } = (withDisplay ? fullActionBody : actionBody)(world, action)
  const picked = pickFields(body, params.text(`${one}fields`) ?? 'all')
  const creator = world.members.get(action.idMemberCreator)
  if (creator === undefined || params.flag(`${one}memberCreator`) === false) return picked
  const fields = params.text(`${one}memberCreator_fields`) ?? memberCreatorFields
  return { ...picked, memberCreator: memberBody(world, creator, fields) }
}

function matches(action: Action, type: string): boolean {
  const [name, field] = type.split(':')
  if (name !== 'all' && name !== action.type) return false
  if (field === undefined) return true
  const { old } = action.data
  return typeof old === 'object' && old !== null && field in old
}

function readCursor(params: Params, name: string): string | null {
  const text = params.text(name)
  if (text === undefined || text === '' || text === 'null') return null
  return objectId.test(text) ? text : (params.date(name) ?? null)
}

function isAfter(action: Action, cursor: string): boolean {
  return objectId.test(cursor) ? action.id > cursor : action.date >= cursor
}

function isBefore(action: Action, cursor: string): boolean {
  return objectId.test(cursor) ? action.id < cursor : action.date < cursor
}
