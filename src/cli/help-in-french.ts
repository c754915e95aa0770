/** What the help of each command says, by its English words. */
export const frenchHelp: Readonly<Record<string, string>> = {
  "Applies an assistant's working rules to her clients' requests":
    "Applique les règles de travail d'une assistante aux demandes de ses clients",
  'display help for command': "afficher l'aide de la commande",

  'one JSON document instead of text': 'un document JSON au lieu du texte',
  'otherwise as your terminal is set': 'sinon, celle de ton terminal',
  'of the service; otherwise CADRE_URL, or HOST and PORT': 'du service ; sinon CADRE_URL, ou HOST et PORT',
  'of the API; otherwise CADRE_KEY, or CADRE_ADMIN_KEY': "de l'API ; sinon CADRE_KEY, ou CADRE_ADMIN_KEY",

  'your working rules: write, check, publish': 'tes règles de travail : écrire, vérifier, publier',
  'the policies there are': 'les politiques qui existent',
  'begin a policy: a draft with the rules of a preset':
    "commencer une politique : un brouillon avec les règles d'un modèle",
  "somebody else's rules to begin with, e.g. webmarketing":
    "les règles de quelqu'un d'autre, pour commencer, p. ex. webmarketing",
  'also take the cases that prove those rules, prices and all':
    'prendre aussi les cas qui éprouvent ces règles, tarifs compris',
  'small letters, digits and hyphens, e.g. my-rules':
    "minuscules, chiffres et traits d'union, p. ex. mes-regles",
  'open the draft as YAML in $EDITOR, and put it back; nothing is in force before it is published':
    "ouvrir le brouillon en YAML dans $EDITOR, puis l'enregistrer ; rien ne vaut avant la publication",
  'put this text in instead, without the editor; - for the input':
    "mettre ce texte à la place, sans l'éditeur ; - pour l'entrée",
  'of the policy': 'de la politique',
  'say what is wrong or odd with rules, and run their cases':
    'dire ce qui ne va pas ou surprend dans des règles, et jouer leurs cas',
  'a file in YAML or JSON, or the id of a policy: its draft':
    "un fichier YAML ou JSON, ou l'id d'une politique : son brouillon",
  'judge the requests of the last days by the draft, and tell what would change; days are in the time zone of your terminal, and nothing is written':
    "juger les demandes des derniers jours d'après le brouillon, et dire ce qui changerait ; les jours sont ceux du fuseau horaire de ton terminal, et rien n'est écrit",
  'how far to look back': 'combien de jours en arrière',
  'how many requests to list, up to 200': 'combien de demandes lister, 200 au plus',
  'tell in words what changes from one state of the rules to another':
    "dire en mots ce qui change d'un état des règles à un autre",
  'a version such as 2, or draft; otherwise the version in force':
    'une version, p. ex. 2, ou draft ; sinon celle en vigueur',
  'a version, or draft': 'une version, ou draft',
  'put the draft in force, now or later': 'mettre le brouillon en vigueur, maintenant ou plus tard',
  'from when on, e.g. 2027-01-01T00:00+01:00; otherwise at once':
    'à partir de quand, p. ex. 2027-01-01T00:00+01:00 ; sinon tout de suite',
  'why, for whoever reads it later': 'pourquoi, pour qui le lira plus tard',
  'although cases of the policy fail; it is written down': 'même si des cas échouent ; cela est noté',
  'although much would change for open requests; it is written down':
    'même si beaucoup changerait pour les demandes en cours ; cela est noté',
  'put the rules of an old version in force again, at once, as a new version':
    "remettre en vigueur les règles d'une ancienne version, tout de suite, comme nouvelle version",
  'the version whose rules are to hold again, by the number that `cadre policy versions` shows':
    'la version dont les règles doivent valoir à nouveau, par le numéro que montre `cadre policy versions`',
  'what was published, newest first: number, since which day in the time zone of your terminal, and why':
    "ce qui a été publié, le plus récent d'abord : numéro, depuis quel jour dans le fuseau horaire de ton terminal, et pourquoi",

  'judge a request that nobody has made; nothing is written':
    "juger une demande que personne n'a faite ; rien n'est écrit",
  "by which rules, e.g. my-rules; otherwise the client's":
    "d'après quelles règles, p. ex. mes-regles ; sinon celles du client",
  'for whom, as `cadre api GET clients` shows it': 'pour qui, comme le montre `cadre api GET clients`',
  'by the draft of the policy; otherwise by what is in force':
    "d'après le brouillon ; sinon d'après ce qui est en vigueur",
  'when it is due, e.g. 2026-12-01T18:00+01:00': 'son échéance, p. ex. 2026-12-01T18:00+01:00',
  'when it is asked, e.g. 2026-11-30T09:00+01:00; otherwise now':
    'quand elle est faite, p. ex. 2026-11-30T09:00+01:00 ; sinon maintenant',
  'the request; its first line is the title': 'la demande ; sa première ligne est le titre',

  'requests and their verdicts': 'les demandes et leurs verdicts',
  'requests, newest first, each with its day in the time zone of your terminal':
    "les demandes, les plus récentes d'abord, chacune avec son jour dans le fuseau horaire de ton terminal",
  'only of this board': 'seulement de ce tableau',
  'only with this verdict': 'seulement avec ce verdict',
  'open, or gone from the board': 'en cours (open), ou parties du tableau (gone)',
  'how many at most, up to 200': "combien au plus, jusqu'à 200",
  'where the list before ended': "là où la liste d'avant s'est arrêtée",
  'one request: its verdict, why, the price and the comment':
    'une demande : son verdict, pourquoi, le prix et le commentaire',
  'as `cadre tasks list` shows it': 'comme le montre `cadre tasks list`',
  'what happened to a request: who asked, which clause, what was written and answered':
    "la vie d'une demande : qui a demandé, quelle clause, ce qui a été écrit et répondu",

  'the week in Markdown: what was kept outside hours, money, gifts, gaps in the rules':
    'la semaine en Markdown : ce qui a attendu hors horaires, montants, gestes, manques dans les règles',
  'such as 2026-W48; otherwise the present one': 'p. ex. 2026-W48 ; sinon celle en cours',
  "whose week; otherwise everybody's, one after the other":
    "la semaine de qui ; sinon celles de tout le monde, l'une après l'autre",
  'what a colleague needs who takes a client over, in Markdown':
    "ce qu'il faut à une collègue qui reprend un client, en Markdown",
  'the client, by name or id': 'le client, par son nom ou son id',
  'look again at every request that webhooks of a period were about; safe at any time':
    "revoir toutes les demandes dont parlaient les webhooks d'une période ; sans risque, à tout moment",
  'e.g. 2026-11-23T21:00+01:00': 'p. ex. 2026-11-23T21:00+01:00',
  'before this moment; otherwise now': 'avant ce moment ; sinon maintenant',
  'check accounts, rights, public address, webhooks, clock and labels of the running service':
    "contrôler les comptes, les droits, l'adresse publique, les webhooks, l'horloge et les étiquettes du service qui tourne",

  'keys of the admin API': "les clés de l'API",
  'make a key and show it, this once': 'faire une clé et la montrer, cette seule fois',
  'what it may do: read, policy, operate, admin': "ce qu'elle permet : read, policy, operate, admin",
  'from when on it no longer works, e.g. 2027-12-31':
    'à partir de quand elle ne vaut plus, p. ex. 2027-12-31',
  'whose or what for, e.g. "laptop"': 'à qui ou pour quoi, p. ex. « portable »',
  'keys in use, newest first': "les clés qui valent, les plus récentes d'abord",
  'replace a key and show the new one, this once':
    'remplacer une clé et montrer la nouvelle, cette seule fois',
  'how long the old key still works': "combien de temps l'ancienne clé vaut encore",
  'as `cadre keys list` shows it': 'comme le montre `cadre keys list`',
  'revoke a key at once': 'retirer une clé tout de suite',

  'write the whole store to one file, and read it back; an embedded store only while the service is stopped':
    'écrire toutes les données dans un fichier, et le relire ; les données de DATA_DIR seulement quand le service est arrêté',
  'a new one, e.g. cadre-2026-11-27.backup': 'un nouveau, p. ex. cadre-2026-11-27.backup',
  'bring a backup back, into an empty DATA_DIR or an empty database':
    'remettre une sauvegarde, dans un DATA_DIR vide ou une base vide',
  'as `cadre backup` wrote it': "tel que `cadre backup` l'a écrit",
  'copy the embedded store in DATA_DIR into the empty PostgreSQL database at DATABASE_URL':
    'copier les données de DATA_DIR dans la base PostgreSQL vide à DATABASE_URL',

  'print policies, clients, accounts (without secrets) and boards as one document':
    'donner politiques, clients, comptes (sans leurs secrets) et tableaux en un document',
  'as YAML; otherwise as JSON': 'en YAML ; sinon en JSON',
  'make what is missing here; what is there already is never changed':
    'créer ce qui manque ici ; ce qui y est déjà ne change jamais',
  'say what would be made, and make nothing': 'dire ce qui serait créé, et ne rien créer',
  'with what is there already': 'que faire de ce qui est déjà là',
  'as `cadre export` printed it; - for the input': "tel que `cadre export` l'a donné ; - pour l'entrée",

  'one request to the API, as /docs/ describes it': "une requête à l'API, comme /docs/ la décrit",
  'print only this field of the answer, e.g. items.0.id':
    'ne donner que ce champ de la réponse, p. ex. items.0.id',
  'GET, POST, PUT, PATCH or DELETE': 'GET, POST, PUT, PATCH ou DELETE',
  'below /api/v1, e.g. boards': 'sous /api/v1, p. ex. boards',
  'JSON; - to read it from the input': "JSON ; - pour le lire à l'entrée",
}

export const frenchTitles: Readonly<Record<string, string>> = {
  'Usage:': 'Utilisation :',
  'Arguments:': 'Arguments :',
  'Options:': 'Options :',
  'Global Options:': 'Options de toutes les commandes :',
  'Commands:': 'Commandes :',
}

/** What the parser of command lines says, word for word, and what of it is French. */
export const frenchErrors: readonly (readonly [RegExp, string])[] = [
  [/missing required argument '(.*)'/, "il manque l'argument « $1 »"],
  [/option '(.*)' argument missing/, "l'option « $1 » attend une valeur"],
  [/required option '(.*)' not specified/, "il manque l'option « $1 »"],
  [/unknown option '(.*)'/, "il n'y a pas d'option « $1 »"],
  [/unknown command '(.*)'/, "il n'y a pas de commande « $1 »"],
  [/too many arguments.*/, "il y a trop d'arguments (un texte avec des espaces va entre guillemets)"],
  [/command-argument value '(.*)' is invalid for argument '(.*)'\. /, '« $1 » ne va pas pour « $2 ». '],
  [/option '(.*)' argument '(.*)' is invalid\. /, "« $2 » ne va pas pour l'option « $1 ». "],
  [/Allowed choices are (.*)\./, 'Au choix : $1.'],
  [/it is GET, POST, PUT, PATCH or DELETE\./, "C'est GET, POST, PUT, PATCH ou DELETE."],
  [/\(Did you mean one of (.*)\?\)/, "(L'un de ceux-ci : $1 ?)"],
  [/\(Did you mean (.*)\?\)/, '(Plutôt $1 ?)'],
  [/^error: /, 'erreur : '],
]
