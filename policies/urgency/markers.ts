import { wordsOf } from '../text/clauses.ts'
import { type PhraseIndex, phraseIndex } from '../text/phrase.ts'

/** Say "urgent" wherever they stand, unless denied. */
const plain = [
  ...[
    'urgent',
    'urgente',
    'urgents',
    'urgentes',
    'urgemment',
    'urgence',
    'en urgence',
    'd urgence',
    'asap',
    'a s a p',
  ],
  ...[
    'au plus vite',
    'le plus vite possible',
    'le plus rapidement possible',
    'des que possible',
    'sans delai',
  ],
  ...[
    'sans attendre',
    'dans l heure',
    'dans les plus brefs delais',
    'pour ce soir',
    'avant ce soir',
    'd ici ce soir',
  ],
  ...[
    'urgently',
    'matter of urgency',
    'as soon as possible',
    'as quickly as possible',
    'right away',
    'straight away',
  ],
  ...[
    'without delay',
    'within the hour',
    'by tonight',
    'for tonight',
    'before tonight',
    'by end of day',
    'by eod',
  ],
]

/** Name a moment: urgent when something is asked for by then, not when something merely happens then. */
const moments = [
  ...['aujourd hui', 'ce soir', 'tout de suite', 'immediatement', 'maintenant', 'dans la journee'],
  ...['today', 'tonight', 'immediately', 'right now', 'this very minute'],
]

/** The words of urgency that a policy listens to. */
export interface Markers {
  readonly phrases: PhraseIndex
  /** Those that count only when something is asked for by then. */
  readonly moments: ReadonlySet<string>
}

/** Put a policy's own words of urgency beside the built-in ones. */
export function compileMarkers(extra: Readonly<Record<'fr' | 'en', readonly string[]>>): Markers {
  const own = [...extra.fr, ...extra.en]
    .map((phrase) => wordsOf(phrase).join(' '))
    .filter((phrase) => phrase !== '')
  return { phrases: phraseIndex([...plain, ...moments, ...own]), moments: new Set(moments) }
}
