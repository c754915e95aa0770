import type { Attachment, Card } from './world.ts'

/** A file on a card with all its fields. */
export function attachmentBody(card: Card, attachment: Attachment): Record<string, unknown> {
  const { id, name, mimeType, idMember, date, pos } = attachment
  return {
    id,
    bytes: 140_970,
    date,
    edgeColor: null,
    idMember,
    isMalicious: false,
    isUpload: true,
    mimeType,
    name,
    previews: [],
    url: attachmentUrl(card, attachment),
    pos,
    fileName: fileName(name),
  }
}

/** Where a file can be had by whoever may see its card. */
export function attachmentUrl(card: Card, { id, name }: Attachment): string {
  return `https://trello.com/1/cards/${card.id}/attachments/${id}/download/${encodeURIComponent(fileName(name))}`
}

function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '_')
}
