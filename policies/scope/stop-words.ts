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

const polite = `
bonjour bonsoir coucou salut hello hi hey dear cher chere merci thanks thank thx please pls plz svp stp plait cordialement
bisous bises bise amities regards best cheers kind sincerely amicalement bien tres vraiment aussi encore deja toujours
juste seulement simplement possible possibles peux peut pouvez pourrais pourriez pourrait peuvent pouvoir voudrais
voudrait aimerais aimerait aimerions souhaite souhaiterais souhaitons veux veut voulons besoin besoins faudrait faudra
faut dois doit devrait devons vais va vont allons irait suis es sommes etes etais etait etaient ete avait avais avoir ai as
avez ont aura auront serait sera seront soit etre fais font ferait ferais donc alors ainsi car comme quand si ou mais ni
puis ensuite enfin bref voila voici ici la bas cela ca ceci celui celle ceux celles rien tout tous toute toutes meme memes
autre autres quelque quelques plusieurs peu plus moins trop assez sans sous entre vers chez apres avant depuis pendant
lors jusque afin elle elles ils eux lui moi soi quel quelle quels quelles dont lequel laquelle quoi comment pourquoi
combien chaque oui non ok okay
would could should can may might must will shall won d ll ve re m am been being was were do does did done doing have has
had having get got gets getting let lets make makes made need needs needed want wants like just also still already yet
only even very really quite too so then than there here where when why how what which who whom whose if or but because
as at by from up down out off over under again about into through during before after above below between each few more
most other some such no nor not own same both any all them they he she hers him us me i if while until upon one ones
something anything everything someone anyone yes maybe perhaps please kindly able possible
lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre
novembre decembre monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december jour jours semaine semaines mois annee annees heure heures h matin midi soir
apresmidi demain hier aujourd hui week weeks day days month months year years hour hours morning afternoon evening noon
tonight today tomorrow yesterday soon later now moment fois time times date dates
urgent urgente urgence asap vite rapidement rapide quickly quick soon delai
suivant suivante suivants next last this that these those prochain prochaine prochains dernier derniere derniers
`

const hollow: ReadonlySet<string> = new Set([...stopWords, ...polite.trim().split(/\s+/u)])

/** A word that says nothing about the work: a stop word, a polite form, a date, a number, a single letter. */
export function isHollow(word: string): boolean {
  return word.length < 2 || hollow.has(word) || /^\d/u.test(word)
}
