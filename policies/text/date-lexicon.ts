/**
 * The words that tell whether a date is a deadline. All of them are looked for in plain words (`date-text.ts`) with a
 * space on either side of each; those of `deeds` in words with their accents, since "publie" asks and "publié" tells.
 */

const alternatives = (words: string) =>
  words
    .trim()
    .split(/\s*\|\s*/u)
    .join('|')
const holds = (words: string) => new RegExp(` (?:${alternatives(words)})(?= )`, 'u')
const endsIn = (words: string) => new RegExp(` (?:${alternatives(words)}) $`, 'u')

/** Between a cue and its date: "avant le |", "due on |". */
export const fillers =
  endsIn(`le | la | l | les | ce | cet | cette | the | this | on | at | a | au | vers | environ |
  around | about | juste | just | meme`)
/** Before an hour that stands alone: "publie à |". */
export const beforeHour = endsIn('a | at | vers | around | about')

const deadline = `deadline | echeance | date limite | dernier delai | delai | cutoff | cut off | due date | due | limite | date de livraison | livraison souhaitee | date souhaitee | date de rendu | date de publication | date d envoi | delivery date`
export const deadlines = endsIn(deadline)
/** Between the noun and the date: "the deadline is |". */
export const copulas = endsIn(
  'is | s | est | sera | reste | remains | for | pour | fixee | now | still | set',
)
/** By then, at the latest. */
export const by =
  endsIn(`avant | d ici | by | before | prior to | ${deadline} | no later than | not later than |
  plus tard que | au plus tard | at the latest`)
export const wantedFor = endsIn('pour | pr | for')
export const until = endsIn('until | till | jusqu')
/** They make "until" a deadline. */
export const given = holds(
  'you have | you ve got | you ve | you got | tu as | t as | vous avez | tu auras | vous aurez',
)

/** What stands before makes the date its own: "le webinaire de |", "depuis |", "Black |". */
export const linking =
  endsIn(`de | du | des | d | of | from | since | depuis | apres | after | par | every | each |
  chaque | tous | toutes | during | pendant | entre | between | to | through | thru | et | and | ou | or | starting | a partir | compter | than |
  black | good | easter | cyber | giving | super | ash | palm | per | version | via | no | not | pas`)

/** After a date, these make it a deadline. */
export const lastMoment =
  /^ (?:au plus tard|max|maxi|maximum|grand max|dernier delai|dernier carat|latest|at the latest|imperativement|imperatif|sans faute|without fail) /u

/** Denials that press. */
export const pressing =
  / (?:pas plus tard|no later|not later|pourquoi pas|why not|oubli(?:e|es|ez|er) pas|(?:t|not) forget|hesit(?:e|es|ez) pas|no problem|pas de (?:souci|probleme)|not only|t wait)(?= )/gu
/** Before a date they deny it. */
export const denials =
  holds(`pas | rien | jamais | aucun | aucune | non | ni | inutile | not | never | no | nothing |
  cannot | t | nor | none | hardly | sauf | except`)
/** After a date they deny it, unless a condition comes first: "vendredi si ce n'est pas possible avant". */
export const deniedAfter = / (?:pas|not|impossible|non|no need|inutile)(?= )/u
export const conditionAfter = / (?:si|if|car|because|sauf) /u
/** A whole clause that takes it back: "Pour demain ? Non." */
export const refusal = /^ (?:non|no|nope|pas|pas du tout|not really) $/u

export const past =
  holds(`went | came | did | has been | have been | happened | stopped | failed | broke | etait | etaient | fut | avait | avaient | was | were | had | hier | yesterday | originally |
  initialement | initially`)

/** What is said under a condition is not asked for, except a polite one: "si tu peux". */
export const condition =
  / (?:si|if|quand|when|lorsque|once|unless|whether|whenever) (?!possible|tu (?:peux|pouvais|pourrais|as)|vous (?:pouvez|pouviez|avez)|you (?:can|could|have|get|re able)|at all|ca (?:te|vous)|c est possible|jamais tu|besoin|needed)/u

/** What others are to be told to do by a date. */
export const passedOn = [
  / (?:remind|reminder|reminding|tell|telling|say|saying|inform|announce|announcing|note|rappel|rappeler|rappelle|rappelez|dire|dis|dites|annoncer|annonce|annoncez|prevenir|previens|prevenez|expliquer|explique|expliquez|informer|informe)(?: [^ ]+){0,4} (?:that|que|qu) /u,
  / (?:ask|tell|remind)(?: (?!me )[^ ]+){1,3} to /u,
  / (?:demander?|demandez|dis|dire|dites|rappelle|rappeler|rappelez) (?:a|au|aux|leur|lui)(?: [^ ]+){0,3} (?:de|d) /u,
]

export const recurring =
  / (?:every|each|chaque|tous les|toutes les) (?:other )?(?:day|week|month|jour|jours|semaine|semaines|mois|morning|mornings|matin|matins|soir|soirs|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?) /u

const happening = `reunion | rdv | rendez vous | appel | visio | call | meeting | zoom | webinaire | webinar | atelier |
  workshop | (?<! (?:be|go|goes|going) )live | cours | class | session | seance | stage | formation | conference | evenement | event | vol | flight |
  train | billet | thalys | tgv | eurostar | ticket | hotel | chambre | room | bed | lit | seat | table | restaurant | taxi |
  cab | lunch | dinner | diner | dejeuner | interview | creneau | slot | appointment | concert`
/** What takes place at a time of its own, so that a day beside it is rather its day. */
export const occasions =
  holds(`${happening} | reunions | rendez | visios | calls | meetings | webinars | webinaires |
  ateliers | workshops | sessions | seances | events | vols | flights | trains | billets | tickets | salon | soiree | party |
  anniversaire | birthday | permanence | appointments | visite | visit | voyage | trip | masterclass | retraite | retreat |
  mariage | wedding | lancement | conge | conges | vacances | holiday | holidays | leave | demo | match | fete | fair |
  babysitter | funeral | hours | horaires | closed`)
/** One of them is what is wanted for then: "une table pour |", but not "les slides de la réunion pour |". */
export const occasionFor = new RegExp(
  `(?<! (?:de|du|des|d|of|for|pour|sur|about|on)(?: (?:la|le|les|l|the|my|our|ma|mon|notre))?) (?:${alternatives(happening)})(?: [a-z]+)? (?:pour|for) $`,
  'u',
)
export const presence =
  holds(`join | attend | call | phone | ring | meet | come | appeler | appelle | appelez | rappeler |
  rappelle | rappelez | rejoindre | assister | venir | viens | venez | etre la | be there | be here | present | presente |
  dispo | disponible | disponibles | libre | available | free | away | absent | absente | parler | talk | voir | see | wait |
  attendre`)
export const booking =
  holds(`reserve | reserver | reservez | reservation | book | booking | rebook | inviter | invite |
  reschedule | postpone`)
export const moving =
  holds(`deplacer | deplace | deplacez | decaler | decale | decalez | reporter | reporte | reportez |
  avancer | avance | reschedule | postpone | move | push | shift | swap | bring forward`)

/** Says what is, not what is wanted. The first word of a clause is rather an order: "Ouvre le module". */
export const statements =
  / [^ ]+ (?:arrive|arrivent|arrivera|arriveront|arrives|arriving|starts|commence|commencent|commencera|debute|debutent|debutera|ends|finit|finira|ferme|ferment|fermera|fermons|ouvre|ouvrent|ouvrira|ouvert|ouverte|ouverts|opens|closes|closed|closing|is open|are open|a lieu|ont lieu|expire|expires|expirent|disponible|dispo|available|joignable|reachable|aura lieu|auront lieu|se tient|se termine|takes place|happens|valable|valables|valid|prevu|prevue|prevus|prevues|planned|booked|born|reprend|reprends|reprennent|resumes)(?= )/u

/** "Merci pour demain", "le planning pour lundi". */
export const notWantedFor = new RegExp(
  ` (?:${alternatives(`(?:est|sera) tout | s all | merci | thanks | thank | you | courage | luck | bon | ok | okay | partant | partante | dispo | good |
  fine | confirme | confirmee | prevu | prevue | prevus | prevues | scheduled | planned | set | booked | sorry | desole | desolee | inscrit |
  inscrite | excited | vacances | planning | programme | menu | agenda | jour | plan | plans | reminder | alarm | rappel | idee | idees | ideas | places |
  meteo | weather | forecast | rien | nothing | libre | free | available | voit | rendez | agreed | valide`)}) (?:pour|for) $`,
  'u',
)

/** "For the 5th and 6th" is rather when something lasts. */
export const andAnother =
  /^ (?:and|et) (?:the |le )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day |(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )/u

/** What a client's own clients do by a date; the assistant may still be asked to do something about it. */
export const topics =
  holds(`inscription | inscriptions | offre | offres | offer | promo | promos | promotion | code |
  coupon | tarif | tarifs | early | soldes | solde | sale | sales | remise | reduction | discount | place | places | commander |
  commandez | commande | order | orders | facture | factures | invoice | invoices | payment | paiement | loyer | rent |
  registration | registrations`)
/** Due by itself: "the invoice due Friday" is not wanted from the assistant by then. */
export const billDue =
  / (?:(?:invoice|facture|payment|paiement|rent|loyer)s? (?:is |est |was )?|(?:the|my|our|their|an?) [^ ]+ |(?:is|are) (?:it|this|that|they) )due /u
/** A deadline that calls itself one. */
export const announced = / (?:deadline|due|echeance|date limite|dernier delai) /u
export const othersDeeds =
  holds(`inscris | inscrivez | inscrivent | inscrire | register | registers | registered | rsvp |
  reservez | profitez | profiter | sign up | apply | applications | candidatures`)

/** After "je", "we": wanted all the same. */
export const wishes =
  /^ (?:[^ ]+ ){0,3}?(?:voudrai[st]|voudrions|veux|veut|voulons|aimerai[st]|aimerions|souhaite|souhaites|souhaiterais|souhaitons|besoin|faudrait|needs?|wants?|would like|d like|would love|d love|must|require|laisse|demande|compte sur|attends|attend|prefere|prefererais|d prefer|prefer|d appreciate|wondering|doit|devons|devrait) /u
/** After "il", "they": has to be all the same. */
export const obligations =
  /^ (?:[^ ]+ ){0,3}?(?:faut|faudrait|faudra|doit|doivent|devra|devront|must|should|needs?|wants?|has to|have to|veut|veulent|voudrait|parte|sorte|soit) /u
/** After "tu", "you": is told, not asked. */
export const promises =
  /^ (?:auras|recevras|as|aurez|recevrez|avez|trouveras|ll|will|have|get|receive|re|are|ve|seras|es) /u
/** After French "on": somebody else's deed. "On" is also an English preposition. */
export const ourDeeds =
  /^ (?:(?:se|s|y|en|le|la|les|l) )?(?:va|a|fait|voit|part|lance|ouvre|ferme|commence|publie|sera|aura|reprend|appelle|parle) /u
export const asks = new Set(
  `peux pouvez pourrais pourriez pouvais pourras peut please pls plz svp stp merci faut faudrait besoin need needs needed
  must doit doivent devra devez kindly can could urgent urgente asap`.split(/\s+/u),
)
/** Before "you": it is the assistant who is to do it. In "I'll send you the text" she is not. */
export const asksYou = new Set([
  'can',
  'could',
  'would',
  'will',
  'if',
  'need',
  'want',
  'like',
  'that',
  'hope',
])
export const polite =
  holds(`please | pls | plz | svp | stp | merci de | peux | pouvez | pourrais | pourriez | can you |
  could you | urgent | urgente | urgence | besoin | faut`)

/** Nothing else is said after the date: "Jeudi 18 h stp." */
export const onlyPolite = /^ (?:(?:stp|svp|please|pls|plz|si|if|possible|merci|thanks|asap) ){1,4}$/u

const deedFr =
  alternatives(`publi | post | program | programm | diffus | livr | lanc | activ | désactiv | termin | boucl |
  finalis | partag | prépar | prepar | cré | cre | rédig | redig | corrig | mont | ajout | modifi | remplac | supprim |
  enlev | retir | valid | vérifi | verifi | expédi | expedi | imprim | charg | donn | adapt | planifi | install | configur |
  dépos | depos | actualis | relanc | nettoy | mail | pay | régl | regl | trait | annonc | dupliqu | illustr | gliss |
  chang | enregistr | transfér | transfèr | import | export | relay`)
const infinitives =
  alternatives(`(?:${deedFr})er | envoyer | renvoyer | rendre | mettre | remettre | transmettre | faire |
  refaire | ouvrir | fermer | finir | traduire | écrire | ecrire | relire | répondre | repondre | sortir | partir | remplir |
  compléter | completer`)
const imperatives =
  alternatives(`(?:${deedFr})(?:e|es|ez) | programmes? | envoies? | envoyez | renvoies? | renvoyez | rends |
  rendez | mets | mettez | remets | remettez | transmets | transmettez | fais | faites | refais | ouvres? | ouvrez | fermes? |
  fermez | finis | finissez | traduis | traduisez | écris | ecris | écrivez | relis | relisez | réponds | reponds | sors |
  remplis | complète | complete | gère | règle`)
const deedEn =
  alternatives(`publish | send | resend | schedule | deliver | finish | finalise | finalize | complete |
  submit | upload | fix | add | remove | replace | create | make | write | prepare | proofread | translate | pay | put | do |
  turn | forward | activate | switch | transcribe | clean | get`)
/** Nouns as well: at the head of a clause, "post the reel" asks, "post Instagram" does not. */
const deedOrNounEn =
  alternatives(`post | repost | email | mail | update | design | release | launch | draft | change |
  print | format | reply | answer | set | import | export | share | ship | issue | edit | review | sort |
  open | close`)
const pronoun = '(?:me|m|moi|nous|le|la|les|l|lui|leur|y|en)'
/** Something that an assistant does is asked for. */
export const deeds = [
  new RegExp(` (?:${infinitives})(?= )`, 'u'),
  new RegExp(
    `(?:^| (?:tu|vous|et|puis|merci|stp|svp|alors|donc|please|bonjour|bonsoir|coucou|hello|juste|plutôt|aussi|sinon|urgent|urgente|vite|ok|pas)(?: ${pronoun}){0,2}) (?:${imperatives})(?= )`,
    'u',
  ),
  new RegExp(
    `(?:^| (?:hi|hello|hey|now|so|urgent|urgently|asap|ok)) (?:${deedEn}|(?:${deedOrNounEn})(?= (?:the|it|them|this|that|these|those|my|our|your|all|an?|both|to|out) ))(?= )`,
    'u',
  ),
  new RegExp(
    ` (?:to|please|pls|plz|you|and|also|kindly|or|just|should|must|can|could|not|t) (?:${deedEn}|${deedOrNounEn})(?= )`,
    'u',
  ),
]

/** Asked for too, but a day that stands beside them may be their object: "confirme jeudi". */
export const errands =
  /(?:^| (?:to|please|pls|you|and|tu|vous|et|puis|merci de|peux tu|pouvez vous|de)) (?:call|phone|contact|book|order|buy|cancel|confirm|check|ask|find|arrange|organi[sz]e|plan|get|appell?e[rz]?|contacte[rz]?|reserve[rz]?|commande[rz]?|achete[rz]?|annule[rz]?|confirme[rz]?|organise[rz]?|trouve[rz]?|cherche[rz]?|prendre|prends|prenez)(?= )/u
/** "Le post publié |", "the mail sent |": the date is when that was done. */
export const done =
  /(?:[^ ]é(?:e|s|es)?| parti(?:e|s|es)?| sorti(?:e|s|es)?| mis(?:e|es)?| sent| published| posted| scheduled| created| written| made| delivered| uploaded| held| launched) $/u

/** Something is to be there: "il me le faut", "I need it", "doit être en ligne", "needs to be live". */
export const needs = [
  / (?:me|nous|m)(?: (?:le|la|les|l|en))? (?:faut|faudrait|faudra)(?! [a-z]+(?:er|ir|re|oir) | que )/u,
  / en (?:ai|aurais|avons|aurions) (?:absolument |vraiment |bien )?besoin /u,
  / besoin (?:de |d |du |des )(?![a-z]+(?:er|ir|re|oir) |aide |toi )/u,
  / (?:need|needed|needs) (?!to |you |someone |help |a day |time |more |leave )/u,
  / (?:doit|doivent|devra|devront|faut|faudrait|voudrais|aimerais|veux|voulons|souhaite)(?: [^ ]+){0,4} (?:publiee?s?|envoyee?s?|prete?s?|en ligne|faite?s?|finie?s?|terminee?s?|livree?s?|parte|sorte|soit|postee?s?|programmee?s?|imprimee?s?)(?= )/u,
  / (?:need|needs|must|should|has to|have to|want|like|please|can|could)(?: [^ ]+){0,5} (?:published|posted|sent|out|live|ready|done|finished|delivered|scheduled|up|online|completed|submitted|printed|uploaded)(?= )/u,
]

/** English puts a day before what it belongs to: "the Friday call". Only these words follow one that stands alone. */
export const mayFollow = new Set(
  `stp svp please pls plz if max maxi maximum latest at by for so as and because since thanks merci thank cheers when in to
  before with via on the a an it i we you he she they my our your is was would will should must ideally preferably asap
  unless either without not no but while also too instead then or that avant pour si et au le la les un une dans car avec
  sur ca ce est tu je nous vous mon ma mes sans ok sinon can could maybe until using her him them me us sharp exactly precisely tops`.split(
    /\s+/u,
  ),
)
