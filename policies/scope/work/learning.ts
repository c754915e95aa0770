/** Courses, groups and lessons. */
export const learning = `
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
Ma formation est filmée, il faut la monter dans Teachable, module par module
Ajoute les PDF sous chaque leçon et vérifie que les vidéos se lisent
Crée l'attestation de fin et le quiz du module deux
Réorganise l'espace élèves, on s'y perd
Ouvre le cours aux acheteuses de décembre
Glisse le bonus dans le module quatre à partir de lundi
Renomme les chapitres et change l'image d'accueil du cours
My training is filmed, build it in Teachable, module by module
Add the PDFs under each lesson and check that videos play
Create the completion certificate and the quiz of module two
Reorganise the learner area, people get lost
Open the class to December's buyers
Slip the bonus into module four from Monday
Rename chapters and change the cover of the course
The new batch starts on Monday, they all need to be let in
Ses quatre vidéos doivent apparaître à la suite de la semaine six, fermées jusqu'au premier juin
Le dernier chapitre n'est pas visible pour celles de l'automne
Her four videos should come after week six, locked until the first of June
The last chapter does not show for the autumn people
The welcome lesson has the wrong video under it
Lock the extras until they finish part one
Le module trois est prêt, mets-le en ligne
Ouvre la formation à la promo d'avril
Quiz de fin avec attestation
Les vidéos ne se lisent pas dans la leçon 2
Module three is ready, upload
Open the course to the April cohort
Final quiz and certificate
Lesson two's video won't play
Drip a chapter a week
Move bonuses into their own section
Kajabi: rename the modules
Copy the course for the Spanish group
Workbooks under each lesson
Enrol the beta testers
Students see week five too early
Recorded calls into the library
Podia: four lessons and access for testers
Enlever l'accès de ceux dont l'année est finie
Build the curriculum in Thinkific from my outline and files
Quarante-trois élèves attendent le chapitre deux
La leçon d'accueil montre l'ancienne vidéo
Forty-three learners wait for chapter two
The welcome lesson shows the old film
Put the bonus call recordings where members can watch
= member-space
Retire du groupe ceux dont la cotisation a expiré
Un salon pour la nouvelle promo avec message d'accueil
Ajoute les arrivants au serveur et règle leurs droits
Take out of the group those whose membership lapsed
A channel for the new intake with a welcome note
Add newcomers to the server and set their rights
Rearrange the spaces in our community and pin the rules
Accepte les demandes d'adhésion au groupe privé
Ouvre un espace Circle pour les anciens et invite-les
Modère le Discord et épingle les annonces
Crée les salons de la session de printemps
Accept requests to join the private group
Open a Circle space for alumni and invite them
Keep an eye on the Discord and pin announcements
Create the rooms for the spring cohort
Somebody spams our community, throw them out
Let last night's sign-ups into the circle and show them round
Three people left, take them out of the group
Ouvre un salon pour la promo dans Circle
Invite les nouvelles dans le groupe
Retire ceux qui n'ont pas renouvelé
Room for the cohort in Circle
Invite newcomers to the group
Remove lapsed members
Pin the rules
Permissions: alumni read only
Slack channels for the retreat
Discord roles
Welcome post and tour
Archive the spring group
Two hundred people to bring over from Facebook
Approve requests
Groupe WhatsApp de la promo à créer
Le mot d'accueil de la communauté à épingler
Faire entrer les cent vingt de l'ancien groupe
Let the hundred and twenty from the old group in
The introductions thread is a mess, split it
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
Je fais une conférence en ligne le 12, il faut que les gens puissent s'inscrire et recevoir le lien
Le soir du direct, occupe-toi du chat et des gens qui n'arrivent pas à se connecter
Prépare Livestorm pour notre petit-déjeuner à distance
Répétition technique mardi avec l'intervenante, micro, caméra, partage d'écran
Envoie aux absents de quoi revoir la soirée
Coupe le début et la fin de l'enregistrement et mets-le à disposition des inscrits
Il me faut une co-hôte pour mon cercle de femmes en visio
Rappelle aux 80 inscrits que ça commence dans une heure
Fais un sondage à lancer pendant la présentation et une salle pour chaque groupe
Exporte la liste de ceux qui étaient là et combien de temps
I am giving an online talk on the twelfth, people need to register and get the link
On the night, mind the chat and those who cannot get in
Prepare Livestorm for our remote breakfast session
Tech rehearsal on Tuesday with the speaker: mic, camera, screen
Send those who missed it something to watch
Trim the start and end of the recording and make it available to registrants
I need a co-host for my women's circle on Zoom
Remind the eighty people signed up that we start in an hour
A poll to launch during the talk and a room per group
Export who was there and for how long
Sixty people will be watching, I cannot talk and admit them at once
Those who missed it want to see it again
Mercredi je parle à quatre-vingts inconnus sur Zoom, il me faut le lien, l'inscription et les rappels
Peux-tu garder le chat pendant que j'enseigne
Les inscrits d'hier veulent la rediffusion
Prépare la salle virtuelle avec sondages et petits groupes
Invite à distance : le docteur Lam, teste son micro mardi
Liste des présents à envoyer à la fédération
Ouvrir la conférence en ligne dix minutes avant et couper les micros
Faire le duplicata de l'atelier de mars pour celui de mai : salle, page d'inscription, rappels
La moitié des gens n'ont pas reçu le lien de connexion
Accueille le public du direct à 20 h
Questions et réponses du live à me trier
Webinaire Livestorm : date, intervenants, écran d'attente
On Wednesday I talk to eighty strangers on Zoom: link, sign-up and reminders
Mind the chat while I teach
Yesterday's crowd wants the recording
Virtual room with polls and breakouts
Remote guest, test her mic on Tuesday
Attendance list for the federation
Open the online lecture ten minutes early and mute all
Clone March's workshop for May: room, registration, reminders
Half never got the joining link
Welcome the audience at eight and feed me questions
Cohost for the live Q and A
Replay with the first five minutes cut, to those who registered
Panel with four speakers online, green room at half past
Ticketed online class, attendees let in only if paid
Trois cents inscrits et Zoom plafonne à cent, passe à la bonne formule et renvoie le lien
Le soir de la masterclass, quelqu'un doit faire entrer les gens
Jeudi soir, combien de personnes attendues, et leurs noms
Onze retardataires à qui donner le lien
La salle Zoom a été supprimée, rouvre et préviens les inscrits
On est quatre sur l'écran, je veux passer de l'un à l'autre
How many on Thursday evening, with names
Joining details for eleven latecomers
The Zoom room was deleted, open another and tell those registered
Four of us on screen, I want to switch between them
Spotlight the speaker and mute the rest
People pay at the door, virtually, then get in
Mettez l'enregistrement à disposition des présents et des absents, protégé
L'atelier en ligne de jeudi est annulé, avertis les inscrits et rembourse-les
Reporter le webinaire d'une semaine et prévenir tout le monde
Thursday's online workshop is off, tell those registered and refund them
Postpone the webinar by a week and let everyone know
= tutoring
Fais réviser l'histoire à ma fille chaque samedi
Donne-moi des leçons de tableur
Apprendre le solfège à mon fils
Revise history with my daughter every Saturday
Give me lessons in spreadsheets
Teach my son to read music
Run a training day for my staff on sales
Apprends-moi à me servir de Notion
Aide mon fils à réviser le bac
Anime un atelier d'anglais pour nos vendeurs
Montre à ma mère comment faire une visio
Fais le devoir de géographie à la place de ma fille
Écris mon mémoire de fin d'études
Teach me how to use Notion
Help my son revise for his A levels
Lead an English workshop for our sales staff
Show my mother how to make a video call
Do my daughter's geography homework
Write my dissertation
Drill me for the driving theory test
Apprends-moi Excel
Aide mon fils en maths
Teach me Excel
Help my son with maths
Train my team on Canva
Spanish lessons
Coach my daughter for her oral
Former les bénévoles au logiciel
Piano lessons for Tom
Montre-moi une bonne fois comment on se sert d'un tableur
Un cours de prononciation avant ma conférence
Show me once and for all how a spreadsheet works
Pronunciation lessons before my talk
Teach the trainees the till
`
