const words = (list: string) => new Set(list.trim().split(/\s+/u))

/** The verb in the forms in which it is asked for or told, folded. */
const french = words(
  'ecrire ecris ecrit ecrivez ecrivons ecrive ecrives ecriras ecrirez ecrirai reecrire reecris',
)
const english = words('write writing writes')

/** To whom, before or after a French verb. */
const datives = words('lui leur')
const to = words('a au aux')
const determiners = words(
  'la le les l a an the ma ta sa mon ton son mes tes ses notre votre nos vos leur leurs my your his her their our',
)
const titles = words('m mr mrs ms mme mlle madame monsieur maitre dr docteur doctor')
const numbers = words('deux trois quatre cinq six two three four five six')

/** After "écrire à" or "write to" these say how, where from or for what, not to whom: "à la main", "to a brief". */
const manners = words(
  `main mains place partir propos propos propre clair plus stylo crayon titre format brief plan nouveau neuf personne
  premiere troisieme avance quatre high standard order spec length deadline measure`,
)

/**
 * What may follow once it is said to whom. Anything else is what is written: "lui écrire la newsletter", "leur écrire plusieurs
 * posts".
 */
const goesOn = words(
  `pour afin que qu si quand et ou de du des d a au aux + par avant ce demain aujourd hier svp stp merci vite directement
  lundi mardi mercredi jeudi vendredi samedi dimanche
  for about so that if when and or to by before today tomorrow please asap with saying asking
  monday tuesday wednesday thursday friday saturday sunday`,
)

/**
 * The places where "write" means to get in touch with somebody, "tu peux lui écrire ?", rather than to author a text,
 * "tu peux leur écrire la newsletter ?". Linear in the length of the clause.
 * @param clause its words, folded
 */
export function writingTo(clause: readonly string[]): ReadonlySet<number> {
  return new Set(clause.flatMap((_, at) => (isToSomebody(clause, at) ? [at] : [])))
}

function isToSomebody(clause: readonly string[], verb: number): boolean {
  const [before = '', said = '', after = ''] = [clause[verb - 1], clause[verb], clause[verb + 1]]
  if (english.has(said)) return after === 'to' && isAddressed(clause, verb + 2)
  if (!french.has(said)) return false
  if (datives.has(before)) return endsOrGoesOn(clause, verb + 1)
  if (datives.has(after)) return endsOrGoesOn(clause, verb + 2)
  return to.has(after) && isAddressed(clause, verb + 2)
}

/** Does somebody's name or description stand here, and nothing that is written behind it? */
function isAddressed(clause: readonly string[], start: number): boolean {
  let at = start
  while (determiners.has(clause[at] ?? '') || numbers.has(clause[at] ?? '') || titles.has(clause[at] ?? ''))
    at += 1
  // "Write to her": the pronoun is all there is.
  const named = clause[at] === undefined || goesOn.has(clause[at] ?? '') ? at - 1 : at
  return named >= start && !manners.has(clause[named] ?? '') && endsOrGoesOn(clause, named + 1)
}

function endsOrGoesOn(clause: readonly string[], at: number): boolean {
  const word = clause[at]
  return word === undefined || goesOn.has(word)
}
