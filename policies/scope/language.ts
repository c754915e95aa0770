const setOf = (words: string) => new Set(words.trim().split(/\s+/u))

/** Words that only one of the two languages has and that no text does without. */
const french = setOf(`
  le la les des du de un une et est pour dans avec que qui sur ce cette ces mon ma mes notre nos votre vos ton ta tes je
  tu il elle nous vous ils ne pas plus au aux en par j l d c qu n s m t ai as avez avons peux pouvez peut faut faire fait
  fais merci bonjour bonsoir coucou salut svp stp bien tout tous toute toutes mais ou donc si y sont ont etre avoir
  leur leurs sa ses son se suis meme aussi tres comme quand chaque deja encore juste semaine jour besoin voudrais
  aimerais demain lundi mardi mercredi jeudi vendredi samedi dimanche
`)
const english = setOf(`
  the of and to is for with that this it you my our your we i in be can could would please have has are was will do does
  need needs want me us from by at an or not but if so they them their he she his her as all any some just thanks thank
  hello hi hey dear there what who how when which been were had did should about into out up re ve ll don t s get
  week day tomorrow monday tuesday wednesday thursday friday saturday sunday new
`)

/**
 * The language most of the words speak for, by words that only one of the two has.
 * @param otherwise what a text is taken for that speaks for neither
 */
export function languageOf(words: readonly string[], otherwise: 'fr' | 'en'): 'fr' | 'en' {
  let balance = 0
  for (const word of words) {
    if (french.has(word)) balance += 1
    if (english.has(word)) balance -= 1
  }
  if (balance === 0) return otherwise
  return balance > 0 ? 'fr' : 'en'
}
