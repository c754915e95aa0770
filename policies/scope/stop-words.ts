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
don didn doesn won isn aren wasn weren couldn shouldn wouldn hasn haven hadn ain
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
mon tue tues wed weds thu thur thurs fri sat jan feb apr jun jul aug sept oct nov dec janv fevr avr juil tmrw tmr wk wks hr
hrs min mins pm am lun ven dim pr ds pdt tjs tt tts bcp dc slt bjr bsr dsl cdt cdlt auj ajd pb thx ty tks btw
suivant suivante suivants next last this that these those prochain prochaine prochains dernier derniere derniers
`

/** Everyday words that all kinds of work share; what they are done to tells more. */
const common = `
per etc me te toi eux eu ait aie aies dit dis dire disait disent disons sais sait savoir savez su vu vois voit voir voyez verra pense
penser pensais pensent crois croire croit mets met mettre mettez mis mise prends prend prendre prenez pris prise donne
donner donnes donnez donnerais donnerai passe passer passes passez laisse laisser laisses laissez tiens tient tenir vient
viens venir venu venue venez allez partir part parti partie parle parler parles reste rester restent restant demande
demander demandes demandent sert servir sers devenir devient gens personne personnes monde homme femme dame monsieur madame
mme mr mrs ms facon maniere suite cas fond bout cote coup tete chose choses truc trucs vieux vieille vieilles ancien
ancienne vrai vraie vrais jamais maintenant desormais parce tant tel telle tels surtout presque environ ailleurs ensemble
vite seul seule seuls seules bon bonne bons bonnes grand grande grands grandes mieux pire long longue haut premier premiere
premiers premieres deuxieme second seconde quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante
soixante cent cents mille an ans nuit minute minutes soiree matinee finir fini finit finis commence commencer veulent voulait
voudraient arrive arrivent arriver
somebody nobody everybody anybody say says said saying tell tells told know knows knew known think thinks thought come comes
came coming go goes going went gone see sees saw seen take takes took taken taking give gives gave given giving put puts
putting keep keeps kept keeping leave leaves left leaving look looks looked looking turn turns turned ask asks asked asking
people person man woman gentleman lady folk folks stuff thing things way bit bits lot lots end ends start starts started
starting begin back right ever never always often sometimes since ago ahead well good nice great big small little long short
old whole half hand sort kind case side place places else enough almost around along away off rather though although however
whatever whoever whenever wherever himself herself myself yourself themselves itself ourselves another either neither both
four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand first second third
fourth minute minutes night evening bring brings brought try tries tried trying seem seems seemed mean means meant feel feels
felt believe suppose guess actually really basically simply probably certainly finally instead together apart anyway
`

const hollow: ReadonlySet<string> = new Set(
  [stopWords, polite, common].flatMap((words) =>
    typeof words === 'string' ? words.trim().split(/\s+/u) : [...words],
  ),
)

/** A word that says nothing about the work: a stop word, a polite or common one, a date, a number, a single letter. */
export function isHollow(word: string): boolean {
  return word.length < 2 || hollow.has(word) || /^\d/u.test(word)
}

const titles = new Set(['mme', 'mlle', 'madame', 'monsieur', 'mr', 'mrs', 'ms', 'miss', 'dr'])

/** Is the word after this one somebody's name? */
export const isTitle = (word: string | undefined): boolean => word !== undefined && titles.has(word)
