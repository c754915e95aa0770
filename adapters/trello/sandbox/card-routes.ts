import { listActions } from './action-query.ts'
import { boardBody, defaultBoardFields, listBody } from './board-body.ts'
import { cardAnswer, cardMembers } from './card-answer.ts'
import { cardBody, fieldItemBody } from './card-body.ts'
import { checkCard } from './card-checks.ts'
import {
  bottomOf,
  type CardChanges,
  changeCard,
  createCard,
  deleteCard,
  moveCard,
  topOf,
} from './card-writes.ts'
import { checkField, type FieldInput, setField } from './field-writes.ts'
import { addLabel, removeLabel, setLabels } from './label-writes.ts'
import { boardOf, listOf, needBoard, needCard, needField } from './lookup.ts'
import { setMembers } from './member-writes.ts'
import type { Params } from './params.ts'
import { pickFields } from './pick-fields.ts'
import { refuse } from './refusal.ts'
import type { Routes, Visit } from './route.ts'
import type { Card, List } from './world.ts'

/** What a list of a card's actions shows unless told otherwise. */
const defaultFilter = 'commentCard,updateCard:idList'

/** Cards: reading, making, changing, deleting; their labels and custom fields. Comments have their own routes. */
export const cardRoutes: Routes = {
  'GET /cards/:id': (visit) => cardAnswer(visit.world, cardAt(visit), visit.params),
  'GET /cards/:id/actions': (visit) =>
    listActions(visit.world, cardAt(visit).id, visit.params, 'own', defaultFilter),
  'GET /cards/:id/board': (visit) => {
    const fields = visit.params.text('fields') ?? defaultBoardFields
    return pickFields(boardBody(visit.world, boardOf(visit.world, cardAt(visit))), fields)
  },
  'GET /cards/:id/list': (visit) => listBody(listOf(visit.world, cardAt(visit))),
  'GET /cards/:id/members': (visit) => cardMembers(visit.world, cardAt(visit), visit.params),
  'GET /cards/:id/customFieldItems': (visit) => {
    const card = cardAt(visit)
    return card.items.map((item) => fieldItemBody(card, item))
  },
  'POST /cards': postCard,
  'PUT /cards/:id': putCard,
  'DELETE /cards/:id': (visit) => {
    deleteCard(visit.world, visit.cause, cardAt(visit))
    return { limits: {} }
  },
  'POST /cards/:id/idLabels': (visit) => {
    const card = cardAt(visit)
    addLabel(visit.world, visit.cause, card, visit.params.needText('value'))
    return card.idLabels
  },
  'DELETE /cards/:id/idLabels/:idLabel': (visit) => {
    const card = cardAt(visit)
    removeLabel(visit.world, visit.cause, card, visit.at('idLabel'))
    return card.idLabels
  },
  'PUT /cards/:id/customField/:idCustomField/item': (visit) => {
    const { world, cause, params } = visit
    const card = cardAt(visit)
    const field = needField(world, cause.member, visit.at('idCustomField'))
    const input = { value: params.raw('value'), idValue: params.raw('idValue') }
    return fieldItemBody(card, setField(world, cause, card, field, input))
  },
  'PUT /cards/:id/customFields': putFields,
}

function cardAt({ world, cause, at }: Visit): Card {
  return needCard(world, cause.member, at('id'))
}

function postCard({ world, cause, params }: Visit): unknown {
  const list = listParam(world.lists, params)
  if (list === undefined) return refuse(400, 'invalid value for idList')
  // Only of a change it is said that a card may be due never (OpenAPI document, `due`).
  if (params.date('due') === null) refuse(400, 'invalid value for due')
  needBoard(world, cause.member, list.idBoard)
  const card = createCard(world, cause, {
    list,
    name: params.text('name') ?? '',
    desc: params.text('desc'),
    pos: readPos(params, topOf(world, list), bottomOf(world, list)),
    due: params.date('due'),
    start: params.date('start'),
    dueComplete: params.flag('dueComplete'),
    idLabels: params.list('idLabels'),
    idMembers: params.list('idMembers'),
  })
  return pickFields(cardBody(world, card), 'all')
}

function putCard(visit: Visit): unknown {
  const { world, cause, params } = visit
  const card = cardAt(visit)
  const list = targetList(visit, card)
  const idLabels = params.list('idLabels')
  const idMembers = params.list('idMembers')
  const target = list ?? listOf(world, card)
  const changes: CardChanges = {
    name: params.text('name'),
    desc: params.text('desc'),
    closed: params.flag('closed'),
    start: params.date('start'),
    due: params.date('due'),
    dueComplete: params.flag('dueComplete'),
    pos: readPos(params, topOf(world, target), bottomOf(world, target)),
  }
  const board = needBoard(world, cause.member, target.idBoard)
  checkCard(world, board, { ...changes, idLabels, idMembers })
  if (list !== undefined) moveCard(world, cause, card, list)
  changeCard(world, cause, card, changes)
  if (idLabels !== undefined) setLabels(world, cause, card, idLabels)
  if (idMembers !== undefined) setMembers(world, cause, card, idMembers)
  return cardAnswer(world, card, params)
}

/** Where a card is to go. Naming only a board puts it into that board's first list. */
function targetList({ world, cause, params }: Visit, card: Card): List | undefined {
  const list = listParam(world.lists, params)
  const idBoard = params.text('idBoard')
  if (idBoard === undefined || idBoard === card.idBoard) {
    if (list !== undefined && list.idBoard !== card.idBoard) refuse(400, 'invalid value for idList')
    return list
  }
  const board = needBoard(world, cause.member, idBoard)
  const target = list ?? [...world.lists.values()].find((entry) => entry.idBoard === board.id)
  return target?.idBoard === board.id ? target : refuse(400, 'invalid value for idList')
}

function listParam(lists: ReadonlyMap<string, List>, params: Params): List | undefined {
  const idList = params.text('idList')
  if (idList === undefined) return undefined
  return lists.get(idList) ?? refuse(400, 'invalid value for idList')
}

function readPos(params: Params, top: number, bottom: number): number | undefined {
  const text = params.text('pos')
  if (text === 'top') return top
  if (text === 'bottom') return bottom
  return params.number('pos')
}

function putFields(visit: Visit): unknown {
  const { world, cause, params } = visit
  const card = cardAt(visit)
  const given = params.raw('customFieldItems')
  if (!Array.isArray(given)) return refuse(400, 'invalid value for customFieldItems')
  const wanted = given.map((entry: unknown) => {
    const input: FieldInput & { idCustomField?: unknown } =
      typeof entry === 'object' && entry !== null ? entry : {}
    const field = needField(world, cause.member, String(input.idCustomField))
    checkField(card, field, input)
    return { field, input }
  })
  return wanted.map(({ field, input }) => fieldItemBody(card, setField(world, cause, card, field, input)))
}
