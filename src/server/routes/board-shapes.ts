import { z } from 'zod'
import { type Board, webhookStates } from '#model/board.ts'
import { etagOf } from '../etag.ts'
import { Identifier, Mapping, Mode, Moment, Role, Tool } from '../schemas.ts'

const twinBoardId = Identifier.nullable().meta({
  description:
    "The assistant's own board, in any tool, on which each request of this board has a twin; null for none. With another board, or none, the pairs there are parted, which each twin says; linked again, they are tied again",
})

const relays = z.boolean().meta({
  description:
    "Are comments passed on? The client's to the twin; of the assistant's only those that begin with `>>`",
})

const hourlyWriteLimit = z.int().min(1).max(10_000).meta({
  description:
    'How many tasks may be made or written to within an hour before Cadre stops and waits for a person',
})

export const BoardView = z
  .object({
    id: z.string(),
    tool: Tool,
    connectionId: z.string(),
    containerId: z.string(),
    name: z.string(),
    url: z.string(),
    clientId: z.string(),
    role: Role,
    mode: Mode,
    mapping: Mapping.extend({ labels: z.record(z.string(), z.string()) }),
    hourlyWriteLimit,
    twinBoardId,
    relays,
    watchedSince: Moment,
    releasedAt: Moment.nullable(),
    sweptUntil: Moment.nullable(),
    missedAt: Moment.nullable().meta({
      description: 'When a sweep last found what a webhook should have told',
    }),
    webhook: z
      .object({ state: z.enum(webhookStates), checkedAt: Moment })
      .nullable()
      .meta({ description: 'How the webhook fared when the tool was last asked' }),
    madeIds: z.array(z.string()).meta({
      description: "The tool's ids of what Cadre made on the board; everything else was there before",
    }),
    leavingSince: Moment.nullable().meta({
      description: 'Since when our labels are being taken off; then the board is forgotten',
    }),
  })
  .meta({
    id: 'Board',
    example: {
      id: 'brd_7Hk2PqLz9XcVtB4n',
      tool: 'trello',
      connectionId: 'con_9aTq4ZpXw2LmVb7c',
      containerId: '6a4a2c10aa00000000000001',
      name: 'Claire',
      url: 'https://trello.com/b/aBcDeFgH',
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
      role: 'client',
      mode: 'dry-run',
      mapping: {
        labels: {},
        statuses: [{ id: '6a4a2c10aa00000000000002', status: 'requested' }],
        fields: {},
        services: {},
        assistants: ['5f0c9d2e8a1b4c7d6e3f2a10'],
      },
      hourlyWriteLimit: 100,
      twinBoardId: null,
      relays: false,
      watchedSince: '2026-11-02T09:00:00.000Z',
      releasedAt: null,
      sweptUntil: '2026-11-02T09:05:00.000Z',
      missedAt: null,
      webhook: { state: 'active', checkedAt: '2026-11-02T09:05:00.000Z' },
      madeIds: [],
      leavingSince: null,
    },
  })

export const NewBoard = z
  .strictObject({
    connectionId: Identifier,
    containerId: Identifier,
    clientId: Identifier,
    role: Role.default('client'),
    mode: z.enum(['off', 'dry-run']).default('dry-run'),
    mapping: Mapping.partial().default({}).meta({ description: 'Corrections of the proposed mapping' }),
    hourlyWriteLimit: hourlyWriteLimit.default(100),
  })
  .meta({
    example: {
      connectionId: 'con_9aTq4ZpXw2LmVb7c',
      containerId: '6a4a2c10aa00000000000001',
      clientId: 'cli_3Zk0Qb7NfXr1aLwe',
    },
  })

export const BoardPatch = z
  .strictObject({
    mode: Mode.optional(),
    mapping: Mapping.partial().optional(),
    hourlyWriteLimit: hourlyWriteLimit.optional(),
    twinBoardId: twinBoardId.optional(),
    relays: relays.optional(),
    clientId: Identifier.optional().meta({ description: 'As it is: a board cannot go to another client' }),
  })
  .meta({ example: { mode: 'apply' } })

/** What is shown of a board. */
export const viewBoard = (board: Board): z.infer<typeof BoardView> => BoardView.parse(board)

/** Of what people change. What Cadre writes down meanwhile (a sweep, a webhook's health) takes no edit from anybody. */
export const etagOfBoard = ({
  id,
  mode,
  mapping,
  hourlyWriteLimit,
  leavingSince,
  twinBoardId: twin,
  relays: passesOn,
}: Board): string => etagOf({ id, mode, mapping, hourlyWriteLimit, leavingSince, twin, passesOn })
