const words = (list: string) => new Set(list.trim().split(/\s+/u))

/** The verb in the forms in which it is asked for or told, folded. */
const french = words(
  'ecrire ecris ecrit ecrivez ecrivons ecrive ecrives ecriras ecrirez ecrirai reecrire reecris',
)
const english = words('write writing writes')

/** To whom, before or after a French verb. */
const datives = words('lui leur')
const to = words('a au aux')
const articles = words('la le les l ma ta sa mon ton son the my your his her their')
/** After "écrire à" or "write to" these say how or where from, not to whom: "à la main", "to a brief". */
const manners = words('main mains place partir propos propre clair plus stylo crayon titre format brief plan')
/** Begin what is written: "leur écrire la newsletter", "lui écrire 3 lignes". */
const objects =
  /^(?:une?|des|deux|trois|les?|la|l|mon|ma|mes|s[ao]n|ses|nos|notre|vos|votre|ce|cet|cette|ces|\d+)$/u

/**
 * The places where "write" means to get in touch with somebody, "tu peux lui écrire ?", rather than to author a text,
 * "tu peux leur écrire la newsletter ?". Linear in the length of the clause.
 * @param clause its words, folded
 */
export function writingTo(clause: readonly string[]): ReadonlySet<number> {
  return new Set(clause.flatMap((_, at) => (isToSomebody(clause, at) ? [at] : [])))
}

function isToSomebody(clause: readonly string[], verb: number): boolean {
  const [before = '', said = '', after = '', next = ''] = [clause[verb - 1], ...clause.slice(verb, verb + 3)]
  if (english.has(said)) return after === 'to' && names(clause, verb + 2)
  if (!french.has(said)) return false
  if (datives.has(before)) return !objects.test(after)
  if (datives.has(after)) return !objects.test(next)
  return to.has(after) && names(clause, verb + 2)
}

/** Does somebody's name or description stand here? */
function names(clause: readonly string[], at: number): boolean {
  const first = clause[at] ?? ''
  return first !== '' && !manners.has(articles.has(first) || first === 'a' ? (clause[at + 1] ?? '') : first)
}
