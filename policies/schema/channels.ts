import { z } from 'zod'
import { channels } from '#model/task.ts'
import { Text } from './fields.ts'

/** What a channel can be agreed for. */
export const channelKinds = ['request', 'urgent', 'question'] as const
export type ChannelKind = (typeof channelKinds)[number]

/** By which ways requests may come. A board that Cadre watches is always one of them. */
export const Channels = z.strictObject({
  agreed: z
    .array(
      z.strictObject({
        via: z.enum(channels),
        for: z.array(z.enum(channelKinds)).min(1).default(['request', 'question']),
        /** How to find it: an address, a link, the word to put into a subject. */
        note: Text.optional(),
      }),
    )
    .max(20)
    .default([]),
  /** Never read as a request, e.g. voice messages and surprise calls. */
  refused: z.array(z.enum(channels)).max(20).default([]),
})
export type Channels = z.infer<typeof Channels>
