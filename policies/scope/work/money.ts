/** Bills, books, taxes and purchases. */
export const money = `
= invoicing
Envoie les factures de mai aux pensionnaires
Devis et factures en retard depuis l'été, prends le relais
Relance les deux mauvais payeurs
La galerie me doit encore ma part, écris-lui
Facture la mairie pour les trois ateliers
Send May's invoices to the boarders
Quotes and bills are late since summer, take over
Chase the two late payers
The gallery still owes me my share, write to them
Bill the council for three workshops
Make out a credit note and send the statement of account
Fais les factures des stages d'octobre avec la TVA à 20
Édite un devis pour la mairie, trois ateliers à 180 euros
Prépare la note d'honoraires des cinq séances de Mme Leroy
Il manque notre numéro de commande sur la facture 212, refais-la
Facture chaque fin de mois les abonnements
Un avoir pour la commande annulée
Numérote et envoie les factures d'acompte
Invoices for the October courses with VAT
A quote for the council, three workshops at 180 each
The fee note for Mrs Leroy's five sessions
Our order number is missing on invoice 212, redo it
Bill subscriptions every month end
A credit note for the cancelled order
Raise the deposit invoices and send them
Turn my timesheet into an invoice for Monday
Put the prices we agreed in a proper quotation
Le solde de la véranda Martin
Les contrats annuels, même montant plus deux pour cent
J'ai visité ce matin une maison de 110 m², mes relevés sont dans le vocal, deux options
Coupe l'estimation en deux, la grange et la maison
Prévois trente pour cent à la commande
The balance on the Martin conservatory
Yearly contracts, same amount plus two percent
I visited a house this morning, my notes are in the voice memo, two options
Split the estimate in two, barn and house
Price the job with and without the second bathroom
Facture de l'atelier de mardi au lycée
Un avoir de trente euros pour Mme Blanc
Devis pour douze portes en chêne
Émets la facture d'acompte de la famille Roy
Il manque le numéro de TVA sur la facture 112
Reprends le devis, il faut ôter la livraison
Facturer les six séances de mai
Le client veut un duplicata acquitté
Bill the school for Tuesday
Credit note for thirty pounds, Mrs White
Estimate for twelve oak doors
Deposit invoice for the Roy family
VAT number missing on 112
Redo the quote without delivery
Invoice May's six sessions
They want a paid receipt
Split the bill between the two brothers
Annule la facture 87 et refais-la au nom de la société
Pro forma for customs
Un avoir de 60 € à M. Roche
Avoir pour Line, elle arrête
Justificatif de ses séances pour la mutuelle
Ce que chaque boutique me doit, commission déduite, et la pièce à leur adresser
Scinder l'estimation en deux, grange et maison
Passer la variante chêne à soixante euros du mètre
Credit of sixty to Mr Roche
Proof of sessions for her health insurer
What each shop owes me less commission, and send the document
Split the estimate, barn and house
Oak option at sixty a metre, revise the price
Paid stamp on the invoice
Elle veut refaire sa cuisine, prépare-lui un devis
Tu peux faire le devis de la terrasse
Établis un prix pour la toiture à partir de mes notes
Fais la proposition chiffrée pour le collège
Ils veulent isoler le grenier, chiffre-leur ça
She wants her bathroom redone, prepare the quotation
Put a price together for the roof from my notes
Forty metres of fence, make them an offer
They want the loft insulated, quote for it
Il a réglé deux fois la même prestation, fais-lui un avoir
Elle a payé en double, établis un avoir du montant
He paid the same thing twice, make out a credit note
She was charged double, credit her for the difference
= dunning
Trois clients n'ont pas réglé depuis juin, écris-leur gentiment puis plus fermement
Où est mon argent ? La mairie a deux mois de retard, relance
Tiens le tableau des impayés et relance chaque semaine
Envoie un rappel aux parents qui n'ont pas payé la cotisation
Une deuxième relance avec les pénalités de retard
Appelle ceux qui doivent plus de mille euros
Three clients have not settled since June, write kindly and then firmly
Where is my money, the council is two months late, remind them
Keep the list of unpaid bills and chase every week
A reminder for the parents who have not paid their fees
A second reminder with late charges
I am still waiting for four payments, go after them politely
Il y a trente mille euros dehors, reprends tout le listing : qui, combien, depuis quand
Le banquier fait les gros yeux, il faut faire rentrer l'argent
M. Delmas a encore oublié
Did the second half ever arrive from her
Thirty thousand is still out there, go through the list: who, how much, since when
The bank is frowning, we have to get the money in
He forgot again, drop him a line about it
Les Martin n'ont toujours pas réglé, relance
Trois loyers de retard au local
Qui n'a pas payé son stage
Un rappel poli à l'école, puis un ferme
Le chèque de M. Petit est revenu
The Martins still owe us, nudge
Three months' rent behind
Who has not paid for the course
Polite reminder to the school, then a firm one
Mr Small's cheque bounced
Instalments that failed last month
Money we are owed, go and get it, nicely
Where is the balance from the wedding couple
Plusieurs mensualités ne sont jamais tombées, regarde qui et depuis quand
Un mot doux à celles qui doivent encore
Several instalments never came in, see who and since when
A gentle word to those who still owe
= accounting
Rapproche le compte et le logiciel pour avril
Classe mes dépenses et saisis les écritures
Les relevés s'empilent depuis l'hiver, mets la compta d'aplomb
Prépare tout pour le bilan
Tiens le livre de recettes de l'association
Reconcile the account with the software for April
Sort my spending and enter the transactions
Statements have piled up since winter, get the books straight
Prepare everything for year end
Keep the cash book of the society
Why does the balance not match the bank
Le comptable réclame mes pièces, mets-les en face des opérations bancaires
Pointe le compte dans Pennylane et signale ce qui manque
Tiens nos livres chaque mois
Classe mes reçus par catégorie et fais le total par trimestre
Exporte les opérations de Qonto et rapproche-les des factures
Prépare le bilan comptable et le compte de résultat
Le grand livre ne s'équilibre pas, cherche l'erreur
The accountant wants my papers, match them with the bank lines
Reconcile the account in Xero and flag what is missing
Keep our books every month
Sort my receipts by category and total by quarter
Export transactions from Revolut and match them with invoices
Draw up the balance sheet and the profit and loss
The ledger does not balance, look for the mistake
Upload this month's supplier bills to Dext
Le cabinet s'impatiente, il leur manque la moitié des pièces de mars
À quoi correspond la sortie de 214 euros ? Retrouve le ticket
Mets tout en face des lignes de la banque
The accountant is losing patience, half of March is missing
What was that 214 that left the account, find the slip
Put everything against the bank lines
The books for last quarter, before the accountant shouts
Where did that bank charge come from and where does it go in the ledger
Rapproche la banque et les pièces de mars
Mes charges et recettes à saisir dans le logiciel
Préparer le dossier pour l'expert-comptable
Le grand livre ne tombe pas juste
Il manque des justificatifs pour six dépenses
Catégorise les mouvements de la carte pro
Le bilan approche, rassemble tout
Reconcile March
Income and outgoings into Xero
Get the file ready for my accountant
The ledger is out by twelve pounds
Six payments without paper
Code the card transactions
Books are behind since June
Year-end pack
Journal entries and the trial balance
Bookkeeping catch-up, eleven months of it
QuickBooks is a jungle, reconcile it
La dame du cabinet demande à quoi correspond une sortie de 214 €
Envoyer au comptable ce qu'il lui manque
My accountant asks what the 214 was for
Send the bookkeeper what she lacks
Match every line to a paper
Entre mes recettes de marché et mes achats de laine jour par jour dans le logiciel
L'expert veut un fichier des écritures avant jeudi
Je n'ai rien pointé depuis février, prends-moi ça
Enter market takings and wool purchases day by day in the software
The accountant wants the journal by Thursday
Nothing matched since February, take it on
Prepare the accounts for the auditors
Stripe payouts never agree with the bank
= expenses
Mes tickets de parking et d'hôtel sont dans la pochette, remplis la note de frais
Saisis mes kilomètres du mois dans le formulaire
Télécharge les reçus de train sur l'appli et joins-les à ma demande de remboursement
Il manque le justificatif du restaurant, redemande-le
La clôture des frais est mardi, termine ma déclaration et soumets-la
Parking and hotel slips are in the pouch, fill in the claim
Enter this month's mileage in the form
Download rail receipts and attach them to my reimbursement request
The restaurant receipt is missing, ask them again
Claims close on Tuesday, complete mine and submit it
I paid out of pocket for the stall, get it refunded by the company
Je reviens de Lyon avec une poche pleine de tickets, fais-en quelque chose pour la compta
Remplis mon remboursement kilométrique d'octobre
Scanne les reçus et range-les par mission
Il faut justifier ces douze paiements par carte, retrouve les factures
I am back from Leeds with a pocketful of receipts, make a claim of them
Fill in my October mileage
Scan the slips and file them by trip
These twelve card payments need backing up, find the invoices
Finance rejected my travel claim, correct it and send it again
My pockets are full of paper from Brussels, get me my money back
Whatever is on the company card this month needs an explanation
Mes tickets de Madrid à passer en note
Kilomètres de mai
Reçus de taxi dans Expensify
La compta réclame mes justificatifs
Fais rembourser mon repas avec le client
Madrid receipts to claim
May's mileage
Cab slips into Expensify
Finance wants my paperwork for the trip
Get my client lunch refunded
Match the card statement with my receipts
Per diem form for the Oslo trip
Photos of till receipts, make a claim
I'm out of pocket four hundred, claim it
Note de frais du déplacement à Metz
Trajets notés au crayon, à passer au barème kilométrique
Cinq taxis à Chicago, photos jointes
Mileage from the pencil log at the official rate
Five cabs in Chicago, photos attached
Put the hotel on my claim
= payments
Un code de remise pour les anciens stagiaires
Propose le règlement en quatre fois
Les cartes ne passent plus au moment de payer
Augmente le tarif dans Stripe et sur le bon de commande
Crée l'abonnement mensuel et sa page de paiement
A discount code for former trainees
Offer payment in four parts
Cards are refused at checkout
Raise the price in Stripe and on the order form
Create the monthly subscription and its payment page
They should be able to pay in Canadian dollars
An early bird price until the first of March
Une cliente voudrait payer en trois fois, arrange-le dans Stripe
Le bouton d'achat affiche l'ancien tarif
Crée un lien de paiement de 90 euros pour l'atelier
Mets une réduction de 15 % jusqu'à dimanche
La carte de Mme Gil a expiré, son abonnement est suspendu
Installe PayPal en plus de la carte
A client would like to pay in three goes, arrange it in Stripe
The buy button shows the old price
Make a 90 pound payment link for the workshop
Fifteen percent off until Sunday
Mrs Gill's card expired and her subscription is paused
Add PayPal beside cards
Let companies pay by bank transfer at checkout
Rends-lui ses 297 euros
L'option en trois fois doit être en ligne aujourd'hui, avec le code SCENE
Give her the money back, the whole of it
The three-pay option must be live today, plus a code that dies on Sunday
She was charged twice
Raise the monthly fee for newcomers but leave the old members alone
His card bounced, give him another link
Un paiement en trois fois pour l'offre
Code promo de vingt pour cent
Stripe refuse la carte
Rembourse Delphine
Page de règlement pour l'atelier
Three instalments on the offer
Twenty per cent coupon
Stripe declines the card
Give Delphine her money back
Checkout for the workshop
Bump on the order form
Price goes up on Monday at midnight
Apple Pay on the cart
Failed renewals
Subscription at nine a month
Pay what you can button
Switch the currency to euros
Upgrade people from monthly to yearly
VAT on the checkout
Le tarif réduit ne passe pas au panier
Abonnement annuel à créer dans ThriveCart
Redonner à Diane ses 297 euros
Elle veut passer de trois à six fois
Le coupon d'avril marche encore, coupe-le
Return Diane's 297
She would like to go from three to six instalments
April's coupon still works, kill it
= purchasing
Commande les fournitures du trimestre au meilleur prix
Demande trois devis pour un copieur et négocie la livraison
Suis la livraison des tables et relance le transporteur
Il n'y a plus d'encre ni de papier, réapprovisionne
Vérifie que ce qu'on a reçu correspond à la commande
Tiens la liste de nos fournisseurs avec leurs tarifs
Order the quarter's supplies at the best price
Ask for three quotes for a copier
Track the delivery of the tables and chase the carrier
We are out of ink and paper, restock
Check that what came matches the order
Keep a list of our suppliers and their prices
Find who can supply two hundred jute bags by May
Le receveur est fendu, trouve qui en livre un vendredi et fais reprendre le cassé
Où en sont les fenêtres ?
The tray is cracked, find who delivers one by Friday and send the broken one back
Where have the windows got to
Commande du papier et de l'encre
Le fournisseur a livré du cassé, échange
Order paper and ink
Supplier sent it broken, exchange
Quotes from three merchants for plaster
Restock the kitchen
Find a shower tray that ships by Friday
Compare two phone contracts and sign the better
Réassort des bouteilles
Le receveur est fendu, trouve-en un autre qui livre vendredi
The basin is cracked, get another that ships Friday
= tax
Fais la déclaration de TVA
Déclare mon chiffre d'affaires à l'URSSAF
Les bulletins de paie de l'équipe
Ma déclaration de revenus, avec ce que je peux déduire
File the VAT return
My income tax, with what I can claim
Run the wages for the team
Declare my turnover and work out contributions
Dois-je prendre la TVA ou rester en franchise ? Fais la demande
Remplis ma déclaration 2042
Calcule mes cotisations et mes impôts de l'année
Le fisc me réclame des sommes, réponds-leur
Comment payer moins d'impôts cette année ?
Should I register for VAT, do it for me
Fill in my self assessment
Work out my contributions and tax for the year
The tax office wants money, answer them
How do I pay less tax this year
Prepare our Making Tax Digital submission
1099 pour les onze prestataires
Les papiers de fin d'année pour le fisc
1099s for our contractors
The year-end forms for the revenue
How do I declare the flat I let out
What can I deduct for the home office
Ma déclaration de revenus
TVA du trimestre
Impôts fonciers, vérifie
Cotisations Urssaf à déclarer
My tax return
VAT quarter
Self assessment
Corporation tax
Can I deduct the van
Declare my rental income
Formulaire 2042
Customs duty on the kiln
Ma 2035
Déclaration 2042 C pro
Combien vais-je payer d'impôts
What will I owe the Revenue
1099s
Je passe en société, quel régime et quels papiers remplir au fisc
Going limited, which regime and which forms for the Revenue
Is the home office deductible
= payroll
Fais les fiches de paie du mois
Calcule le solde de tout compte de Marie
Établis les bulletins de salaire et la DSN
Verse les salaires et les primes
Do this month's payslips
Work out Marie's final pay
Run payroll and report it to the tax office
Send the accountant the hours, absences and bonuses for pay day
Prépare les éléments variables de paie pour le cabinet : heures, absences, primes
Collect everyone's hours so that wages can be run
Compter les paniers repas et les heures de nuit
Count the meal allowances and night hours
Bulletins de paie de mai
Prime de la vendeuse
May payslips
Shop assistant's bonus
Overtime into the pay run
Pension contributions for staff
La saisonnière finit samedi, prépare son solde
The seasonal girl finishes Saturday, work out her final pay
`
