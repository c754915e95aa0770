/** Writing, correcting, translating, typing up. */
export const texts = `
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
Je te raconte ma semaine en vocal et tu en fais une lettre pour mes lecteurs
Transforme mes pensées décousues en quelque chose que je puisse envoyer
La page programme est vide, à toi de trouver les mots qui donnent envie
Écris la suite de messages de bienvenue, je n'ai que le plan
Il faut un texte pour présenter notre nouvelle associée
Je n'ai aucune idée de quoi dire pour la fin d'année, invente
Rédige les fiches de nos trente savons, ton gourmand
Une tribune pour le journal local signée de mon nom
Fais-moi un article à partir de ces statistiques
Le dossier de presse est à écrire entièrement
Cent cinquante mots de biographie pour un jury, à la troisième personne
Donne du souffle à ce texte plat, réécris ce qu'il faut
Le post LinkedIn sur mon prix, tu peux l'écrire comme si c'était moi ?
Les textes de l'onboarding sont à inventer, cinq courriels chaleureux
I ramble into a voice note and you turn it into a letter for my readers
Turn my scattered thoughts into something I can send
The programme page is blank, find words that make people want to come
Write the welcome series, I only have the outline
A text to introduce our new partner
No idea what to say for year end, make something up
Write the blurbs for thirty soaps in a mouth-watering tone
An op-ed for the local paper under my name
Make an article out of these statistics
The press kit has to be written from beginning to end
A hundred and fifty words about me for a jury, third person
Breathe life into this flat text, rewrite whatever it takes
The LinkedIn post about my award, could you write it as if it were me
Ghost-write the foreword of my cookbook
Nothing is written yet for the launch, I need five emails out of thin air
Please draft a heartfelt piece for our fiftieth anniversary
On a l'offre, le prix, les photos, il ne manque plus une seule phrase à part toutes
Je parle, tu écris, voilà quatre heures d'explications
La page longue : l'histoire, les objections, le titre
Neuf mille signes pour une revue à partir de mes idées en vrac
We have the offer, the price, the photos and not a single sentence
I sound like a washing machine manual, you find the words
The long page: the big idea, the headline, the story, the objections
Nine thousand characters for a magazine from my rough ideas
Ce serait chouette si tu pouvais aussi écrire le texte qui va avec
Tant que tu y es, trouve une phrase d'introduction et développe un peu
Je n'ai que trois idées notées sur un ticket de caisse, fais-en un texte
Tu as une si jolie plume, raconte notre histoire à ma façon
Il me manque le fond, la forme tu connais, invente le contenu
L'envoi est vide pour le moment, à toi d'imaginer ce qu'on y dit
Pourrais-tu t'occuper des mots, je ne suis bonne qu'avec les images
Mes pages sont prêtes sauf qu'il n'y a rien dedans
Voici les faits, donne-leur de la chair
Trouve un nom et une accroche pour le stage
J'ai parlé vingt minutes dans mon téléphone, tire de là un beau papier
Le texte de l'an passé est ringard, repars d'une feuille blanche
Propose un sujet, je n'en ai aucun, et développe-le sur une page
Des textes pour remplir toutes les rubriques
Raconte les coulisses du festival en cinq épisodes écrits
Que dire à nos lecteurs après un tel drame ? Écris-le avec tact
It would be lovely if you could also write the words that go with it
While you are at it, find an opening line and expand a little
I only have three ideas on a napkin, make a text of them
You have such a way with words, tell our story for me
The email is empty for now, you imagine what goes in
Could you take care of the wording, I am only good with pictures
My pages are ready except that there is nothing on them
Here are the facts, put flesh on them
I spoke for twenty minutes into my phone, get a good piece out of it
Last year's text is stale, start from a clean sheet
Pick a topic, I have none, and develop it over a page
What does one say to readers after such a loss, write it tactfully
A persuasive letter to sell the retreat, from your pen
Écris-moi une page de vente pour ma retraite silencieuse
Je n'ai pas les mots pour ma bio, trouve-les
Il me faudrait cinq mails de lancement, pars de mes notes
Un article de fond sur le sommeil, mille mots
Mon livre blanc est à pondre de A à Z
Rédige le discours du maire pour l'inauguration
Reformule ma présentation, on s'ennuie
Le script de ma vidéo de présentation
Des légendes pour trente photos, à inventer
Raconte l'histoire de la maison, je t'envoie mes souvenirs en vrac
Un slogan qui claque
Communiqué de presse pour la sortie du disque
Il n'y a pas encore une ligne d'écrite, j'ai besoin que tu trouves le ton
Transforme mes mémos vocaux en chapitre
Les fiches produits sont plates, réécris-les
Donne du souffle à ce texte
Invente un nom et trois phrases d'accroche pour l'offre
Write me a sales page for my silent retreat
I have no words for my bio, find some
Five launch emails from my scribbles
A thousand words on sleep
White paper from scratch
Draft the mayor's speech
Rewrite my introduction, it drags
Script for my intro video
Captions for thirty photos, make them up
Tell the story of the house, I'll send scraps
A slogan with bite
Press release for the record
Not a line exists yet, you would find the tone
Turn voice memos into a chapter
The product blurbs are flat, redo the wording
Give this text some life
Name and three hooks for the offer
Ghost my column
Put my rambling thoughts into an essay under my name
Blank page for the about section, please fill it in my voice
Best man speech, you know me well enough
Something moving for the fundraising appeal, I leave the words to you
Chapters of my memoir, I talk, you write
J'aimerais que tu écrives à ma place l'histoire du vignoble
On n'a pas une phrase, juste des témoignages et des photos
Fais-en une trentaine de pages agréables à lire, avec mes notes
Sept mails à partir d'une page blanche
Je sais ce que je veux dire mais pas comment
Mets ma voix là-dedans, je parle et tu écris
Trouve la grande idée, le titre, l'histoire
Finir l'article, il manque la conclusion
We do not have a sentence, only quotes and photos
Make thirty readable pages out of my notes
Seven emails from a blank page
I know what to say but not how
Find the big idea, the headline, the story
Finish the article, its ending is missing
Something under my name in the trade magazine
Speech for the wedding
Web copy for five pages
My about page says nothing
Draft a post about our move, in my tone
Write the launch emails
Fais parler la fermière : une page où l'on sente le foin
Les consignes sont là, pas le récit, à toi d'imaginer
Il manque la moitié du chapitre
Notre mission en une phrase
Un mot d'excuse public, bien tourné
Let the farmer speak: a page that smells of hay
The brief is there, not the story, imagine it
Half the chapter is missing
Our mission in one sentence
A public apology, well turned
Case study from my interview notes
Product names and blurbs
Blog series on grief
Chairman's statement for the annual report
Six articles de mille mots, optimisés pour Google, à partir de ma liste de mots-clés
Rédiger deux articles SEO par mois
Write six SEO articles of a thousand words each, keywords supplied
Two blog articles a month in my tone
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
Mon éditrice attend le manuscrit vendredi, un regard neuf pour les dernières fautes
Je suis dyslexique, passe derrière moi sur ce post avant qu'il parte
Vérifie les accords et les majuscules du catalogue, le contenu ne bouge pas
Est-ce que cette phrase est correcte en français ? Et les trois suivantes ?
Relis la brochure avant le bon à tirer
Peux-tu repérer les répétitions et les fautes de frappe dans mon discours ?
My publisher expects the manuscript on Friday, a fresh eye for the last mistakes
I am dyslexic, go over this post after me before it leaves
Check agreement and capitals in the catalogue, the content stays put
Is this sentence right in English, and the next three
Read the brochure once more before we sign off the print
Could you spot repetitions and slips in my speech
Comb through my application for errors, do not rephrase
Relis mon discours avant jeudi, juste les fautes
Je doute de mes accords, regarde la page À propos
Vérifie les virgules et les majuscules de la brochure
La légende est-elle correcte, « quelque soit » m'inquiète
Chasse aux coquilles dans le livret d'accueil
Dernière lecture avant impression
Mon anglais est-il correct dans ce mail
Un œil neuf sur le règlement du concours
Deux pages à passer au peigne fin, ponctuation surtout
Fais la relecture de mon mémoire d'intention, sans toucher au style
Check my speech for slips before Thursday
I am never sure about apostrophes, look at the About page
Commas and capitals in the brochure
Typo hunt in the welcome booklet
Last read before print
Is my French right in this note
Fresh eyes on the competition rules
Two pages, fine-tooth comb
Correct, don't rewrite
Does it read all right, no blunders
Spelling of names in the programme, there are forty
J'ai tapé vite sur mon téléphone, enlève les fautes
Make sure there is nothing embarrassing in it before it leaves
= translation
Traduis la notice en italien
Version anglaise de la carte et du site
Il nous faut une interprète pour la visite
Translate the instructions into Italian
The menu and the site in French
An interpreter for the visit
Notre plaquette en allemand pour le salon de Munich
Mes clients sont espagnols, mets le site dans leur langue
Peux-tu faire une version anglaise de la newsletter ?
Ce mail est en néerlandais, que dit-il ?
Fais traduire et certifier mon diplôme
Sous-titres en portugais pour la vidéo
Our brochure in German for the Munich fair
My clients are Spanish, put the site in their language
A French version of the newsletter please
This email is in Dutch, what does it say
Have my diploma translated and certified
Portuguese subtitles for the film
We need this contract in Italian by Monday
Mes descriptions pour les Anglaises, quatre lignes chacune
Notre distributeur ne lit pas le français
Il faut que mon exposé existe en italien
My labels for the French, four lines each
Our distributor reads no English, do the manual for him
My speech must exist in Italian
Et si on l'avait aussi en anglais ?
La même chose dans la langue de Goethe
And what if we had it in French too
The same in Spanish for our friends in Madrid
Traduis la brochure en allemand
Sous-titres anglais
Brochure into German
English subtitles
Interpreter for Thursday
Mandarin version of the menu
Put it into Welsh
Version néerlandaise du site
Our handbook for the Polish crew, in their language
La même page, en italien
Same page in Italian
Tout le site en néerlandais
Ma clientèle allemande ne comprend rien à la notice
All of the site in Dutch
My German customers cannot read the leaflet
Arabic subtitles
Rendre le contrat en portugais
= transcription
Mets par écrit mot à mot l'entretien avec la chercheuse
Mes vocaux du chantier, à taper proprement
Six témoignages enregistrés à retranscrire
Pages de cahier photographiées, à passer en texte
Type the interview with the researcher word for word
My voice messages from the site, in writing
Six recorded testimonies to transcribe
Photographed pages of a notebook into text
Every word of the radio piece on paper with the names of the speakers
I dictated three letters, type them
J'ai enregistré ma grand-mère pendant deux heures, j'aimerais avoir tout par écrit
Passe mes mémos vocaux en texte
Tape mon carnet de voyage manuscrit
Retranscris les groupes de parole, anonymise les prénoms
Sténographie l'audience et rends-moi le texte
I recorded my grandmother for two hours and would like it all in writing
My voice memos into text
Type up my handwritten travel diary
Transcribe the focus groups, no names
Put the podcast into words, speaker by speaker
Que tout ce qui s'est dit dans la vidéo devienne un texte
Everything said in the film should become text
Tape ce que je dis dans le mémo
Mets par écrit l'entretien enregistré
Mon carnet manuscrit en texte
Type what I say in the memo
Interview recording into text
Notebook into text
Verbatim, with speakers
My grandmother's letters, typed
Dictation from the car
Every word of the hearing
Déchiffre mes pattes de mouche
Word for word what was said on the tape
Neuf heures de cassettes de mon père, mot à mot
Nine hours of my father's tapes, word for word
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
Le récit de la traversée est écrit, pose-le sur le site avec la carte et les intertitres
Mets en page sur WordPress l'interview de la luthière, photos dans l'ordre du dossier
Programme l'article du 3 et choisis une image dans la banque de photos
Il manque le texte alternatif sur presque toutes les images de nos anciens billets
Transfère mes vingt billets de l'ancien blog vers le nouveau
Republie l'article sur la taille des haies avec la date du jour et les nouveaux liens
Le dossier du mois doit paraître dans la rubrique conseils, avec résumé et étiquettes
Ma chronique est relue par l'éditeur, elle n'attend plus que d'être en ligne
The crossing story is written, put it on the site with map and subheadings
Lay out the luthier interview in WordPress, photos in folder order
Schedule the piece for the third and pick a picture from the library
Alt text is missing on nearly every image of the old entries
Carry my twenty entries from the old blog to the new one
Republish the hedge article with today's date and fresh links
The feature should appear under advice, with a summary and tags
My column has been edited, it only needs to be live
Put up the race report under news with the gallery below
L'entretien avec l'apiculteur est relu, mets-le en ligne avec ses photos
Mon article sur les écrans doit paraître lundi
Ajouter les intertitres et l'image à la une au billet de Sarah
Recette de brioche à mettre sur le site, liens vers le matériel
Yoast est rouge partout sur le dernier article, règle ça
Remets en forme les vieux billets, les images ont sauté à la migration
Récit de la traversée, six mille signes, à placer dans la rubrique carnets
Programmer l'article invité pour le 8 à six heures
L'extrait et les balises manquent sur quatre billets
Trois actualités rédigées par la mairie à poser sur notre page actus
The interview with the beekeeper is edited, put it up with his pictures
My screen time piece should appear on Monday
Sub-headings and a lead picture for Sarah's story
Brioche recipe to go on the website with links to the kit
Yoast is all red on the last entry
Old entries lost their images when we moved, put them right
Guest essay to be scheduled for the eighth at six
Excerpt and tags are missing on four stories
Crossing diary, in the notebook section, text final
Three notices the council wrote, on our news page
Load my column into WordPress, captions under photos, link to the shop
My piece about pricing is finally done, could it go live on the journal
Le témoignage de Karim, relu par lui, en ligne sous la rubrique portraits
Convertir mon document Word en article, avec notes de bas de page
Les vingt recettes de mamie, tapées, à mettre en ligne une par semaine avec leurs photos
Le portrait du luthier est validé par lui, il peut paraître
Mettre la date et le nom de l'auteur sous chaque texte du journal
Les liens de l'article vers la boutique sont morts
Granny's twenty recipes, typed, one a week on the site with pictures
The luthier has approved his portrait, it may appear
Date and author under each piece of the journal
Links from the story to the shop are dead
Upload the case study, it is signed off
`
