import { labelColors } from './label-colors.ts'
import { labelsOn } from './lookup.ts'
import { slugOf } from './slug.ts'
import type { Board, Field, List, World } from './world.ts'

/** What a board shows when no `fields` are asked for, and in webhooks: as in captured bodies. */
export const defaultBoardFields =
  'id,name,desc,closed,idOrganization,idEnterprise,pinned,url,shortUrl,prefs,labelNames'

/**
 * A board with all its fields. `descData`, which real boards give as null, is left out: the specification says
 * that it is a string.
 */
export function boardBody(world: World, board: Board): Record<string, unknown> {
  const { id, name, shortLink, idOrganization, idMemberCreator } = board
  return {
    ...{ id, name, shortLink, idOrganization, idMemberCreator },
    desc: '',
    closed: false,
    idEnterprise: null,
    pinned: false,
    starred: false,
    subscribed: false,
    url: `https://trello.com/b/${shortLink}/${slugOf(name)}`,
    shortUrl: `https://trello.com/b/${shortLink}`,
    prefs: prefsOf(board),
    labelNames: labelNamesOf(world, board),
    dateLastActivity: board.lastActivity.toISOString(),
    limits: { attachments: { perBoard: { status: 'ok', disableAt: 36_000, warnAt: 28_800 } } },
  }
}

function prefsOf({ id }: Board): Record<string, unknown> {
  return {
    permissionLevel: 'org',
    hideVotes: false,
    voting: 'disabled',
    comments: 'members',
    invitations: 'members',
    selfJoin: true,
    cardCovers: true,
    isTemplate: false,
    cardAging: 'regular',
    calendarFeedEnabled: false,
    background: id,
    backgroundColor: null,
    backgroundImage: `https://trello-backgrounds.s3.amazonaws.com/SharedBackground/original/${id}/photo`,
    backgroundImageScaled: [],
    backgroundTile: false,
    backgroundBrightness: 'dark',
    backgroundBottomColor: '#123456',
    backgroundTopColor: '#abcdef',
    canBePublic: false,
    canBeEnterprise: false,
    canBeOrg: false,
    canBePrivate: false,
    canInvite: true,
  }
}

function labelNamesOf(world: World, board: Board): Record<string, string> {
  const labels = labelsOn(world, board.id)
  return Object.fromEntries(
    labelColors.map((color) => [color, labels.find((label) => label.color === color)?.name ?? '']),
  )
}

/** A list, wherever it is shown. `softLimit`, null in real lists, is left out as it is a string in the specification. */
export function listBody({ id, name, closed, idBoard, pos }: List): Record<string, unknown> {
  return { id, name, closed, idBoard, pos, subscribed: false }
}

/** The definition of a custom field. */
export function fieldBody(field: Field): Record<string, unknown> {
  const { id, idBoard, name, type, pos, cardFront, options } = field
  return {
    id,
    idModel: idBoard,
    modelType: 'board',
    fieldGroup: `${id}${id}`.padEnd(64, '0'),
    display: { cardFront },
    name,
    pos,
    ...(type === 'list' ? { options: options.map((option) => optionBody(field, option)) } : {}),
    type,
    limits: { customFieldOptions: { perField: { status: 'ok', disableAt: 50, warnAt: 40 } } },
    isSuggestedField: false,
  }
}

function optionBody(field: Field, option: Field['options'][number]): Record<string, unknown> {
  const { id, text, pos } = option
  return { id, idCustomField: field.id, value: { text }, color: 'none', pos }
}
