/** Pictures, brands, films and sound. */
export const imagesAndFilm = `
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
Un joli carré pour dire que nous embauchons, avec la photo de l'équipe
Il me faudrait de quoi illustrer mes prochaines publications, même style que d'habitude
Mets la citation de Simone sur un fond pastel, format story
La couverture de notre groupe est floue, refais-la à la bonne taille
Une image pour annoncer la rupture de stock, une autre pour le retour
Habille mon planning de cours pour que je puisse l'afficher en vitrine
Sur l'affiche du vide-grenier, remplace 14 h par 15 h et exporte en PDF
Mes diapos Instagram sont dépareillées, passe-les toutes dans le gabarit bleu
Trois propositions d'image pour la promo de la fête des pères
Un menu à imprimer pour la soirée crêpes, modèle Canva partagé
Décline le visuel principal pour Facebook, LinkedIn et Pinterest
Une signature de mail avec photo et pictos
A nice square to say we are hiring, with the team picture
I need something to illustrate my next posts, same style as ever
Put Simone's quote on a pastel background, story size
Our group cover is blurry, redo it at the right size
One picture to announce sold out, another for back in stock
Dress up my timetable so that I can put it in the window
On the car boot poster change 2 pm to 3 pm and export as PDF
My Instagram slides do not match, move them all to the blue template
Three image ideas for the father's day offer
A printable menu for pancake night, Canva template shared
Adapt the main picture for Facebook, LinkedIn and Pinterest
Pins for the ten latest recipes
A tile per speaker with portrait, name and time
Prix faux sur le carton : 45 et pas 54
Un panneau A2 avec les tarifs et un petit chevalet pour le comptoir
De quoi mettre en story pour dire qu'on rouvre
La même image que l'an dernier avec la nouvelle date
Un écriteau « fraîchement peint » qui nous ressemble
Wrong price on the card, 45 and not 54
An A2 board with prices and a little sign for the counter
Something to put in a story to say we reopen
Last year's picture with the new date
Un carré pour annoncer l'ouverture des inscriptions, nos couleurs
Six images à faire glisser sur le sommeil du nourrisson, textes joints
Reprends l'affiche du printemps avec la nouvelle date
Une bannière pour le haut du profil LinkedIn
La vignette de ma prochaine vidéo, moi à gauche, titre à droite
Décline le visuel du concert en story et en bandeau
Un menu de Noël joli à poser sur les tables
La photo de groupe à détourer sur fond crème
Bon cadeau à imprimer, format carte postale
Mets le témoignage de Carine sur un joli fond
Une petite affiche pour la vitrine : fermé jusqu'au 12
Changer 45 en 54 sur l'annonce du stage
Douze citations illustrées pour la série de l'avent
Un modèle Canva réutilisable pour mes annonces du lundi
Programme de la journée en une image à partager
Le fond de mes visios avec le logo dans le coin
Le planning des cours de yoga en image pour Facebook, à refaire chaque mois
Mon guide est moche dans Canva, harmonise les vingt pages selon la charte
A square for the reopening, our colours, nothing fancy
Ten slides to swipe about newborn sleep, words attached
Same poster as spring with a new date and venue
LinkedIn header with my face and the tagline
Thumbnail for the video about sourdough
Turn the concert artwork into a story and a strip
Gift voucher people can print
Cut the team out of the background and put them on cream
Put Carol's kind words over a nice picture
Sign for the window: closed until the twelfth
The price on the workshop graphic is wrong, 54 not 45
Advent series, twenty-four little pictures from the template
Reusable Canva template for Monday notices
Zoom background with the logo tucked in a corner
Timetable of classes as an image for the group
Pinterest pins for eight recipes, tall ones
Highlight covers for the profile, beige and gold
A save-the-date to share, photo supplied
E-book already written, lay it out in Canva in our look
Trois propositions de carton pour les vœux, sur nos modèles
Le visuel de la tombola, il manque le logo de la mairie
La photo du gâteau avec le prix et la date dans un rond
Un bandeau pour la page Facebook aux couleurs de l'automne
Les horaires d'été à afficher derrière la vitre
La même chose que pour mars mais en vert et avec le nouveau nom
Mes dix conseils à mettre en images, un par écran
Un joli « merci » à envoyer aux bénévoles, sur nos fonds
La couverture de la playlist
The cake with price and date in a circle
Strip for the Facebook page in autumn colours
Summer hours to tape behind the glass
Same as March but green, new name
My ten tips as pictures, one a screen
A pretty thank-you for volunteers on our backgrounds
Playlist cover
Table numbers for the dinner in our style
Save our seats sign, A4
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
Nous changeons de nom, il faut tout repenser : signe, couleurs, lettres
J'ai besoin d'un emblème pour ma marque de thé
Crée la charte de la coopérative et les règles d'usage
Notre logo fait vieux, redessine-le
We are changing our name, rethink everything: mark, colours, type
I need an emblem for my tea brand
Create the cooperative's guidelines and how to use them
Our logo looks old, redraw it
Give my consultancy a look of its own
A mark that would look good carved above the door
Quelque chose qui nous représente, à poser sur les camions et les cartes
Something that stands for us, to put on vans and cards
Nos couleurs ne vont plus, invente-nous une allure
On ne nous reconnaît pas, donne-nous un visage
Our colours no longer work, invent a look for us
Nobody recognises us, give us a face
Un logo pour la ferme
Changer d'identité, on n'est plus des bricoleurs
Charte graphique : couleurs, lettres, usages
Planche d'ambiance pour le salon de thé
Un emblème pour le club
A logo for the farm
New identity, we outgrew the old one
Brand guide: colours, type, rules
Mood board for the tea room
Crest for the club
Our look is all over the place, invent one that lasts
Palette and fonts from zero
La maison d'hôtes change de nom, il lui faut un visage
Tout refaire : enseigne, couleurs, typographie
The guest house gets a new name and needs a face
From shop sign to letterhead, a whole new look
Rebrand after the merger
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
Dessine notre plaquette commerciale, quelque chose de haut de gamme
Les étiquettes des bocaux sont à créer de zéro
Maquette un livre de photos de cent pages pour l'imprimeur
Conçois le stand du salon : bâche, comptoir, kakémono
Un faire-part illustré à la main
Design our sales brochure, something upmarket
Jar labels to be created from scratch
Lay out a hundred page photo book for the printer
Design the trade show stand: banner, counter, roll-up
A hand-drawn birth announcement
Illustrations for a children's story
Retouch the portraits and remove the background professionally
Une boîte avec un couvercle, un fourreau et un jeu de cartes peint, il faut quelqu'un qui a l'oeil
A box with a lid, a sleeve and painted cards, it takes somebody with an eye
Send two or three directions and then we refine
Pas un modèle Canva, quelque chose d'unique dessiné pour nous
La couverture de mon livre, avec une vraie recherche artistique
Un visuel, oui, mais créé par quelqu'un dont c'est le métier
Not a template, something unique drawn for us
The cover of my book, with real artistic thought
A picture, yes, but made by someone whose trade it is
Dessine la carte illustrée du domaine
Plaquette huit pages à créer
Illustrations pour le conte
L'emballage du savon à dessiner
Kakémono du salon à concevoir
Infographie soignée du cycle de l'eau
Illustrated map of the estate
Eight-page brochure to design
Pictures for the tale
Soap packaging
Roll-up banner for the fair
Infographic on the water cycle, done by someone who can draw
Album cover
Book jacket
Mascot for the swim school
T-shirt artwork
Invente le décor de la boîte à thé
Un visuel original pour nos cartes, pas un modèle tout fait
Ma présentation mérite des dessins faits main
Invent the tea tin's artwork
Hand-drawn pictures for the walk leaflet
The menu should look like a Matisse
Icons for the app
Brochure for the fair from nothing
Social graphics made by a real designer
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
J'ai filmé l'atelier au téléphone, fais-en quelque chose de court et vivant pour Instagram
Prends les deux meilleures minutes de mon live et mets-les en vertical avec des sous-titres
Mes rushs de la fête tiennent dans le dossier, trente secondes rythmées suffiront
Ajoute un titre accrocheur et de la musique libre sur cette séquence de vingt secondes
Colle bout à bout les plans de la semaine, format TikTok
Coupe le moment où je bafouille et ajoute les paroles à l'écran
Un avant-goût de la formation en moins d'une minute
I filmed the workshop on my phone, make something short and lively for Instagram
Take the best two minutes of my live and make them vertical with captions
Footage of the party is in the folder, thirty snappy seconds will do
Add a catchy title and free music to this twenty second clip
Stick the week's shots end to end, TikTok format
Cut the bit where I stumble and put my words on screen
A taste of the course in under a minute
Make five shorts out of the long interview, I marked the moments
Coupe trente secondes de mon intervention, sous-titres en bas
Trois extraits verticaux de l'interview
Sous-titre ma vidéo de cuisine, les gens regardent sans le son
Enlève les blancs et le bafouillage, ça doit tenir en une minute
Un reel avec les rushs du marché
Ajoute une musique libre et le titre à l'écran
Un TikTok à partir des plans de la vendange
Vidéo de 45 secondes pour dire merci aux bénévoles, plans fournis
Remets les sous-titres en français, ils sont décalés
Thirty seconds from my talk, captions at the bottom
Three vertical bits out of the interview
Caption my cooking clip, people watch on mute
Trim the ums, it must fit in a minute
A reel from the market footage
Free music and a title on screen
TikTok from the harvest shots
45 second thank you to volunteers from supplied clips
Captions are out of sync
Shorts from the podcast recording, under a minute each
Before and after of the garden, quick cuts
Teaser de vingt secondes pour la retraite
Recadre en vertical et accélère le passage du milieu
Le passage où je pleure de rire, une minute, écrit en bas
Enlever la quinte de toux et mettre en carré
Trois moments forts de la soirée
The bit where I cry laughing, one minute, words at the bottom
Remove the coughing fit and make it square
Three highlights of the evening
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
J'ai trois heures de rushs à transformer en film pour notre assemblée générale
Monte le mariage : deux caméras, musique, ralentis
Le documentaire fait quatre-vingts minutes, il en faut cinquante-deux
Nettoie le son de la conférence, on entend la climatisation
Mets bout à bout les témoignages, avec titres et transitions, pour la chaîne
Fais l'étalonnage et le mixage de l'épisode pilote
Une vidéo d'animation en motion design de deux minutes
Three hours of raw footage to become a film for our annual meeting
Edit the wedding: two cameras, music, slow motion
The documentary runs eighty minutes and must be fifty-two
Clean the sound of the talk, you can hear the fan
String the testimonials together with titles and transitions for the channel
Colour grade and mix the pilot
A two minute animated explainer in motion design
The whole webinar recording needs proper editing, intro, chapters, outro
Coller les morceaux de la conférence et enlever les toux
Glue the parts of the talk and take out the coughing
Faire un vrai film de ces dix heures
Make a proper film of these ten hours
Monte mon entretien d'une heure, deux caméras
La vidéo YouTube de vingt minutes, coupes et musique
Ma conférence filmée à nettoyer, étalonner et habiller
Les douze leçons filmées à monter
Documentaire de la classe de mer
Film du mariage à partir des rushs
Cut my one-hour interview, two cameras
Twenty-minute YouTube film, cuts and music
Clean, grade and title my filmed talk
Twelve filmed lessons to edit
School trip documentary
Wedding film from footage
Vlog edit with b-roll
Two hours of panel down to thirty minutes with titles
Deux heures de tournage à la ferme, fais-en un film de dix minutes
La captation du concert, trois angles
Two hours shot at the farm, make a ten-minute film
Concert capture, three angles
Put the course videos together, intro and outro
Documentary about the choir
Audio of the talk is hissing, clean and cut it into a show
Couper le début et la fin de l'enregistrement de la conférence
Enlever du replay le passage où le téléphone sonne
Raccourcir le replay, les dix premières minutes ne servent à rien
Trim the start and the end of the recording
Take out of the replay the part where the phone rings
Shorten the recording, the first ten minutes are small talk
= podcast
Publie l'épisode 12 sur Ausha, titre et description dans le doc
Écris les notes de l'épisode et les liens des invités
Trouve et invite des gens pour les six prochaines émissions
Coupe les euh et ajoute le jingle avant de publier mon épisode
Prépare la fiche de l'invité et les questions de l'enregistrement
Notre émission est montée, mets-la sur les plateformes d'écoute mardi à 6 h
Publish episode twelve on Buzzsprout, title and description in the doc
Write the show notes and the guests' links
Find and invite people for the next six shows
Take out the ums and add the jingle before my episode goes up
Prepare the guest sheet and questions for the recording
Our show is edited, get it onto the listening apps on Tuesday at six
Book recording slots with the three guests and send them the mic instructions
L'épisode 14 à mettre sur Ausha avec sa description
Notes d'épisode et chapitres
Enlève les euh de l'entretien audio
Episode 14 up on the host with its blurb
Show notes and chapters
Take the ums out of the audio
Intro jingle and levels
= photography
Photographie nos bijoux en lumière du jour
Filme le spectacle depuis le balcon
Photograph our jewellery in daylight at the studio
Film the show from the balcony
Portraits of the staff with a proper camera
Viens prendre des photos de nos plats
Tourne une vidéo de présentation dans l'atelier
Un reportage photo du mariage
Filme-moi pendant ma conférence
Come and take pictures of our dishes
Shoot an introduction film in the workshop
A photo report of the wedding
Film me during my talk
Drone footage of the estate
Headshots for the whole staff
Prends en photo mes plats
Portraits de l'équipe
Photograph my dishes
Team portraits
Film the ceremony
Drone shots of the roof
Shoot the collection on a model
Reportage du mariage
Venir filmer la fête
Les assiettes du nouveau menu méritent de belles photos, viens avec ton appareil
New menu plates deserve proper pictures, bring your camera
Headshots on site
Someone to film our fair
`
