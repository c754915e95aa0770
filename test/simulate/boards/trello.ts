import type { TrelloSandbox } from '#adapters/trello/sandbox.ts'
import type { LabelSpec } from '#model/decision.ts'
import type { Side } from '../history.ts'
import { serviceLabels } from '../service-labels.ts'
import { nameOf, ownLabel, placeCalled, placeNames, placesOf, type SimulatedBoard } from './board.ts'

/** A Trello board that has all labels already, so that none has to be made. The token is the assistant's own. */
export function trelloBoard(
  sandbox: TrelloSandbox,
  side: Side,
  labels: readonly LabelSpec[],
): SimulatedBoard {
  const board = sandbox.board(side, {
    lists: Object.values(placeNames[side]),
    labels: [
      ...labels,
      ...[ownLabel, ...serviceLabels.map(({ name }) => name)].map((name) => ({
        name,
        color: 'sky' as const,
      })),
    ],
    customFields: [{ name: 'Estimation', type: 'number' }],
  })
  const { people } = sandbox
  const me = people.assistant.member.id
  const sight = (card: ReturnType<TrelloSandbox['cards']>[number]) => ({
    id: card.id,
    url: card.url,
    title: card.title,
    text: card.text,
    due: card.due,
    place: placeCalled(side, card.list),
    labels: card.labels.map((name) => name.toLowerCase()).sort(),
    estimate: card.fields.Estimation ?? null,
    comments: card.comments.map(({ id, text, authorId }) => ({ id, text, isOurs: authorId === me })),
    archived: card.archived,
  })
  return {
    tool: 'trello',
    containerId: board.id,
    assistants: [me],
    holds: placesOf(side),
    labelId: (name) => board.labels[name] ?? '',
    ask: (by, { title, text, due }) =>
      people[by].createCard({
        board: board.id,
        list: nameOf(side, 'requested'),
        title,
        ...(text !== undefined && { text }),
        ...(due && { due }),
      }),
    edit: (by, id, filled) => people[by].editCard(id, filled),
    move: (by, id, to) => people[by].moveCard(id, nameOf(side, to)),
    say: (by, id, text) => people[by].comment(id, text),
    correct: (by, id, text) => people[by].editComment(id, text),
    unsay: (by, id) => people[by].deleteComment(id),
    tag: (by, id, label) => people[by].addLabel(id, label),
    untag(by, id, label) {
      const name = Object.keys(board.labels).find((each) => each.toLowerCase() === label.toLowerCase())
      people[by].removeLabel(id, name ?? label)
    },
    archive: (by, id) => people[by].archive(id),
    restore: (by, id) => people[by].restore(id),
    delete: (by, id) => people[by].deleteCard(id),
    see(id) {
      const card = sandbox.card(id)
      return card === null ? null : sight(card)
    },
    all: () => sandbox.cards(board.id).map(sight),
  }
}
