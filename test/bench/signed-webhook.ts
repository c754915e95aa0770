import { createHmac } from 'node:crypto'

/** Whom a webhook is for, and what it is signed with. */
export interface Receiver {
  readonly callbackUrl: string
  readonly secret: string
}

/** A webhook of Trello about a card of its own, as large as they are in practice, as the bytes of an HTTP request. */
export function signedWebhook({ callbackUrl, secret }: Receiver, number: number): Buffer {
  const { host, pathname } = new URL(callbackUrl)
  const body = JSON.stringify(updateOf(number))
  const signature = createHmac('sha1', secret).update(body).update(callbackUrl).digest('base64')
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    'user-agent: Trello',
    'content-type: application/json',
    `x-trello-webhook: ${signature}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const idOf = (kind: string, number: number) => `6926${kind}${number.toString(16).padStart(18, '0')}`
const [boardId, memberId, listId] = [idOf('b0', 1), idOf('a0', 1), idOf('d0', 1)]

function updateOf(number: number): object {
  const board = { id: boardId, name: 'Claire · Studio Bien-être', shortLink: 'q5Zxk2Lw' }
  const card = { id: idOf('c0', number), name: `Newsletter de décembre n° ${number}`, idShort: number }
  const member = {
    ...{ id: memberId, activityBlocked: false, avatarHash: 'd1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6' },
    ...{ avatarUrl: 'https://trello-members.s3.amazonaws.com/6926a0/d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6' },
    ...{ fullName: 'Claire Fontaine', idMemberReferrer: null, initials: 'CF', username: 'clairefontaine' },
    ...{ nonPublic: {}, nonPublicAvailable: true },
  }
  return {
    model: {
      ...{ ...board, desc: '', descData: null, closed: false, idOrganization: idOf('e0', 1) },
      ...{ idEnterprise: null, pinned: false, url: `https://trello.com/b/${board.shortLink}/claire` },
      shortUrl: `https://trello.com/b/${board.shortLink}`,
      prefs: { permissionLevel: 'private', voting: 'disabled', comments: 'members', background: 'blue' },
      labelNames: { green: '', yellow: '', orange: '', red: '', purple: '', blue: '' },
    },
    action: {
      ...{ id: idOf('f0', number), idMemberCreator: memberId, type: 'updateCard' },
      ...{ date: '2026-11-24T09:30:00.000Z', appCreator: null, limits: null },
      data: {
        ...{ card: { ...card, desc: 'Le texte est dans le dossier partagé. '.repeat(6) }, board },
        ...{ old: { desc: '' }, list: { id: listId, name: 'Demandes' } },
      },
      display: {
        translationKey: 'action_changed_description_of_card',
        entities: {
          card: { ...card, type: 'card', shortLink: 'm7Yt3RkP', text: card.name },
          memberCreator: { type: 'member', id: memberId, username: member.username, text: member.fullName },
        },
      },
      memberCreator: member,
    },
    webhook: { id: idOf('90', 1), idModel: boardId, active: true },
  }
}
