/** Mail, telephone and the people who write: as clients ask for it. A heading names the kind of work. */
export const messages = `
= newsletter
Le texte de l'infolettre de la fromagerie est bouclé, il reste à l'habiller et à l'envoyer
Tu peux mettre en forme ma lettre du mois dans Mailchimp et la faire partir samedi à huit heures ?
Envoie la gazette du club d'échecs à tous les adhérents, contenu et photos dans le dossier partagé
Prépare l'emailing des vendanges avec le gabarit habituel et un bouton vers la boutique
Il y a une coquille dans le prix de l'envoi programmé demain, rectifie avant le départ
Notre courrier aux mécènes est validé, compose-le comme le précédent et planifie-le
Refais le modèle de nos envois, il s'affiche de travers sur mobile
Ajoute l'encart sur la régate en haut de la prochaine édition et repousse l'envoi à vendredi
Renvoie la campagne d'hier aux gens qui ne l'ont pas ouverte, avec un autre objet
Essaie les deux objets sur un échantillon puis envoie le meilleur à toute la liste
Les nouvelles du chalet sont écrites, glisse-les dans la maquette, mets la vue du refuge en tête et diffuse
Importe les adresses récoltées à la fête du livre et fais-leur parvenir le dernier numéro
Mon mot du vendredi aux lecteurs est tapé, il doit arriver chez eux avant midi
Le récapitulatif des stages d'été doit partir à tous les anciens, tout est fourni, reste la mise en page
Our monthly letter from the vineyard is written, please lay it out in Brevo and send it at noon
Put this week's note to my readers into the usual template with two pictures and schedule it
Could the sailing club bulletin go out to everyone on the list, text attached
Resend Monday's mailing to those who did not open it, new subject line
The digest for patrons is approved, it just needs setting out, links and photos, then off
Swap the header picture in the template and test it on a phone before the broadcast
Send the museum friends' update to the full list, copy is final
There is a wrong date in the campaign set for tomorrow, correct it before it leaves
The news from the surf camp should reach all subscribers on Sunday evening
Our email layout breaks on small screens, rebuild it with one column and a larger button
My Friday words to the community are typed up, they need to be in inboxes by breakfast
Drop the course dates into the issue, add the map, and let it fly to all former guests
Voilà le contenu de l'envoi de Pâques, à toi de le rendre lisible sur téléphone et de l'expédier à nos abonnés
Ma lettre de rentrée est prête depuis hier, je voudrais qu'elle tombe dans les boîtes avant le week-end
Copie-colle mon texte dans Substack, mets deux photos et un lien vers la billetterie, puis c'est parti
Peux-tu monter le numéro 14 de notre bulletin ? Les cinq rubriques sont dans le dossier
Il faut avertir toute notre liste que l'atelier change d'adresse, le message est écrit plus bas
J'ai changé d'avis sur l'ordre des blocs : la date de la braderie d'abord, le portrait ensuite, et on envoie
Le lien du bouton dans l'envoi de dimanche ne menait nulle part, prépare un petit correctif pour tout le monde
Envoie-moi d'abord un essai sur mon adresse, puis pars pour les 2 300 contacts
Comme chaque premier mardi, la lettre aux parents d'élèves, même mise en page que le mois dernier
Programme notre campagne Sarbacane pour les fêtes, visuel et texte validés par la direction
Mon mot aux adhérents mérite une présentation plus aérée avant de partir chez eux
Il faudrait que les gens qui nous suivent par courriel apprennent la nouvelle demain à l'heure du café
Here is what I want to tell my readers this month, drop it into the layout and get it out on Tuesday
Paste my text into Substack, add two photos and a link to the box office, then send
The autumn issue has five sections, all in the folder, please assemble it like the last one
Everyone on our list must hear that the studio has moved, the wording is below
Send me a test first, then the full two thousand contacts
I changed my mind about the order of the blocks, sale first and portrait second, then off it goes
The people who follow us by email should find this in front of them with their morning coffee
It is time for the alumni letter again, same design as in May, new content attached
A short correction to all subscribers because the button went to a dead page
Please build and schedule the Easter mailing in Mailchimp, text and offer are signed off
Split the parish news into three short blocks with a picture each and mail it to the congregation
Would you load my weekly column in Flodesk and check that it looks right on mobile before it leaves
Mon billet du dimanche est fini, tout le monde doit l'avoir au réveil
Renvoie-le à celles qui ne l'ont pas ouvert, avec un titre plus gai
Le lien était faux dans le message d'hier, un petit mot d'excuse à tous ceux qui ont cliqué
Les nouvelles de la ferme pour nos amapiens, comme tous les mois
Il faut que les anciennes clientes soient au courant de la vente privée, j'ai fait le texte
Trois actus, une photo, un bouton, et ça part jeudi
The Sunday letter is done, everybody should have it when they wake up
Send it again to those who never opened it, with a brighter title
The link was wrong yesterday, a quick oops to everyone who clicked
News from the farm for our box members, as every month
Former customers must hear about the private sale, I did the wording
Three bits of news, one picture, one button, off on Thursday
Please fix the link in the mailings still queued for the weekend
Mon mot de rentrée est dans le doc, habille-le et fais-le partir mardi à tous les inscrits
Le rendez-vous du jeudi dans les boîtes mail, texte joint, trois photos de l'atelier
Il faudrait que nos adhérents reçoivent l'annonce du marché de producteurs avant samedi
Tout le fichier doit apprendre que nous fermons en août
J'ai mis du temps à l'écrire, cette lettre sur le deuil, traite-la bien et envoie-la dimanche soir
Petit courrier électronique aux donateurs pour dire où en est le puits, le texte est validé
Prévenir par mail les huit cents parents que la kermesse est déplacée
La gazette du mois est prête en Word, mets-la dans notre gabarit MailerLite
Le bouton de la dernière campagne mène nulle part, corrige et renvoie à celles qui ont cliqué
Réexpédie l'invitation à ceux qui ne l'ont pas ouverte, avec un autre objet
Deux blocs à intervertir dans la lettre de décembre avant le départ
Essai d'envoi sur mon adresse puis départ dix-huit heures
Mes clientes attendent leur infolettre du mois, tout est dans Drive
Change la photo d'en-tête de l'infolettre, on dirait l'hiver
Cible uniquement les abonnés de Lyon pour l'annonce de l'atelier, message fourni
Import des soixante nouvelles adresses puis envoi du numéro de mars
L'édito est signé, les brèves aussi, compose le numéro
Retarde d'une heure la lettre de demain
Annuler l'envoi prévu ce soir, on a un décès dans l'équipe
Ma page de nouvelles trimestrielle à expédier à mes anciens élèves
Le bulletin de l'association en version mail, colonnes simples, lisible sur téléphone
Que toute ma liste sache que les inscriptions rouvrent, mon texte fait dix lignes
Une promo de Noël à faire passer à la base Brevo, visuel et texte fournis
Le récit de mon voyage à Lisbonne doit arriver chez mes lectrices vendredi
My September note is in the doc, dress it up and have it land Tuesday morning
Two thousand people should hear from me on Sunday, words attached, photos in the folder
Tell everyone on the list that we close for August, wording below
The monthly bulletin to our donors, same look as last time
Send the piece about grief to all readers, gently laid out please
Parents need to learn by email that the fair has moved
Pop my founder's letter into the Mailchimp template and mail it Thursday at seven
Only the Manchester contacts this time, invite attached
Resend Friday's edition to the folk who never opened it, fresh subject line please
Swap the two bottom sections in the Christmas edition before it flies
The button in last week's mailing was dead, fix and mail the ones who tapped it
Hold tonight's send, somebody died
Cute header for the April issue, same text as I gave you
Test it on my phone, then let it go to the full list
Our regulars haven't had the spring programme yet, put it in their inboxes
Import the show sign-ups and mail them issue twelve
Beehiiv edition about tomatoes ready to assemble, pictures are named in order
Patrons' update: four paragraphs and a picture of the roof
Ma lettre du dimanche sur les factures impayées, à mettre en page et à programmer
Our members' letter on tax changes, copy supplied, needs the template and a Monday slot
Faire savoir à toute la communauté, par courriel, que Jeanne prend sa retraite ; son texte est là
Ma voisine de stand a dit oui pour une recette, je te l'ai copiée, il faut qu'elle parte avec le mot du mois
Les lecteurs du dimanche, texte figé, ne pas changer une virgule, juste l'habiller et l'expédier
J'ai trois nouvelles à annoncer d'un coup à toutes mes clientes, déjà tapées, un seul envoi
Elles sont quatre mille à m'attendre chaque premier lundi
Je veux voir ce que ça donne sur un téléphone avant que ça parte à tout le monde
Même habillage que celle d'octobre, textes dans l'onglet deux
Que ceux de Belgique aient une version sans les tarifs
Le mot de la présidente, à faire parvenir aux sociétaires
On a oublié la date dans celle de ce matin, un erratum à toute la liste
My stall neighbour gave a recipe, copied below, it should travel with this month's note
The wording is frozen, just dress it and get it out
Three announcements to all clients in one go, typed already
Four thousand people wait for me on first Mondays
Let me see it on a phone before it reaches everybody
Same clothes as October's, words in tab two
Belgians get a version without prices
The chair's word to all shareholders of the co-op
We left the date out this morning, a correction to the whole list
Ladies on the list have had nothing since Easter
The August letter should leave on Tuesday instead
Retard d'un jour pour la lettre d'août
Send the pears-and-plums story to our fruit lovers, sent from my name
= email-automation
Quand quelqu'un demande le catalogue, il doit recevoir trois messages espacés de deux jours, textes écrits, à paramétrer
Mets en place les mails automatiques de bienvenue dans ActiveCampaign
Ajoute une étiquette à tous ceux qui ont cliqué sur la dégustation
Isole dans une liste ceux qui ont commandé du miel cet été, je leur écrirai à eux seuls
Nos messages tombent dans les indésirables, il faut configurer SPF et DKIM
Les acheteurs qui abandonnent leur commande en route devraient recevoir un rappel le lendemain sans intervention
Ceux qui ont déjà réglé continuent de recevoir les relances, exclus-les de la suite
Après l'inscription au mini-cours, un courriel par semaine pendant deux mois, tout est rédigé, à programmer
Trop d'adresses sont inscrites deux fois, fusionne les listes dans MailerLite et nettoie les étiquettes
Le message d'anniversaire avec un bon doit se déclencher tout seul
Charge les cinq courriels de l'ouverture et règle les délais selon le plan
Que les nouveaux membres reçoivent d'abord le règlement, puis le plan, puis l'invitation, sans que j'y touche
Filtre les abonnés par ville pour que seuls ceux de Nantes reçoivent l'annonce
Anyone who asks for the brochure should get four messages over a fortnight, copy is ready, set it up
Set up the welcome series in Kit, the emails are already written
Tag everybody who came to the tasting and leave out the ones who bought
Our mails go to junk, sort out the sender records
Switch on the forgotten basket reminders, one after a day and one after a week
Make a segment of people who have not opened anything since spring
When someone joins the club they should hear from us three times without me lifting a finger
Load the opening emails, exclude existing clients and set the delays
Those who paid must leave the reminder sequence straight away
A birthday note with a voucher should leave on its own
Two lists should become one, with the double entries gone and labels kept
Move everyone from the old tool's automation into MailerLite and rebuild the flow
People living in Leeds only should get the notice, split them off the list
Quand une cliente achète le carnet, elle devrait recevoir des nouvelles de nous tous les deux jours pendant une semaine
Après un achat, un petit mot le lendemain puis une demande d'avis quinze jours plus tard, sans que personne y pense
Trois personnes ont reçu le même message deux fois, vérifie les conditions du scénario dans Brevo
Les gens qui téléchargent le guide n'entendent plus parler de nous ensuite, branche la série que j'ai écrite
Sépare les curieux des clients dans l'outil d'envoi, on ne leur dira pas la même chose
Réveille les inscrits endormis depuis six mois avec les deux messages ci-joints puis retire ceux qui ne bougent pas
Mets le formulaire, la confirmation et les cinq courriels de suite dans ConvertKit, délais notés en marge
La suite de bienvenue part dans le désordre, remets les étapes comme sur mon schéma
Gmail nous classe en promotion et Outlook en indésirable, il y a un réglage de domaine à faire
Ajoute une branche : s'il a réservé, on arrête, sinon un dernier rappel
Il faudrait que chaque nouvel abonné soit accueilli pendant quelques jours par une suite de petits messages
Buyers of the planner should hear from us every other day for a week, the copy is done
After a purchase, a note the next day and a request for a review a fortnight later, hands off
Some people got the same message twice, check the conditions in the flow
Whoever downloads the checklist never hears from us again, plug in the series I wrote
Tell the curious from the customers in the mail tool so that we can write to them separately
Wake up those who have been silent for six months with these two messages and drop the rest
The onboarding emails leave in the wrong order, put the steps back as in my diagram
Gmail files us under promotions and Outlook under junk, there is a domain setting to do
Add a branch: if they booked we stop, otherwise one last reminder
New subscribers get nothing at all from us, I would like them to receive a few hellos in the first week
Connect the form, the confirmation and the five follow-ups in Kit, delays are in the margin
Put a label on everyone who bought at the fair so that they skip the sales pitch
Les Gmail ne reçoivent rien de nous, qu'est-ce qui bloque ?
Ceux qui ont fini le programme ne devraient plus recevoir les relances de vente
Une série de mots d'accueil quand quelqu'un répond au quiz, un par profil
Did the Gmail people get anything from us, something is blocking
Those who finished the programme should stop getting sales reminders
A run of hellos after the quiz, one for each type of person
Quelqu'un s'inscrit, il devrait recevoir mes trois messages sur une semaine, ils sont écrits
Quand une cliente laisse son panier, deux rappels, les textes sont dans le doc
Ceux qui achètent ne doivent plus recevoir la promo
Les gens s'inscrivent et puis plus rien, aucun mot ne part
Un message le jour de leur anniversaire, sans que j'y pense
Mets une étiquette à toutes celles qui sont venues à la portes ouvertes
Faire trois groupes : curieux, acheteurs, anciens
Mes mails tombent dans les indésirables chez Gmail depuis lundi
Le domaine n'est pas authentifié, Brevo réclame des enregistrements
Au bout de six mois sans ouverture, une série de deux courriels puis adieu
Les cinq courriels d'accueil sont rédigés, fais-les s'enchaîner tous les deux jours
Après le téléchargement du guide, suite de quatre mots, le dernier propose un appel
La relance part aussi chez celles qui ont payé, c'est gênant
Transfère nos listes de Mailchimp vers Kit, étiquettes comprises
Le formulaire ne met plus les gens dans la bonne liste
Désabonne toutes les adresses qui rebondissent
Créer un parcours selon la réponse au quiz : peau sèche, peau grasse, chacun sa suite
Deux personnes ont eu sept fois le même message, coupe la boucle
Avancer d'un jour le troisième message du parcours
Segment des inscrites de moins de trente jours dans ActiveCampaign
When a person signs up they should hear from me on day one, three and seven, copy done
Birthday greeting that leaves on its own
Whoever buys must drop out of the sales emails
People download the guide and then silence, wire up the four follow-ups
Baskets left behind: two nudges, words in the doc
Everything I send lands in junk since Monday, sort the domain
SPF and DKIM, the tool is shouting at me
Tag all who came to the open day
Split the list three ways: curious, customers, past
Win-back for sleepers, two notes then goodbye
Move our lists and tags from Mailchimp to Kit
The welcome goes out twice to some people, find the loop
Quiz answers should send people down different paths, dry skin or oily
Push the third email of the onboarding drip back by a day
Suppress bounced addresses
Someone booked, so stop the chasers
The five nurture pieces are written and approved, load them with delays and conditions
New readers ought to get a hello and my best three articles without me lifting a finger
Mes nouvelles clientes de la boutique ne reçoivent rien, il faudrait un petit parcours, Sophie a écrit les mots
Domain warm-up and sender address for the new brand
Une fois la séance payée, trois jours plus tard, demander comment ça va, puis un mois après proposer la suite
Celles qui répondent « sommeil » au quiz reçoivent mes conseils sommeil, les autres non
Ma tante a reçu le message de bienvenue alors qu'elle est cliente depuis dix ans
Au clic sur le lien, l'étiquette « intéressée » doit se poser
Nettoyer les inactifs avant le lancement pour ne pas payer pour rien
Les gens qui s'inscrivent au club restent sans nouvelle, tout est écrit pourtant
Three days after payment ask how it went, a month later offer the next step
Whoever answers sleep gets sleep tips
My aunt got the welcome though she has been a client for ten years
A click should mark them as interested
Clear out the sleepers before launch so we stop paying for them
Club sign-ups hear nothing, though it is all written
Stop the sequence for anyone who replies
The double opt-in mail goes missing
The re-engagement flow is drafted, switch it on
= letters
Il faut répondre à la mairie au sujet du stationnement, un courrier poli et ferme
Tape et mets au format la lettre pour le syndic, je signe demain
Prépare un mot de remerciement à chacun de nos donateurs, avec leur nom
Écris au propriétaire pour demander la réparation du portail
Une lettre type pour accompagner l'envoi des contrats
Peux-tu rédiger le courrier au fournisseur pour le retard de livraison ?
J'ai besoin d'une attestation de présence et d'un certificat de travail à en-tête
Fais un courriel de réponse à la banque, pièces demandées jointes
Accuse réception de la réclamation de l'assureur dans les formes
Envoie mes condoléances à la famille Roussel de la part du cabinet
Une convocation à l'assemblée pour les copropriétaires
Courrier de résiliation du contrat de nettoyage, dans les délais
Write to the landlord asking for the gate to be mended
Draft a polite but firm reply to the council about parking
A personal thank you letter to each of our donors
Type up this letter for the managing agent, I will sign tomorrow
We need a cover letter to go with the tender documents
Reply to the bank with the papers they asked for
Acknowledge the insurer's complaint in due form
Send my condolences to the Harris family on behalf of the practice
A notice of meeting for the co-owners
A letter giving notice on the cleaning contract
A reference for our former trainee, two paragraphs, on letterhead
Write to the supplier about the late delivery
Prévenir tous les riverains des travaux, même texte pour chacun avec leur nom
Un mot aux Lambert pour décommander dimanche
Remercier le maire pour le prêt de la salle, sur beau papier
Contester l'amende, faits et dates ci-dessous, je signerai
Tell every neighbour about the works, same text with their name
A note to the Wilsons to call off Sunday
Thank the mayor for lending the hall, on nice paper
Contest the parking fine, facts and dates below, I will sign
Something firm but civil to the contractor, registered post
Decline the honour, graciously, on paper
My old teacher lost her husband, find the words for a card in my name
Acknowledge their complaint without admitting anything
The headmaster should hear from me about the bus
Décliner l'honneur avec grâce, par écrit
Un courrier au syndic sur la fuite
Condoléances à la famille Bauer
Remercie le lycée pour l'accueil
Lettre de réclamation à l'assurance
Un mot aux voisins pour les travaux
Letter to the managing agent about the leak
Condolences to the Bauers
Thank the school for having us
Complaint to the insurer
Note to the neighbours about the works
Reference for my former nanny
Invite the ambassador, formally
Decline the honour in writing
Giving notice to the landlord
Answer the council about the hedge
A line to the Hendersons about Sunday
Résilier le contrat de la fontaine à eau par courrier
Mettre fin à l'abonnement, en recommandé
End the water cooler contract in writing
A card with a few words to the Oseis
= inbox
Je croule sous les messages, fais le tri, garde l'essentiel, archive le reste
Retire-moi de toutes les listes de diffusion des fournisseurs
Décline avec tact les demandes de stage que je reçois
Les courriels de la mairie doivent aller dans un dossier à part avec une alerte
Réponds aux questions faciles et laisse-moi les délicates
Au retour de mes congés, passe en revue ce qui s'est accumulé
Surveille ma messagerie matin et soir et signale ce qui brûle
I am buried in messages, triage, keep the essentials, archive the rest
Take me off all the vendors' lists
Decline the internship requests tactfully
Mail from the town hall should go to a separate folder with an alert
Answer the easy questions and leave me the delicate ones
I am back from holiday, go through what has piled up
Watch my mailbox morning and evening and tell me what is burning
Shops keep writing to me every day, make them stop
Set up rules so that newsletters skip the main view
Acknowledge every enquiry with two polite lines while I am on set
J'ai 4 812 messages non lus et j'en rate d'importants, redonne-moi une boîte respirable
Pendant mon opération, surveille le courrier électronique et transfère à Julien ce qui ne peut attendre
Crée des libellés par chantier et range les échanges de l'année dedans
Dis non de ma part à tous ceux qui me proposent des partenariats
Chaque matin, un résumé de cinq lignes de ce qui est arrivé dans la nuit
Les offres des boutiques noient tout le reste, désinscris-moi partout
Je n'arrive plus à suivre mes échanges, il faudrait que quelqu'un lise avant moi
Les demandes de devis devraient être étoilées, le reste peut dormir
Réponds aux demandes de tarif avec la phrase habituelle et mets-moi en copie
Vide les indésirables, vérifie qu'aucun client ne s'y trouve
Four thousand unread messages and I miss the ones that matter, give me room to breathe
While I am in surgery, watch my mail and pass to Julian whatever cannot wait
Make a label for each project and file the year's threads
Say no on my behalf to everyone offering partnerships
Every morning a five line digest of what came overnight
Offers from shops drown out everything, get me off all of them
I cannot keep up with my correspondence, somebody should read it before I do
Star the requests for quotes, the rest can sleep
Answer price enquiries with the usual sentence and copy me in
Go through junk in case a client landed there
Out of office message for next week and forward anything urgent to Kim
Chase the four people who never answered my mail last week
Dire à l'architecte que le 12 me convient
Dire non au salon de Lille, gentiment
Réponds au monsieur du club que oui, on vient à six
Je n'ai rien ouvert depuis trois semaines, sors-moi ce qui compte
Relève mes messages matin et soir pendant ma semaine au calme
Ceux qui sont en attente depuis l'article, remercie-les et donne-leur notre délai
Le fournisseur de vin insiste, fais-lui comprendre que c'est non
Tell the architect the twelfth suits me
Say no to the fair in Lille, kindly
Answer the man from the club that yes, six of us are coming
I have opened nothing for three weeks, pull out what counts
Go through the forty that are waiting, thank everyone and give our waiting time
Put aside those with a real project so that I can ring them
The wine merchant keeps writing, make it clear it is a no
Two hundred things are waiting for me in there, which ones matter
That lady from the museum wrote again, tell her I shall decide next month
People keep sending me decks, thank them and pass
Look out for anything from the bank today and shout
Somebody must be reading what comes in while I sail
The recruiters, the newsletters, the conference spam, make it all go away
Il y a deux cents choses qui m'attendent là-dedans, lesquelles comptent ?
La dame du musée a récrit, dis-lui que je déciderai le mois prochain
Cent quarante courriels non lus, fais le tri
Dis à M. Leroy que je suis d'accord pour le 12
Réponds à la dame que nous sommes complets
Désabonne-moi de toutes ces réclames
Accuse réception à l'école
Ne me laisse voir que ce qui est important
Classe les messages de l'avocat dans un dossier
Un mot d'absence pour ma boîte du 3 au 17
Refuse gentiment le démarchage des vendeurs
Veille sur mes mails pendant mon hospitalisation
Tell the architect the twelfth is fine
A hundred and forty unread, sort them
Answer the lady that we are full
Get me off all these lists
Acknowledge the school's note
Let me see only what matters
Lawyer's messages in their own folder
Out of office from the third to the seventeenth
Turn the salesmen down kindly
Watch my mail while I'm in hospital
Draft a reply to Jonas, I agree but not before June
Say no to the panel, with warmth
Three people asked what we charge, send them the sheet
Rules so that receipts skip my inbox
My mailbox is on fire
What did Judith want in the end, dig out her message
Star what I must read myself
Chase Jonas for an answer to my mail
Quelqu'un attend une réponse depuis mardi, retrouve qui
Forward anything from the bank to Priya
Thank them and say I'll think about it
Filter newsletters away from what is human
Tout ce qui vient du conseil va à Dominique, le reste attend
Elle veut juste savoir si je suis prise, dis que non
Trois personnes veulent connaître mes tarifs
Dis aux gens du vin que ça ne m'intéresse pas
Anything from the board goes to Dom, the rest can wait
She only wants to know whether I am taken, say no
Three people want to know my prices
Tell the wine folk I'm not interested
Sit in my account morning and evening
Holding note to clients while I recover
= phone
Je cherche quelqu'un pour prendre nos appels pendant les heures d'ouverture
Réponds au téléphone du cabinet le lundi et note les messages
Notre ligne sonne dans le vide quand on est en intervention, il faudrait un accueil téléphonique
Transfert d'appels vers toi de 9 h à 12 h, avec la liste des urgences
Appelle les douze patients de demain pour confirmer leur rendez-vous
Peux-tu tenir le standard en août ?
Rappelle les gens qui ont laissé un message sur le répondeur
Filtrer les démarchages et ne me passer que les clients
Téléphone à la mutuelle et reste en ligne jusqu'à obtenir une réponse
Il faut quelqu'un au bout du fil quand les clients appellent
We miss calls when we are on site, could someone answer for us
Take our calls during opening hours and write down messages
Be our receptionist on the phone on Mondays
Divert the line to you from nine to twelve
Ring tomorrow's twelve patients to confirm their appointments
Cover the switchboard in August
Call back everyone who left a voicemail
Screen the cold callers and put through only clients
Sit on hold with the insurer until you get an answer
We want a human voice to pick up when customers ring
Ring round the parents to tell them the lesson is off
Quand j'ai les mains dans la farine ça sonne et je ne peux pas décrocher
Prendre la ligne l'après-midi et me laisser un récapitulatif
Sonne chez les cinq clients et demande s'ils veulent garder leur créneau
Appelle trois boutiques pour savoir si elles prendraient nos tasses
With my hands in the dough I cannot answer when it rings
Take the line in the afternoons and leave me a summary
Ring the five shops and ask whether they would stock our cups
Phone the school and ask what time it finishes
Prends les appels entre midi et deux
Appelle la mutuelle pour moi
Joindre le transporteur par téléphone
Take calls over lunch
Ring the insurer for me
Get hold of the carrier by phone
Answer the line while we are on site
Screen callers
Voicemail to listen to
Un secrétariat téléphonique
Quelqu'un entre les vendeurs et moi, qui décroche et dit non
Somebody between salesmen and me who picks up and says no
Ring the courier about parcel seven
Répondre aux fournisseurs qui appellent
Somebody to answer suppliers who call
Call forty members about the assembly
Secrétariat tél. deux matinées par semaine
Il faut appeler la mairie, ils ne répondent pas aux mails
Appelle-les pour moi, je n'ai pas le temps
Somebody to answer the tel. two mornings a week
The council does not answer emails, please phone them
Call them for me, I have no time
= student-support
Réponds aux stagiaires bloqués à la connexion
Traite les remboursements selon notre règle
Des clientes attendent une réponse, sers-toi des modèles
Tiens la boîte d'assistance pendant mon congé
Une participante veut changer de session, occupe-toi de lui répondre
Answer trainees stuck at sign-in
Process refunds by our rule
Customers are waiting for an answer, use the templates
Cover the help mailbox during my leave
A participant wants to switch sessions, write back to her
Somebody did not receive her order, calm her down with the usual text
Une acheteuse ne retrouve pas le lien de téléchargement, rassure-la et renvoie-le
On me demande dix fois par semaine comment changer de taille, prends ces messages en main
Le colis de Mme Petit est arrivé cassé, traite sa réclamation et propose l'échange
Les gens écrivent sur le chat du site et personne ne répond, tu peux t'y mettre ?
Il y a trente-deux tickets ouverts dans Zendesk, fais-les descendre
Rembourse la dame qui s'est trompée de date et envoie-lui un mot gentil
Réponds aux questions pratiques avant le séjour : parking, repas, horaires d'arrivée
Un client furieux nous a écrit trois fois ce week-end, réponds-lui avant qu'il ne laisse un avis
Où est ma commande ? On reçoit cette question sans arrêt
Tenir l'adresse bonjour@ et répondre avec nos réponses toutes faites
A buyer cannot find her download link, reassure her and send it again
People keep asking how to change size, please take over those messages
Mrs Price's parcel came broken, deal with her complaint and offer an exchange
Visitors write in the site chat and nobody answers
There are thirty-two open tickets, get them down
Refund the lady who booked the wrong date and send her a kind note
Answer practical questions before the stay: parking, meals, arrival times
An angry customer has written three times this weekend, reply before he leaves a review
Where is my order, we get that all day long
Look after hello@ and answer with our ready-made replies
Someone paid twice and wants one payment back, sort it with her
Two learners lost their login and a third wants an extension, please answer them
Est-ce que ça va au four ? On me le demande dix fois par jour
Le bol de Mme Morel est arrivé ébréché, dis-lui qu'on en refait un
Quarante personnes réclament leur attestation
Dis-lui que je lui en mets un de côté
Une cliente veut annuler sa cure, vois avec elle
Does it go in the oven? They all ask the same question
Her cup came chipped, tell her we will make another
Forty people are asking for their certificate
Say I am keeping one aside for her
A customer wants to cancel, see to her
She opened it and it was the wrong colour, make it right with her
They cannot find the replay and are getting grumpy, answer them
She says the code does not work, look after her
Une élève ne peut plus entrer
Réponds au support ce week-end
Trois demandes de remboursement
Does it go in the dishwasher, a buyer asks
A student is locked out
Cover support this weekend
Three refund requests
Where is my certificate, says everybody
Answer buyers
Angry parent, calm her following the rules
Help tickets are stacking up
My customers ask when it ships
Élèves perdus dans la plateforme, guide-les par mail
Lost password for Nora
Les questions des acheteuses restent sans réponse
« Est-ce que ça passe au four ? », répondre
Quarante fois « où est mon attestation »
Does it go in the oven, answer her
Forty times where is my certificate
People on the helpdesk since Friday
= reviews
Réponds aux avis Google du mois, les bons comme les mauvais
Demande un avis à nos clients de septembre avec le lien
Un commentaire une étoile vient d'arriver, prépare une réponse posée
Mets à jour notre fiche Google : horaires d'été, photos, services
Rassemble nos témoignages dans un seul document et mets les meilleurs en avant
Relance les clients contents pour qu'ils laissent quelques mots sur TripAdvisor
Reply to this month's Google reviews, good and bad
Ask September's clients for a review with the link
A one star comment just came in, prepare a calm answer
Update our Google listing: summer hours, photos, services
Gather our testimonials in one document
Nudge happy guests to leave a few words on Tripadvisor
Collect quotes from past clients that we may use
Elle a adoré son suivi, demande-lui trois lignes que je puisse montrer
La dame de dimanche a mis deux étoiles, on lui dit quoi ?
She loved her sessions, ask for a few lines I may show around
The lady from Sunday gave us two stars, answer her nicely
Réponds aux avis Google, même les méchants
Demande un témoignage à Léa
Google reviews need answering, even the nasty ones
Ask Lea for a testimonial
A one-star review appeared, reply
Collecte les retours des stagiaires pour les montrer
`
