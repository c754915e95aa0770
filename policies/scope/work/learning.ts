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
`
