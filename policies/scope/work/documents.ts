/** Documents, files, figures and facts. */
export const documents = `
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
J'ai jeté des idées dans Word, donne à ce document une allure professionnelle
Remets d'aplomb la numérotation et la table des matières de ma thèse
Le modèle de proposition est laid, refais les styles
Convertis ces scans en un seul PDF léger
Mets l'en-tête de l'association sur ces courriers types
Fais de ce tableau une page lisible à imprimer
Crée un modèle de compte rendu, un de devis et un de contrat
Le dossier de candidature doit tenir sur vingt pages, marges et polices imposées
I threw ideas into Word, give the thing a professional look
Put the numbering and contents of my thesis right
The proposal template is ugly, redo the styles
Turn these scans into one light PDF
Put the society's letterhead on these standard letters
Make this table into a printable page
Create templates for minutes, quotes and contracts
The application must fit twenty pages with set margins and fonts
Clean up the layout of my cookbook file, I am happy with the words
Make this look presentable for the trustees
Que tout ce qui sort de chez nous ait la même tête
Everything that leaves the house should look the same
A worksheet people can print on one side
It reads well but looks like a ransom note, fix the look
The auditors want it in their own template by tomorrow
One file, numbered, with a cover, out of these nine
Mets le rapport au propre, titres et numéros
Remplis le formulaire de la mairie avec ce que tu sais
Un PDF que l'on peut signer
Modèle de lettre avec notre en-tête
Sommaire cliquable dans le livret
Convertis en Word ce scan
Harmonise les vingt annexes
Tableau comparatif propre à partir de mon brouillon
Tidy the report, headings and numbers
Fill the council form from what you know
PDF people can sign
Letter template with our heading
Contents page that clicks
Scan to Word
Make the twenty appendices match
Merge the nine files into one pack
Handout from my notes, one side
Track changes accepted, clean copy
Certificates for thirty participants, names in the list
The binder for the auditors, tabs and index
The pages are in the wrong order and the margins wander
Make the policy look like one document
Une attestation de présence par stagiaire
Quatre personnes ont collé dedans, chaque chapitre a sa police
Un seul style, des numéros qui se suivent, un sommaire qui clique
Tout ce qui sort de chez nous doit avoir la même tête, devis, lettre, rappel
Four people pasted into it, each chapter has its own font
One style, numbering that runs, a contents page that clicks
Everything we send should look alike, quote, letter, reminder
Locked copy beside the editable one
Mettre ce texte en page sur une feuille A4 avec notre logo en haut
La fiche doit tenir sur une page, le contenu est dans le Word
Set this text on one A4 page with our logo on top
The sheet must fit on one page, content is in the Word file
= slides
Mon exposé de jeudi tient en vingt diapos brouillonnes, rends-les présentables
Prépare une présentation PowerPoint à partir de mon plan
Un support visuel pour mon intervention au lycée, dix écrans
Passe le rapport annuel en diaporama pour le conseil
Ajoute les graphiques du trimestre au deck investisseurs
Harmonise les slides de l'équipe dans notre masque
My talk on Thursday is twenty messy slides, make them presentable
Build a PowerPoint from my outline
A visual aid for my school visit, ten screens
Turn the annual report into a deck for the board
Add the quarter's charts to the investor deck
Bring the team's slides into our master
Keynote for the pitch, I will talk, you do the screens
La diapo 7 affiche encore les ventes de l'an dernier
Qu'on croie qu'une seule personne a fait la présentation
Slide 7 still shows last year's sales
Make the deck look as if one person had made it
Thirty frames, very little text, charts people can read from the back
Diapos pour le conseil à partir de mon texte
Rafraîchis la présentation, elle est longue
Graphiques lisibles de loin
Slides for the board from my text
Freshen the deck, it drags
Charts one can read from afar
Twelve frames for the pitch
Put the figures on a slide
Speaker notes under each screen
Présentation de soutenance, vingt écrans
Trente-cinq écrans, très peu de texte, les courbes redessinées
Thirty frames for Ghent from my plan
Talking points tucked underneath
The deck from 2019 in our new look
= filing
Nos fichiers sont éparpillés entre trois ordinateurs et un Drive, mets de l'ordre
Renomme les 600 scans et classe-les par année
Propose une arborescence et déplace tout dedans
Fais le ménage dans Dropbox, il y a des copies partout
Archive les dossiers clos et note où ils sont
Je ne retrouve jamais rien dans mes documents, range
Classe les papiers numérisés de la succession
Our files are scattered over three computers and a Drive, put order in it
Rename six hundred scans and sort them by year
Suggest a folder structure and move everything in
Clean up Dropbox, copies everywhere
Archive closed cases and note where they are
I never find anything in my documents, tidy them
Collect last year's signed contracts in one folder with sensible names
Sort fifteen years of family photos by date
Neuf mille photos de chantier en vrac, par rue et par mois, le reste poubelle
Ils s'appellent tous document.pdf, nomme-les par entreprise et par date
Nine thousand site photos in a heap, by street and by month
They are all called document.pdf, name them by firm and date
Range le Drive
Nomme les scans par date
Où est le devis signé
Tidy the drive
Name scans by date
Where is the signed quote
Folders per client
Photos by street and month
Get rid of duplicate files
Archive last year
Shared folder permissions
Neuf mille photos à trier par chantier
Retrouver en dix secondes la photo d'un mur
Find the picture of a wall in ten seconds
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
Recopie le carnet de rendez-vous papier dans l'agenda partagé
Tape les 300 fiches d'adhésion dans la base
Mets à jour les numéros de téléphone d'après la liste jointe
Il y a des Dupont partout dans le fichier, garde une seule ligne par personne
Passe les scores de la compétition dans le tableau
Relève les compteurs sur les photos et note les chiffres
Les étiquettes de la cave doivent finir dans un tableau : cru, année, nombre
Copy the paper diary into the shared calendar
Type three hundred membership cards into the database
Update phone numbers from the attached list
The file is full of the same people, keep one line each
Put the competition scores in the table
Read the meters on the photos and note the figures
Labels from the cellar into a list: wine, year, quantity
These guest book pages should become a list of names and addresses
Deux fois la même dame, garde la nouvelle adresse
Elle s'est mariée, change son nom partout
Le carnet de bord au crayon, trente pages à recopier
The same lady twice, keep the newer address
She married, change her name everywhere
A pencil log book, thirty pages to copy out
The list from the fair is in three handwritings, get it into the system
Half the addresses bounced, find and correct them
New phone numbers for the whole village hall committee
Recopie les fiches papier dans le tableau
Saisis les cartes de visite du salon
Les bulletins d'adhésion à entrer
Trois cents adresses à taper
Corriger les codes postaux
Mets à jour le nom de la cliente qui s'est mariée
Type the paper cards into the sheet
Business cards from the fair
Membership slips to key in
Three hundred addresses
Fix the postcodes
She has a new surname, change it everywhere
Gone away, mark them
Survey forms on paper, key them in
Numbers from the PDF into columns
Log the donations
Old ledger into Excel, line by line
Retape les questionnaires
La moitié de nos donateurs ont déménagé, corrige les adresses
Trente et une pages de carnet à recopier dans le fichier
Elle s'appelle maintenant Finch
Half our donors have moved, fix addresses
Thirty-one pages of a logbook to copy into the file
Bernice Olan is now Bernice Finch
Mark those who have left
= spreadsheets
La formule des totaux ne tombe plus juste
Un tableau de bord des ventes avec courbe
Passe le fichier Excel dans Airtable
Un suivi des heures par client qui calcule tout seul
The totals formula is off
A sales dashboard with a curve
Bring the Excel file into Airtable
A sheet that adds hours per client by itself
The figures I look at every morning on a single screen
J'ai besoin d'un tableau qui suive mon stock et me prévienne
Fais un budget prévisionnel sur douze mois, formules comprises
Fusionne ces quatre onglets et calcule les totaux par client
Un graphique de l'évolution de mes ventes
La RECHERCHEV renvoie une erreur
I need a sheet that follows my stock and warns me
A twelve month budget with formulas
Merge these four tabs and total by client
A chart of how my sales evolve
The VLOOKUP returns an error
Colour the late ones red and count them
Formule qui additionne par mois
Un tableau pour mes chantiers
Airtable des intervenants
Formula adding up by month
A sheet for my sites
Airtable of speakers
Pivot by region
Drop-down lists and colours for late ones
Migrate from Excel to Airtable
VLOOKUP broke
Dashboard that refreshes alone, one screen for the whole company
Split first and last names
Inventory tracker
Budget sheet for the wedding season
Trésorerie prévisionnelle dans un tableur
Le tableur ne calcule plus la colonne F
Un seul écran pour toute la boîte, alimenté par tout
Something permanent drawing from checkout, course and diary
Totals by site and by month, colours when late
= stats
Combien de lecteurs ont ouvert et cliqué ces six derniers mois ? Dans le tableau
Le point mensuel : abonnés, visites, ventes, comparé à l'an dernier
Relève les chiffres de nos comptes pour septembre et remplis le suivi
D'où arrivent les visiteurs du site ? Un court bilan
Quels contenus ont le mieux marché ce trimestre ? Classe-les
Actualise notre tableau de bord avec les données du trimestre
How many readers opened and clicked over six months, into the sheet
Monthly numbers: followers, visits, sales, against last year
Which pieces did best this quarter, rank them by saves
Pull September's figures from Analytics and fill in the tracker
Where do our visitors come from, a short report
How did the last three mailings perform
Est-ce que nos efforts sur les réseaux servent à quelque chose ? Sors-moi les courbes
Combien de ventes viennent de l'emailing et combien d'Instagram ?
Une page par mois avec ce qui monte et ce qui descend
Compare le trafic d'avant et d'après la refonte
Remplis la feuille de suivi avec les abonnés et les vues de la semaine
Quel jour nos lecteurs cliquent-ils le plus ?
Prépare les chiffres pour le conseil de mercredi : ventes, visites, inscriptions
Le rapport Google Analytics en clair pour quelqu'un qui n'y connaît rien
Is our effort on social media doing anything? Pull the curves
How many sales come from email and how many from Instagram
One page a month with what is up and what is down
Compare traffic before and after the redesign
Fill the tracking sheet with this week's followers and views
Which day do our readers click most
Have the numbers ready for Wednesday's board: sales, visits, sign-ups
The Analytics report in plain words
Show me whether the campaign paid off
D'où vient l'argent ? Par source : personnes, chiffre, remboursements
Un seul écran pour toute la boîte, par semaine et par mois
Savoir si je gagne ma vie
Where did the money come from, by source: people, revenue, refunds
One screen for the whole company, by week and by month
Tell me whether I actually make a living
Was the spring campaign worth it
Put last month side by side with the same month last year
Combien de gens sont venus par Instagram le mois passé
Mets les ventes et les abonnés de novembre dans le tableau
Est-ce que la dernière lettre a mieux marché que l'avant-dernière
Le bilan chiffré de l'année pour le conseil
Courbe des inscriptions semaine par semaine
Relève vues, partages et enregistrements des dix derniers reels
Quelles pages du site les gens regardent
Taux d'ouverture depuis janvier
D'où viennent nos acheteuses
Le top cinq de nos publications
Compare cette rentrée à la précédente
Fréquentation de la boutique en ligne, jour par jour
Remplir les indicateurs avant la réunion de mardi
How many came through Instagram last month
November's sales and followers into the tracker
Did the last letter do better than the one before
Year in figures for the board
Weekly curve of sign-ups
Views, shares and saves for the last ten reels
Which pages do people look at
Open rates since January
Where do our buyers come from
Top five posts
This autumn against last
Refund rate per month, one chart
What did the giveaway bring us
Completion per module and churn, one page
Numbers for the funder: attendance, ages, postcodes
Are the Tuesday sends worth it, look at the figures
Analytics for the launch week, page by page
Le rapport mensuel habituel : site, mails, réseaux, chiffre d'affaires
Occupancy by room and by month, same table as last year
Qu'est-ce que ça a rapporté, le stand ?
Combien se sont désinscrits ce trimestre
Combien de gens ont annulé
D'où vient l'argent de mars, source par source
Une page avec quelque chose de visuel
La fondation veut savoir ce que nos soirées changent : compter, regrouper, montrer
What did the fair bring in
How many left this quarter
How many people cancelled
Where did March's money come from, source by source
One page with something visual
The foundation wants evidence: count, group, show
Members in and out, cash in, by month
= data-analysis
Nettoie ces trois fichiers de ventes et dis-moi ce qui explique la baisse
Analyse les 400 réponses à l'enquête et tire les enseignements
Fais une régression sur les données de fréquentation
Work out from these sales files what explains the drop
Analyse four hundred survey answers and draw conclusions
Build a forecast model from the last five years
Code the open answers into themes and count them
Analyse l'enquête et dis ce qu'il en ressort
Forecast demand
Crunch the survey and tell me what it says
Regression on the sales
Modèle de prévision
= desk-research
Je cherche une vingtaine de librairies indépendantes qui prennent des dépôts, avec le nom du responsable et un contact, en tableau
Trouve des salles d'exposition dans l'Hérault, adresse, jauge et mail
Regarde ce que facturent les autres ateliers de reliure, cinq exemples
Compare trois caisses enregistreuses : prix, atouts, avis
Quelles fondations soutiennent la danse ? Montants, échéances, interlocuteurs
Dresse un tableau des écoles de cuisine de la région : prix, durée, avis
Quels mots-dièse emploient les comptes de vélo de voyage ?
Combien coûte un local de stockage dans trois quartiers, avec le pour et le contre
Qui dirige les achats dans ces huit hôtels ? Nom et adresse professionnelle
Un tour d'horizon des fabricants de bocaux, délais et quantités minimales
Renseigne-toi sur les aides au bilan carbone et résume sur une page
Où pourrait-on jouer en plein air l'été prochain ? Vingt pistes avec contact, j'écrirai moi-même
J'hésite entre plusieurs mutuelles et logiciels, fais-moi un comparatif
Repère les salons du livre de printemps avec dates limites d'inscription
Qui parle de notre sujet à la radio et en audio ? Liste avec animateur et lien
I'm after twenty independent bookshops that take consignments, with the owner's name and email in a table
Find exhibition rooms in Devon with capacity and contact
See what other bookbinders charge, five examples
Compare three till systems: price, strengths, reviews
Which foundations fund dance: amounts, deadlines, who to write to
A table of cookery schools in the county: fees, length, ratings
What hashtags do bike touring accounts use
What does storage cost in three districts, for and against
Who is head of purchasing at these eight hotels, name and address
Survey the makers of jam jars, lead times and minimum orders
Read up on carbon grants and sum it up on a page
Where could we perform outdoors next summer, twenty leads, I'll do the writing
I cannot choose between several laptops and printers, give me a comparison
List spring book fairs with entry deadlines
Who talks about our subject on radio and audio shows, host and link
Look into what permits neighbours of ours have obtained and how long it took
Qui sont les fabricants de toile cirée en Europe ? Un tableau avec minimum de commande
Il me faut une liste de maisons d'hôtes qui accueillent des stages de yoga
Renseigne-toi sur les délais pour faire venir une machine du Japon
Quel logiciel de caisse conviendrait à une librairie ? Trois pistes avec prix
Trouve les coordonnées des responsables culturels des communes voisines
Quels podcasts parlent de parentalité et reçoivent des invités ?
Que disent les gens de ce prestataire sur internet ?
Combien de temps faut-il pour obtenir un agrément ? Résume-moi la marche
Relève les prix des cours de céramique dans un rayon de vingt kilomètres
Cherche un endroit où stocker des archives, avec devis
Fais le point sur la réglementation des marchés de Noël
Une sélection d'articles récents sur le sommeil, avec liens
Qui pourrait nous prêter un barnum ? Dresse une liste
Who makes oilcloth in Europe, a table with minimum orders
A list of guest houses that host yoga retreats
Find out how long it takes to ship a machine from Japan
Which till software would suit a bookshop, three leads with prices
Get the contact details of culture officers in nearby towns
Which podcasts about parenting take guests
What do people say online about this contractor
How long does an accreditation take, sum up the steps
Note the prices of pottery classes within ten miles
Somewhere to store archives, with quotes
Where do things stand on Christmas market rules
A pick of recent articles on sleep with links
Who could lend us a marquee, draw up a list
I would like to know what is out there before I choose a new phone system
Qui vend du plâtre au sac de 25 kilos ?
Combien les autres prennent-ils pour un cours de deux heures ?
Retrouve le nom du monsieur qui a parlé au colloque
Je voudrais changer d'emballage, qui fabrique, où, à partir de combien
Who sells plaster in 25 kilo bags
How much do the others charge for a two hour class
Find the name of the gentleman who spoke at the breakfast
I want different packaging, who makes it, where, from what quantity
Is there a decent school of this kind within an hour of us, and what does it cost
Someone must rent out vintage buses, who
How did other charities word this and how much did they raise
What are the rules for bringing a dog to Ireland
Le meilleur rapport qualité prix pour un vidéoprojecteur, trois choix
Quels podcasts parlent de céramique et accueillent des invités
Trouve dix fleuristes qui livrent des fleurs locales en Bretagne
Que font les autres sophrologues de la région, à quel prix
Une liste d'influenceuses maman, moins de vingt mille abonnées
Les hashtags que prennent les pâtissiers
Compare quatre logiciels de caisse
Qui organise des salons du bien-être au printemps
Quels sont les horaires et tarifs des salles de coworking à Dijon
Renseigne-toi sur les labels bio et ce qu'ils demandent
Retrouve le nom de l'imprimeur que citait l'article
Cinq traiteurs végétariens avec leurs prix
Dénicher une photographe pas trop chère vers Angers
Which podcasts talk pottery and take guests
Ten florists who deliver local stems
What other hypnotherapists around here charge
List of mum influencers below twenty thousand
Hashtags that pastry chefs use
Compare four till systems
Who runs wellness fairs in spring
Coworking rates in Leeds
Look into organic labels and what they ask for
Find the printer mentioned in the article
Which schools within ten miles take boarders
Somebody reliable who mends pianos, three names
Background on the company before I say yes
What does the law firm next door actually do, and who runs it
Options for a co-working day near the airport
Quel papier recyclé tient l'aquarelle, trois références
Sourcing: who makes linen bags in Portugal, minimums, lead times
Find out whether the grant still exists and who to write to
Read up on heat pumps and give me the gist
Grants, prizes, residencies for potters: what is there and by when
J'aimerais une vraie étude : qui fabrique, où, combien, quel délai
Qui sont nos rivaux et que facturent-ils
Trois poêles à granulés comparés, avec les avis
Existe-t-il une école Montessori près de Vannes
A proper survey of makers: who, where, how much, how long
Who are our rivals and what do they charge
Pellet stoves compared with reviews
Is there a Montessori school near Bath
Everything you can learn about the buyer, from open sources
Where could one hold a silent retreat in February
Alternatives to bubble wrap
Prices for a storage unit in Lille
Comparer trois logiciels : prix, fonctions, avis, sur une page
Quel CRM pour une équipe de cinq, fais-moi un comparatif
Compare three tools on price, users and features, one page
Which CRM for a team of five, make me a comparison
`
