/** Winning customers and keeping them. */
export const customers = `
= crm
Mets de l'ordre dans la base de contacts, statuts et fusions
Verse les visiteurs du salon dans Pipedrive, chacun étiqueté
Un pipeline pour suivre mes chantiers du premier appel à la livraison
Ajoute un champ obligatoire aux fiches
Order in the contacts base, statuses and merges
Import fair visitors into Pipedrive with a label
A pipeline for my building jobs from first call to delivery
A compulsory field on each record
Old leads should be archived and the new ones assigned a stage
I want to see at a glance who is waiting for an answer from us
Note dans HubSpot ce qui s'est dit avec chaque client cette semaine
La base contient des gens partis depuis des années, nettoie
Ajoute les contacts du forum avec leur source
Mets à jour les fiches : qui a signé, qui attend, qui est perdu
Range nos clients par type et par ville
Log in HubSpot what was said with each client this week
The base holds people gone for years, clean it
Add contacts from the forum with their source
Update the records: who signed, who is waiting, who is lost
Sort our clients by type and town
Move everything from the old address book into the new system
Deux cents pistes à qui personne n'a parlé depuis l'automne, mets chacune à sa place
Vingt fichiers d'inscrits tous différents, une seule personne par personne dans HubSpot
Two hundred leads nobody has spoken to since the autumn, put each where it belongs
Twenty sign-up files, all different, one human per human in HubSpot
Who have we not spoken to in a year, and what was the last word
Every lead should have an owner and a next step
Mets ces contacts dans HubSpot avec leur étape
Fusionne les doublons
Le pipeline ne ressemble à rien
Ajoute une colonne « origine » aux fiches
Contacts from the fair into HubSpot
Merge duplicates
Pipeline is a jungle
Add a source field
Update Salesforce after yesterday's calls
Close lost anything older than a year
Who owns which account, tidy
Lifecycle stages for leads and clients
Les prospects du stand dans Pipedrive avec un rappel chacun
Change of address for the Oduyas, and log the call
= prospecting
Appelle quarante écoles pour leur vendre nos visites
Trouve-moi des acheteurs, démarche les restaurants
Reprends contact avec ceux qui avaient demandé un prix et fais-les signer
Envoie un message commercial à deux cents inconnus
Négocie dix pour cent avec l'imprimeur
Ring forty schools and sell our tours
Find me buyers, go after restaurants
Get back to those who asked for a price and make them sign
Send a sales message to two hundred strangers
Bargain ten percent off with the printer
Book me first meetings with people who have never heard of us
Build a list of prospects and start pitching
Il me faut des clients, trouve-en et appelle-les
Contacte sur LinkedIn cinquante directrices de crèche et propose un rendez-vous
Achète un fichier d'adresses et envoie notre offre
Décroche-moi des rendez-vous avec des DRH
Vends mes places restantes par téléphone
Obtiens une remise de notre imprimeur
I need customers, find some and call them
Message fifty nursery heads on LinkedIn and suggest a meeting
Buy a list of addresses and send our offer
Get me appointments with HR directors
Sell my remaining places by phone
Talk the printer down
Follow up cold leads until they buy
Qualifie les pistes reçues et passe-moi les plus chaudes
Appelle des mairies pour leur proposer mon spectacle
Envoie cinquante messages à des hôtels qui ne nous connaissent pas
Trouve des clients pour mon cabinet, contacte-les
Décrocher des rendez-vous chez des notaires
Vends des encarts dans le programme aux commerçants
Fais baisser le prix au loueur
Ring town halls and pitch my show
Fifty messages to hotels that never heard of us
Get me clients, contact them
Meetings with solicitors who do not know me yet
Sell ad space in the programme to shops
Bring the hirer's price down
Lead generation for the new service
Knock on doors, virtually
Cold outreach on LinkedIn
Win back lost customers by phone
Convince the three hesitant buyers
Il me reste huit places, va les vendre
Dresse une liste d'acheteurs et écris-leur comme si on se connaissait
Demande un rabais à l'imprimeur, insiste
Eight seats left, go and sell them
List buyers and write to them as if we had met
Ask the printer for a discount, insist
Introduce us to twenty buyers in retail
Haggle with the venue
Follow strangers on LinkedIn until they book a call
= sales-followup
Que deviennent les devis envoyés en septembre ? Relance chacun
Les prospects du salon n'ont pas eu de nouvelles, renvoie-leur notre offre
Note les réponses aux devis et fais-moi un point par semaine
Demande à Mme Roux si elle se décide pour la cuisine
What became of the quotes we sent in September, ask each of them
The people from the fair have not heard from us, send the offer again
Log answers to our quotes and report weekly
Ask Mrs Ross whether she has decided on the kitchen
Ceux qui ne disent ni oui ni non, demande-leur sans insister
Demande à Mme Kerbrat si elle signe
C'est bon, c'est mort ou ça traîne ? Trois colonnes
Those who say neither yes nor no, ask without pushing
Ask Mrs Kirby whether she signs
Won, dead or dragging, three columns
Relance les devis sans réponse
A-t-elle signé
Nudge quotes with no answer
Has she signed
Which of the estimates are won
Un petit message à l'hôtel pour savoir s'ils se décident
What became of our offer to the college
Ceux qui ne disent ni oui ni non
Neither yes nor no from twenty of them
= client-onboarding
Dès qu'un client signe : questionnaire, contrat en ligne, dossier, date de démarrage
Prépare l'arrivée de notre nouvelle cliente, dossier et kit
Le parcours d'entrée est flou, construis-le de bout en bout
Contrat type dans l'outil de signature
As soon as someone signs: questionnaire, online contract, folder, start date
Prepare the arrival of our new client, folder and pack
The entry path is unclear, build it end to end
Standard agreement into the signing tool
New customers should be welcomed the same way each time, forms and all
Une nouvelle coachée commence lundi, envoie-lui tout ce qu'il faut et ouvre son espace
Contrat à signer, questionnaire, premier rendez-vous : lance la machine pour M. Weber
Prépare un livret de bienvenue envoyé à chaque client
Que se passe-t-il une fois que les gens ont payé ? Organise la suite
A new coachee starts on Monday, send her everything and open her space
Contract to sign, questionnaire, first date: set it going for Mr Weber
A welcome booklet that every client gets
What happens once people have paid, organise what follows
Close the file of clients who have finished with a goodbye pack
Dix-huit personnes commencent en septembre, chacune doit avoir son accord, son espace et son horaire
C'est signé avec la maison Royer, mets tout en route
Eighteen people start in September, each needs an agreement, a space and a time
It is signed with the Royers, set everything in motion
The Millers said yes, do your welcome thing
Get the newcomers' paperwork signed before the first session
Contrat à signer, questionnaire, dossier : M. Weber commence
Kit de bienvenue
Yes from the Millers, send the agreement and intake
Welcome pack
Kick-off form and shared folder
E-signature on the standard agreement
The first week of a new client, make it smooth
Gift and checklist on day one
Offboarding: final files and farewell
Nouvelle cliente, ouvre tout
Arrivée de dix personnes de l'entreprise, accord, espace, premier rendez-vous
Dix-huit managers à accompagner, chacun son accord, son espace, son premier horaire
Eighteen managers to bring aboard, each an agreement, a space, a first slot
`
