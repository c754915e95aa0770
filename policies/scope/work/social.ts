/** Social media, advertising and the press. */
export const social = `
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
Je pars en retraite de silence, mets en route les publications déjà préparées
Les quinze reels sont montés, il n'y a plus qu'à les caler dans Metricool un jour sur deux
Tout mon mois de juin est dans Notion, textes et images, charge-le
Déplace la publication du lundi de Pâques, personne ne sera là
Partage l'article de la presse locale sur notre page avec la phrase que je t'envoie
Publie l'annonce sur les cinq groupes du quartier demain matin
Mes épingles sont prêtes, répartis-les sur trois semaines
Le post de ce soir contient une erreur, retire-le de la file
Faire paraître les trois témoignages à raison d'un par semaine
Enregistre les posts en brouillon dans Meta Business Suite, dates du fichier
I am off on a silent retreat, set the prepared posts going
Fifteen reels are edited, they just need slotting into Metricool every other day
All of June is in Notion, words and images, load it up
Move the Easter Monday item, nobody will be around
Share the local paper's article on our page with the line I am sending
Put the notice in the five neighbourhood groups tomorrow morning
My pins are done, spread them over three weeks
Tonight's post has a mistake, pull it from the queue
Let the three testimonials appear one a week
Save the posts as drafts with the dates from the file
Get Buffer filled for the holidays so I can switch off, everything is in the folder
La story est montée, mets-la samedi à neuf heures
Tout ce que j'ai préparé doit paraître pendant que je suis en mer
The story is edited, put it up on Saturday at nine
Everything I prepared should appear while I am at sea
Les quinze posts de mai sont prêts, mets-les dans la file
Répartis mes photos de chantier sur le mois, un mardi sur deux
Que la publication sorte à midi pile jeudi
Je pars trois semaines, tout ce qui doit paraître est dans le dossier
Décale les posts de cette semaine, on a un deuil
Mets sur Facebook et sur LinkedIn l'annonce que voici
Le post de demain ne doit plus sortir
Textes dans le tableau, images dans le dossier, dates dans la colonne C
Ma série sur les épices, un épisode par jour, tout est fait
Épingles Pinterest prêtes, une par jour pendant un mois
Un carrousel à publier ce soir, légende dans le message
La story du marché à poster samedi matin
Caler les reels déjà montés sur les créneaux habituels
Publie la photo de l'équipe avec les mots ci-dessous
Reporter le lancement du concours de deux jours sur toutes les pages
Mon calendrier de l'avent est fini, il ne reste qu'à le mettre en attente jour par jour
Fifteen posts for May, finished, into the queue please
Spread my site photos over the month, every other Tuesday
I want it live at noon sharp on Thursday
I'm off for three weeks, everything that should appear is in the folder
Freeze this week's posts, somebody passed away
Put this announcement on Facebook and LinkedIn
Tomorrow's post must not go out
Captions in the sheet, pictures in Drive, dates in column C, load them into Later
Spice series, one a day, all made
Pins ready, drip one a day
Carousel up tonight, caption below
The market story on Saturday morning
Put the finished reels into the usual slots
Move the giveaway launch two days on every network
Advent posts are finished, they just need lining up
Same post on all four pages at nine
La campagne de prévention, vingt vignettes validées par le comité, à étaler jusqu'à Pâques
Repasser le post du 3 qui avait bien marché, mardi
Google Business : mettre l'annonce des horaires d'été
Buffer s'est vidé, remets les neuf contenus du tableau
J'ai écrit et illustré tout le mois, il ne manque que des doigts pour mettre ça aux bonnes heures
Ma fille a fait les vidéos, il n'y a plus qu'à les faire sortir une par une
Ne rien laisser paraître pendant la minute de silence
Dimanche je suis en retraite sans téléphone, fais paraître le mot du matin
Deux fois par semaine jusqu'à la Toussaint, dans l'ordre des fichiers
Retarder le post du 3, il pleut sur la fête
Written and illustrated, the month only lacks fingers to slot it in
My girl made the clips, let them out one at a time
Nothing is to appear during the silence
Sunday I am on a phone-free retreat, get the morning words up
Twice a week until half-term in file order
The caption has a wrong date, fix it in the queue
Push the launch posts to the following week
= social-content
Trouve-moi vingt idées de posts pour le mois et écris les légendes
Il me faut un mois de contenu pour Instagram, textes et images, je valide à la fin
Crée les posts LinkedIn à partir de mes articles
Écris cinq publications sur les coulisses de la ferme
Décline mon épisode de podcast en trois posts et un carrousel
Prépare le calendrier éditorial du trimestre, thèmes et formats
Je ne sais jamais quoi poster, propose et rédige
Une série de stories pour raconter le voyage, script compris
Come up with twenty post ideas for the month and write the captions
A month of Instagram content, words and pictures, I approve at the end
Create LinkedIn posts out of my articles
Write five posts about life behind the scenes at the farm
Turn my podcast episode into three posts and a carousel
Prepare the quarter's content calendar, themes and formats
I never know what to post, suggest and write
A series of stories telling the journey, script included
Trouve quoi publier cette semaine et prépare-le
Find something to post this week and prepare it
Trouve quoi raconter sur Instagram ce mois-ci et écris-le
Idées et textes de posts pour la rentrée
Des thèmes, des accroches, des légendes
Come up with what to say on Instagram this month
Post ideas and words for autumn
Themes, hooks, captions
A month of content, from ideas to captions
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
J'en ai assez d'Instagram, prends tout en main et fais-nous grandir
Qu'une vraie personne parle à nos abonnés tous les jours à ma place
Réponds aux commentaires sous la vidéo et bloque les insultes
Nos réseaux dorment, il faudrait quelqu'un pour les animer du matin au soir
Organise un concours sur la page, choisis le gagnant et anime les échanges
Contacte des influenceuses et propose-leur de tester nos bougies
Je veux dix mille abonnés d'ici l'été, à toi de jouer
Échange chaque jour avec trente comptes de notre milieu
Réponds aux messages privés comme si c'était moi
I am fed up with Instagram, take it all over and make us grow
A real person should talk to our followers daily in my place
Reply to comments under the video and block the insults
Our channels are asleep, somebody should run them from morning to night
Run a giveaway on the page, pick a winner and keep the talk going
Contact influencers and offer them our candles to try
Ten thousand followers by summer please
Interact every day with thirty accounts in our field
Answer private messages as if you were me
Be our voice on TikTok and LinkedIn, full time
Elles m'écrivent toutes sous les photos, j'y passe mes soirées, prends la relève
Je publie dans tous les sens, trouve-moi une ligne et tiens-la pour moi
Ma fille dit que je suis invisible en ligne, fais-moi exister
They all write under my pictures and it eats my evenings, take it off me
I post all over the place, find me a line and hold it
My daughter says I am invisible online, make me exist
Pendant que tu programmes, pourrais-tu aussi répondre à ceux qui réagissent ?
Je ne veux plus ouvrir Instagram, fais comme si c'était toi
Il y a des gens fâchés sous la photo, calme le jeu
Fais le tour des comptes amis chaque matin et laisse un mot
Notre page est un désert, mets-y de la vie
While you schedule them, could you also answer those who react
I never want to open Instagram again, act as if it were yours
People are cross under the photo, calm things down
Go round friendly accounts each morning and leave a word
Our page is a desert, bring some life to it
Réponds aux gens sous mes publications, matin et soir
Le groupe s'endort, anime-le, pose des questions, salue les nouvelles
Fais vivre la page pendant l'été
Les messages privés s'accumulent sur Insta, prends-les
Supprime les trolls et calme le jeu
Développe ma communauté, je vise cinq mille
Prends mes réseaux en main de bout en bout
Il me faudrait une ligne éditoriale et quelqu'un qui la tient
Va commenter chez les autres en mon nom
Gère Facebook comme si c'était toi
Être présente sur LinkedIn à ma place, échanger, remercier, relancer
Animer un challenge de vingt et un jours dans le groupe
Reply under my posts, morning and night
The group is sleepy, wake it, ask things, greet newcomers
Keep the page alive over summer
DMs are piling up, take them
Delete trolls, calm everyone down
Grow my following to five thousand
Take my social channels off my hands
An editorial line and somebody to hold it
Comment on other people's posts as me
Run Facebook as if you were me
Be me on LinkedIn, chat, thank, nudge
Twenty-one day challenge to run in the group
Who answers all those hearts and questions, not me any more
Engage with our audience every day, likes, replies, follows
Tenir le compte TikTok, décider de ce qu'on y raconte
Be our voice on Instagram from now on
Je n'ose plus ouvrir la messagerie d'Insta
Sous les vidéos ça se dispute, veille chaque soir et masque le pire
Depuis l'émission vingt abonnées par jour m'écrivent, réponds avec des cœurs
Qui ouvre et ferme la boutique du groupe, relance quand c'est mou
Tenir mon compte tout le mois, être là tous les jours
Ma nièce dit que je dois exister en ligne, sois ma présence
Respond to whoever turns up underneath
Fights under the videos, watch nightly and hide the worst
Since the broadcast twenty new followers a day write to me
Someone to open and shut the group, stir it when quiet, part people when it heats up
Run the account all month, be there daily
My nephew says I must exist online, be my presence
Connect with the right people and keep it dignified
Like, comment, thank, repeat
Faire grandir le compte, tous les jours un peu
Il y a soixante questions sous la recette, réponds à toutes avec ma gouaille
Fais parler de nous chaque jour, trouve le ton, lance des sondages en story
Nos membres LinkedIn attendent qu'on leur parle
Sixty questions under the recipe, answer all with my cheek
Get people talking daily, find the tone, polls in stories
Our page needs a human behind it
Someone rude on our page, deal with them and with all who follow
Start conversations in my name
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
Mettons deux cents euros derrière la vidéo pour toucher les mamans de Nantes
Fais-nous apparaître tout en haut de Google contre paiement
Le pixel ne compte plus les achats, nos campagnes tournent à l'aveugle
Prépare trois annonces et teste-les avec un petit budget
Personne ne vient au stage, lance de la réclame sur Facebook
Baisse le coût par inscription de notre campagne
Put two hundred behind the video to reach mums in Bristol
Get us to the very top of Google, we will pay
The pixel stopped counting purchases, our campaigns fly blind
Prepare three ads and test them on a small budget
Nobody is signing up, run some advertising on Facebook
Bring down the cost per sign-up in our campaign
A sponsored post aimed at dog owners within ten miles
We would happily pay for more eyes on this offer
Une collègue met deux cents euros par mois chez Meta et ça lui amène des inconnues, fais pareil pour moi
Mes ventes plafonnent, sortons du cercle des copines, j'ai un budget
A colleague spends two hundred a month with Meta and strangers come, do the same for me
My sales have stalled, let us reach beyond friends, there is money for it
Le faire voir à des gens qui ne nous connaissent pas, j'ai une enveloppe
Combien miser pour remplir la salle ? Lance et surveille
Show it to people who do not know us, I have a small pot of money
How much should we stake to fill the room, launch it and watch it
Mets vingt euros par jour sur la vidéo et choisis le public
Lance une pub Facebook pour le stage
Ma publicité Google coûte un bras, regarde
Booste le post du concert
Coupe la campagne qui ne rapporte rien
Reciblage des visiteurs de la boutique
Combien faut-il investir chez Meta pour remplir vingt places, monte ça
Pixel et conversions à installer pour mesurer la pub
Sponsorise l'événement autour de Nantes, trente kilomètres
Des annonces LinkedIn vers les directeurs d'école
Put twenty a day behind the video and pick the audience
Run a Facebook ad for the course
My Google ads cost an arm and a leg, look
Boost the gig post
Kill the campaign that earns nothing
Retarget shop visitors
What must I spend on Meta to fill twenty seats, set it up
Pixel and conversions
Sponsor the event within twenty miles
LinkedIn ads at head teachers
Cost per click is absurd, bring it down
Lookalike audience of our buyers
Amazon sponsored products, bids and budget
Promote, with money, to strangers
Payer pour être vus par des gens qui ne nous connaissent pas
Deux cents euros par mois pour que des inconnues nous voient
Le petit bouton bleu propose de mettre en avant pour quarante euros
Sponsorisée, quinze euros par jour, ciblage Bretagne
Trois accroches, un public, soixante dollars par jour, et couper ce qui ne marche pas
Two hundred a month so strangers see us
The blue button offers to promote it for forty
Sponsored, fifteen a day, aimed at Brittany
Three creatives, one audience, sixty dollars daily, kill what fails
Our budget is eaten by clicks from nowhere
J'ai un budget pour attirer des gens de la côte, place-le
Mon annonce a été refusée par Facebook, refais-la passer
A budget to bring people from the coast, place it
Facebook rejected my ad, get it through
Which keywords should we pay for
Scale what works, double the daily spend
= public-relations
Contacte la presse régionale pour qu'elle parle de notre saison
Décroche-nous un passage à la radio
Get local papers to cover our season
Pitch the founder to magazines and radio
Write to journalists and follow up until someone bites
Fais parler de nous dans les journaux
Envoie notre communiqué aux rédactions et rappelle-les
Un passage télé pour la sortie du livre, tu t'en charges ?
Get us talked about in the papers
Send our release to newsrooms and call them back
A TV slot for the book launch
Find an editor who will run our story
Si le journal pouvait parler de nous, occupe-t'en
If the paper could mention us, see to it
Fais parler de nous dans la presse locale
Contacte les journalistes avec le dossier
Get us in the local paper
Reach out to journalists with the kit
Blogger outreach and press list
Passer à la radio, trouve comment
Une radio locale devrait parler de nous
Local radio ought to talk about us
= seo
Je voudrais apparaître plus haut quand on cherche « poterie Angers »
Optimise les titres et les descriptions de nos dix pages principales
Quels mots tapent les gens qui cherchent un sophrologue près de chez eux ?
Google ne trouve pas notre page stages, inscris-la dans la Search Console
Audit de référencement de notre site et liste des corrections
Notre position a chuté depuis la refonte, trouve pourquoi
Obtiens des liens d'autres sites vers le nôtre
I want us to come up higher when people search for pottery in Leeds
Optimise titles and descriptions on our ten main pages
What do people type when they look for a therapist nearby
Google cannot find our workshops page, submit it in Search Console
An SEO audit with a list of fixes
Our ranking dropped after the redesign, find out why
Get other sites to link to ours
We are invisible in search results, page three at best
Je n'apparais pas quand on cherche sophrologue Rennes
Mots-clés et balises à revoir partout
Être mieux placé que le voisin dans Google
I don't show up for florist Bristol
Keywords and meta on every page
Above the neighbour in Google
Backlinks
`
