import type { Language } from '#model/board.ts'
import type { Parting } from '#model/twin.ts'

const reasons: Readonly<Record<Language, Readonly<Record<Parting | 'halted', string>>>> = {
  fr: {
    'request-gone': 'la demande a quitté son tableau',
    'twin-gone': 'la carte a été supprimée ou archivée',
    'twin-moved': 'la carte a été mise sur un autre tableau',
    ordered: "quelqu'un l'a voulu ainsi",
    'boards-unlinked': 'les deux tableaux ne sont plus liés',
    halted: "quelque chose recopiait sans fin d'un tableau à l'autre",
  },
  en: {
    'request-gone': 'the request has left its board',
    'twin-gone': 'the card was deleted or archived',
    'twin-moved': 'the card was put on another board',
    ordered: 'somebody wanted it so',
    'boards-unlinked': 'the two boards are no longer linked',
    halted: 'something kept copying back and forth between the boards',
  },
}

/** That nothing is carried over any more between a request and its card on the assistant's board, and why. */
export function partedWords(why: Parting | 'halted', language: Language): string {
  const reason = reasons[language][why]
  return language === 'fr'
    ? `La demande n'est plus reliée à sa carte sur le tableau de l'assistante : ${reason}.`
    : `The request is no longer tied to its card on the assistant's board: ${reason}.`
}
