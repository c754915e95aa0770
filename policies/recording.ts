import type { Attachment } from '#model/task.ts'

/** File name endings of recordings, for tools that tell no type: what phones and messengers record. */
const endings = /\.(?:aac|amr|m4a|mp3|oga|ogg|opus|wav|weba|wma)$/iu

/** Is this file something that somebody spoke rather than wrote? By its type where the tool tells it, else by its name. */
export function isRecording({ name, mimeType }: Attachment): boolean {
  return mimeType?.toLowerCase().startsWith('audio/') ?? endings.test(name)
}
