/** Controls but for line breaks and tabs, marks that turn the direction around, and what has no width and joins nothing. */
const unseen =
  /(?![\n\t])\p{Cc}|[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu

/**
 * Somebody's words as they look: without the characters that show nothing and change how the rest is read, so that
 * `exe.gpj` cannot look like `jpg.exe`. What joins emoji and letters stays. Pure.
 */
export function visible(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(unseen, '')
}

/**
 * The same for words that we pass on into a tool that may read Markdown: in our name no address hides behind other words
 * (`[bank](…)`), and no picture is fetched. Whole addresses stay what they are.
 */
export function passedOn(text: string): string {
  return visible(text).replace(/\](?=[([:])/gu, '] ')
}
