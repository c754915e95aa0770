/** Homes, families, gifts, and work that is done by hand. */
export const privateLife = `
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
Je n'ai plus d'eau chaude depuis hier, débrouille-toi pour que quelqu'un vienne
Mon petit commence la crèche, il manque des papiers et un certificat médical, fais le nécessaire
Trouve un prof de guitare pour mon aîné et une place au centre aéré
Mes lunettes sont cassées, prends rendez-vous chez l'opticien
Le chien a besoin d'un toilettage et d'une pension en août
L'assurance de la voiture augmente, cherche mieux et change
Organise notre déménagement : devis, cartons, changements d'adresse
Réserve le restaurant pour la Saint-Valentin
Fais les courses en ligne pour la semaine, liste jointe
Retrouve qui peut déboucher les gouttières et tailler le cerisier
Ma grand-mère a besoin d'une téléalarme et d'une aide à domicile
Prends les places pour le match et le parking
Le lave-vaisselle a rendu l'âme, commande le même
No hot water since yesterday, get somebody to come
My little one starts nursery, papers and a medical certificate are missing, do what is needed
Find a guitar teacher for my eldest and a place at holiday club
My glasses broke, make an appointment at the optician's
The dog needs grooming and a kennel in August
Car insurance has gone up, find better and switch
Organise our house move: quotes, boxes, changes of address
Book the restaurant for Valentine's
Do the weekly shop online, list attached
Who can clear the gutters and trim the cherry tree
Gran needs an alarm pendant and home help
Get tickets for the match and a parking space
The dishwasher died, order the same again
School uniform, name tapes and swimming kit before Monday
My godson's christening is coming, what do I wear and bring, order it
The landlord wants the chimney swept before winter, see to it
The bath is coming through the ceiling
My daughter has nits and a recital, find solutions
Our usual sitter is away and we have opera tickets
The car failed its test, get it seen to
Le bain passe à travers le plafond, trouve quelqu'un ce soir
Un plombier pour mardi
Réserve une table pour six samedi
Trouve une nounou pour les mercredis
Le chauffagiste doit passer avant l'hiver
Renouvelle mon abonnement de train
Prends rendez-vous chez l'ophtalmo
Le chien chez le toiletteur
Résilier la salle de sport
Colis à faire rapporter
Contrôle technique de la voiture
A plumber for Tuesday
Table for six on Saturday
Sitter for Wednesdays
Boiler service before winter
Renew my rail pass
Eye test
Dog to the groomer
Cancel the gym
Return of a parcel to arrange
MOT for the car
The washing machine man, has he confirmed
Groceries for the flat on Friday
School run swap, find a driver
Cleaner for the London place
Tickets for the ballet
Get the piano tuned
Cancel the paper while we are away
Parking permit renewal
Switch the electricity to the cheaper tariff
Physio twice a week, arrange it
Someone to feed the cat in August
Haircut and beard, before the wedding
Le ramoneur, la fosse, l'entretien de la chaudière, prends les rendez-vous
Un plombier avant que la belle-famille arrive
Résilier la box
La voiture au garage, et une de prêt
Somebody to look at the boiler before the in-laws come
Change of broadband
Car to the garage and a courtesy one
Dinner for two, somewhere quiet, her birthday
The kids need a dentist, all three, one afternoon
Swimming lessons for Ada
Theatre seats, aisle, my hip
Un restaurant calme pour huit, vendredi soir, deux végétariens
Une table pour quatre demain midi près du bureau
A quiet restaurant for eight on Friday, two vegetarians
Table for four at noon near the office
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
Le parrain de Zoé fête ses cinquante ans, trouve une idée et fais livrer
Ma femme adore le jazz, notre anniversaire est samedi, au secours
Envoie des fleurs à l'hôpital pour la maman de Karim
Vingt paniers gourmands pour nos fournisseurs
Un petit quelque chose pour remercier la voisine
Une naissance chez notre meilleur client, marque le coup
Zoe's godfather turns fifty, find an idea and have it delivered
My wife loves jazz, our anniversary is on Saturday, help
Send flowers to the ward for Karim's mother
Twenty hampers for our suppliers
A little something to thank the neighbour
A new baby at our best client's, mark the occasion
He is retiring after forty years and loves fishing, something memorable
She is turning seven and mad about horses
He has everything and turns eighty, surprise me
Something edible for the neighbours who put up with the works
A wreath for Thursday's funeral with the right words
Un cadeau pour les dix ans de Jules
Des fleurs pour la secrétaire
Paniers gourmands aux partenaires
Present for a boy who turns five and loves trains
Flowers for the receptionist
Hampers for partners
Thank-you bottle to the surgeon
Baby present for Ines
Wreath for the funeral
Anniversary surprise, she collects maps
Godson's christening, something silver
Retirement gift, whip-round included
Quelque chose pour la maîtresse, vingt euros
Something for the teacher, twenty quid
She turns seventy and has everything
A bouquet, no lilies, to the ward
Une carte signée par toute l'équipe pour le départ de Karim
Pot de départ de Karim, carte et bon d'achat
A card signed by everybody for Karim, who leaves next week
Whip-round and voucher for a colleague who leaves
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
Passe chercher le gâteau et apporte-le à la salle
Va déposer ce dossier à la préfecture
Aide-nous à porter les meubles samedi
Accueille les vacanciers et remets-leur les clés
Garde mes enfants mercredi après-midi
Tonds la pelouse et taille la haie
Peux-tu venir une journée au magasin pour l'inventaire ?
Emballe les cadeaux et livre-les
Conduis la camionnette jusqu'au festival
Fais la plonge le soir du banquet
Monte les étagères livrées hier
Dégage la neige devant la porte
Nourrir les poules pendant mon absence
Sers d'hôtesse à l'accueil du congrès
Pick up the cake and bring it to the hall
Hand this file in at the county office
Help us carry furniture on Saturday
Meet the guests and give them the keys
Mind my children on Wednesday afternoon
Mow the lawn and trim the hedge
Could you come to the shop for a day of stock taking
Wrap the presents and drop them round
Drive the van to the festival
Wash up on the night of the banquet
Assemble the shelves that came yesterday
Clear the snow from the door
Feed the hens while I am away
Be a hostess at the congress desk
Collect my shirts from the cleaner's
Go and queue for the tickets
Sit with my father at the hospital
Mes clés sont à l'accueil, porte-les à l'appartement
My keys are at reception, run them over to the flat
Be there when the piano arrives
Someone has to taste the menus with the chef, can you go
Take the car to the garage and wait
Être là quand le piano arrive
Viens tenir le stand samedi
Porte les cartons au dépôt
Passe l'aspirateur avant la visite
Va chercher les clés
Monte les meubles du bureau
Récupère mes enfants à l'école
Arrose mes plantes
Sers le buffet
Livre les paniers chez les gens
Come and man the stall
Carry boxes to storage
Hoover before the viewing
Fetch the keys
Assemble the desks
Pick up my kids
Water the plants
Serve at the buffet
Drive the parcels round
Hang the pictures
Drop the suit at the cleaner's
Wait in for the delivery man
Walk the dog
Queue at the consulate for me
Drive me to the airport
Be at the flat when they read the meter
Paint the waiting room
Hand out flyers at the station
Stand at the door and tick names
Babysit on Friday
Load the van
Clear out my late mother's house
Tu habites à côté, tu pourrais passer
Être là pour ouvrir au livreur
Coller les affiches en ville
Mettre le couvert pour trente
Repeindre la grille
Emballer avec moi samedi
Se tenir derrière la table du salon de dix à dix-huit heures
Récupérer mes clés à l'accueil et les porter à l'appartement
Stand behind the table at the fair from ten to six
Pick the keys up at reception and run them to the flat
Wrap with me at the workshop on Saturday
Sit with my mother during the visit
Taste the menus in my place
Recevoir le chauffagiste chez moi
Garder les enfants pendant la réunion
Le colis est chez le voisin, tu passes le prendre ?
Il faudrait vider la cave avant l'état des lieux
Être au vernissage pour servir
Accompagner maman à l'hôpital
Changer l'ampoule de l'enseigne
Signer le recommandé à ma place chez moi
Parcel at the neighbour's, would you collect it
Empty the cellar before the inspection
Serve at the opening
Take mum to the hospital
Change the bulb in the sign
Count the stock on the shelves on Saturday
Meet the electrician at the site
Bring the samples over to Leeds
Set the room, chairs in a circle
Feed the hens while I'm away
Take the car in for its service yourself
Hand the keys over in person
Sort the clothes at the charity shop
Lay the tables
= print-and-post
Imprime cent programmes et porte-les à la poste
Mets les cartes sous pli et affranchis
Have a hundred programmes printed and bring them to the mail counter
Stuff the envelopes and stamp them
Pack and ship twenty orders
Fais imprimer 500 flyers et livre-les au magasin
Envoie les diplômes par courrier recommandé
Poste les invitations papier, timbres et enveloppes compris
Prépare les colis et dépose-les au relais
Have five hundred flyers printed and delivered to the shop
Send the diplomas by registered mail
Post the paper invitations, stamps and envelopes included
Get the parcels ready and drop them at the depot
Print, bind and send the reports
Imprime cent invitations et poste-les
Mets les catalogues sous pli
Print a hundred invitations and post them
Stuff envelopes
Order business cards from the printer and ship
Frank and send
Colis à porter à la poste
Wrap and label thirty orders by hand
Fais tirer l'affiche en A2 et dépose-la chez les commerçants
Get the poster printed in A2 and leave it in shops
Four hundred envelopes by hand
= craft
Couds les costumes de la pièce
Prépare un buffet maison
Répare la chaise de grand-mère
Sew the costumes for the play
Bake cakes for the stall
Restore my grandmother's chair
Fabrique cinquante bougies pour le mariage
Brode les initiales sur les serviettes
Cuisine pour vingt samedi
Compose une chanson pour notre anniversaire
Make fifty candles for the wedding
Embroider initials on the napkins
Cook for twenty on Saturday
Compose a song for our anniversary
Build us a garden bench
Couds vingt tabliers
Tricote un bonnet
Sew twenty aprons
Knit a hat
Carve a sign
Bake the cake
Make the costumes
Fabriquer le décor
Un gâteau à trois étages pour samedi
Recoudre les rideaux de scène
A three-tier cake for Saturday
Mend the stage curtains
Restore the old chair
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
J'ai mal au dos depuis un mois, quels exercices faire ?
Que penses-tu de ce placement que me propose la banque ?
Prépare-moi un programme de musculation
Mon fils ne dort plus, que me conseilles-tu ?
Estime la valeur de ce tableau
Calcule la section de la poutre
Faut-il acheter ou louer ? Fais-moi une étude patrimoniale
J'aurais besoin de parler à quelqu'un, je vais mal
Tire-moi les cartes pour l'année
My back has hurt for a month, which exercises should I do
What do you make of the investment my bank offers
A muscle building programme for me
My son no longer sleeps, what do you advise
Value this painting
Calculate the size of the beam
Should we buy or rent, make a wealth study
I feel low and need to talk to someone
Read my cards for the year
Interpret my blood results
Draw the kitchen in 3D
Survey the roof and tell me what it needs
Mon genou me fait mal, que faire
Où placer mes économies
Quelle assurance pour mon local
Lis mes analyses de sang
Le mur porteur, je peux l'abattre ?
My knee hurts, what should I do
Where do I put my savings
Which insurance for the premises
Read my blood test
Is this wall load-bearing
Structural survey
Diagnose the rash
Valuation of the house
Which fund should I buy
Design the wiring
Lab results to interpret
Diet plan for my diabetes
Soil study
Vet question about the mare
Calcule la charpente
Faire l'expertise du tableau
Que dit ce scanner
What does this scan say
Is the mole worrying
Dois-je vendre mes parts
Quel engrais pour un sol acide
La poutre fléchit, combien peut-elle porter
Faut-il que j'arrête ce médicament
Which fertiliser for acid soil
The beam sags, what can it bear
Should I stop this medicine
Write me a training plan for the marathon
Set the dosage of the pool
Estimate what the violin is worth
Sign off the electrics
Therapy for my son
= wrongful
Écris vingt faux avis cinq étoiles pour notre hôtel
Achète-nous cinq mille abonnés
Passe l'examen en ligne à ma place
Recopie le site du concurrent
Connecte-toi au compte de mon ex et dis-moi ce qu'il écrit
Write twenty fake five star reviews for our hotel
Buy us five thousand followers
Sit the online exam for me
Copy a competitor's site
Log in to my ex's account and tell me what he writes
Poste dix faux avis
Fais-toi passer pour moi au téléphone de la banque
Ten fake reviews
Pretend to be me at the bank
Get into my husband's mailbox
Copy the competitor's course
Followers by the thousand, bought
Antedate the invoice
Write my exam
Backdate it
Signer à la place de mon associé
Invente des témoignages
Make up testimonials
Change the date on the certificate
Récupère les adresses des membres d'un autre club
Scrape their members' addresses
`
