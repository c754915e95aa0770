import { z } from 'zod'
import { exampleOf } from './example.ts'
import { Note, PolicyId, policyExample, Source, sourceExample } from './policy-schemas.ts'
import { BoardView } from './routes/board-shapes.ts'
import { ClientView } from './routes/client-shapes.ts'
import { ConnectionView } from './routes/connection-shapes.ts'
import { Identifier, Moment } from './schemas.ts'

const Id = z.string().regex(/^[a-z]{3}_[\w-]{1,60}$/, 'is an id such as brd_7Hk2PqLz9XcVtB4n')
const Count = z.int().min(1).max(2_147_483_647)

const MovedPolicy = z
  .strictObject({
    id: PolicyId,
    versions: z
      .array(
        z.strictObject({
          version: Count,
          document: Source.meta({ description: 'With all that was filled in when it was published' }),
          source: Source.meta({ description: 'As it was written' }),
          effectiveAt: Moment,
          publishedAt: Moment,
          note: Note,
          cancelledAt: Moment.nullable(),
        }),
      )
      .meta({ description: 'Oldest first' }),
    draft: z.strictObject({ basedOn: Count.nullable(), source: Source, updatedAt: Moment }).nullable(),
    cases: z.array(z.strictObject({ id: Id, document: z.unknown(), createdAt: Moment })),
    examples: z
      .array(
        z.strictObject({
          id: Id,
          revision: Count,
          removedAtRevision: Count.nullable(),
          title: z.string(),
          text: z.string(),
          scope: z.enum(['in', 'out', 'review']),
          service: Identifier.nullable(),
          clientId: Id.nullable().default(null).meta({ description: 'Whose request taught it' }),
          createdAt: Moment,
        }),
      )
      .meta({ description: 'What corrections have taught' }),
  })
  .meta({ id: 'MovedPolicy' })

const MovedClient = z
  .strictObject({ ...ClientView.shape, id: Id, createdAt: Moment })
  .meta({ id: 'MovedClient' })
const connection = ConnectionView.shape
const MovedConnection = z
  .strictObject({
    id: Id,
    ...{ tool: connection.tool, name: connection.name, userId: connection.userId },
    updates: connection.updates,
  })
  .meta({ id: 'MovedConnection', description: 'Without its credentials' })
const board = BoardView.shape
const MovedBoard = z
  .strictObject({
    id: Id,
    connectionId: Id,
    containerId: Identifier,
    name: board.name,
    url: board.url,
    clientId: Id,
    ...{ role: board.role, mode: board.mode, mapping: board.mapping },
    hourlyWriteLimit: board.hourlyWriteLimit,
    ...{ twinBoardId: board.twinBoardId, relays: board.relays, madeIds: board.madeIds },
  })
  .meta({ id: 'MovedBoard' })

const since = '2026-11-02T09:00:00.000Z'
const written = { version: 1, document: policyExample, source: sourceExample, note: null, cancelledAt: null }
const policy = {
  id: 'my-rules',
  versions: [{ ...written, effectiveAt: since, publishedAt: since }],
  draft: null,
  cases: [],
  examples: [],
}
const client = { ...Object(exampleOf(ClientView)), createdAt: since }
const [account, watched] = [
  z.object(MovedConnection.shape).parse(exampleOf(ConnectionView)),
  z.object(MovedBoard.shape).parse(exampleOf(BoardView)),
]

/** All that people have set up, in one document. The version is raised when an older Cadre could not read it. */
export const EverythingDocument = z
  .strictObject({
    format: z.literal('cadre'),
    formatVersion: z.literal(1),
    exportedAt: Moment,
    policies: z.array(MovedPolicy),
    clients: z.array(MovedClient),
    connections: z.array(MovedConnection),
    boards: z.array(MovedBoard),
  })
  .meta({
    id: 'Everything',
    example: {
      format: 'cadre',
      formatVersion: 1,
      exportedAt: '2026-11-30T17:00:00.000Z',
      policies: [policy],
      clients: [client],
      connections: [account],
      boards: [watched],
    },
  })

const ids = z.array(z.string())
export const Imported = z
  .object({
    policies: ids,
    clients: ids,
    boards: ids.meta({ description: 'In dry run, whatever they were' }),
    skipped: z
      .array(z.object({ kind: z.enum(['policy', 'client', 'board']), id: z.string() }))
      .meta({ description: 'There already, and left as it was' }),
    toDo: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('connect'),
            connection: MovedConnection,
            boards: z.array(z.string()).meta({ description: 'Names of those that wait for it' }),
          }),
          z.object({ kind: z.literal('apply'), boardId: z.string(), name: z.string() }),
          z.object({
            ...{ kind: z.literal('link'), boardId: z.string(), name: z.string() },
            twinBoardId: z.string(),
          }),
        ]),
      )
      .meta({
        description:
          'What a person still has to do. `connect`: connect this account by the same name, then import again. `apply`: this board wrote before; look at what it would do, then PATCH it to `apply`. `link`: the board of its twins is not here yet.',
      }),
  })
  .meta({
    id: 'Imported',
    example: {
      policies: ['my-rules'],
      clients: ['cli_3Zk0Qb7NfXr1aLwe'],
      boards: [],
      skipped: [],
      toDo: [],
    },
  })
