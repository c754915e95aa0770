/** What was found and what to do about it, for somebody who does not program. */
export interface Advice {
  readonly fr: string
  readonly en: string
}

export type CheckCode = keyof typeof advice

type Facts = Readonly<Record<string, string | number | boolean>>

/** The words for one check. */
export function adviceOf(code: CheckCode, state: 'ok' | 'warn' | 'fail', facts: Facts): Advice {
  return state === 'ok' ? advice[code].ok(facts) : advice[code].trouble(facts)
}

const says = (fr: string, en: string): Advice => ({ fr, en })

/** `1 minute`, `2 minutes`: of nothing nobody is told. */
const counted = (count: unknown, one: string, more: string) => `${count} ${Number(count) === 1 ? one : more}`

/** Whoever is told to make a new token, or to remove a board, would do so for nothing. */
const noAnswer = (error: unknown) =>
  says(
    `L'outil ne répond pas comme il faut en ce moment (${error}). S'il est en panne, il n'y a rien à faire : Cadre réessaie de lui-même. Si cela dure, vérifie que ce serveur accède à Internet.`,
    `The tool does not answer as it should at the moment (${error}). If it is down there is nothing to do: Cadre tries again by itself. If this lasts, check that this server can reach the internet.`,
  )

/** What the tool signs with another secret than ours is refused, and nothing but a person can change that. */
const wrongSecret = (refused: unknown, right = says('', '')) =>
  says(
    `Le secret des webhooks est sans doute faux : Cadre a refusé la signature de ${counted(refused, 'envoi', 'envois de suite')}. ${right.fr}`,
    `The webhook secret is probably wrong: Cadre has refused the signature of ${counted(refused, 'delivery', 'deliveries in a row')}. ${right.en}`,
  )

/** Where the right secret is to be had. */
const rightSecret: Readonly<Record<string, Advice>> = {
  trello: says(
    `Pour Trello, c'est le « Secret » à côté de la clé API (https://trello.com/power-ups/admin), et non le jeton : PATCH /api/v1/connections/{id} avec {"credentials":{"secret":"…"}}.`,
    `For Trello it is the "Secret" beside the API key (https://trello.com/power-ups/admin), not the token: PATCH /api/v1/connections/{id} with {"credentials":{"secret":"…"}}.`,
  ),
  notion: says(
    'Avec Notion, cela vient d\'un abonnement refait : PATCH /api/v1/connections/{id} avec {"credentials":{"verificationToken":""}}, puis refais aussitôt l\'étape « Webhook » du guide.',
    'With Notion this comes of a subscription that was made anew: PATCH /api/v1/connections/{id} with {"credentials":{"verificationToken":""}}, and right after that the step "Webhook" of the guide.',
  ),
  clickup: says(
    'Avec ClickUp, fais refaire les webhooks : PATCH /api/v1/connections/{id} avec {"updates":"poll"}, puis {"updates":"webhook"}.',
    'With ClickUp have the webhooks made anew: PATCH /api/v1/connections/{id} with {"updates":"poll"}, then {"updates":"webhook"}.',
  ),
}

const advice = {
  accounts: {
    ok: () => says('', ''),
    trouble: () =>
      says(
        "Aucun compte n'est connecté pour l'instant. Les guides « Connecter Trello », « Notion » et « ClickUp » (dossier docs/fr) mènent pas à pas du compte au premier tableau.",
        'No account is connected yet. The guides "Connect Trello", "Notion" and "ClickUp" (folder docs) lead step by step from the account to the first board.',
      ),
  },
  credentials: {
    ok: () => says('Le compte répond.', 'The account answers.'),
    trouble: ({ error, isSilent }: Facts) =>
      isSilent === true
        ? noAnswer(error)
        : says(
            `L'outil refuse ce compte (${error}). Crée un nouveau jeton et enregistre-le : PATCH /api/v1/connections/{id}. Ce qui a échoué entre-temps repart alors tout seul.`,
            `The tool refuses this account (${error}). Make a new token and save it: PATCH /api/v1/connections/{id}. What has failed meanwhile is then tried again by itself.`,
          ),
  },
  public_url: {
    ok: ({ polled }: Facts) =>
      polled === true
        ? says(
            'Pas de webhook : les tableaux sont relus chaque minute.',
            'No webhooks: the boards are read every minute.',
          )
        : says("L'adresse publique répond.", 'The public address answers.'),
    trouble: ({ url }: Facts) =>
      says(
        `L'adresse publique ne répond pas comme prévu${url ? ` (${url})` : ''}. Vérifie PUBLIC_URL, le certificat https et le pare-feu ; sinon, passe la connexion en « poll ».`,
        `The public address does not answer as it should${url ? ` (${url})` : ''}. Check PUBLIC_URL, the https certificate and the firewall; or set the connection to "poll".`,
      ),
  },
  moved_url: {
    ok: () => says('', ''),
    trouble: ({ url, wanted, answers, tool }: Facts) =>
      says(
        `PUBLIC_URL a changé : les webhooks de ce compte vont encore à ${url}${answers === true ? '' : ', qui ne répond pas'}, et non à ${wanted}. Si la nouvelle adresse est la bonne : PATCH /api/v1/connections/{id} avec {"updates":"webhook"}${tool === 'notion' ? ", puis refais l'abonnement dans Notion (guide « Connecter Notion »)" : ''}. Sinon, remets l'ancienne dans PUBLIC_URL.`,
        `PUBLIC_URL has changed: this account's webhooks still go to ${url}${answers === true ? '' : ', which does not answer'}, not to ${wanted}. If the new address is right: PATCH /api/v1/connections/{id} with {"updates":"webhook"}${tool === 'notion' ? ', then make the subscription in Notion anew (guide "Connect Notion")' : ''}. If not, put the old one back into PUBLIC_URL.`,
      ),
  },
  webhook_secret: {
    ok: () => says('Le secret des webhooks est connu.', 'The webhook secret is known.'),
    trouble: ({ tool, refused }: Facts) => {
      if (Number(refused) > 0) return wrongSecret(refused, rightSecret[String(tool)])
      return tool === 'notion'
        ? says(
            "Notion n'a pas encore envoyé son jeton de vérification : crée l'abonnement webhook dans les réglages de la connexion, puis colle le jeton que Cadre a reçu.",
            'Notion has not sent its verification token yet: create the webhook subscription in the connection settings, then paste the token that Cadre has received.',
          )
        : says(
            'Aucun secret de webhook : ajoute un tableau, ou répare son webhook (POST /api/v1/boards/{id}/webhook).',
            'No webhook secret: add a board, or repair its webhook (POST /api/v1/boards/{id}/webhook).',
          )
    },
  },
  clock: {
    ok: () => says("L'horloge est à l'heure.", 'The clock is right.'),
    trouble: ({ minutes }: Facts) =>
      says(
        `L'horloge de ce serveur s'écarte de ${counted(minutes, 'minute', 'minutes')} de celle de l'outil : les délais seraient mal comptés. Active la synchronisation de l'heure (NTP).`,
        `The clock of this server is ${counted(minutes, 'minute', 'minutes')} off the tool's: notice would be counted wrong. Switch on time synchronization (NTP).`,
      ),
  },
  board_access: {
    ok: () => says('Le tableau est lisible.', 'The board can be read.'),
    trouble: ({ error, isSilent }: Facts) =>
      isSilent === true
        ? noAnswer(error)
        : says(
            `Le tableau n'est pas accessible (${error}). Redonnes-y accès au compte connecté, ou retire le tableau de Cadre.`,
            `The board cannot be reached (${error}). Give the connected account access to it again, or remove the board from Cadre.`,
          ),
  },
  webhook: {
    ok: ({ state }: Facts) =>
      state === 'unknown'
        ? says(
            "L'outil ne dit rien de ses webhooks ; le relevé régulier complète.",
            'The tool does not tell how its webhooks fare; the regular sweep makes up for it.',
          )
        : says('Le webhook est actif.', 'The webhook is active.'),
    trouble: ({ state, failures }: Facts) =>
      state === 'failing'
        ? says(
            `Le webhook est actif, mais ses envois échouent (${counted(failures, 'échec', 'échecs de suite')}). Vérifie l'adresse publique et le secret, ci-dessus ; si les deux sont bons : POST /api/v1/boards/{id}/webhook. En attendant, le relevé régulier trouve les changements.`,
            `The webhook is active, but its deliveries fail (${counted(failures, 'failure', 'failures in a row')}). Check the public address and the secret, above; if both are right: POST /api/v1/boards/{id}/webhook. Until then the regular sweep finds what changes.`,
          )
        : says(
            `Le webhook est « ${state} » (${counted(failures, 'échec', 'échecs de suite')}). Cadre le répare au prochain relevé ; tout de suite : POST /api/v1/boards/{id}/webhook.`,
            `The webhook is "${state}" (${counted(failures, 'failure', 'failures in a row')}). Cadre repairs it at the next sweep; at once: POST /api/v1/boards/{id}/webhook.`,
          ),
  },
  silence: {
    ok: () =>
      says("Aucun changement n'a été manqué par les webhooks.", 'No change was missed by the webhooks.'),
    trouble: ({ since }: Facts) =>
      says(
        `Le relevé a trouvé un changement qu'aucun webhook n'avait annoncé (${since}). Vérifie les événements cochés et l'adresse du webhook dans l'outil.`,
        `A sweep found a change that no webhook had told (${since}). Check the ticked events and the webhook's address in the tool.`,
      ),
  },
  people: {
    ok: () =>
      says(
        'Les personnes de la correspondance sont sur le tableau.',
        'The people of the mapping are on the board.',
      ),
    trouble: ({ ids }: Facts) =>
      says(
        `La correspondance nomme quelqu'un qui n'est pas sur ce tableau : ${ids}. Une assistante inconnue voit ses propres cartes jugées comme celles d'un client. Les identifiants du tableau (\`members\`) : GET /api/v1/connections/{id}/containers/{containerId} ; puis PATCH /api/v1/boards/{id} avec {"mapping":{"assistants":["…"]}}, ou "policies" si c'est là.`,
        `The mapping names somebody who is not on this board: ${ids}. Of an assistant who is not known, her own cards are judged like a client's. The ids of the board (\`members\`): GET /api/v1/connections/{id}/containers/{containerId}; then PATCH /api/v1/boards/{id} with {"mapping":{"assistants":["…"]}}, or "policies" if it is there.`,
      ),
  },
  statuses: {
    ok: () =>
      says(
        'Les états de la correspondance sont sur le tableau.',
        'The statuses of the mapping are on the board.',
      ),
    trouble: ({ statuses, tool }: Facts) =>
      says(
        `Ce que la correspondance prend pour un état n'est plus sur le tableau (${statuses}) : une demande qui s'y trouve passe pour n'en avoir aucun, et tes règles peuvent la déplacer. ${tool === 'notion' ? "Dans Notion, de plusieurs colonnes d'état Cadre lit celle dont le nom, « statut » ou « état » compris, est le plus court : si une autre est passée devant, renomme la tienne « Statut ». Sinon, les" : 'Les'} états du tableau (\`lists\`) : GET /api/v1/connections/{id}/containers/{containerId} ; puis PATCH /api/v1/boards/{id} avec {"mapping":{"statuses":[{"id":"…","status":"done"}]}}, tous à la fois.`,
        `What the mapping takes for a status is no longer on the board (${statuses}): a request that stands there passes for having none, and your rules may move it. ${tool === 'notion' ? 'In Notion, of several status columns Cadre reads the one with the shortest name that says "status": if another has come before yours, rename yours "Status". If not, the' : 'The'} statuses of the board (\`lists\`): GET /api/v1/connections/{id}/containers/{containerId}; then PATCH /api/v1/boards/{id} with {"mapping":{"statuses":[{"id":"…","status":"done"}]}}, all of them at once.`,
      ),
  },
  pair: {
    ok: ({ mode }: Facts) =>
      mode === 'apply'
        ? says('Cadre écrit sur les deux tableaux reliés.', 'Both linked boards are written to.')
        : says(
            "Cadre n'écrit encore sur aucun des deux tableaux reliés.",
            'Neither of the two linked boards is written to yet.',
          ),
    trouble: ({ other, mode }: Facts) =>
      says(
        `Ce tableau est relié à « ${other} », où Cadre écrit déjà, mais il est encore ${mode === 'off' ? "à l'arrêt" : "en mode d'essai"} : aucune demande n'a de jumeau, et rien n'est reporté de l'un à l'autre. Pour que Cadre écrive sur les deux : PATCH /api/v1/boards/{id} avec {"mode":"apply"}.`,
        `This board is linked with "${other}", to which Cadre writes already, but is still ${mode === 'off' ? 'switched off' : 'in dry run'}: no request has a twin, and nothing is carried from one to the other. To have both written to: PATCH /api/v1/boards/{id} with {"mode":"apply"}.`,
      ),
  },
  labels: {
    ok: () => says('Toutes les étiquettes sont en place.', 'All labels are in place.'),
    trouble: ({ names }: Facts) =>
      says(
        `Étiquettes absentes du tableau : ${names}. Cadre les recrée dès qu'il en a besoin. Une carte qui en portait une l'a perdue avec elle, et elle n'y revient pas d'elle-même : POST /api/v1/tasks/{id}/rejudge.`,
        `Labels that the board lacks: ${names}. Cadre makes them as soon as it needs them. A task that bore one has lost it with it, and does not get it back by itself: POST /api/v1/tasks/{id}/rejudge.`,
      ),
  },
  limit: {
    ok: () => says('Rien ne se bouscule sur ce tableau.', 'Nothing piles up on this board.'),
    trouble: ({ limit }: Facts) =>
      says(
        `Plus de ${limit} cartes de ce tableau étaient à écrire en une heure : le reste attend ton accord. Ce qui serait écrit : GET /api/v1/boards/{id}/dry-run. Si c'est voulu : POST /api/v1/boards/{id}/release.`,
        `More than ${limit} cards of this board wanted a write within an hour: the rest waits for your consent. What would be written: GET /api/v1/boards/{id}/dry-run. If that is right: POST /api/v1/boards/{id}/release.`,
      ),
  },
  mode: {
    ok: ({ mode }: Facts) =>
      mode === 'off'
        ? says("Le tableau est à l'arrêt.", 'The board is switched off.')
        : says(
            "Mode d'essai : rien n'est écrit sur ce tableau.",
            'Dry run: nothing is written to this board.',
          ),
    trouble: () => says('', ''),
  },
  dead_letters: {
    ok: () => says('Aucun travail en échec.', 'No failed jobs.'),
    trouble: ({ count }: Facts) =>
      says(
        `${counted(count, 'travail a', 'travaux ont')} échoué pour de bon : lis GET /api/v1/dead-letters, corrige la cause, puis POST /api/v1/dead-letters/redrive.`,
        `${counted(count, 'job has', 'jobs have')} failed for good: read GET /api/v1/dead-letters, mend the cause, then POST /api/v1/dead-letters/redrive.`,
      ),
  },
} as const satisfies Record<string, { ok: (facts: Facts) => Advice; trouble: (facts: Facts) => Advice }>
