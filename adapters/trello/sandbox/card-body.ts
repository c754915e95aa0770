import { isComment } from './lookup.ts'
import { slugOf } from './slug.ts'
import type { Card, FieldItem, Label, World } from './world.ts'

/** What a card shows when no `fields` are asked for, and in webhooks: as in captured bodies. */
export const defaultCardFields =
  'id,badges,checkItemStates,closed,dueComplete,dateLastActivity,desc,descData,due,dueReminder,email,idBoard,' +
  'idChecklists,idList,idMembers,idMembersVoted,idShort,idAttachmentCover,labels,idLabels,manualCoverAttachment,' +
  'name,pos,shortLink,shortUrl,start,subscribed,url,cover,isTemplate,cardRole'

/** A card with all its fields. */
export function cardBody(world: World, card: Card): Record<string, unknown> {
  const { id, shortLink, idShort, idBoard, idList, name, desc, pos, due, dueReminder, dueComplete } = card
  const { start, closed, idLabels, idMembers, idMemberCreator, isTemplate, cardRole } = card
  return {
    ...{ id, name, desc, pos, due, dueReminder, dueComplete, start, closed, idBoard, idList, idShort },
    ...{ idLabels, idMembers, idMemberCreator, isTemplate, cardRole, shortLink },
    badges: badgesOf(world, card),
    dateLastActivity: card.lastActivity.toISOString(),
    descData: { emoji: {} },
    labels: idLabels.flatMap((idLabel) => {
      const label = world.labels.get(idLabel)
      return label === undefined ? [] : [labelBody(label)]
    }),
    shortUrl: `https://trello.com/c/${shortLink}`,
    url: `https://trello.com/c/${shortLink}/${idShort}-${slugOf(name)}`,
    ...constantFields(),
  }
}

/** What this sandbox never changes: no checklists, covers, places or plugins. */
function constantFields(): Record<string, unknown> {
  return {
    address: null,
    checkItemStates: [],
    coordinates: null,
    creationMethod: null,
    email: null,
    idChecklists: [],
    idMembersVoted: [],
    idAttachmentCover: null,
    limits: { attachments: { perCard: { status: 'ok', disableAt: 1000, warnAt: 800 } } },
    locationName: null,
    manualCoverAttachment: false,
    mirrorSourceId: null,
    pinned: false,
    subscribed: false,
    cover: {
      idAttachment: null,
      color: null,
      idUploadedBackground: null,
      size: 'normal',
      brightness: 'dark',
      idPlugin: null,
    },
  }
}

function badgesOf(world: World, card: Card): Record<string, unknown> {
  return {
    attachmentsByType: { trello: { board: 0, card: 0 } },
    location: false,
    votes: 0,
    viewingMemberVoted: false,
    subscribed: false,
    fogbugz: '',
    checkItems: 0,
    checkItemsChecked: 0,
    checkItemsEarliestDue: null,
    comments: (world.history.get(card.id) ?? []).filter(isComment).length,
    attachments: card.attachments.length,
    description: card.desc !== '',
    due: card.due,
    dueComplete: card.dueComplete,
    start: card.start,
  }
}

/** A label, wherever it is shown. */
export function labelBody({ id, idBoard, name, color }: Label): Record<string, unknown> {
  return { id, idBoard, name, color }
}

/** The value of a custom field on a card. */
export function fieldItemBody(card: Card, item: FieldItem): Record<string, unknown> {
  return { ...item, idModel: card.id, modelType: 'card' }
}
