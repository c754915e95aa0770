import { wordsOf } from '../text/clauses.ts'
import { type PhraseIndex, phraseIndex } from '../text/phrase.ts'

/** Say "urgent" wherever they stand, unless denied. "As soon as you can" and « dès que tu peux » are courtesy. */
const plain = `
urgent, urgente, urgents, urgentes, urgentissime, urgemment, urgence, en urgence, d urgence, urgt, ca urge, asap, a s a p
au plus vite, au + vite, le plus vite possible, le + vite possible, aussi vite que possible, le plus rapidement possible
au plus tot, le plus tot possible, des que possible, des que poss, sans delai, sans attendre, sur le champ, illico
dans l heure, dans la minute, d ici une heure, dans les plus brefs delais, en priorite absolue, c est pour hier, faut pour hier
desole pour l urgence, desolee pour l urgence, desoles pour l urgence, desole de l urgence, desolee de l urgence
pour ce soir, avant ce soir, d ici ce soir, pour cet apres midi, avant cet apres midi, d ici la fin de journee
d ici la fin de la journee, avant la fin de journee, avant la fin de la journee, cet apres midi au plus tard
tres presse, hyper presse, super presse, c est presse, tres pressant, ca n attend pas
peut pas attendre, peux pas attendre, pouvons pas attendre, peut plus attendre, peux plus attendre
urgently, matter of urgency, an emergency, drop everything, as soon as possible, as soon as poss
as soon as humanly possible, as soon as you possibly can, as quickly as possible, as quickly as you possibly can
as fast as possible, right away, straight away, straightaway, right this minute, this instant, at once please, pronto
need it now, need this now, need them now, do it now, do this now, now please, needed yesterday, without delay, within the hour
within the next hour, in the next hour, this can t wait, it can t wait, cannot wait, time sensitive, time critical
by tonight, for tonight, before tonight, eod, cob, close of business, drop what you re doing, by end of day, by the end of the day, before end of day
before the end of the day, by end of today, by the end of today, this afternoon at the latest, before this afternoon`

/** Name a moment: urgent when something is asked for by then, not when something merely happens then. */
const moments = `
aujourd hui, aujourdhui, auj, ajd, ce midi, cet apres midi, ce soir, tout de suite, immediatement, maintenant, dans la journee
today, this afternoon, tonight, immediately, right now, this very minute`

const listed = (phrases: string) => phrases.trim().split(/,\s|\n/u)

/** The words of urgency that a policy listens to. */
export interface Markers {
  readonly phrases: PhraseIndex
  /** Those that count only when something is asked for by then. */
  readonly moments: ReadonlySet<string>
}

/** One of them in a clause, from the word at `start` up to the one at `end`. */
export interface Marker {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Put a policy's own words of urgency beside the built-in ones. */
export function compileMarkers(extra: Readonly<Record<'fr' | 'en', readonly string[]>>): Markers {
  const own = [...extra.fr, ...extra.en]
    .map((phrase) => wordsOf(phrase).join(' '))
    .filter((phrase) => phrase !== '')
  return {
    phrases: phraseIndex([...listed(plain), ...listed(moments), ...own]),
    moments: new Set(listed(moments)),
  }
}
