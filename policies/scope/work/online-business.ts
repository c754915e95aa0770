/** Technical work of small businesses, work that is done by hand or by experts, and talk, as people put it. */
export const onlineBusiness = `
= web-development
Le site refuse de s'ouvrir, message d'erreur partout
Refais tout le site, moderne, adapté au mobile, avec billetterie
Transfère le domaine et les adresses chez un autre hébergeur
Développe une appli pour réserver les bateaux
Des inconnus ont pris la main sur notre page d'accueil, répare
Le site rame et la navigation a sauté
Monte une boutique en ligne complète avec livraison
Un module sur mesure pour calculer les devis
Ajoute une fonction de recherche codée et corrige l'affichage mobile
The site will not open, errors everywhere
Redo the whole site, modern, mobile, with ticketing
Transfer the domain and addresses to another host
Develop an app to book the boats
Strangers took over our home page, repair it
The site crawls and the navigation is gone
Set up a complete online shop with delivery
A custom module that calculates quotes
A script to fetch prices every hour
Our contact form stopped sending and the extensions are out of date
We need a brand new site with a portal for clients
= site-edits
Modifie les horaires et le téléphone sur la page contact
Remplace la photo du gîte et sa légende
Le lien vers la billetterie n'est pas le bon
Ajoute l'avis d'un client sur l'accueil
Les tarifs affichés datent, mets les nouveaux
Notre nouvelle adresse n'apparaît pas en bas des pages
Change the hours and phone number on the contact page
Replace the cottage photo and caption
The ticket link is wrong
Add a client's review to the home page
Prices shown are last year's, put the new ones
Our new address is missing at the bottom of the pages
Take the sold out workshop off the page
The picture on the front page is back to front, swap it
= app-automation
Que chaque demande du formulaire arrive dans le tableau et prévienne l'équipe
Je ressaisis les commandes tous les soirs, rends ça automatique
Le zap s'est arrêté, plus rien n'arrive
Relie la caisse au logiciel de compta
À chaque nouvelle réservation, un message dans Slack
Le scénario Make plante à l'étape deux
Each request in the form should land in the sheet and alert the team
I retype orders every night, make that automatic
The zap stopped, nothing comes through
Link the till to the accounts software
A Slack message for every new booking
The Make scenario fails at step two
When a file is dropped in the folder, a task should appear
Purchases no longer reach our list, some link between the tools broke
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
= online-course
Vidéos et supports de la leçon cinq prêts, dépose-les sur Kajabi et ouvre l'accès
Donne les droits aux quinze inscrits
Un test de dix questions à la fin du parcours
Certains ne voient pas la leçon trois, débloque-la
Libère un chapitre chaque lundi
Installe toute la formation sur la plateforme, contenus fournis
Videos and sheets for lesson five are ready, put them on Kajabi and open it
Give access to fifteen enrolled people
A ten question test at the end of the path
Some cannot see lesson three, unlock it
Release one chapter every Monday
Install the whole training on the platform, content supplied
Those who finish should be handed a certificate
Put the exercises next to each lesson and check the order
= payments
Un code de remise pour les anciens stagiaires
Propose le règlement en quatre fois
Les cartes ne passent plus au moment de payer
Augmente le tarif dans Stripe et sur le bon de commande
Crée l'abonnement mensuel et sa page de paiement
A discount code for former trainees
Offer payment in four parts
Cards are refused at checkout
Raise the price in Stripe and on the order form
Create the monthly subscription and its payment page
They should be able to pay in Canadian dollars
An early bird price until the first of March
= project-management
Mets les tâches dans Asana, des échéances à chacun, un point le lundi
On ne sait plus qui fait quoi pour le festival, remets le planning debout
Relance les prestataires sur leurs livrables
Tiens le rétroplanning de l'ouverture et alerte-moi des retards
Range notre Notion
Tasks into Asana, deadlines for each, a check on Mondays
Nobody knows who does what for the festival, get the plan standing again
Chase the contractors on what they owe
Keep the countdown plan for the opening and warn me of delays
Tidy our Notion
Steer the team through the move to the new brand, weekly status to me
Update the board after asking everyone where they are
= procedures
Écris la marche à suivre pour ouvrir la billetterie, que l'équipe puisse s'en passer de toi
Une vidéo d'écran qui montre comment traiter un retour
Check-list de la veille d'exposition
Rassemble nos façons de faire dans un wiki
Write the steps for opening ticket sales so that the team can do it alone
A screen recording showing how to handle a return
A checklist for the day before an exhibition
Gather how we work in a wiki
Put the way we archive files into a clear guide with screenshots
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
= booking-forms
Ouvre des créneaux le soir sur mon lien de réservation
Bloque les vendredis dans Calendly avec une pause entre les séances
Un sondage de satisfaction pour les stagiaires
Ajoute un champ taille de tee-shirt au formulaire
Active les rappels de rendez-vous par texto
Evening slots on my booking page
Block Fridays in Calendly with a pause between sessions
A satisfaction survey for trainees
Add a T-shirt size field to the form
Text reminders for appointments
Let people pick a time for a first call by themselves
= member-space
Retire du groupe ceux dont la cotisation a expiré
Un salon pour la nouvelle promo avec message d'accueil
Ajoute les arrivants au serveur et règle leurs droits
Take out of the group those whose membership lapsed
A channel for the new intake with a welcome note
Add newcomers to the server and set their rights
Rearrange the spaces in our community and pin the rules
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
= product-listing
Mets les nouvelles céramiques sur Etsy, photos et prix fournis
Ajuste le stock de la boutique en ligne
Put the new ceramics on Etsy, photos and prices supplied
Adjust stock in the online shop
= translation
Traduis la notice en italien
Version anglaise de la carte et du site
Il nous faut une interprète pour la visite
Translate the instructions into Italian
The menu and the site in French
An interpreter for the visit
= tutoring
Fais réviser l'histoire à ma fille chaque samedi
Donne-moi des leçons de tableur
Apprendre le solfège à mon fils
Revise history with my daughter every Saturday
Give me lessons in spreadsheets
Teach my son to read music
Run a training day for my staff on sales
= physical
Passe à la boutique déballer les cartons et laver les vitrines
Viens installer le stand et tenir la caisse
Récupère les clés chez le gardien et ouvre à l'artisan
Repeins la cuisine et fixe les étagères
Emmène ma mère chez le kiné
Arrose les plantes et nourris le chat pendant nos congés
Distribue les tracts au marché
Nettoie le gîte entre deux locataires
Come to the shop to unpack boxes and wash the windows
Set up the stall and run the till
Get the keys from the porter and let the tradesman in
Repaint the kitchen and fix the shelves
Take my mother to her physio
Water the plants and feed the cat while we are on holiday
Hand out leaflets at the market
Clean the cottage between two guests
Wait in for the delivery and carry it upstairs
Serve drinks at the opening and tidy up after
Deliver the trays by bike before noon
= photography
Photographie nos bijoux en lumière du jour
Filme le spectacle depuis le balcon
Photograph our jewellery in daylight at the studio
Film the show from the balcony
Portraits of the staff with a proper camera
= print-and-post
Imprime cent programmes et porte-les à la poste
Mets les cartes sous pli et affranchis
Have a hundred programmes printed and bring them to the mail counter
Stuff the envelopes and stamp them
Pack and ship twenty orders
= expert-advice
Compose-moi un régime sans gluten et un entraînement
Où placer l'argent de l'association ?
Dessine les plans de la véranda
Combien vaut ma maison ?
Mon genou me fait mal, que faire ?
A gluten free diet and a training plan for me
Where should the charity put its money
Draw plans for the conservatory
What is my house worth
My back hurts, what should I take
Run the statistics for my dissertation
= craft
Couds les costumes de la pièce
Prépare un buffet maison
Répare la chaise de grand-mère
Sew the costumes for the play
Bake cakes for the stall
Restore my grandmother's chair
= talk
Merci du fond du coeur pour la semaine dernière, c'était magnifique
Je n'attends rien, je voulais juste partager la bonne nouvelle
Bonne rentrée, chez nous les pommes sont mûres et tout va bien
Alors, ces vacances en montagne ? Raconte-moi tout
C'est bien arrivé, parfait, on garde cette version
Pour information, le bureau sera fermé lundi, tu n'as rien à faire
Sale journée, la voiture est tombée en panne et il pleut, bref, à demain
Bravo pour ton installation, je suis heureuse pour toi
Toute l'équipe a applaudi quand on a montré le résultat
Bon anniversaire et plein de belles choses
Ça m'a fait plaisir de te voir, à bientôt
Rien de spécial, je pensais à toi
Thank you from the heart for last week, it was magnificent
I expect nothing, only wanted to share the good news
The apples are ripe here and all is well, hope you are too
So how were the mountains? Tell me everything
It arrived safely, perfect, we keep this version
For your information the office is closed on Monday, you have nothing to do
Rotten day, the car broke down and it rained, anyway, until tomorrow
Well done on your move, I am happy for you
The whole team clapped when we showed the result
Happy birthday and all good things
Lovely to see you, until soon
Nothing special, was thinking of you
Your idea with the cards worked wonders, everybody talks about it
My daughter laughed so much at the picture, you made our week
= contact-me
Peux-tu me passer un coup de fil quand tu sors ?
Serais-tu disponible au printemps ? À quel prix ?
Comment travailles-tu, à l'heure ou au forfait ?
On se parle de vive voix demain ?
As-tu reçu mon mot de mardi ?
Ring me when you are out
Would you be available in spring and at what price
Do you work by the hour or by package
Shall we speak tomorrow
Did my note of Tuesday reach you
Are you still taking people on
When are you back from leave
= vague
J'ai quelque chose à te demander pour la boutique, tu me diras
Tout est à reprendre dans notre communication, qu'en penses-tu ?
Je suis débordée, j'ai besoin de quelqu'un comme toi
Occupe-toi de la rentrée
Facebook, il faut faire quelque chose
Mes courriers mériteraient mieux
Voilà le fichier, tu sauras
Personne ne nous connaît, que peut-on faire ?
Plus rien ne marche comme je veux, aide-moi
On aurait deux ou trois choses à te confier, je te détaille bientôt
Il y a du travail sur la page
La formation, tu peux t'en charger ?
I have something to ask you about the shop, let me know
Our communication needs rethinking, what do you think
I am swamped and need somebody like you
Take care of the new season
Facebook, something must be done
My letters deserve better
Here is the file, you will know
Nobody knows us, what can be done
Nothing works the way I want, help me
We may have two or three things for you, details soon
There is work to do on the page
Could you handle the training
The slides for Friday
Same as always please
The brochure, can you look
`
