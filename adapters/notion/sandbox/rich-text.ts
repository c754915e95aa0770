import { z } from 'zod'
import { invalid } from './refusal.ts'
import { userBody } from './user-body.ts'
import type { RichText, World } from './world.ts'

/** Limits of one request (reference, "Request limits"). */
const maxTextLength = 2000
const maxItems = 100

const plain = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: 'default',
}

const Annotations = z.strictObject({
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  strikethrough: z.boolean().optional(),
  underline: z.boolean().optional(),
  code: z.boolean().optional(),
  color: z.string().optional(),
})

const Item = z.object({
  type: z.enum(['text', 'mention']).optional(),
  text: z
    .strictObject({
      content: z.string().max(maxTextLength),
      link: z.object({ url: z.string().max(maxTextLength) }).nullish(),
    })
    .optional(),
  mention: z.object({ user: z.object({ id: z.string() }) }).optional(),
  annotations: Annotations.optional(),
})

/** Rich text as requests give it. Texts and mentions of users; nothing here needs the other kinds. */
export const RichTextRequest = z.array(Item).max(maxItems)
export type RichTextRequest = z.infer<typeof RichTextRequest>

/** Rich text as answers show it. */
export function richTextOf(world: World, request: RichTextRequest): RichText[] {
  return request.map(({ text, mention, annotations }) => {
    const format = { ...plain, ...annotations }
    if (text !== undefined) return textItem(text.content, text.link?.url ?? null, format)
    const user = world.users.get(mention?.user.id ?? '') ?? invalid('Invalid rich text: no text and no user.')
    return {
      type: 'mention',
      mention: { type: 'user', user: userBody(world, user) },
      annotations: format,
      plain_text: `@${user.name}`,
      href: null,
    }
  })
}

/** What a person typed; several texts are several runs, as different formatting makes them. */
export function typedText(texts: string | readonly string[]): RichText[] {
  return [texts].flat().flatMap((text) => {
    const pieces = text.match(/.{1,2000}/gsu) ?? []
    return pieces.map((piece) => textItem(piece, null, plain))
  })
}

/** The text alone. */
export function plainText(items: readonly RichText[]): string {
  return items.map((item) => item.plain_text).join('')
}

function textItem(content: string, url: string | null, annotations: RichText['annotations']): RichText {
  const link = url === null ? null : { url }
  return { type: 'text', text: { content, link }, annotations, plain_text: content, href: url }
}
