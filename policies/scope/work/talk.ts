/** What asks for nothing, for a word, or for something that is not said. */
export const talk = `
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
Merci mille fois, la soirée s'est passée à merveille grâce à toi
Les inscriptions sont complètes, je n'en reviens pas
Je t'envoie une photo du bébé, il s'appelle Marius
Petit coucou de Bretagne, il fait un temps splendide
Le site est magnifique, tout le monde me le dit
Je viens de lire ta newsletter, quel bonheur
On a signé le bail ! Je t'appelle pour fêter ça
C'est noté pour mardi, parfait
J'ai bien reçu les visuels, ils sont superbes
Ne te presse pas, soigne-toi bien
Ici c'est la course mais tout va bien, la réunion s'est bien passée
Ma facture est payée, merci à toi
Je voulais te dire que ton travail change ma vie
Juste pour te prévenir que je serai absente jeudi
Mon train a eu deux heures de retard, quelle aventure, enfin rentrée
Les clients ont adoré l'affiche, encore bravo
Je pense à toi après cette triste nouvelle
Pas la peine de répondre, bonne soirée
Thanks a million, the evening went like a dream because of you
All places are taken, I cannot believe it
Here is a picture of the baby, his name is Miles
Hello from Cornwall, the weather is splendid
The website is gorgeous, everyone tells me so
I have just read your newsletter, what a joy
We signed the lease, hurray
Noted for Tuesday, perfect
The visuals came through and they are superb
Do not rush, look after yourself
It is a mad rush here but all good, the meeting went well
Your invoice is paid, thank you
I wanted to tell you that your work changed my life
Just so you know I will be away on Thursday
My train was two hours late, what an adventure, home at last
Clients adored the poster, well done again
Thinking of you after the sad news
No need to reply, have a good evening
The boss was over the moon with the slides you made
We got the grant, you are a star
What a launch, I slept twelve hours after that
Le dîner s'est passé comme sur des roulettes, on m'a demandé qui l'avait organisé
J'ai marché le long du canal ce matin, quel printemps plus léger
C'est un peu grâce à toi si je dors mieux
Elles ont pleuré à la fin du stage, de joie
The dinner went like clockwork, they asked who had arranged it
I walked by the canal this morning, such a lighter spring
It is partly thanks to you that I sleep
They cried at the end of the course, with joy
You should have seen his face when the orders came in
The cake survived the train and so did I
I laughed out loud at your note about the printer
Le colis est arrivé, les enfants ont sauté de joie
La réunion a été annulée au dernier moment, j'ai fait la sieste
My flight was fine, the hotel was grim, the speech went well
Our invoice software had a bad day but it sorted itself out
On a rangé tout le grenier ce week-end, quelle poussière
The newsletter got three lovely answers, thought you would like to know
Ton idée de questionnaire a fait mouche
C'était magnifique, merci
Rien à faire, je voulais juste te le dire
Lovely, thank you
Nothing to do, just sharing
The baby is here
We got the prize
Bien rentrée
Quelle équipe
Vu, c'est noté
You were right about the colour
Trop contente du résultat
Happy new year to you and yours
Hope the move went well
My mother loved it
Belle et douce année à vous
Avez-vous passé de bonnes vacances
Le stage était plein et les gens rayonnaient, merci à toi
On a gagné le marché, je voulais que tu le saches
Mon père est parti cette nuit, je serai absente
Notre fils est né dimanche
Did you have a good holiday
The course was full and people glowed, thanks to you
We won the contract, wanted you to know
My father passed last night, I will be away
Our son was born on Sunday
No need to answer
Pas la peine de répondre
Just the photo of the view from here
Je suis allée voir la mer, ça m'a fait du bien
Your flowers arrived, you shouldn't have
Le site est superbe, tout le monde m'en parle
The minutes were spot on
C'est exactement ce que je voulais
Sorry about my mood on Monday
Excuse-moi pour hier, j'étais à cran
The trout were jumping, I thought of you
Maman va mieux
Je te garde une part de gâteau
Mum is better
I kept you a slice of cake
Just landed, all fine
Bravo pour hier
Ok pour moi
C'est bon pour moi, on part là-dessus
Ça me va très bien comme ça
Je valide, rien à changer
Validé par tout le monde, merci
Le client a signé, on commence lundi
C'est réglé, ils ont payé ce matin
Finalement non, laisse tomber
Oublie ma demande de ce matin, je me suis débrouillée
Erreur de carte, ne tiens pas compte
Je me suis trompée de tableau
Plus la peine, il m'a répondu
On annule, j'ai trouvé la solution
Je préfère attendre un peu, ne lance rien
Attends mon feu vert, on en discute en équipe d'abord
J'ai changé d'avis, on garde comme avant
Doublon, tu peux supprimer la carte
Rien à signaler cette semaine
Tout est à jour, rien de neuf
Fine by me
That works for me, carry on
Happy with it, nothing to change
Approved by everyone, thank you
The client has signed, we start on Monday
It is settled, they paid this morning
Never mind, leave it
Forget what I asked this morning, I managed
Wrong card, please disregard
Posted this on the wrong board
No longer needed, he answered
Cancel that, I found it
I would rather wait, do not start yet
Hold on until I say so, we talk it over first
Changed my mind, keep it as it was
Duplicate, you can delete this card
Nothing to report this week
All up to date, nothing new
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
Tu serais libre pour un café jeudi ?
Quand puis-je t'appeler ?
Il te reste combien d'heures sur mon forfait ?
Peux-tu me dire ce que tu factures pour une heure de plus ?
Tu as bien eu mon mail de lundi ?
J'ai une question sur ta dernière facture, on se parle ?
Prends-tu de nouveaux clients en janvier ?
Tu fais aussi ce genre de choses ou pas ?
Would you be free for coffee on Thursday
When can I call you
How many hours are left on my package
What would you charge for an extra hour
Did you get my email on Monday
I have a question about your last bill, shall we talk
Do you take new clients in January
Is this the kind of thing you do or not
Could we jump on a quick call, I would rather explain out loud
Ping me when you are at your desk
What is the best number to reach you on
Es-tu là jeudi, et prends-tu encore des heures ce mois-ci ?
I would like to extend our contract, what are your terms
Faisons le point toutes les deux autour d'un thé
What do you need from me to get started
Appelle quand tu peux
On se parle demain
Are you free Thursday for a chat
Quick word when you have a sec
Do you do evenings
What would you charge
Combien d'heures me reste-t-il
Tu pars quand en congé
Do you work with restaurants
Can we meet for coffee
Il faut qu'on se cale un moment
Did my message reach you
Tu as de la place en mars
Êtes-vous là, c'est urgent
Je préfère te le dire de vive voix
Ring me when you're free
I'd rather tell you in person
Are you at your desk, don't do anything yet
Pouvez-vous me rappeler avant midi
Une réponse immédiatement s'il vous plaît
Answer me straight away please
Fais-moi signe quand tu es rentrée
Give me a shout when you are back
Es-tu dans le coin cet après-midi
Can I borrow you for ten minutes
Je passe te voir mardi
On se fait une visio toi et moi
Do you still have room this month
Est-ce que tu fais aussi du conseil
How long do you usually need for things like that
Ton statut a changé, non ? Tes factures seront différentes
Quand est-ce que tu reviens
Confirme-moi que tu as bien reçu
Please confirm you got this
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
Il faudrait faire quelque chose pour la rentrée
La newsletter, on en est où ?
Tu pourrais regarder ce que je t'ai mis dans le dossier ?
Il y a un souci avec le site, tu vois ?
On avance comment sur le projet de Marion ?
Je ne suis pas satisfaite de nos visuels en ce moment
J'aimerais que tout soit plus simple
Mon agenda, mes mails, c'est l'enfer
Le dossier Martin, s'il te plaît
Peux-tu t'en charger cette semaine ?
J'ai une idée folle pour le printemps, il va falloir m'aider
Notre image a besoin d'un coup de neuf
Voir pièce jointe
À faire dès que possible, tu sais de quoi je parle
Encore un truc pour toi, je t'en parle demain
Ça ne va pas du tout, il faut changer
J'aurais besoin de toi pour le salon
Les réseaux, je n'y comprends rien
Fais ce qui te semble le mieux avec tout ça
Quelques petites choses à revoir sur la présentation
Et pour les clients, on fait quoi ?
Something ought to be done for the new term
Where are we with the newsletter
Could you look at what I put in the folder
There is an issue with the site, you know
How do we move on with Marion's project
I am not happy with our visuals at the moment
I would like everything to be simpler
My diary, my mail, it is hell
The Martin file please
Could you take this on this week
I have a mad idea for spring and will need your help
Our image could do with a lift
See attached
To be done as soon as possible, you know what I mean
One more thing for you, I will tell you tomorrow
This will not do, it has to change
I shall need you for the fair
Social media is a mystery to me
Do what you think best with all this
A few small things to change in the presentation
And about the customers, what shall we do
Same thing as last time but for the other group
I dropped some bits in the shared folder, over to you
Can we make it pop a little more
It all needs a bit of love
The usual, but better
Wondering whether you could help with the course side of things
Mixed feelings about the brochure, not sure what I want
J'ai besoin d'un cap, je ne sais pas lequel
Le truc avec les fiches, tu vois, il faudrait s'y remettre
Ma boîte part dans tous les sens
The thing with the sheets, we should get back to it
My business goes in every direction
You remember what I said about spring, well
Could you work your magic on this
I am wondering about our next step, ideas welcome
There might be something for you in the attic of my brain
Nous devrions parler de la suite un de ces jours
C'est compliqué en ce moment, j'ai besoin de soutien
Je t'envoie ça, dis-moi ce que tu en penses
Il y aurait deux trois choses à reprendre sur ce que tu m'as rendu
Tu pourrais jeter un oeil et faire le nécessaire ?
Have a look and do the needful
Not sure who does this, maybe you
The board wants more impact, whatever that means
We should be doing more with our contacts
Je voudrais que ça avance plus vite de ton côté
Un coup de propre
Le truc de Nantes
J'ai besoin que ça bouge
Comme l'an dernier
Voir mon message vocal
A bit of order
The Nantes thing
I need this to move
Same as last year
See my voice note
Something for the anniversary, surprise me
Can you have a look at my stuff
It doesn't look right
Get it ready
Help, I am lost with all this
Bits and pieces from Tom
Make my life simpler
Do something with the photos
The Instagram thing, can you
Mon site, tu peux voir
Le mailing, comme on a dit
Next steps
Could you support me more this month
Préparer la rentrée
Gérer l'événement
Le lancement, je te laisse faire
The launch, over to you
Spring campaign, you know
Penser à Noël
The folder for Anna
Une idée pour le blog
Quelque chose de chouette pour les clientes
Clients want more, think about it
Améliorer notre présence
We should be everywhere
Faire connaître l'atelier
Get the word out
Je me demande s'il ne faudrait pas revoir toute notre façon de travailler
Peut-être plus de photos, peut-être moins, je ne sais pas
J'ai l'impression que quelque chose cloche, sans savoir quoi
Dis-moi ce que tu pourrais faire pour moi
On verra bien ce qu'on en fait, penses-y
J'ai rêvé d'autre chose pour l'an prochain
Il y a sûrement quelque chose à faire de tous ces contacts
Je n'ai pas encore d'idée arrêtée
Ça dépendra du temps qu'il te reste
Un jour il faudra qu'on s'y mette
Tu t'en charges comme tu le sens
Je te fais confiance pour la suite
Ma sœur dit que je devrais me moderniser
Tout le monde me dit que tu fais des miracles, alors fais-en un
Je sens qu'on pourrait faire mieux
Qu'est-ce que tu me conseilles de te confier
Je tourne en rond, j'ai besoin d'un regard
Peux-tu prendre un peu de ce que je porte
Il faudrait que ça ressemble à quelque chose
Occupe-toi de la page de paiement
Mes réseaux, aide-moi
La vidéo est là, fais au mieux
Il y a un truc à faire sur le site
Le dossier Kerouac, en fait, tout
Prépare tout pour la rentrée des stagiaires
On avait parlé de deux ou trois trucs en juin
Comment tu vois les choses pour décembre
Tu peux faire quelque chose pour mes mails
La retraite de mai, tu gères
Fais-moi rêver pour les dix ans
Il y aurait du mieux à faire côté clients
J'ai pensé à quelque chose cette nuit, on en reparle
Je ne sais pas si c'est de ton ressort
Ça fait un moment que ça traîne, tu vois de quoi je parle
À la fin du mois il faudra être prêts
Des petites choses à voir, rien de bien défini
I've been wondering whether we should change how we work
Perhaps more pictures, perhaps fewer, I cannot tell
Something is off and I could not say what
Tell me what you could do for me
Turn it over in your mind
I had a dream about next year being different
There must be something one could do with all those names
No fixed idea yet
It depends how much time you have left
One day we ought to get round to it
Use your judgement
I trust you with what comes next
My sister says I should modernise
Everyone says you work wonders, so work one
I feel we could be better at this
What would you suggest I hand over
I go round in circles and need another pair of eyes
Could you carry some of what I carry
It should look like something
Please do the checkout page
My socials, help
Here is the video, do what you can
There is something to do on the site
The Kerouac file, well, all of it
Get everything ready for the new intake
We spoke of two or three bits in June
How do you see December
Can you do something about my emails
The May retreat, you've got it
We could do nicer things for the members
Thinking aloud about the office
Not broken exactly, only tired
Would you mind looking after the course
Anna starts next week, organise it
The bios need updating
Can you improve the report
I need a presentation for Monday
Take care of Project Heron
Rome?
Invoices
Need your brain on something
I'd like to be less overwhelmed by September
The programme: see with Oriane, she has a wish or two
Not sure it is for you
It has been dragging on, you know what I mean
We have to be ready by the end of the month
Assorted small things, nothing definite
Whatever you think is best
I need help, urgently
Besoin de toi d'urgence
Au secours
Something about my website
Quelque chose ne va pas avec la page
Ma vitrine ne donne plus envie, on fait quoi
Il faut que mes clientes reviennent
Je veux qu'on parle de nous
We need people to come back
The shop front is sad, what do we do
I want them to love us
Sort the Bordeaux business out
Tout ce qui touche aux bénévoles, tu peux prendre
Anything to do with volunteers, could be yours
Les papiers de maman
Mum's papers
`
