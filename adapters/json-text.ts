/** Escapes of JSON: pairs and backslashes, which stay; NUL and half a surrogate pair, which no store can keep. */
const escapes = /\\\\|\\ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|\\u0000|\\ud[89a-f][0-9a-f]{2}/gi

/** How long the escape of one character is, rather than that of a pair or a backslash. */
const single = 6

/**
 * JSON text in which every character can be kept and passed on. Whoever cuts a title in the middle of an emoji must not
 * make its card one that fails for ever: what is no character becomes U+FFFD.
 */
export function keepable(json: string): string {
  if (!json.includes('\\u')) return json
  return json.replace(escapes, (found) => (found.length === single ? '\\ufffd' : found))
}
