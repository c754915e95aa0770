import { phraseAt, phraseIndex } from '../text/phrase.ts'

/**
 * Does a word of a clause count as something asked for?
 * - `none`: it does.
 * - `excluded`: it says what a thing is that is already there ("l'article déjà rédigé"), so it cannot be excluded work.
 * - `all`: it is not asked for ("pas besoin de newsletter") or already done ("les textes sont prêts").
 */
export type Denial = 'none' | 'excluded' | 'all'

const words = (list: string) => new Set(list.trim().split(/\s+/u))
const phrases = (list: string) => phraseIndex(list.trim().split(/\s*,\s*/u))

/** After these, nothing is asked for until the next "and". */
const negators = phrases(`
  pas besoin, plus besoin, aucun besoin, sans, aucun, aucune, ni, inutile, sauf, excepte, hormis, hors, plutot que,
  plutot qu, au lieu, rien a, ne veux pas, veux pas, voulons pas, souhaite pas, souhaitons pas, ne pas, pas,
  no, not, without, except, nothing to, instead of, rather than, don t, doesn t, won t, never
`)

/** Those that deny whatever stands around them. */
const firm = new Set([
  'pas besoin',
  'plus besoin',
  'sans',
  'without',
  'ni',
  'inutile',
  'nothing to',
  'rien a',
])

/** Before a "not": "I have no logo", "I cannot write" say what is missing, and what is missing is asked for. */
const lacking = words(`
  ai as a avons avez ont sais savons peux pouvons arrive arrivons oublie oubliez oublier hesite hesitez pourquoi marche
  fonctionne have has had got know can could may why
`)

/** After a "not": "not only", "don't forget", "no problem", "not yet", "not received" deny nothing. */
const undoing = words(`
  recu recue recus recues eu nouvelle nouvelles reponse retour received heard arrived reply news answer
  seulement que qu mal juste encore oublier hesiter urgent urgence forget only just sure hesitate know have yet time
  problem worries idea longer more rush hurry work think understand mind
`)

/** The other half of a French "not", and how many words on from "ne" it stands: "ne les lui envoie pas". */
const halves = words('pas plus jamais rien')
const mostBetween = 4

/** Before a "ne" that refuses; after another subject it tells how things are: "le lien n'ouvre pas". */
const refusers = words('et puis surtout donc alors svp stp please tu vous')

/** `<copula> [adverb] <participle>`: what comes before it is done. */
const copulas = words('est sont seront sera is are will be s re')
const adverbs = words('deja tous toutes tout bien maintenant already all now be')
const participles = words(`
  pret prete prets pretes redige redigee rediges redigees ecrit ecrite ecrits ecrites fini finie finis finies termine
  terminee termines terminees fait faite faits faites valide validee valides validees fourni fournie fournis fournies
  done ready written finished complete completed final provided drafted approved
`)

/** After these, "is ready" is waited for or asked about, not said: "ask when it will be ready". */
const pending = words('quand si des lorsque avant jusqu when whether if once until before')

/** What comes after these is said about the word before them, and no longer part of the request itself. */
const relatives = words('dont que qui which that whose')

/** After these, what follows is done, or somebody else's work, until the next "and". */
const ownWork = phrases(`
  j ai ecrit, j ai redige, j ai fini, j ai termine, j ai deja, j ai prepare, j ai fait, je l ai, je m occupe,
  je me charge, je redige, j ecris, je vais ecrire, je vais rediger, je ferai,
  i wrote, i ve written, i have written, i already wrote, i ve already, i have already, i finished, i ve finished,
  i ll write, i will write, i ll handle, i will handle, i ll take care, i m writing
`)

const ands = words('et and + ou or avec with juste seulement just only')
/** "Ni", "ou" and "et de" carry a denial on. */
const carrying = words('de d ni nor ou or')

/**
 * Judge every word of a clause. Linear in its length.
 * @param goesOn does the request go on about what the clause says is done: "la newsletter est prête, à envoyer mardi"?
 */
export function denialsOf(clause: readonly string[], goesOn: boolean): Denial[] {
  const denials: Denial[] = clause.map(() => 'none')
  markNegated(clause, denials)
  markOwnWork(clause, denials)
  markDone(clause, denials, goesOn ? 'excluded' : 'all')
  return denials
}

/** Does a clause say that something is not to be done? Not that it is done already. */
export function isRefusal(clause: readonly string[]): boolean {
  return clause.some((_, at) => {
    const negator = phraseAt(negators, clause, at)
    return refusesFrom(clause, at) || (negator !== null && denies(clause, at, negator))
  })
}

function markNegated(clause: readonly string[], denials: Denial[]): void {
  let denying = false
  for (const [at, word] of clause.entries()) {
    const negator = phraseAt(negators, clause, at)
    if (refusesFrom(clause, at)) denying = true
    else if (negator !== null) denying ||= denies(clause, at, negator)
    else if (ands.has(word) && !carrying.has(word) && !carrying.has(clause[at + 1] ?? '')) denying = false
    if (denying) denials[at] = 'all'
  }
}

function denies(clause: readonly string[], at: number, negator: readonly string[]): boolean {
  if (firm.has(negator.join(' '))) return true
  const [next = '', other = ''] = clause.slice(at + negator.length)
  return !(lacking.has(clause[at - 1] ?? '') || undoing.has(['de', 'd'].includes(next) ? other : next))
}

/** "Ne relance pas Sonia": the verb between "ne" and "pas" is refused as well. */
function refusesFrom(clause: readonly string[], at: number): boolean {
  if (!['ne', 'n'].includes(clause[at] ?? '') || !clause.slice(0, at).every((word) => refusers.has(word)))
    return false
  const second = clause.findIndex((word, place) => place > at + 1 && halves.has(word))
  return second !== -1 && second - at <= mostBetween && !lacking.has(clause[second - 1] ?? '')
}

function markOwnWork(clause: readonly string[], denials: Denial[]): void {
  let mine = false
  for (const [at, word] of clause.entries()) {
    if (phraseAt(ownWork, clause, at) !== null) mine = true
    else if (ands.has(word)) mine = false
    if (mine) denials[at] = 'all'
  }
}

function markDone(clause: readonly string[], denials: Denial[], whole: Denial): void {
  let from = 0
  let isPending = false
  for (const [at, word] of clause.entries()) {
    if (pending.has(word)) isPending = true
    if (relatives.has(word)) from = at + 1
    const done = participles.has(word) && !isPending ? doneAs(clause, at, whole) : 'none'
    if (done === 'none') continue
    for (; from <= at; from += 1) if (denials[from] !== 'all') denials[from] = done
  }
}

/** "Is ready" does the whole subject; "already written" and "written by" only tell what is there. */
function doneAs(clause: readonly string[], participle: number, whole: Denial): Denial {
  let before = participle - 1
  while (adverbs.has(clause[before] ?? '')) before -= 1
  if (copulas.has(clause[before] ?? '')) return whole
  const isAgent = ['par', 'by'].includes(clause[participle + 1] ?? '')
  return isAgent || before < participle - 1 ? 'excluded' : 'none'
}
