import { decisionExample } from './decision-example.ts'

/** The request that `decisionExample` judges, as a list shows it. */
export const taskExample = {
  id: 'tsk_2Xc7VbNm4QwErT9y',
  boardId: 'brd_7Hk2PqLz9XcVtB4n',
  clientId: 'cli_3Zk0Qb7NfXr1aLwe',
  tool: 'trello',
  taskId: '6a4a2c10aa00000000000007',
  url: 'https://trello.com/c/nWsLtTr1',
  title: 'Newsletter de novembre',
  state: 'open',
  lastState: 'applied',
  dueAt: '2026-11-23T13:00:00.000Z',
  dueSetAt: '2026-11-23T08:00:00.000Z',
  headline: decisionExample.headline,
  decision: decisionExample,
  overrides: [],
  choice: null,
  createdAt: '2026-11-23T08:00:00.000Z',
  updatedAt: '2026-11-23T08:00:05.412Z',
}

/** The same with all that is known of it. */
export const taskDetailExample = {
  ...taskExample,
  text: 'Le texte est prêt, il reste à le mettre en page et à l’envoyer avant 14 h. Merci !',
  judgedAt: decisionExample.at,
  takenIn: false,
  answers: {
    availability: null,
    ruling: null,
    hours: 2,
    quote: null,
    choice: null,
    accepted: null,
  },
  account: {
    acceptedAt: '2026-09-01T07:30:00.000Z',
    depositMinor: 0,
    overdueSince: null,
    paidUntil: null,
    minutesUsed: 360,
    minutesCarried: 0,
    requests: { week: 1, month: 4 },
    minutesPromised: 120,
    isFirst: false,
    isOffered: false,
  },
  twin: {
    boardId: 'brd_7nYtq2',
    taskId: '65f0c1d2e3f4a5b6c7d8e9f0',
    state: 'linked',
    parting: null,
    updatedAt: '2026-11-24T09:20:11.000Z',
  },
}
