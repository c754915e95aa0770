import { listActions } from './action-query.ts'
import { boardAnswer, boardFields, boardLabels, boardLists, boardMembers } from './board-answer.ts'
import { fieldBody, listBody } from './board-body.ts'
import { cardAnswer, filterCards, pageOfCards } from './card-answer.ts'
import { labelBody } from './card-body.ts'
import { createField } from './field-writes.ts'
import { changeLabel, createLabel, deleteLabel } from './label-writes.ts'
import { needBoard, needField, needLabel, needList } from './lookup.ts'
import type { Params } from './params.ts'
import { pickFields } from './pick-fields.ts'
import { refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import { type Board, fieldTypes } from './world.ts'

/** Boards and what belongs to them: lists, labels, custom fields, members, cards and actions. */
export const boardRoutes: Routes = {
  'GET /boards/:id': (visit) => boardAnswer(visit.world, boardAt(visit), visit.params),
  'GET /boards/:id/lists': (visit) =>
    boardLists(visit.world, boardAt(visit), visit.params, visit.params.text('filter') ?? 'open'),
  'GET /boards/:id/labels': (visit) => boardLabels(visit.world, boardAt(visit), visit.params),
  'GET /boards/:id/members': (visit) => boardMembers(visit.world, boardAt(visit), visit.params),
  'GET /boards/:id/customFields': (visit) => boardFields(visit.world, boardAt(visit)),
  'GET /boards/:id/actions': (visit) =>
    listActions(visit.world, boardAt(visit).id, visit.params, 'own', 'all'),
  'GET /boards/:id/cards': (visit) => cards(visit, visit.params.text('filter') ?? 'visible'),
  'GET /boards/:id/cards/:filter': (visit) => cards(visit, visit.at('filter')),
  'POST /boards/:id/labels': (visit) => postLabel(visit, boardAt(visit)),
  'GET /lists/:id': ({ world, cause, params, at }) =>
    pickFields(listBody(needList(world, cause.member, at('id'))), params.text('fields') ?? 'all'),
  'GET /lists/:id/cards': ({ world, cause, params, at }) => {
    const list = needList(world, cause.member, at('id'))
    const board = needBoard(world, cause.member, list.idBoard)
    const open = filterCards(world, board, params.text('filter') ?? 'open')
    const here = open.filter((card) => card.idList === list.id)
    return pageOfCards(here, params).map((card) => cardAnswer(world, card, params))
  },
  'POST /labels': (visit) =>
    postLabel(visit, needBoard(visit.world, visit.cause.member, visit.params.needText('idBoard'))),
  'GET /labels/:id': ({ world, cause, params, at }) =>
    pickFields(labelBody(needLabel(world, cause.member, at('id'))), params.text('fields') ?? 'all'),
  'PUT /labels/:id': ({ world, cause, params, at }) => {
    const label = needLabel(world, cause.member, at('id'))
    const name = params.text('name')
    const color = readColor(params)
    changeLabel(world, cause, needBoard(world, cause.member, label.idBoard), label, {
      ...(name === undefined ? {} : { name }),
      ...(color === undefined ? {} : { color }),
    })
    return { ...labelBody(label), limits: {} }
  },
  'DELETE /labels/:id': ({ world, cause, at }) => {
    const label = needLabel(world, cause.member, at('id'))
    deleteLabel(world, cause, needBoard(world, cause.member, label.idBoard), label)
    return { limits: {} }
  },
  'POST /customFields': postField,
  'GET /customFields/:id': ({ world, cause, at }) => fieldBody(needField(world, cause.member, at('id'))),
}

function boardAt({ world, cause, at }: Visit): Board {
  return needBoard(world, cause.member, at('id'))
}

function cards(visit: Visit, filter: string): unknown {
  const { world, params } = visit
  const found = filterCards(world, boardAt(visit), filter)
  return pageOfCards(found, params).map((card) => cardAnswer(world, card, params))
}

function postLabel({ world, cause, params }: Visit, board: Board): unknown {
  const color = readColor(params)
  if (color === undefined) return refuse(400, 'invalid value for color')
  const label = createLabel(world, cause, board, params.needText('name'), color)
  return { ...labelBody(label), limits: {} }
}

function readColor(params: Params): string | null | undefined {
  const text = params.text('color')
  return text === '' || text === 'null' ? null : text
}

function postField({ world, cause, params }: Visit): unknown {
  const board = needBoard(world, cause.member, params.needText('idModel'))
  if (params.text('modelType') !== 'board') refuse(400, 'invalid value for modelType')
  const given = params.needText('type')
  const type = fieldTypes.find((known) => known === given) ?? refuse(400, 'invalid value for type')
  const options = readOptions(params.raw('options'))
  const cardFront = params.flag('display_cardFront') ?? true
  return fieldBody(createField(world, board, params.needText('name'), type, options, cardFront))
}

/** Options come as `[{ value: { text } }]`. */
function readOptions(given: unknown): string[] {
  if (!Array.isArray(given)) return []
  return given.map((option: unknown) => {
    const { value } = asRecord(option)
    const { text } = asRecord(value)
    return typeof text === 'string' && text !== '' ? text : refuse(400, 'invalid value for options')
  })
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
