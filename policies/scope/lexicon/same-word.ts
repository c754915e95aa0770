/** What may stand at the end of one word and not of another form of it, folded. */
const endings = new Set(
  `s x e es ee ees er r rs z ez ent nt ons ai ait aient ant ants al aux ais iez ions i is it ie ies u ue us ues t te tes
  ing ings ed d y en n on ons ion ions tion tions ation ations eur eurs euse euses trice ance
  ging ning ting ping ged ned ted ped`.split(/\s+/u),
)

/** Words of the same stem that are no forms of each other part earlier than this. */
const leastShared = 3

/**
 * Are these two folded words of one stem really forms of each other? Stems also bring together "colonie" and "colonne",
 * "opérateur" and "opérer".
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  let shared = 0
  while (shared < one.length && one[shared] === other[shared]) shared += 1
  if (shared < leastShared) return false
  return isEnding(one.slice(shared)) && isEnding(other.slice(shared))
}

const isEnding = (rest: string) => rest === '' || endings.has(rest)
