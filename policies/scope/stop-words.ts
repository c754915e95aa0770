const list = `
a au aux avec ce ces cet cette chaque d dans de des deux du en et il je j l la le les leur leurs ma me mes mon n ne nos
notre nous on par pour qu que qui s sa se ses son sur ta te tes toi ton trois tu un une vos votre vous y
prochain prochaine dernier derniere nouveau nouvel nouvelle nouveaux nouvelles petit petite
faut fait faire faites est sont ai avons etre avoir
a an and are be for from her his i in is it its me my new next last of on our that the their this three to two was were
with you your
`

/** Words that say nothing about which service is asked for: skipped in keywords and between their words. */
export const stopWords: ReadonlySet<string> = new Set(list.trim().split(/\s+/u))

/** A word that a keyword may have between its parts: a stop word or a number. */
export function isFiller(word: string): boolean {
  return stopWords.has(word) || /^\d{1,6}$/u.test(word)
}
