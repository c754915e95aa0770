/** Projects, teams, hiring, law and paperwork. */
export const runningABusiness = `
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
Tout le monde attend tout le monde sur le nouveau catalogue, prends la coordination
Fais un planning du déménagement des bureaux avec qui fait quoi
Chaque vendredi, dis-moi où en sont les cinq chantiers
Découpe le lancement en tâches et assigne-les
Sois le point de contact entre la graphiste, le développeur et moi
Rien n'avance sur le salon, secoue l'équipe
Le tableau de bord des projets n'est plus à jour, interroge chacun
Everyone waits for everyone on the new catalogue, take over coordination
A plan for the office move with who does what
Tell me every Friday where the five jobs stand
Break the launch into tasks and assign them
Be the contact between designer, developer and me
Nothing moves on the trade show, shake the team
Ask each person for progress and refresh the board
Make sure nothing falls through the cracks before opening day
Tout ce qu'il reste à faire d'ici l'ouverture, dans ma tête et sur un post-it
La clôture passe au 30, décale tout ce qui en dépend
On a pris du retard mais lequel ? Demande à chacune où elle en est
Everything between now and opening day lives in my head and on one sticky note
Closing is now the 30th, shift whatever hangs on it
We are late but by how much, ask each of them where she is
Four people, five deadlines, no plan: give us one
Nobody told the printer, nobody told the venue, take charge of who knows what
What is late, what is blocked and by whom
Keep the rebrand moving while I am on leave
Fais avancer l'équipe sur le lancement
Qui est en retard, demande-leur
Planning de la refonte, tâches et responsables
Point du lundi
Ask Bogdan when the intro is ready
Who is late, chase them
Launch plan with owners and dates
Monday check-in
What is blocked, a summary
Herd the freelancers
Break the programme into tasks in ClickUp
Status for the client on Friday
Retro notes and next sprint
Keep the translator and the designer on time
Rétroplanning du festival
Get a date out of the illustrator
Demander à Igor pour quand c'est
Personne ne sait où en est la vidéo
Ask Igor when it will be done
No one knows where the video stands
Who does what by the tenth
Keep us honest every Friday with a summary
= team
Prépare le planning de l'équipe pour l'été et gère les remplacements
Organise le point du lundi et envoie les priorités à chacune
Accueille la nouvelle monteuse et donne-lui ses accès
Suis les heures des prestataires et valide leurs factures
Fais le lien avec nos freelances au quotidien
Prepare the team rota for the summer and cover gaps
Run the Monday check-in and send everyone their priorities
Welcome the new editor and give her access
Track contractors' hours and approve their bills
Be the day to day link with our freelancers
Demande à Bogdan quand le générique sera prêt
Je pars dix jours sans réseau, tiens le groupe : le point du lundi est à toi
Des consignes claires pour le monteur qui commence mardi
Ask Bogdan when the intro will be ready
Ten days with no signal, hold the group together, Monday's call is yours
A brief the new editor can work from without ringing me
Tableau des congés de l'équipe
Accès pour la nouvelle graphiste
Qui remplace Inès
Leave rota
Logins for the new designer
Who covers for Ines
Weekly hours of the contractors
Offboard Liam, take his access away
Onboard the new VA, accounts and reading list
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
Je suis seule à savoir comment on ouvre la boutique, mets-le par écrit
Rédige le mode d'emploi de notre caisse avec des captures
Filme ton écran quand tu prépares un envoi, pour la suivante
Si tu tombes malade, que fait-on ? Prépare une passation
Only I know how we open the shop, get it on paper
Write the how-to for our till with screenshots
Film your screen as you prepare a mailing, for whoever comes next
If you fall ill what do we do, prepare a handover
Document each step from order to delivery so a temp could do it
Si je passais sous un bus, personne ne saurait faire
Quand une élève veut partir, chacune répond autre chose, écris une fois pour toutes ce qu'on fait
Une réponse à coller, toujours la même, pour ceux qui proposent des articles
If I were hit by a bus nobody would know how
When a member wants out everyone says something different, write down once what we do
Numbered steps a stranger could follow
A polite no that we can all paste
Write up how we handle a late payer so the next person need not ask
I want a page that says what to do on launch day, hour by hour
Écris comment on fait un remboursement, étape par étape
Filme l'écran et explique la mise en ligne
Une check-list d'avant-atelier
Le manuel de l'assistante
Write down how we do a refund, step by step
Loom of the upload
Checklist before each workshop
The assistant's handbook
Only I know how it works, get it out of my head
So that anybody could do it without me
Canned answers for the team
Decision tree for complaints
A page that tells newcomers where things are
Template answer for pitches
What happens on launch day, minute by minute
Mettre à jour le wiki depuis qu'on a changé d'outil
Un mode d'emploi pour la remplaçante
Un non poli tout prêt à coller
Que l'équipe sache quoi répondre
A polite no we can paste
So the team knows what to answer
The way Marie does it, on paper, before she leaves
= hiring
Diffuse l'annonce du poste, rédigée, et range les réponses dans le tableau
Cale les entretiens des six retenus
Réponds gentiment à ceux qu'on ne prend pas
Trie les CV selon la grille et propose des créneaux aux meilleurs
On recrute deux saisonniers, suis les candidatures de bout en bout
Publish the vacancy, it is written, and file the answers in the tracker
Book interviews with the six we kept
A kind answer to those we do not take
Sort CVs by our grid and offer times to the best
We are taking on two seasonal hands, follow the applications through
Thank every applicant and tell them when they will hear
Line up first conversations with people who applied for the cook's position
Notre serveuse part, aide-nous à en trouver une autre
Mets l'offre d'emploi sur Indeed et trie les réponses
Rédige l'annonce pour un apprenti menuisier et diffuse-la
Appelle les références du candidat retenu
Prépare la grille d'entretien et les convocations
Our waitress is leaving, help us find another
Put the job on Indeed and sort through the replies
Write and post the advert for a carpentry apprentice
Call the referees of the chosen candidate
Prepare the interview grid and invitations
Tell the unlucky applicants kindly and keep the good ones on file
We need two pairs of hands for the harvest, take care of applications
On refuse du boulot, il nous faut un deuxième compagnon, passe le mot
Vingt-six lettres pour la place à l'accueil, sors les six meilleures
We turn work away, we need another pair of hands, spread the word
Twenty-six letters for the front desk, pull out the best six
A good PA for my colleague, post the ad and bring me five
Tell the four we did not pick, nicely
Publie l'annonce d'emploi que voici
Trie les candidatures
Convoque les cinq retenues
Réponds aux refusés
Post this job ad
Sift applications
Invite the five shortlisted
Write to those we turn down
Interview slots with the panel
Candidate references to chase
Schedule trial shifts
Collect CVs for the caretaker post
Les entretiens du poste d'accueil, cale-les
Twelve people want the apprenticeship, line up meetings
Welcome pack for the intern, no, first find him a start date
Vingt-six personnes veulent l'accueil, sors-en six
Poste d'apprenti : annonce prête, à diffuser
Twenty-six want the front desk, pull out six
The apprentice ad is ready, get it out
Tell the others we went with someone else
= hr-admin
Prépare le dossier d'arrivée du nouveau salarié : contrat, mutuelle, visite médicale
Tiens le tableau des congés et des absences
Relance l'équipe pour les entretiens annuels
Fais la déclaration préalable à l'embauche et le registre du personnel
Commande les tickets restaurant
Compile the starter paperwork: contract, pension, medical
Keep the leave and absence sheet
Chase the team for their annual reviews
Update the staff handbook and have everyone sign it
Order badges and equipment for the newcomer
Congés et absences dans le registre
Visite médicale de Luc
Leave and sickness into the register
Starter forms for Luke
Annual reviews to schedule
Contrat saisonnier à préparer
= strategy
Aide-moi à choisir quelle activité garder et à quel tarif
Donne-moi ton avis sur mon modèle
Quel public viser ? Réfléchissons à une stratégie
Accompagne-moi pour développer l'entreprise
Help me choose which activity to keep and at what rate
Give me your view on my business model
Which audience should we aim for, let us think strategy
Guide me in growing the firm
What should our offer be next year
Je ne sais plus où va mon activité, réfléchis avec moi
À quel prix vendre mon accompagnement ?
Construis notre plan de développement sur trois ans
Dois-je arrêter les cours du soir ?
Sois mon coach pour oser me lancer
Un plan marketing complet pour la saison
I no longer know where my business is heading, think with me
What should I sell my programme for
Draw up our three year plan
Should I stop evening classes
Be my coach so that I dare to start
A full marketing plan for the season
What would you do in my shoes, open a second studio or not
Find our niche and write the positioning
Par quoi commencer pour avoir plus de clientes ?
Repense mon offre et mes tarifs
Where do I start to get more clients
Rethink my offer and prices
Quel prix pour mon offre
Que penses-tu de mon positionnement
Aide-moi à choisir ma niche
Plan d'action pour doubler le chiffre
Me coacher avant le lancement
What price for my offer
What do you think of my positioning
Help me choose a niche
Plan to double revenue
Coach me before launch
Should I launch in spring or autumn
Which offer do I drop
Accountability, weekly, tell me off
Where is the business going, think it through with me
Is a membership a good idea
Am I too cheap
Me dire si je dois recruter ou non
Est-ce que je fais bien de lancer un abonnement
Dis-moi franchement ce que tu penses de mes tarifs
Am I right to start a membership
Tell me honestly what you make of my prices
Where should I put my energy this summer, business-wise
Faut-il ouvrir une deuxième boutique
À combien vendre la journée
Quelle offre mettre en avant
Should we open a second shop
What to charge for a day
Positioning against the big ones
Ten-year plan
Tell me how to delegate better
= legal
Lis ce bail et dis-moi ce qui est risqué
Rédige nos conditions de vente
Ai-je le droit d'utiliser ces photos ?
Un accord de confidentialité pour le prototype
Un ancien client me menace d'un procès, que risque-t-on ?
Mets le site en règle avec le RGPD
Monte le dossier de visa du danseur
Protège le nom de la marque
Le contrat de la résidence contient-il des pièges ?
Read this lease and tell me what is risky
Draft our terms of sale
Am I allowed to use these photos
A confidentiality agreement for the prototype
A former client threatens to sue, where do we stand
Make the site GDPR compliant
Prepare the dancer's visa file
Protect the brand name
Any traps in the residency contract
Is the supplier entitled to raise prices mid contract, who is liable
Mon associé veut sortir de la société, quels sont mes droits ?
Le client refuse de payer et parle d'avocat, que répondre en droit ?
Relis le contrat d'édition et dis-moi quoi négocier
Écris une clause de non-concurrence
Rédige les statuts de l'association
Est-ce légal de filmer mes élèves ?
Nos conditions générales sont copiées sur un concurrent, refais-les
Peut-on licencier pendant un arrêt maladie ?
Dépose la marque à l'INPI
Prépare la mise en demeure avec un fondement juridique
Vérifie que la politique de confidentialité est valable
Fais-moi un bail pour louer mon studio
My partner wants out of the company, what are my rights
The client will not pay and mentions a lawyer, what do we answer in law
Read the publishing contract and tell me what to negotiate
Write a non-compete clause
Draw up the charity's articles
Is it legal to film my pupils
Our terms were copied from a competitor, redo them
Can we dismiss someone on sick leave
Register the trademark
Check that the privacy policy holds
Make me a tenancy agreement for my studio
We got a letter from their solicitors, how should we reply
Are we covered if a guest gets hurt
Onze pages, ils disent que c'est standard, dis-moi ce que je refuse
Ai-je le droit de lui refuser ses jours ?
Qui détient quoi, qui peut bloquer, comment on se sépare : mets-le en forme d'accord
Eleven pages and they call it standard, tell me what to refuse
Was I allowed to say no to her days off
Who holds what, who can veto, how we part: make it an agreement
The lease says one thing and the landlord another, who is right
Put our handshake into a binding paper
Can they really keep our deposit
Le bail dit une chose et le propriétaire une autre, qui a raison ?
Mettre notre poignée de main noir sur blanc de façon qui engage
Mon bail est-il abusif
Relis le contrat de franchise et dis-moi quoi refuser
Mes conditions générales de vente
Suis-je en règle avec le RGPD
Un visa pour ma nounou
Ai-je le droit de le licencier
Statuts de l'association à rédiger
Is my lease fair
Read the franchise contract, what should I refuse
Terms and conditions
Am I compliant with GDPR
Visa for the au pair
Can I dismiss him
Draft articles of association
Power of attorney
Non-compete, is it enforceable
Trademark filing
Immigration file for our engineer
Prenup
Settlement agreement with a former employee
Where do I stand with the neighbour's wall
Was I allowed to refuse
NDA to draw up
My will
Privacy notice and cookies, what must it say
Un accord de confidentialité à faire signer, écris-le
Onze pages à signer, dis-moi ce qui cloche avant que je signe
On veut reporter onze jours de congé, avais-je le droit de refuser
Eleven pages to sign, which bits should I push back on
Compliance of our new form, are we allowed to ask that
Do I need a licence to sell cider
Visa run for my nephew, what are the rules and do the file
Reply to the letter from their solicitor
Mon associé part, qui garde la marque, et comment l'écrire noir sur blanc
L'inspecteur du travail m'écrit, que lui répondre sans me tirer une balle dans le pied
Une cliente menace d'aller au tribunal, rédige-moi une réponse solide
La banque me fait signer une caution, est-ce raisonnable
Mettre le site en conformité avec la loi, mentions et cookies
Le droit à l'image des enfants du spectacle, il me faut des autorisations en bonne forme
My partner is leaving, who keeps the name, put it in writing properly
The labour inspector wrote, what do I answer without shooting myself in the foot
A customer threatens court, draft something solid
The bank wants a personal guarantee, is it reasonable
Image rights of the children in the show, proper release forms
Work permit for the chef
Dispute with the tenant upstairs
The franchisor slipped in a penalty clause, find it
Do my freelancers count as employees
= contract-tracking
Tiens la liste de nos contrats avec leurs dates de fin et préviens-moi deux mois avant
Quand s'arrêtent l'assurance, le photocopieur et le bail ? Fais un échéancier
Keep a list of our contracts with their end dates and warn me two months ahead
When do the insurance, the copier and the lease end, make a calendar of renewals
Quand finissent nos contrats
When do our contracts end
Warn me before the lease rolls over
Insurance up for renewal
Préavis à ne pas rater
= paperwork
Monte le dossier de subvention de la compagnie
Les démarches de carte grise et de changement de siège
Fill in the grant application for the company
The forms for the town hall, permits and change of address
Inscris le chantier au guichet unique et suis le dossier
Mon passeport expire, trouve un créneau en mairie et prépare les pièces
Déclare l'association à la préfecture
Remplis le dossier de la CAF pour la garde du petit
Fais la demande de carte de séjour
Change l'adresse partout : banque, impôts, assurance, employeur
Déclare le dégât des eaux à l'assurance
Commande un extrait Kbis et un acte de naissance
My passport expires, find an appointment and get the papers ready
Fill in the childcare benefit form
Apply for a parking permit and follow it up
Change my address everywhere: bank, insurer, employer
Report the flood to the insurance
Order a birth certificate
Renew the alcohol licence for the fair
Demande d'acte de naissance
Dossier de subvention logement
Carte grise à refaire
Birth certificate request
Passport renewal form
Housing benefit file
Register the boat
School enrolment file
Changement d'adresse partout
Immatriculer la remorque
= grants
Réponds à l'appel à projets de la région
Dépose notre dossier de subvention avant le 30
Rassemble les pièces de l'appel d'offres et remplis le mémoire
Cherche et demande une bourse pour la résidence
Answer the regional call for projects
Submit our grant file before the 30th
Gather the documents for the tender and fill in the bid
Apply for an arts fund for the residency
Sponsors for the tournament, prepare the file and send it
La Région donne trois mille euros pour une machine, il faut un formulaire et deux devis
The region gives three thousand for a machine, a form and two quotes are needed
Dossier de subvention pour le four
Appel à projets de la région
Grant form for the kiln
Regional call for projects
Tender paperwork
Lottery bid
Mécénat, dossier à monter
3 500 € de la Région, un formulaire, deux devis, une lettre
Three thousand from the county, a form, two quotes, a letter
`
