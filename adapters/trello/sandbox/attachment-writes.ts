import { attachmentUrl } from './attachment-body.ts'
import { cardEntity, cardRef, placeOf, recordOnCard } from './record-action.ts'
import { refuse } from './refusal.ts'
import type { Attachment, Card, Cause, World } from './world.ts'

/** A file as a person picks it. */
export interface File {
  readonly name: string
  readonly mimeType: string
}

/** The longest name and type that a file may have (specification, "Create Attachment On Card"). */
const maxLength = 256

const posStep = 16_384

/** Uploads a file to a card, reported by one `addAttachmentToCard`. Only pictures would have previews. */
export function addAttachment(world: World, cause: Cause, card: Card, { name, mimeType }: File): Attachment {
  for (const text of [name, mimeType])
    if (text.length > maxLength) refuse(400, 'invalid value for attachment')
  const attachment: Attachment = {
    id: world.ids.next(world.now()),
    name,
    mimeType,
    idMember: cause.member.id,
    date: world.now().toISOString(),
    pos: posStep * (card.attachments.length + 1),
  }
  card.attachments.push(attachment)
  const { id } = attachment
  const url = attachmentUrl(card, attachment)
  const { board, list } = placeOf(world, card)
  recordOnCard(world, cause, card, {
    type: 'addAttachmentToCard',
    data: { attachment: { id, name, url }, card: cardRef(card), list, board },
    translationKey: 'action_add_attachment_to_card',
    entities: {
      attachment: { type: 'attachment', id, link: true, text: name, url },
      card: cardEntity(card),
    },
  })
  return attachment
}
