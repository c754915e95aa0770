import type { Attachment } from '#model/task.ts'

/**
 * A file as all parts know it: by its name, never by its address. A link that somebody attached is often called by its
 * address: what is kept then is the name of a file at its end, else the host.
 */
export function attachmentOf(name: string, mimeType: string | null | undefined): Attachment {
  return { name: /^https?:\/\//i.test(name) ? nameIn(name) : name, mimeType: mimeType || null }
}

function nameIn(address: string): string {
  const url = URL.parse(address)
  const last = url?.pathname.split('/').at(-1) ?? ''
  return /\.\w{1,5}$/.test(last) ? last : (url?.host ?? '')
}
