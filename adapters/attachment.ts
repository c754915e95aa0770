import type { AttachedFile } from '#model/task.ts'

/**
 * A file as all parts know it: by its name, and where people open it. A link that somebody attached is often called by its
 * address: what is kept then is the name of a file at its end, else the host.
 */
export function attachmentOf(
  name: string,
  mimeType: string | null | undefined,
  url: string | null,
): AttachedFile {
  const isAddress = /^https?:\/\//i.test(name)
  return { name: isAddress ? nameIn(name) : name, mimeType: mimeType || null, url: url && webAddress(url) }
}

/** Only what a browser opens: an attached `javascript:` address must not become a link. */
function webAddress(url: string): string | null {
  return /^https?:$/.test(URL.parse(url)?.protocol ?? '') ? url : null
}

function nameIn(address: string): string {
  const url = URL.parse(address)
  const last = url?.pathname.split('/').at(-1) ?? ''
  return /\.\w{1,5}$/.test(last) ? last : (url?.host ?? '')
}
