/** Work on messages, posts, pages, images and films, as people ask for it. A heading names the kind of work. */
export const communication = `
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
= visuals
Il me faut quatre visuels carrés pour annoncer la saison, dans nos couleurs
Une affichette pour la bourse aux vélos, je la tire moi-même, photo et infos jointes
Décline la bannière du festival en story et en couverture de page
Fais un carrousel de six pages à partir de ma liste de conseils, phrases prêtes
Nouvelle miniature pour l'épisode, avec la photo de l'invitée, même modèle que d'habitude
Corrige l'heure sur le prospectus et renvoie le fichier
Des phrases de clients mises en image, une par jour, gabarit Canva existant
Un carré « fermé pour congés » à mettre en story
Une feuille A4 à scotcher sur la porte du club avec la photo du trophée
Il manque une image d'en-tête pour mon profil avec la nouvelle accroche
Transforme la programmation en diapos à faire défiler, couleurs de l'affiche
Un carton d'invitation et un bon cadeau au format carte, charte fournie
La recette du mois en image à partager
Habille ces trois annonces avec notre logo et le fond bleu
Three square images for the winter menu in our colours
A one page notice for the boathouse door with the regatta photo
Turn the festival banner into a story and a cover image
Swipeable slides from my list of tips, same template in Canva
A closed for holidays tile, same look as the others
New thumbnail for the luthier video with big letters
Change the time on the flyer and send me the file
Client quotes as shareable pictures, one each
A gift voucher and a small sign for the cheese counter using the brand kit
Profile header with the new tagline, usual palette
The recipe of the month as a picture people can save
Something with our logo and the blue background for each of these three announcements
Resize the poster for a phone screen and for a square
= post-scheduling
Textes et photos des douze posts sont prêts, cale-les le mardi et le samedi à onze heures
Programme les publications de novembre sur Instagram et Facebook, tout est dans le tableau
L'inauguration est repoussée, décale l'annonce prévue demain
Je serai en mer trois semaines, étale ce que j'ai préparé pour que ça sorte régulièrement
Suspends tout ce qui devait paraître cette semaine sur nos comptes
Remets dans la file ce qui n'est pas passé
Charge les légendes et les images dans Metricool aux dates notées
Poste demain à dix-huit heures l'annonce jointe sur la page et dans le groupe
Publie chaque jeudi une des photos d'archives avec le texte que j'ai mis en face
All captions and pictures are in the sheet, load them for December
Line up the ten posts on Wednesdays and Saturdays at noon
The opening is postponed, move tomorrow's announcement to the week after
I will be at sea for three weeks, everything is written and illustrated, drip it out evenly
Hold everything due this week on our accounts
Put the finished clips in the queue, one every second day
Some items failed in Buffer, requeue them
Post the attached notice on the page and in the group at six tomorrow
An archive photo every Thursday with the caption I wrote next to it
= blog-publishing
Mon article sur les abeilles est relu, intègre-le au blog avec les images et les liens
Mets en ligne la chronique de l'invité sous son nom, rubrique terrain, lundi
Complète le titre SEO et la description de douze articles, le contenu est dans le tableau
Les photos des vieux articles ralentissent tout, remplace-les par les versions allégées
Nos vieux billets renvoient vers des pages disparues, mets les bonnes adresses d'après ma liste
Prends mes deux récits de voyage, ajoute intertitres, légendes et texte alternatif, puis publie
Ajoute le portrait du facteur d'orgues aux actualités avec sa biographie
Classe les anciens billets dans les nouvelles catégories et ajoute les étiquettes
Le compte rendu de la randonnée, texte et photos fournis, à poser sur le journal du site
My piece about bees is final, put it on the blog with pictures and internal links
Upload the guest column under her name on Monday
Fill in the meta descriptions and alt texts of a dozen articles
Several links lead nowhere in our archives, replace them from my list
Publish the travel diary with subheadings, captions and the map
Take the finished interview from the doc, format it and put it live on WordPress
Put the old posts into the new categories
Set the cover image and excerpt for the last six stories
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
= webinar
Crée la salle Zoom de la conférence, l'inscription et deux rappels
Peux-tu être en ligne ce soir-là pour faire entrer le public et relever les questions ?
Envoie l'enregistrement de la visite virtuelle à ceux qui s'étaient inscrits
Organise la technique de notre atelier en direct : lien, sondage, salles de petits groupes
Nous accueillons nos membres en visio le 3, il faut le lien, les inscriptions et une hôtesse
Récupère la liste des présents à la masterclass et transmets le replay
Diapo d'attente, musique d'accueil et lien de connexion pour le live
Set up Zoom for the lecture, registration and two reminders
Be in the room that evening to let the audience in and gather questions
Send the recording of the virtual tour to everyone who registered
We run a live class for members on the third: link, sign-ups, reminders and a host
Handle the tech during the workshop: breakout rooms, poll, muting people
Collect the attendance list after the masterclass and mail the replay
People need a joining link and a holding slide before we go live
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
= proofreading
Vérifie les fautes de ma page d'accueil, sans toucher au style
Relis mes quatre courriels, orthographe et ponctuation seulement
Écrit trop vite entre deux consultations, merci d'ôter les étourderies sans reformuler
Traque les coquilles du livret avant l'impression
Une dernière lecture de mon texte d'une page : accords, accents, majuscules
Je suis hongroise, corrigez mon français dans ce courrier
Les majuscules et les tirets sont incohérents dans le programme, harmonise et corrige
Check my page for typos, leave the style alone
Spelling and punctuation only in these emails
I typed this between two patients, please weed out the mistakes without rewriting
A last read of the booklet before it goes to print
I am Hungarian, could you correct my English in this letter
Capitals and hyphens are all over the place in the programme, make them right
Are there any errors left in this one page, grammar and agreements
= short-video
Tire cinq extraits d'une minute de ma conférence, en vertical, texte affiché
Sous-titre mes deux réels
Monte un reel de vingt secondes avec les plans du dossier et une musique entraînante
Les meilleurs passages de l'émission en petites capsules, minutages fournis
Ma vidéo fait trois minutes, ramène-la à soixante secondes avec des légendes pour qui regarde sans le son
Une bande-annonce de trente secondes pour le festival avec les images du drive
Cut five one-minute clips from my talk, vertical, with words on screen
Add captions to two reels
Make a twenty second reel from the shots in the folder with upbeat music
The best bits of the show as shorts, timings supplied
Bring this down to sixty seconds with text for people watching on mute
A thirty second teaser for the festival from the footage in the drive
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
= copywriting
Peux-tu écrire les courriels d'annonce du stage ? Je te donne les dates, tu trouves les phrases
Je sèche pour la lettre de mars, propose un thème et rédige
Le site n'a encore aucun texte, écris l'accueil, l'équipe et les questions fréquentes
Rédige un article de mille mots sur la taille des rosiers
Aide-moi à mettre des mots sur ce que nous faisons, la présentation ne vient pas
Un petit livre numérique à partir de mes carnets
Écris les légendes de ces douze photos
Il me faudrait un discours pour le départ du directeur, émouvant et drôle
La page des tarifs sonne froid, réécris-la entièrement
Un communiqué pour la réouverture du moulin
Chaque fromage mérite une description appétissante, à toi d'écrire
Je raconte, tu écris, ce sera mon histoire sur la page à propos
Rédige le script de la vidéo de présentation
Trouve un slogan et trois accroches pour la campagne
Des billets LinkedIn écrits à ma place chaque semaine
Transforme mon entretien enregistré en article prêt à paraître
Could you write the announcement emails for the retreat, I give you dates, you find the phrases
I have run dry for the March letter, choose a theme and write it
The site has no text yet, write the home page, team and questions
A thousand words about pruning roses for the blog
Help me put into words what we do, the profile will not come
A small e-book from my notebooks
Captions for these twelve photos
A speech for our director's farewell, moving and funny
The pricing page sounds cold, rewrite it
A press release about the reopening of the mill
Every cheese deserves a mouth-watering description, please write them
I tell the story, you write it
Script for the welcome film
A slogan and three hooks for the campaign
LinkedIn pieces in my name every week
Turn my recorded conversation into an article ready to print
Compose a poem for the retirement card and a eulogy for the service
The words for the brochure are missing, please come up with them
= community-management
Réponds tous les jours à ceux qui commentent et nous écrivent en privé
Je voudrais te confier nos réseaux de bout en bout : idées, publications, échanges
Fais vivre la page de la librairie pendant mon absence, poste, remercie, relance
Quelqu'un qui réagisse quand on nous interpelle sur Facebook
Définis nos thèmes et notre ton pour l'année
Prends la main sur l'Instagram du domaine
Il faut que les abonnés se sentent écoutés, parle-leur, aime leurs photos
Modère le groupe et lance des discussions
Reply every day to people who comment or message us
I'd like to hand over our social accounts altogether: ideas, posts, conversations
Keep the bookshop's page lively in my absence, post, thank, nudge
Someone to react when people tag us
Define our themes and tone of voice for the year
Take over the estate's Instagram and grow it
Talk to followers, like their photos, make them feel heard
Moderate the group and start conversations
Post something on our profile each day and answer whoever reacts
= paid-ads
J'ai cent vingt euros pour que l'annonce atteigne les habitants de la vallée
Lance une campagne payante pour remplir le camp d'été, ciblage familles
Sponsorise la vidéo du concert pendant dix jours
Nos annonces Google mangent le budget, optimise-les
Fais en sorte que davantage de gens voient l'affiche, je peux payer un peu
Crée une publicité Instagram avec un public similaire
I have a hundred to spend so that the notice reaches people in the valley
Run a paid campaign to fill the summer camp, aimed at families
Boost the concert video for ten days
Our Google ads eat the budget, make them cheaper
More people should see the poster, I can pay a little for reach
Retarget those who visited the booking page with an advert
= branding
Dessine le symbole de notre coopérative, une main et un épi
Il faut un logo et une palette pour mon cabinet
Pose l'univers visuel de ma maison de savons : lettres, matières, couleurs
Notre charte date, on repart de zéro
Que la camionnette, les sacs et la vitrine parlent enfin d'une même voix graphique
Un nom pour la boutique et son emblème
Draw a symbol for our cooperative, a hand and an ear of wheat
A logo and palette for my practice
Set the visual world of my soap house: type, textures, colours
Our guidelines are dated, start over
Van, bags and window should finally speak one visual language
A name for the shop and its emblem
= graphic-design
Une plaquette illustrée à la gouache, six volets
Illustre la couverture du rapport et redessine les schémas
Une affiche d'artiste pour le bal
Une infographie sur le trajet d'un déchet
Un dépliant vraiment beau, dessiné, pas un modèle tout fait
Cartes de visite et papier à lettres à concevoir
A leaflet painted in gouache, six panels
Illustrate the report cover and redraw the diagrams
An artist's poster for the ball
An infographic about what happens to waste
Twelve social graphics designed from scratch
Business cards and letter paper to be designed
A children's map of the park with drawings
= long-video
Monte l'interview de cinquante minutes, trois caméras
Raccourcis nos huit captations, pose un titre et prépare-les pour YouTube
Nettoie la bande-son du podcast, enlève les blancs
Un film de quinze minutes sur nos vendanges à partir des rushs
Les cours filmés sont trop longs, retire les temps morts et ajoute des titres
Equilibre les voix de l'épisode et ajoute la musique
Edit the fifty minute interview, three cameras
Trim our eight recordings, add an intro and export for YouTube
Clean the podcast audio and take out the pauses
A fifteen minute film of the harvest from raw footage
The filmed lessons drag, cut the dead time and add titles
Balance the voices in the episode and lay music under it
Cut the concert recording into one long film
= public-relations
Contacte la presse régionale pour qu'elle parle de notre saison
Décroche-nous un passage à la radio
Get local papers to cover our season
Pitch the founder to magazines and radio
Write to journalists and follow up until someone bites
`
