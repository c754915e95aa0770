import type { Clause } from '../text/clauses.ts'
import { hasPhrase, phraseIndex } from '../text/phrase.ts'

/** Say that two things are wanted of which neither is the main one. */
const equals = phraseIndex(
  `
  d egale importance, aussi importantes l une, aussi importants l un, aussi important l un, aussi importante l une,
  autant l un que l autre, autant l une que l autre, a parts egales, a part egale, a egalite, ex aequo, moitie moitie,
  l un sans l autre, l une sans l autre, l un ne va pas sans, l une ne va pas sans, l un et l autre, l une et l autre,
  les deux comptent, les deux sont, les deux doivent, les deux a la fois, les deux ou rien, les deux ou aucun, fais les deux,
  tu fais les deux, faire les deux, prendre les deux, prennes les deux, prends les deux, fasses les deux, deux choses,
  deux chantiers, deux demandes, deux taches, deux besoins, deux missions, deux sujets, deux volets, deux morceaux, deux moities,
  deux gros morceaux, double demande, double mission, double besoin, d un cote, d une part, d autre part, de l autre cote,
  pour moitie, le premier c est, la premiere c est, le second c est, la seconde c est, primo, secundo, ni l un ni l autre ne,
  equally important, just as important, as important as the other, as important as each other, equal weight, same weight,
  equal measure, equal parts, two halves, both halves, half and half, fifty fifty, on one side, on one hand, on the one hand,
  on the other hand, on the other side, one without the other, without the other, neither is more, neither works without,
  neither one works, two things, two jobs, two tasks, two asks, two requests, two needs, two parts, two favours, two favors, two projects, two pieces, do both,
  both of these, both of them, i need both, need both, both matter, both are, both at once, both together, on both, take both,
  the first is, the second is, the other half, the other is, twofold, two fold, side by side
`
    .trim()
    .split(/\s*[,\n]\s*/u)
    .filter((phrase) => phrase !== ''),
)

/** Does a request say that it asks for two things that weigh the same? Linear in its length. */
export const asksForTwo = (clauses: readonly Clause[]): boolean =>
  clauses.some((clause) =>
    hasPhrase(
      equals,
      clause.map(({ text }) => text),
    ),
  )
