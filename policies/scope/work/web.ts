/** Sites, shops, tools and machines. */
export const web = `
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
Je voudrais un site pour mon cabinet, cinq pages, avec prise de rendez-vous
Il faut créer notre site internet, on n'en a pas
Le paiement renvoie une page blanche, corrige le code
Passe notre site de Wix à WordPress
Fais une application pour suivre les entraînements
Installe un module de réservation et programme les remises
Le site affiche un avertissement de sécurité
Programme une macro et un petit robot qui récupère les prix
Crée un espace client avec identifiants
Un chatbot qui répond tout seul à nos visiteurs
Les pages mettent huit secondes à s'ouvrir
Le serveur est plein et les mises à jour échouent
I would like a website for my practice, five pages with booking
We have no site at all, please create it
Payment leads to a blank page, fix the code
Move our site from Wix to WordPress
Make an app to track training sessions
Install a booking module and program the discounts
The site shows a security warning
Write a macro and a bot that fetches prices
Build a client area with logins
A chatbot that answers visitors by itself
Pages take eight seconds to open
The server is full and updates fail
Redesign our homepage and make it work on phones
Our online presence needs a proper home, pages, menu, everything
Code a calculator for customers
Le bouton payer tourne dans le vide
Mon neveu l'avait fait il y a dix ans, on repart de rien
Une belle vitrine sur internet avec nos chantiers et un formulaire
The pay button spins for ever
My nephew made it ten years ago, let us start from nothing
A fine shop window on the internet with our jobs and a form
Ajouter une boutique au site avec panier, paiement et livraison
Une page qui calcule toute seule un prix selon les options
Déplacer tout le site chez un autre prestataire
Notre site est vieux de dix ans, on en veut un neuf
Le formulaire n'envoie plus rien depuis la mise à jour de l'extension
Connecter le site à notre logiciel par une API
Rendre le site accessible et rapide
Add a shop to the site with basket, payment and delivery
A page that works out a price by itself
Move the whole site to another provider
Our site is ten years old, we want a new one
The form sends nothing since the plugin update
Connect the site to our software through an API
Le site affiche une page blanche depuis la mise à jour
Refaire tout mon site, il date de 2012
On m'a piraté, la page d'accueil parle de casino
Le nom de domaine expire, il faut le transférer
Il me faut un module de réservation codé pour nous
Mon site rame, dix secondes pour s'ouvrir
Créer une application pour mes patients
Passer de Wix à WordPress
Les mails du site n'arrivent plus, c'est l'hébergeur
Certificat expiré, « connexion non sécurisée »
Une boutique en ligne de zéro
Erreur 500 en permanence
Le menu ne s'ouvre pas sur téléphone, c'est dans le code
Site shows a white screen since the update
Rebuild my site, it dates from 2012
Hacked, the homepage sells casino
Domain runs out, transfer it
A booking module coded for us
Ten seconds to load
An app for my patients
From Wix to WordPress
Certificate expired, not secure
Online store from zero
Error 500 all day
The menu won't open on phones, it is in the code
Custom plugin so members see their own file
A calculator on our pages that works out the quote
Hosting moves, DNS and all
API between our till and the warehouse, to be programmed
New website for the foundation, ten pages, from the ground up
Notre site institutionnel à reconstruire entièrement
Un configurateur en ligne, il faudra un développeur
Un message rouge sur toutes les pages, remets en état
Un annuaire des membres avec carte et filtres, à coder
Refaire la vitrine en ligne de fond en comble
Le paiement plante au dernier écran du site, erreur fatale
Red message on all pages, get it back
Member directory with map and filters, coded for us
Redo our online storefront top to bottom
The site dies at the last step, fatal error
The contact form stopped sending, it is a server thing
Somebody who writes PHP
Les clients doivent composer leur panier de légumes et le prix se calcule
Il faut que l'ancien site renvoie sur le nouveau, avec les adresses
Mon hébergeur me coupe mardi
Le formulaire envoie du chinois tous les jours, c'est une attaque
Customers compose their veg box and the price works itself out
Old addresses should lead to the new site
My host cuts me off on Tuesday
The form gets spam from bots, thousands
A portal for parents with a login
The script on our site that counts seats is broken
Make the shop talk to the till
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
Notre numéro a changé, corrige-le partout sur le site
Ajoute Louise à la page de l'équipe avec sa photo
Enlève la bannière de Noël
Mets le nouveau programme en PDF sur la page des stages
Change le texte du bandeau et le lien du bouton
Une faute s'est glissée dans le menu
La date du concert affichée est fausse
Remplace les anciens prix par la nouvelle grille
Our number changed, correct it all over the site
Add Louise to the team page with her photo
Take down the Christmas banner
Put the new programme PDF on the courses page
Change the banner text and the button's link
There is a slip in the menu
The concert date on the page is wrong
Swap old prices for the new list
A visitor told me the map on our contact page is out of date
Le portable affiché n'est plus le bon
The mobile number on display is no longer right
Changer le numéro de téléphone en bas du site
La photo de Marc doit disparaître de la page équipe
Les tarifs ont changé, page services
Ajoute la date du 14 à l'agenda du site
Le lien du menu pointe vers l'ancienne adresse
Mettre un bandeau « complet » sur le stage
Nouvelle adresse du cabinet sur la page contact
Remplace « deux » par « trois » dans la FAQ
Ajouter le logo du partenaire en bas de page
Mettre à jour les horaires d'été sur le site
Retirer le bouton d'inscription, c'est fini
Phone number at the foot of the site has changed
Quand je clique sur réserver, ça tombe sur une page introuvable
Le bouton mène à une page introuvable, l'adresse a changé
Un lien ne marche plus, il renvoie vers une vieille page
Le bouton tombe dans le vide, mets la bonne adresse derrière
On clique et ça ouvre la page de l'an dernier
A click on book lands on a page not found
The button leads to a page that is gone, the address has changed
A link no longer works, it goes to an old page
The button goes nowhere, put the right address behind it
Take Mark off the team page
Prices moved, services page
Add the fourteenth to the diary on the site
Menu link goes to the old address
Sold out banner on the course
New premises on the contact page
Replace two by three in the FAQ
Partner logo in the footer
Summer hours on the website
Take the sign-up button off, we're done
New headshot on the home page
Put the certificate PDF where people can download it on the about page
Broken link under testimonials
Ajoute le PDF du règlement sur la page infos
Le bouton mène au calendrier de l'an dernier, mets le nouveau lien
Sur la page d'accueil, enlever la phrase sur le Covid
Les trois dates de stage à changer en ligne
The button opens last year's diary, point it to the new link
Drop the Covid line from the home page
Three course dates to change online
New photo on the welcome page
= landing-pages
Je veux une petite page où l'on laisse son adresse pour connaître l'ouverture des réservations, texte fourni
Monte la page d'inscription au défi de dix jours sur Systeme.io et la page merci
Duplique la page de vente du stage d'hiver, change le prix, les dates et la photo
Ajoute un formulaire de liste d'attente pour la résidence
Construis le tunnel du mini-cours : capture, remerciement, offre, les textes sont dans le doc
Un endroit où récupérer mon guide en échange d'un courriel
Bouton et tarif à revoir sur la page de la formation Podia
People should leave their email to hear when booking opens, a simple page, words supplied
Build the opt-in page for the recipe booklet with a thank you screen
Copy the winter sales page and change price, dates and photo
A waitlist form for the residency, name and email only
Put together the funnel for the mini course: capture, thanks, offer, texts in the doc
Somewhere to download my guide in exchange for an address
A signup page for the ten day challenge on Systeme.io, everything is written
Je lance un cours en ligne et j'ai besoin d'un endroit où les gens peuvent voir l'offre et payer
Une page simple avec le prix, trois arguments et un bouton, tout est écrit
Ouvre une page pour que les gens se signalent avant l'ouverture du second groupe
L'inscription au mini-cours gratuit doit déboucher sur l'offre payante, monte l'enchaînement
Refais la page merci pour qu'elle propose de réserver un appel
Ajoute les trois témoignages et la garantie sur la page du programme
Mets un compte à rebours et l'ancien prix barré sur l'offre de Noël
La page où l'on récupère mon livret a un champ téléphone inutile, retire-le
Crée dans Kajabi la page de l'atelier d'écriture à partir de la maquette
I am launching a course and need somewhere people can see the offer and pay
A simple page with the price, three arguments and a button, all written
Open a page where people raise their hand before the second group opens
Signing up to the free class should lead on to the paid offer, build the chain
Redo the thank you page so that it suggests booking a call
Add three testimonials and the guarantee to the programme page
A countdown and the old price crossed out on the Christmas offer
The page to collect my booklet has a useless phone field, take it off
Create the writing workshop page in Kajabi from the mock-up
An upsell after checkout and a page for those who say no
Un endroit où l'on s'abonne à un panier par saison, tout est rédigé
Quelqu'un répond, laisse son adresse et tombe sur la page qui lui correspond
Il me manque l'endroit où les gens atterrissent
Somewhere to subscribe to a box each season, all the words are done
Someone answers, leaves an address and lands on the page that matches
What is missing is the place where people arrive
It has to exist by Friday: capture, result, offer
Un endroit où les gens laissent leur prénom et leur mail pour avoir le guide
Mon offre de printemps, tout est écrit, il faut la page avec le bouton pour payer
Liste d'attente pour le stage d'août, page toute bête
Après l'inscription, un écran qui dit merci et propose l'atelier
Dupliquer la page de l'automne et changer date et tarif
Mettre un compte à rebours jusqu'à dimanche minuit sur la page de vente
La page du défi gratuit sur Systeme.io, mes textes sont dans le doc
Le formulaire de la page ne m'envoie personne
Page de remerciement avec la vidéo où je parle
Deux versions de la page pour voir laquelle inscrit le plus
Remplacer les dates de la session sur les trois pages du tunnel
Que les visiteurs puissent télécharger la check-list contre leur adresse
A place where people leave a name and email for the free guide
Spring offer, copy all done, needs a page with a pay button
Waiting list for the August course, dead simple page
A thank you screen after sign-up, with my video
Copy the autumn page, new date and price
Countdown until Sunday midnight on the sales page
Page for the free challenge, words in the doc
The form on the opt-in page brings me nobody
Two versions of the page so we see which converts
Change session dates on all three steps of the funnel
Checklist in exchange for an address
Upsell step after the checkout page, text ready
Podia page for the bundle: title, six bullets, three quotes, two buttons
Somewhere people can raise their hand before tickets go on sale
Leur faire découvrir la retraite sur une page, photos et prix fournis, et pré-inscription
Page provisoire « bientôt » avec champ mail
Les gens cliquent sur la pub et tombent sur l'accueil, il leur faut un endroit à eux
Une page où l'on choisit son jour et l'on paie
Tout l'enchaînement : page, merci, offre, paiement
Les témoignages sont à insérer sous le prix
People click the advert and land on home, they need their own place
One page to choose a day and pay
The whole chain: page, thanks, offer, payment
Testimonials under the price
VIP list page before tickets
= product-listing
Mets les nouvelles céramiques sur Etsy, photos et prix fournis
Ajuste le stock de la boutique en ligne
Put the new ceramics on Etsy, photos and prices supplied
Adjust stock in the online shop
Crée les fiches de la collection d'été, photos, tailles, prix
Mets les articles épuisés hors ligne
Charge 80 références dans Shopify depuis le tableau
Change les prix de toute la boutique de 5 %
Create the pages of the summer range, photos, sizes, prices
Hide what is sold out
Load eighty references into Shopify from the sheet
Raise prices across the shop by five percent
Plus de bougeoirs, cache-les pour l'instant
Retire le vase bleu de la vente, je l'ai cassé
Une famille à part pour les pièces imparfaites, une seule de chaque
Cent quatre-vingts articles à passer en revue, la moitié n'existe plus
No more candlesticks, hide them for now
Take the blue vase off sale, I dropped it
A family of its own for the seconds, one of each
A hundred and eighty items to go through, half no longer exist
Vingt bougies à mettre dans la boutique, photos et prix fournis
Etsy : nouvelles tailles et stocks
Rupture de stock sur la théière à indiquer
Twenty candles into the shop, photos and prices supplied
Etsy sizes and stock
Mark the teapot as out of stock
Variants, weights, shipping class for each bowl
Le catalogue de printemps dans Shopify
Soldes : toute la boutique à -20 % du 8 au 31
Code promo et prix barrés sur la collection d'été
Remettre les prix normaux après la promo
Sale on the whole shop, 20 % off from Friday
Put the summer collection on sale and back to full price afterwards
= orders
Prépare les étiquettes d'expédition et préviens les acheteurs
Suis les commandes de la boutique et relance le transporteur
Traite les retours et les échanges de la semaine
Annule la commande 3321 et remets l'article en stock
Saisis les commandes reçues par mail
Prepare shipping labels and tell the buyers
Follow the shop's orders and chase the carrier
Handle the week's returns and exchanges
Cancel order 3321 and put the item back in stock
Enter the orders that came by email
Where has parcel 88 got to, ask the courier and tell the customer
Le paquet est revenu, adresse incomplète, refais-le partir
Neuf colis coincés en Irlande, ouvre une enquête pour chacun
The parcel came back, address incomplete, send it out again
Nine parcels stuck at the hub, open an enquiry for each
Who is still waiting for theirs, make a list with the carrier's answer
Où est le colis de Mme Roy
Étiquettes d'expédition
Where is Mrs Roy's parcel
Shipping labels
Change the address on order 88
Cancel and refund the order
Retour d'une taille 38
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
Je recopie à la main les inscriptions de Tally dans Airtable, supprime cette corvée
Quand un paiement arrive dans Stripe, crée la facture et range-la
Relie Calendly, Zoom et notre agenda
Le lien entre le formulaire et Brevo s'est cassé
Fais en sorte que chaque nouveau client ait sa carte Trello automatiquement
J'aimerais ne plus avoir à envoyer ces rappels moi-même
Monte un scénario n8n qui archive les pièces jointes
I copy sign-ups from Tally into Airtable by hand, end that chore
When a payment lands in Stripe, create the invoice and file it
Join Calendly, Zoom and our diary
The bridge between the form and Brevo broke
Each new client should get a Trello card by magic
I would rather not send these reminders myself any more
Build an n8n flow that archives attachments
My tools do not talk to each other
Slack devrait me prévenir à chaque vente
Slack should tell me at each sale
Each time somebody books I paste their name in three places, spare me
The sheet used to fill itself, now it does not
When an invoice is paid the student should be let in without anyone touching it
À chaque paiement, une ligne dans le tableau et un message à l'équipe
Le formulaire doit créer une tâche
Zapier est en rouge depuis vendredi
Que le contrat signé ouvre le dossier
Fin des copier-coller entre Calendly et le CRM
Alerte Slack quand une élève décroche
Each payment: a row in the sheet and a ping to the team
The form should create a task
Zap in red since Friday
Signed contract opens the folder
No more copy-paste between Calendly and the CRM
Slack alert when a student goes quiet
Make scenario runs twice
New order, label and packing list by themselves
When a booking is cancelled free the room
Every typeform answer into Notion
Sync two calendars
It used to happen by itself and it stopped
Facebook leads into the mailing tool without me
Somebody pays and nothing happens
Webhook between checkout and course platform
Relier Stripe à la compta
Plus personne ne devrait recopier ça à la main
Add a step that notifies Tom
Que Slack me prévienne à chaque remboursement
Un accord signé, et hop, le dossier, la tâche, la facture
On recopie les commandes à la main depuis un mois
Slack should tell me of each refund
One signature and the folder, the task and the bill appear
We've been copying orders by hand for a month
The zap fires twice
= tool-setup
Mets en place un Trello pour suivre nos commandes, colonnes et étiquettes
Monte un espace Notion pour l'équipe : base clients, projets, documents
Installe ClickUp et apprends-nous à nous en servir
Passe nos tâches d'Asana à Monday
Set up a Trello board to follow our orders, lists and labels
Build a Notion space for the team: clients, projects, documents
Get ClickUp going for us
Bring our tasks from Asana to Monday
A workspace where everything is in one place
Une fiche par personne avec objectifs, dates et ce qui s'est dit
Je note tout sur des post-it, fais-moi un endroit unique
Adieu à l'ancien outil, tout doit atterrir dans le nouveau sans que personne le remarque
Je veux tout voir sur une carte par chantier
A page per person with goals, dates and what was said
I write on sticky notes, make me one single place
Goodbye to the old tool, everything lands in the new one and nobody notices
Members, posts and billing have to move before our contract ends
Un Notion qui tienne la route
Trello pour la rénovation
A Notion that holds up
Trello board for the renovation
ClickUp space with templates
Where everything lives, one place
Template card
Reorganise our workspace
Asana views per person
Mon Trello est un grenier
My Trello is an attic
Passer de Teachable à Podia, avec toutes les élèves et les leçons
Quitter Mailchimp pour Brevo, tout reprendre
Migrer notre espace de travail vers un autre outil
Switch from Thinkific to Podia with all lessons and members
Leave Mailchimp for Brevo and bring everything over
Migrate our workspace to another tool
On quitte Podia, tout part chez Circle : modules, membres et paiements
On lâche Kajabi, l'espace entier est à rebâtir dans Teachable avant l'été
De Systeme.io vers Podia, cours, contacts et tunnels compris
On quitte Teachable, tout doit passer sur Kajabi, élèves et leçons
Off Podia and onto Teachable, the lot: lessons, members, payments
We are leaving Kajabi, the whole membership goes to Circle
From Systeme.io to Podia, with courses, contacts and funnels
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
Mon ordinateur rame, il met dix minutes à s'allumer
Je n'ai plus de son dans les visios
Les mails n'arrivent plus sur mon téléphone
Transfère mes données sur mon nouveau Mac
Le disque dur fait un bruit bizarre, sauve ce que tu peux
J'ai cliqué sur un lien louche, mon compte est piraté
Configure le wifi du gîte
Teams refuse de se connecter depuis la mise à jour
My computer crawls, it takes ten minutes to start
No sound in video calls any more
Mail stopped arriving on my phone
Move my data to my new Mac
The hard drive makes a funny noise, save what you can
I clicked a dodgy link and my account is hacked
Set up the wifi at the cottage
Teams will not connect since the update
The projector does not recognise my tablet
I forgot the passcode of my tablet
Mon ordi ne s'allume plus
Le wifi coupe sans arrêt
Mot de passe oublié pour la messagerie
L'imprimante refuse
Installer Word sur le nouveau portable
Téléphone neuf, transférer tout
Laptop is dead
Wifi keeps dropping
Locked out of my email
Printer says no
Put Office on the new machine
New phone, move everything
The screen is frozen
Virus warning
Shared drive has vanished from my computer
Outlook won't open
Two-factor codes no longer arrive
VPN from the hotel
Updates broke my webcam
The boardroom TV will not show my screen
Backup failed
Répare la messagerie, elle plante
Plus de son dans mes visios
Plus aucun son depuis la mise à jour
Mon téléphone ne synchronise plus rien
Mon compte est verrouillé et je donne cours dans une heure
No sound since the update
My phone stopped syncing
Locked out an hour before class
Spinning wheel when I open anything
The tablet at reception keeps rebooting
Le vidéoprojecteur ne reconnaît plus mon portable
J'ai renversé du thé sur le clavier
Mes photos ont disparu du nuage
Trois postes à installer pour les nouveaux
La caisse n'arrive plus à se connecter au réseau
La double authentification me rend folle
Projector no longer sees my laptop
Tea on the keyboard
My pictures vanished from the cloud
Three workstations to set up for newcomers
The till cannot reach the network
Somebody is in my account, I see logins from Peru
Calendar app shows everything twice on my phone only
My hard drive clicks
The headset works with nothing
`
