/** Time, meetings, journeys and events. */
export const calendarAndTravel = `
= calendar
Trouve trois quarts d'heure avec Nadia et Léon avant la fin du mois
Déplace mon entretien de mercredi et avertis les intéressés
Réserve-moi les matinées pour travailler au calme
Fixe un rendez-vous récurrent entre mon associé et moi, le premier lundi
Reporte dans le calendrier familial les entraînements, les spectacles et les vacances
Libère mon après-midi, je suis coincée chez le médecin
Mon jeudi déborde, étale ce qui peut attendre et laisse-moi manger
Réunir Montréal, Dakar et Nice en visio à une heure humaine
Envoie une invitation avec lien visio à toute l'équipe projet
Refuse le créneau proposé et suggère mardi en huit
Combien de trous me reste-t-il cette semaine ? Case-moi le banquier
Décale tous mes points hebdomadaires d'une demi-heure
Find three quarters of an hour with Nadia and Leon before month end
Move my Wednesday interview and let people know
Keep my mornings free for quiet work
Fix a recurring slot with my partner, first Monday
Enter practice times, shows and holidays in the household calendar
Free up my afternoon, I am stuck at the clinic
My Thursday is bursting, spread what can wait and leave me time to eat
Get Montreal, Dakar and Nice on a call at a humane hour
Send an invite with a video link to the project team
Turn down the proposed slot and suggest Tuesday week
Squeeze the bank manager in somewhere this week
Shift all my weekly catch-ups by half an hour
Two of my appointments overlap, please untangle them
Je voudrais voir ma directrice avant jeudi, arrange ça
Mon assistante précédente tenait mes journées, je n'y arrive plus seule, remets de l'ordre dans ma semaine
Il y a deux choses à la même heure lundi, choisis la moins importante et déplace-la
Prévois une demi-heure entre chaque consultation
Note l'anniversaire de ma mère, le spectacle de danse et la réunion parents-professeurs
Bloque mes vacances du 4 au 19 et préviens ceux que je devais voir
Propose trois dates à l'éditeur et retiens celle qu'il choisit
On ne trouve jamais de moment commun à cinq, envoie un sondage de dates
Remets à la semaine suivante tout ce qui est prévu le jour de la grève
Confirme ma venue à l'inauguration et mets l'adresse dans l'invitation
Rappelle-moi la veille de chaque échéance
Le kiné, le banquier et le notaire le même jour si possible
I would like to see my director before Thursday, arrange it
My previous assistant kept my days, I cannot manage alone, put my week in order
Two things at the same hour on Monday, move the less important one
Half an hour between sessions from now on
Put in my mother's birthday, the dance show and parents' evening
Block my leave from the 4th to the 19th and warn those I was to see
Offer the publisher three dates and keep the one she picks
We never find a moment for five people, send round a poll of dates
Push everything on strike day to the week after
Say I am coming to the opening and put the address in the invite
Nudge me the day before every deadline
Get me thirty minutes with the new CFO before the board
I said yes to too many things next week, get me out of two of them
Somewhere in the next ten days I must have lunch with Rosa, find when
Basculer Julie de lundi à mercredi
Je me fais opérer du genou le 4, il faut déplacer tout le monde
L'école a publié ses dates, reporte-les pour que j'arrête de dire oui les mauvais jours
Coincé à la gare, repousse ma réunion de 16 h
Move Julie from Monday to Wednesday
Knee surgery on the fourth, everyone needs a new time
School dates are out, put them in so that I stop saying yes on the wrong days
Stuck at the station, push my four o'clock
Ninety minutes with six people in four countries, start asking
Things are colliding next week, untangle them
I need a breather on Wednesday, make room
Carve out two hours for the budget before Friday
Tell Helen I will be twenty minutes late and shift what follows
Could the dentist be before my nine o'clock
My trip moved by a day, so everything around it has to move too
See when the surgeon, my sister and I can all be in the same room
Nothing before ten for the rest of the month
I promised Omar a lunch, make it happen
Is there any hole in June where I could vanish for a week
Je dois voir le maire, la banque et mon fils le même jour
Rien avant dix heures jusqu'à la fin du mois
J'ai promis un déjeuner à Omar, fais que ça arrive
Déplace mon dentiste de mardi à jeudi
Basculer la réunion de lundi au mercredi matin
Garde-moi mes vendredis libres jusqu'à Noël
Trouver une heure qui va aux quatre associés
Mets les vacances scolaires dans mon calendrier
Décline poliment l'invitation du 6
Envoie l'invitation avec le lien à tous
Je suis en retard, repousse mon rendez-vous de 16 h
Pas de rendez-vous avant dix heures la semaine prochaine
Une demi-heure avec Paul avant son départ
Bloque deux heures pour que je travaille au calme
Le créneau du 12 tombe pendant mon vol
Réunion récurrente du jeudi à supprimer
J'ai accepté deux choses à la même heure, débrouille
Quand est-ce que je vois Hélène
Remets le déjeuner avec le banquier
Dates de l'école à inscrire
Move my dentist from Tuesday to Thursday
Swap Monday and Wednesday's sessions
Keep my Fridays clear until Christmas
Find an hour that suits all four partners
School holidays into my diary
Decline the sixth, politely
Send the invite with the link to all
Running late, push my four o'clock
Nothing before ten next week
Half an hour with Paul before he leaves
Block two quiet hours so I can think
The twelfth clashes with my flight
Kill the recurring Thursday catch-up
I said yes to two things at once, fix it
When am I seeing Helen
Lunch with the banker, another day
She would rather come on Tuesdays
Could we do next week instead, ask them
What time suits Tokyo and New York
Free up the afternoon of the ninth, it's my boy's recital
I'm double booked on the twentieth
Three slots to offer the ambassador
The board call must not land on a bank holiday, look at the year ahead
Put an hour's travel either side of each site visit
Hold the fourteenth for a possible trip
Is there room for a podiatrist before lunch
Give Sofia the half hour that Ben gave up
Deux fois la même heure, choisis laquelle bouge
Pas de vendredi pour Solène, rien avant sept heures chez eux
Trouve quatre-vingt-dix minutes avec cinq personnes dans trois pays
Ninety minutes with five people in three countries
No Fridays for Sol, nothing before seven their time
Pop the dates in so I stop agreeing to the wrong Thursday
I'm stuck in traffic, push my four thirty
Recital on the ninth, clear me
Anniversaires de l'équipe à mettre dans l'agenda
Annule mon point de 15 h
Décale mon call de 10 h à demain
Mon 11 h saute, préviens-les
Move Peter to Monday, he is ill
Cancel my three o'clock
Push my ten o'clock to tomorrow
My eleven o'clock is off, let them know
= appointments
Appelle les patients pour fixer leurs séances de novembre
Confirme les rendez-vous de demain par SMS
Remplis mes créneaux libres avec la liste d'attente
Mme Diaz veut décaler sa séance, arrange-toi avec elle
Contact patients to fix their November sessions
Confirm tomorrow's appointments by text
Fill my free slots from the waiting list
Mrs Diaz wants to move her session, sort it with her
Préviens les patients que je suis malade et recase-les
Confirme les séances de demain
Tell patients I am ill and rebook them
Confirm tomorrow's sessions
First consultation for Mr Ahmed
Text those on the waiting list
Liste d'attente : propose le créneau libéré
Ms Okoro prefers mornings
Vingt-deux personnes à recaser en février
Twenty-two people to rebook in February
Patiente en attente d'un rdv, propose-lui mardi 9 h ou mercredi 14 h
Rdv de M. Blanc à décaler, il ne peut plus
Nouveau rdv pour les Morel
Patient asking for an appt, offer Tuesday at nine or Wednesday at two
Mr White can no longer make it, offer him two other times
Book a first appt for the Morels
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
Laisse mes clients choisir eux-mêmes leur heure
Crée un questionnaire de départ pour mes patientes
Google Form pour les inscriptions à la sortie, avec allergies
Le formulaire de contact ne demande pas le téléphone, ajoute-le
Dépouille les réponses du sondage
Ferme les réservations en août
Let my clients choose their own hour
An intake questionnaire for my patients
A Google Form to sign up for the outing, with allergies
The form does not ask for a phone number, add it
Sum up the answers to the poll
Close bookings in August
Change the length of a consultation on Acuity
Ask everybody about diets and sizes before the camp
People should be able to grab a slot without writing to me
Ouvre trois créneaux sur mon Calendly
Une question allergies dans le formulaire
Formulaire d'inscription au stage
Sondage de satisfaction
Three more slots on my booking link
Allergies question on the form
Sign-up form for the camp
Satisfaction survey
No bookings at lunch
Reminder the day before by text
Buffer between sessions
Typeform quiz with results
Calendly shows the wrong zone
People book on Sundays, stop that
Application form for the mastermind
RSVP form
Cap at eight places
La fiche de préinscription, ajouter un choix
Questionnaire avant la première séance
Le lien de réservation dit complet
Le calendrier laisse prendre le dimanche
Une question de plus avant l'appel découverte
The diary lets people take Sundays
One more question before the discovery call
Tally form for lunch choices
= meetings
Assiste à la séance de mardi et rédige le compte rendu avec les tâches de chacun
Une fiche sur chaque juré que je rencontre : parcours, goûts
Réécoute l'assemblée enregistrée et liste les votes
Prépare l'ordre du jour du bureau et le dossier des participants
Je vois la nouvelle préfète lundi, qui est-elle, sur une page
Tiens un journal des décisions d'un comité à l'autre
Envoie les points d'action de ce matin à tous
Attend Tuesday's session and write it up with everyone's tasks
A sheet on each juror I meet: career, tastes
Listen back to the recorded assembly and list the votes
Prepare the agenda and papers for the bureau
I meet the new mayor on Monday, who is she, on one page
Keep a log of decisions from one committee to the next
Send this morning's action points to all
Sit in on the calls and note who promised what
Give me the background on the people at tomorrow's lunch
Écoute l'enregistrement du conseil et sors-en les décisions
J'ai rendez-vous avec un mécène demain, dis-moi tout ce qu'il faut savoir sur lui
Mets au propre mes notes de la réunion et diffuse-les
Prépare les questions à poser au candidat maire
Qui devait faire quoi après le point de lundi ? Fais la liste
Monte le dossier de séance et envoie-le aux administrateurs
Sois dans la visio et prends des notes à ma place
Une page de contexte avant mon entretien avec l'ambassade
Listen to the board recording and draw out the decisions
I am meeting a donor tomorrow, tell me all I should know about him
Tidy my notes from the meeting and circulate them
Who was to do what after Monday's catch-up, make the list
Put together the board pack and send it to the trustees
Be on the call and take notes in my place
A page of context before my talk with the embassy
Summarise the last three sessions so that I do not look foolish
Le déroulé de la séance des associés lundi
Running order for the partners on Monday
What did we decide about the roof at the last two sittings
I need ammunition for tomorrow's vote, gather what was said before
Somebody should write down what these people promise
Who sits on that committee and what do they care about
Have the papers in front of everyone by Monday
Ordre du jour du conseil
Prépare une fiche sur chaque personne que je vois à Lyon
Compte rendu de la visio d'hier, l'enregistrement est là
Qui a promis quoi en réunion, et pour quand
Sois présente jeudi et prends des notes
Relevé de décisions du comité
Un dossier d'une page avant l'entretien avec le préfet
Board agenda
A note on each person I meet in Lyon
Minutes of yesterday's call
Who promised what and by when
Sit in on Thursday and take notes
Decisions of the committee
One page before I see the prefect
Circulate the papers to the trustees
What should I know about these people before lunch
Action points to each person after the meeting
Type the minutes from my scrawl and send round
Attend the call in my place and report
Brief me on the three companies we visit
Rassemble les pièces pour le conseil d'administration et envoie-les aux membres
Ce qu'il faut savoir des trois sociétés que je vois mardi
Mes griffonnages du comité, propres, avec qui fait quoi
What I must know about the three firms on Tuesday
Scrawl from the committee, made clean, with who does what
Pack of papers for the trustees' meeting
Follow up on what was promised last time
= travel
Un aller-retour en train pour Dijon jeudi, retour dans la soirée
Trouve une chambre près du port, trois nuits, budget raisonnable
Prends l'avion d'après, le rendez-vous s'éternise
Il faut que je sois à Genève à neuf heures, donc dormir sur place la veille
Organise le déplacement de la troupe à Porto : billets, logement, transferts
Une place côté fenêtre et un taxi à l'arrivée
On reste une nuit de plus, prolonge l'hôtel et décale le retour
Loue un utilitaire à la gare pour trois jours
Un circuit d'une semaine en Islande avec des enfants
Enregistre-nous en ligne et envoie les cartes d'embarquement
Billets de ferry pour cinq avec la voiture
Return train to York on Thursday, back in the evening
Find a room by the harbour, three nights, sensible budget
Get me on the later plane, the session drags on
I must be in Geneva by nine so a bed there the night before
Organise the company's journey to Porto: tickets, lodging, transfers
A window seat and a cab on arrival
We stay one more night, extend the hotel and shift the return
Rent a van at the station for three days
A week's tour of Iceland with children
Check us in and send boarding cards
Ferry tickets for five with the car
My connection was cancelled, get me home somehow tonight
How do I get from the airport to the village, book whatever is quickest
I have to speak in Oslo on the 9th, sort out getting there and somewhere to sleep
Ma fille et moi voulons passer trois jours à Lisbonne, trouve de quoi y aller et dormir
Le congrès est à Toulouse le 9, comment j'y vais et où je dors ?
Mon train est supprimé, il faut que je sois à Metz ce soir
Réserve deux places dans le Paris-Brest de 7 h, côte à côte
Change mon billet retour pour un départ plus tard
L'hôtel a perdu ma réservation, arrange-toi avec eux
Demande une arrivée tardive et un lit bébé
Prépare la feuille de route : horaires, adresses, numéros de réservation
Un billet pas trop cher pour Montréal en mars, escale possible
Il faut un minibus de Marseille à Arles pour douze
Combien coûterait un voyage d'étude à Vienne pour vingt élèves ?
My daughter and I want three days in Lisbon, find how to get there and where to sleep
The congress is in Leeds on the ninth, how do I get there and where do I stay
My train was cancelled and I have to be in Cardiff tonight
Two seats on the 7 am to Exeter, side by side
Change my return for a later departure
The hotel lost my booking, sort it with them
Ask for late arrival and a cot
Prepare the road sheet: times, addresses, booking numbers
A not too dear ticket to Montreal in March, one stop is fine
A minibus from Bristol to Bath for twelve
How much would a study trip to Vienna cost for twenty pupils
Upgrade my seat and add a suitcase
My flight lands at midnight, I need a bed within ten minutes of the terminal
Could you work out the trip to the family reunion, four of us coming from three cities
Un hôtel pour quatorze chambres près du port
On arrive à six et il en reste deux à caser pour la nuit
Fourteen rooms near the harbour
The last ferry is full, find us a way home
I have to be in three cities in two days, make it bearable
We would rather sleep near the venue than near the station
The strike ruins my Thursday, get me there some other way
My mother is flying in, have a car meet her
Cheapest decent way to Zurich and back before supper
Can we get the money back for the cancelled flight
Trois villes en deux jours, rends ça vivable
Ma mère atterrit à midi, qu'une voiture l'attende
Un aller-retour Nantes Berlin pour trois
L'hôtel est trop bruyant, change
Train de nuit pour Vienne, cabine seule
Une voiture à l'arrivée, automatique
Annule Lisbonne et récupère l'argent
Itinéraire complet du séminaire avec les horaires
Siège couloir, repas végétarien
Taxi à cinq heures pour l'aéroport
Trois nuits près du palais des congrès
Le vol est supprimé, trouve autre chose
Passage en ferry avec la camionnette
Nantes to Berlin and back for three
The hotel is too loud, change it
Night train to Vienna, own cabin
A car on arrival, automatic
Cancel Lisbon and get the money back
Full itinerary with times
Aisle seat, vegetarian meal
Cab at five for the airport
Three nights near the congress hall
Flight scrapped, find something else
Ferry with the van
Where do I sleep in Porto
Upgrade me if it is under two hundred
Add Freddie to the booking
Visa-free stopover for the kids' trip, seats together
I land at six and must be in Basel by nine
Check me in and send the boarding pass
Eurostar tickets for the team, first out, last back
Something with a kitchen for ten days near the clinic
Villa in Puglia for two families in July
Airport lounge and a driver with a sign
Siège hublot sur la branche genevoise
Trois semaines sur la route, d'abord Singapour, puis Jakarta
Plus tôt, le vol du retour
Window on the Geneva leg
Three weeks on the road: Singapore, Jakarta, Sydney
An earlier flight home
Walking distance from the congress because of my knee
Boarding passes on my phone by six
= events
Déniche trois gîtes pour un séminaire de quinze personnes, avec devis
Note les réponses au dîner des bénévoles et les régimes alimentaires
Fais livrer des plateaux pour la journée de formation
Un pot pour les vingt ans de l'atelier, une soixantaine de personnes, trois lieux possibles
Plan de table du mariage associatif, et préviens la salle pour les fauteuils roulants
Organise la fête d'été : musique, buvette, tentes
Retiens la salle des fêtes, les tables et la sono
Relance les invités qui n'ont pas confirmé
Three lodges for a fifteen person seminar with quotes
Track replies for the volunteers' dinner and diets
Have lunch trays delivered for the training day
Drinks for the workshop's twentieth year, sixty people, three possible places
Seating plan for the gala, and warn the hotel about wheelchairs
Organise the summer fair: music, bar, tents
Hold the village hall, tables and sound system
Chase guests who have not confirmed
Somewhere outdoors for the staff picnic with a plan for rain
Get prices from caterers for a cold buffet
On fête les trente ans de la boîte, il faut un lieu, à manger et de la musique
Trouve où réunir quarante anciens élèves un dimanche
Organise la soirée de lancement du livre de A à Z
Combien serons-nous au méchoui ? Relance ceux qui se taisent
Il faut des badges, un accueil café et une signalétique pour la journée d'étude
Coordonne le photographe, le fleuriste et le traiteur du 21
Un goûter d'anniversaire pour douze enfants avec un magicien
Monte une retraite de yoga dans les Cévennes pour l'automne
The firm turns thirty, we need a place, food and music
Where could forty alumni gather on a Sunday
Organise the book launch from start to finish
How many of us at the barbecue, chase the silent ones
Badges, coffee on arrival and signs for the study day
Coordinate photographer, florist and caterer for the 21st
A birthday tea for twelve children with a magician
Set up a yoga retreat in the hills for the autumn
Compare three rooms for the annual dinner and hold the best
We would like to take the whole team bowling and then eat somewhere
Quarante personnes sous une tente, s'il pleut on fait quoi, occupe-toi de tout réserver
Forty people under canvas, rain plan included, book the lot
Sixty people, one roof, decent food, not too dear
The speakers need hotels, microphones and someone to love them
Where does one take Japanese clients on a wet Tuesday night
Say yes or no to each invitation and keep count of heads
Une salle pour quarante avec jardin en juin
Traiteur pour le pot de départ
Liste des invités et réponses au dîner
Séminaire de deux jours à la campagne
Fête des bénévoles : lieu, buffet, musique
Relance ceux qui n'ont pas répondu à l'invitation
Plan de table
Journée d'équipe dehors
Vin d'honneur après la cérémonie
Room for forty with a garden in June
Caterer for the leaving drinks
Guest list and replies for the dinner
Two-day retreat in the country
Volunteers' party: place, buffet, music
Chase those who have not answered the invitation
Seating plan
A day out for the team
Drinks after the ceremony
Dietary needs of the thirty guests
Venue shortlist for the product launch
Christmas do, sixty people, somewhere with a dance floor
Speakers, badges and coffee for the open day
My parents' golden wedding, a private room
Book a magician and a cake for the company picnic
Où loger les intervenants, où manger, qui fait le son
Vingt personnes, deux nuits, du calme, un feu
Trente couverts, la moitié végétariens, un jardin si possible
Twenty people, two nights, quiet, a fire
Thirty covers, half vegetarian, a garden if we can
The alumni evening, find the place, feed them
`
