/** A line such as "-----Message d'origine-----" or "Begin forwarded message:". */
const marked =
  /[-_]{2,}\s?(?:message d['’]origine|original message|forwarded message|message (?:transf[ée]r[ée]|initial))|(?:begin forwarded message|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée]))\s?:/

/** "Le lun. 4 mai 2026 à 10:12, Paul a écrit :", unless the writer's words go on after lines with `>`. */
const attributed =
  /(?:le|on)\s(?=[^\n]{0,200}(?:\d[:h]\d|\b\d{4}\b))[^\n]{3,200}(?:\n[^\n]{0,100})?\b(?:a [ée]crit|wrote)\s?:(?:(?!\s*>)|(?:\n+>[^\n]*)+\n*$)/

/** The head of a mail: from whom, then when and to whom, then what about. */
const headed =
  /(?:from|de|exp[ée]diteur)\s?:[^\n]{1,200}\n(?:(?:sent|envoy[ée](?: le)?|date|to|[àa]|cc)\s?:[^\n]{0,200}\n){1,4}(?:subject|objet)\s?:/

/** A signature as mail programs set it off: fewer than ten lines, or it is none. */
const signed = /-- ?\n(?!(?:[^\n]*\n){9})/

/** The notice that firms put below each mail: it is confidential, and who is not its recipient is to delete it. */
const legal =
  /(?:this|ce|cet|le pr[ée]sent)\s(?:e-?mail|message|communication|courriel|mail)\s(?:\((?:and|including|y compris|et)\b|and any\b|is\b|may\b|contains?\b|et (?:toutes?|ses|les)\b|est\b|peut\b|contient\b)(?=[\s\S]{0,400}confidenti(?:al|el))(?=[\s\S]{0,400}(?:recipient|addressee|destinataire))/

const below = [marked, attributed, headed, signed, legal].map(({ source }) => source).join('|')
const other = new RegExp(`(?<=\\S)\\s*\\n(?:${below})|^\\s*${legal.source}`, 'iu')

/**
 * Where the writer's own words end and a mail that is answered or passed on begins, a signature or a legal notice: what
 * others once asked for is not asked for now. A text that begins with such a mail has no other words than its. Linear
 * in its length.
 */
export function ownEnd(text: string): number {
  const at = text.search(other)
  return at === -1 ? text.length : at
}

/** A text without the mail or signature that stands below it. */
export const ownWords = (text: string): string => text.slice(0, ownEnd(text))
