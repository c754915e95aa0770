import type { Board } from '#model/board.ts'

/** A board as the store keeps it, of `cli_1` and by `con_1`, newly watched and without any labels of its own. */
export const storedBoard = (changes: Partial<Board> = {}): Board => ({
  id: 'brd_1',
  tool: 'trello',
  connectionId: 'con_1',
  containerId: 'board',
  name: 'Claire',
  url: 'https://trello.com/b/1',
  clientId: 'cli_1',
  role: 'client',
  mode: 'apply',
  mapping: { labels: {}, statuses: [], fields: {}, services: {}, assistants: [] },
  hourlyWriteLimit: 100,
  watchedSince: '2026-11-01T00:00:00.000Z',
  releasedAt: null,
  sweptUntil: null,
  missedAt: null,
  webhook: null,
  madeIds: [],
  leavingSince: null,
  twinBoardId: null,
  relays: false,
  ...changes,
})
