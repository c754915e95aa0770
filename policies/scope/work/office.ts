/** Work of offices and lives: time, mail, journeys, people, money, law, as people ask for it. */
export const office = `
= calendar
Trouve trois quarts d'heure avec Nadia et Léon avant la fin du mois
Déplace mon entretien de mercredi et avertis les intéressés
Réserve-moi les matinées pour travailler au calme
Fixe un rendez-vous récurrent entre mon associé et moi, le premier lundi
Reporte dans le calendrier familial les entraînements, les spectacles et les vacances
Libère mon après-midi, je suis coincée chez le médecin
Mon jeudi déborde, étale ce qui peut attendre et laisse-moi manger
Réunir Montréal, Dakar et Nice en visio à une heure humaine
Envoie une invitation avec lien visio à toute l'équipe projet
Refuse le créneau proposé et suggère mardi en huit
Combien de trous me reste-t-il cette semaine ? Case-moi le banquier
Décale tous mes points hebdomadaires d'une demi-heure
Find three quarters of an hour with Nadia and Leon before month end
Move my Wednesday interview and let people know
Keep my mornings free for quiet work
Fix a recurring slot with my partner, first Monday
Enter practice times, shows and holidays in the household calendar
Free up my afternoon, I am stuck at the clinic
My Thursday is bursting, spread what can wait and leave me time to eat
Get Montreal, Dakar and Nice on a call at a humane hour
Send an invite with a video link to the project team
Turn down the proposed slot and suggest Tuesday week
Squeeze the bank manager in somewhere this week
Shift all my weekly catch-ups by half an hour
Two of my appointments overlap, please untangle them
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
= travel
Un aller-retour en train pour Dijon jeudi, retour dans la soirée
Trouve une chambre près du port, trois nuits, budget raisonnable
Prends l'avion d'après, le rendez-vous s'éternise
Il faut que je sois à Genève à neuf heures, donc dormir sur place la veille
Organise le déplacement de la troupe à Porto : billets, logement, transferts
Une place côté fenêtre et un taxi à l'arrivée
On reste une nuit de plus, prolonge l'hôtel et décale le retour
Loue un utilitaire à la gare pour trois jours
Un circuit d'une semaine en Islande avec des enfants
Enregistre-nous en ligne et envoie les cartes d'embarquement
Billets de ferry pour cinq avec la voiture
Return train to York on Thursday, back in the evening
Find a room by the harbour, three nights, sensible budget
Get me on the later plane, the session drags on
I must be in Geneva by nine so a bed there the night before
Organise the company's journey to Porto: tickets, lodging, transfers
A window seat and a cab on arrival
We stay one more night, extend the hotel and shift the return
Rent a van at the station for three days
A week's tour of Iceland with children
Check us in and send boarding cards
Ferry tickets for five with the car
My connection was cancelled, get me home somehow tonight
How do I get from the airport to the village, book whatever is quickest
I have to speak in Oslo on the 9th, sort out getting there and somewhere to sleep
= meetings
Assiste à la séance de mardi et rédige le compte rendu avec les tâches de chacun
Une fiche sur chaque juré que je rencontre : parcours, goûts
Réécoute l'assemblée enregistrée et liste les votes
Prépare l'ordre du jour du bureau et le dossier des participants
Je vois la nouvelle préfète lundi, qui est-elle, sur une page
Tiens un journal des décisions d'un comité à l'autre
Envoie les points d'action de ce matin à tous
Attend Tuesday's session and write it up with everyone's tasks
A sheet on each juror I meet: career, tastes
Listen back to the recorded assembly and list the votes
Prepare the agenda and papers for the bureau
I meet the new mayor on Monday, who is she, on one page
Keep a log of decisions from one committee to the next
Send this morning's action points to all
Sit in on the calls and note who promised what
Give me the background on the people at tomorrow's lunch
= events
Déniche trois gîtes pour un séminaire de quinze personnes, avec devis
Note les réponses au dîner des bénévoles et les régimes alimentaires
Fais livrer des plateaux pour la journée de formation
Un pot pour les vingt ans de l'atelier, une soixantaine de personnes, trois lieux possibles
Plan de table du mariage associatif, et préviens la salle pour les fauteuils roulants
Organise la fête d'été : musique, buvette, tentes
Retiens la salle des fêtes, les tables et la sono
Relance les invités qui n'ont pas confirmé
Three lodges for a fifteen person seminar with quotes
Track replies for the volunteers' dinner and diets
Have lunch trays delivered for the training day
Drinks for the workshop's twentieth year, sixty people, three possible places
Seating plan for the gala, and warn the hotel about wheelchairs
Organise the summer fair: music, bar, tents
Hold the village hall, tables and sound system
Chase guests who have not confirmed
Somewhere outdoors for the staff picnic with a plan for rain
Get prices from caterers for a cold buffet
= expenses
Mes tickets de parking et d'hôtel sont dans la pochette, remplis la note de frais
Saisis mes kilomètres du mois dans le formulaire
Télécharge les reçus de train sur l'appli et joins-les à ma demande de remboursement
Il manque le justificatif du restaurant, redemande-le
La clôture des frais est mardi, termine ma déclaration et soumets-la
Parking and hotel slips are in the pouch, fill in the claim
Enter this month's mileage in the form
Download rail receipts and attach them to my reimbursement request
The restaurant receipt is missing, ask them again
Claims close on Tuesday, complete mine and submit it
I paid out of pocket for the stall, get it refunded by the company
= documents
Harmonise les titres et la police du mémoire technique, ajoute un sommaire
Ma monographie est un patchwork de styles, unifie la mise en forme
Réunis ces sept fichiers en un PDF avec signets
Les diapos sont prêtes mais disparates, passe-les dans notre modèle
Crée un papier à en-tête et un modèle de convention
Redresse les tableaux du dossier, colonnes et bordures
Transforme mon brouillon en polycopié propre, contenu définitif
Remplis ce formulaire PDF avec nos informations
Make headings and fonts consistent in the technical report, add contents
My monograph is a patchwork of styles, unify the layout
Combine these seven files into one PDF with bookmarks
The slides are done but mismatched, put them in our template
A letterhead and an agreement template
Straighten the tables in the file, columns and borders
Turn my rough sheet into a clean handout, content final
Margins and numbering are off in the Word version, wording stays
Fill this PDF form with our details
Make the spreadsheet print nicely on two pages
= data-entry
Saisis les cent bulletins papier dans Excel
Passe les cartes de visite de la foire dans HubSpot
Supprime les lignes en double du fichier des donateurs
Reporte les changements d'adresse dans l'annuaire
Mon registre est manuscrit, à transférer dans un tableur consultable
Complète les fiches des artistes avec téléphone et mail
Type the hundred paper ballots into Excel
Put business cards from the fair into HubSpot
Remove repeated rows from the donor file
Carry the changes of address into the directory
My ledger of orders is handwritten, transfer it to a searchable sheet
Fill in phone and email on the artists' records
Count the coupons and log them in the table
= gifts
Fais porter un bouquet à ma tante pour sa fête
Un jouet pour mon neveu qui aime les fusées, trente euros, papier cadeau
Une attention pour le départ de la comptable, livrée au bureau
Commande une pièce montée pour dix, à prendre vendredi
Des chocolats à mes quinze meilleurs clients avant les fêtes
Choisis un beau livre pour les quarante ans de mon frère
Have a bouquet taken to my aunt
A toy for my nephew who loves rockets, thirty pounds, gift wrap
A token for the bookkeeper's leaving, delivered to the office
Order a cake for ten, collection on Friday
Chocolates to my fifteen best clients before the holidays
Choose a fine book for my brother's fortieth
Roses at her door by lunchtime with a card from all of us
It is our secretary's last week, find something nice under fifty
= household
Le ballon d'eau chaude fuit, trouve quelqu'un de disponible
Le poêle demande son entretien annuel, prends date avec un chauffagiste
Rendez-vous chez l'orthodontiste pour ma fille après dix-sept heures
Une table tranquille samedi pour six, sans musique
Résilie la box et la salle de sport
Le chat doit être vacciné, cale le vétérinaire
Trouve une aide ménagère et quelqu'un pour garder les petits le mercredi
Inscris mon fils au judo et à la cantine
Le contrôle technique arrive à échéance, prends un créneau
Fais livrer les courses chez mon père chaque mardi
Renouvelle ma carte de stationnement
Réserve une coupe chez le coiffeur et un massage
Un électricien pour la panne du garage, samedi si possible
Commande le fauteuil repéré et fais-le livrer
The water tank leaks, find somebody available
The heating needs its yearly check, fix a date with an engineer
Orthodontist for my daughter after five
A quiet table for six on Saturday
Cancel the broadband and gym contracts
The cat needs her vaccination, arrange the vet
Find a cleaner and someone to mind the children on Wednesdays
Sign my son up for judo and school meals
The car needs its inspection, get a slot at the garage
Weekly groceries to my father's flat
Renew my parking card
A haircut and a massage before the trip
An electrician for the garage, Saturday if possible
Order the armchair I saw and have it delivered
Find a piano tuner and a chimney sweep
My passport photos, dry cleaning and prescription need arranging
= hiring
Diffuse l'annonce du poste, rédigée, et range les réponses dans le tableau
Cale les entretiens des six retenus
Réponds gentiment à ceux qu'on ne prend pas
Trie les CV selon la grille et propose des créneaux aux meilleurs
On recrute deux saisonniers, suis les candidatures de bout en bout
Publish the vacancy, it is written, and file the answers in the tracker
Book interviews with the six we kept
A kind answer to those we do not take
Sort CVs by our grid and offer times to the best
We are taking on two seasonal hands, follow the applications through
Thank every applicant and tell them when they will hear
Line up first conversations with people who applied for the cook's position
= transcription
Mets par écrit mot à mot l'entretien avec la chercheuse
Mes vocaux du chantier, à taper proprement
Six témoignages enregistrés à retranscrire
Pages de cahier photographiées, à passer en texte
Type the interview with the researcher word for word
My voice messages from the site, in writing
Six recorded testimonies to transcribe
Photographed pages of a notebook into text
Every word of the radio piece on paper with the names of the speakers
I dictated three letters, type them
= accounting
Rapproche le compte et le logiciel pour avril
Classe mes dépenses et saisis les écritures
Les relevés s'empilent depuis l'hiver, mets la compta d'aplomb
Prépare tout pour le bilan
Tiens le livre de recettes de l'association
Reconcile the account with the software for April
Sort my spending and enter the transactions
Statements have piled up since winter, get the books straight
Prepare everything for year end
Keep the cash book of the society
Why does the balance not match the bank
= invoicing
Envoie les factures de mai aux pensionnaires
Devis et factures en retard depuis l'été, prends le relais
Relance les deux mauvais payeurs
La galerie me doit encore ma part, écris-lui
Facture la mairie pour les trois ateliers
Send May's invoices to the boarders
Quotes and bills are late since summer, take over
Chase the two late payers
The gallery still owes me my share, write to them
Bill the council for three workshops
Make out a credit note and send the statement of account
= tax
Fais la déclaration de TVA
Déclare mon chiffre d'affaires à l'URSSAF
Les bulletins de paie de l'équipe
Ma déclaration de revenus, avec ce que je peux déduire
File the VAT return
My income tax, with what I can claim
Run the wages for the team
Declare my turnover and work out contributions
= legal
Lis ce bail et dis-moi ce qui est risqué
Rédige nos conditions de vente
Ai-je le droit d'utiliser ces photos ?
Un accord de confidentialité pour le prototype
Un ancien client me menace d'un procès, que risque-t-on ?
Mets le site en règle avec le RGPD
Monte le dossier de visa du danseur
Protège le nom de la marque
Le contrat de la résidence contient-il des pièges ?
Read this lease and tell me what is risky
Draft our terms of sale
Am I allowed to use these photos
A confidentiality agreement for the prototype
A former client threatens to sue, where do we stand
Make the site GDPR compliant
Prepare the dancer's visa file
Protect the brand name
Any traps in the residency contract
Is the supplier entitled to raise prices mid contract, who is liable
= it-support
Mon portable s'éteint sans prévenir
Internet saute sans arrêt à l'atelier
Le scanner refuse de démarrer
La messagerie ne se synchronise plus sur ma tablette
J'ai supprimé des photos, récupère-les
Installe la suite bureautique sur les postes
Je ne peux plus entrer dans mon compte, l'authentification bloque
My notebook switches off without warning
The internet keeps dropping at the studio
The scanner will not start
Mail no longer syncs on my tablet
I deleted photos, get them back
Install the office suite on our machines
I cannot get into my account, the code never comes
Screen goes black after the upgrade
Set up my new phone and move everything across
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
= strategy
Aide-moi à choisir quelle activité garder et à quel tarif
Donne-moi ton avis sur mon modèle
Quel public viser ? Réfléchissons à une stratégie
Accompagne-moi pour développer l'entreprise
Help me choose which activity to keep and at what rate
Give me your view on my business model
Which audience should we aim for, let us think strategy
Guide me in growing the firm
What should our offer be next year
= paperwork
Monte le dossier de subvention de la compagnie
Les démarches de carte grise et de changement de siège
Fill in the grant application for the company
The forms for the town hall, permits and change of address
`
