import type { Everything, MovedBoard, MovedConnection } from '../store/everything.ts'
import type { MovedPolicy } from '../store/moved-policies.ts'

/** What a person still has to do, because it needs a secret or a look. */
export type ToDo =
  | { readonly kind: 'connect'; readonly connection: MovedConnection; readonly boards: readonly string[] }
  | { readonly kind: 'apply'; readonly boardId: string; readonly name: string }
  | { readonly kind: 'link'; readonly boardId: string; readonly name: string; readonly twinBoardId: string }

/** A thing of the document that is there already. */
export interface Conflict {
  readonly kind: 'policy' | 'client' | 'board'
  readonly id: string
}

export interface ImportPlan {
  /** What is missing here. */
  readonly policies: readonly MovedPolicy[]
  readonly clients: Everything['clients']
  /** With the connection that serves them here. */
  readonly boards: readonly { readonly board: MovedBoard; readonly connection: MovedConnection }[]
  /** Which of these boards have their requests' twins on which board. */
  readonly links: readonly { readonly id: string; readonly twinBoardId: string }[]
  readonly conflicts: readonly Conflict[]
  readonly toDo: readonly ToDo[]
}

/** What moves in and what does not. Pure. @param freshId an id that nothing has, for a case or an example */
export function planImport(
  document: Everything,
  there: Everything,
  freshId: (kind: 'cas' | 'exa') => string,
): ImportPlan {
  const known = {
    policies: idsOf(there.policies),
    clients: idsOf(there.clients),
    boards: idsOf(there.boards),
  }
  const served = document.boards.map((board) => ({ board, connection: servedBy(board, document, there) }))
  const tools = new Map(there.connections.map(({ id, tool }) => [id, tool]))
  // By whichever account: each of the two would answer every request.
  const isWatched = ({ board, connection }: (typeof served)[number]) =>
    known.boards.has(board.id) ||
    there.boards.some(
      (other) =>
        other.containerId === board.containerId && tools.get(other.connectionId) === connection?.tool,
    )
  const boards = served.flatMap((one) =>
    one.connection === null || isWatched(one) ? [] : [{ board: one.board, connection: one.connection }],
  )
  const isHere = (id: string) => known.boards.has(id) || boards.some(({ board }) => board.id === id)
  const kept = (id: string) => !known.policies.has(id)
  return {
    policies: document.policies
      .filter(({ id }) => kept(id))
      .map((policy) => withFreeIds(policy, there, freshId)),
    clients: document.clients.filter(({ id }) => !known.clients.has(id)),
    boards,
    links: boards.flatMap(({ board: { id, twinBoardId } }) =>
      twinBoardId !== null && isHere(twinBoardId) ? [{ id, twinBoardId }] : [],
    ),
    conflicts: [
      ...document.policies.filter(({ id }) => !kept(id)).map(({ id }) => ({ kind: 'policy', id }) as const),
      ...document.clients
        .filter(({ id }) => known.clients.has(id))
        .map(({ id }) => ({ kind: 'client', id }) as const),
      ...served.filter(isWatched).map(({ board: { id } }) => ({ kind: 'board', id }) as const),
    ],
    toDo: [
      ...document.connections.flatMap((connection) => connectOf(connection, served)),
      ...boards.flatMap(({ board: { id: boardId, name, twinBoardId } }) =>
        twinBoardId === null || isHere(twinBoardId)
          ? []
          : [{ kind: 'link', boardId, name, twinBoardId } as const],
      ),
      ...boards
        .filter(({ board }) => board.mode === 'apply')
        .map(({ board }) => ({ kind: 'apply', boardId: board.id, name: board.name }) as const),
    ],
  }
}

/** The account here that was meant: the same tool by the same name; among several, the one with the same id. */
function servedBy(board: MovedBoard, document: Everything, there: Everything): MovedConnection | null {
  const meant = document.connections.find(({ id }) => id === board.connectionId)
  const alike = there.connections.filter(({ tool, name }) => tool === meant?.tool && name === meant.name)
  return alike.find(({ id }) => id === board.connectionId) ?? alike[0] ?? null
}

function connectOf(
  connection: MovedConnection,
  served: readonly { readonly board: MovedBoard; readonly connection: MovedConnection | null }[],
): ToDo[] {
  const waiting = served.filter((one) => one.connection === null && one.board.connectionId === connection.id)
  if (waiting.length === 0) return []
  return [{ kind: 'connect', connection, boards: waiting.map(({ board }) => board.name) }]
}

/** Cases and examples keep their ids where those are free. */
function withFreeIds(
  policy: MovedPolicy,
  there: Everything,
  freshId: (kind: 'cas' | 'exa') => string,
): MovedPolicy {
  const taken = new Set(
    there.policies.flatMap(({ cases, examples }) => [...cases, ...examples].map(({ id }) => id)),
  )
  const free = (id: string, kind: 'cas' | 'exa') => (taken.has(id) ? freshId(kind) : id)
  return {
    ...policy,
    cases: policy.cases.map((one) => ({ ...one, id: free(one.id, 'cas') })),
    examples: policy.examples.map((one) => ({ ...one, id: free(one.id, 'exa') })),
  }
}

const idsOf = (things: readonly { readonly id: string }[]) => new Set(things.map(({ id }) => id))
