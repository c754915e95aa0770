import type { Language } from '#model/board.ts'
import type { Override } from '#model/facts.ts'
import type { Operation } from '#model/operation.ts'
import type { Order, Tie } from '#model/order.ts'
import type { Status } from '#model/task.ts'
import { formatMoment } from '../calendar.ts'
import { statusNames } from '../status-names.ts'
import { nameOf, quoted, type Speech } from './speech.ts'

const fieldNames = {
  fr: { estimate: 'estimation', surcharge: 'majoration' },
  en: { estimate: 'estimate', surcharge: 'surcharge' },
} as const

/** What we wrote on the board, in one sentence. */
export function writeWords(operations: readonly Operation[], { language }: Speech): string {
  const words = operations.map((operation) => operationWords(operation, language))
  const parts = [...new Set(words)].join(', ')
  return language === 'fr' ? `Écrit sur le tableau : ${parts}.` : `Written on the board: ${parts}.`
}

function operationWords(operation: Operation, language: Language): string {
  const isFrench = language === 'fr'
  switch (operation.kind) {
    case 'label': {
      const name = quoted(nameOf(operation.label, language), language)
      if (operation.change === 'add') return isFrench ? `étiquette ${name} ajoutée` : `label ${name} added`
      return isFrench ? `étiquette ${name} retirée` : `label ${name} removed`
    }
    case 'field': {
      const name = fieldNames[language][operation.field]
      if (operation.value === null) return isFrench ? `${name} effacée` : `${name} cleared`
      return isFrench ? `${name} : ${operation.value}` : `${name}: ${operation.value}`
    }
    case 'status': {
      const name = statusNames[language][operation.status]
      const words = isFrench ? `statut : ${name}` : `status: ${name}`
      return operation.instead === undefined
        ? words
        : `${words} ${conflictWords(operation.instead, language)}`
    }
    case 'comment':
      if (operation.id === null) return isFrench ? 'commentaire publié' : 'comment posted'
      return isFrench ? 'commentaire modifié' : 'comment edited'
    case 'content':
      return isFrench ? 'demande reportée' : 'request carried over'
    case 'relay':
      return isFrench ? 'commentaire transmis' : 'comment passed on'
  }
}

/** The request and its twin were moved at the same time. */
function conflictWords(instead: Status, language: Language): string {
  const name = quoted(statusNames[language][instead], language)
  return language === 'fr'
    ? `(déplacée des deux côtés à la fois : la demande était passée à ${name}, le statut de l'assistante compte)`
    : `(moved on both sides at once: the request had gone to ${name}, the assistant's status counts)`
}

/** What a person changed on the board of what we wrote, or what we put back. */
export function overrideWords({ target, label, change }: Override, { language }: Speech): string {
  const isFrench = language === 'fr'
  const names = isFrench
    ? {
        estimate: "l'estimation",
        surcharge: 'la majoration',
        status: 'le statut',
        comment: 'notre commentaire',
      }
    : { estimate: 'the estimate', surcharge: 'the surcharge', status: 'the status', comment: 'our comment' }
  const labeled = label === null ? '' : quoted(nameOf(label, language), language)
  const thing = target === 'label' ? `${isFrench ? "l'étiquette" : 'the label'} ${labeled}` : names[target]
  const verbs = isFrench
    ? {
        added: 'Une personne a ajouté',
        removed: 'Une personne a retiré',
        changed: 'Une personne a modifié',
        undone: 'Remis comme avant :',
      }
    : {
        added: 'A person added',
        removed: 'A person removed',
        changed: 'A person changed',
        undone: 'Put back as it was:',
      }
  return `${verbs[change]} ${thing}.`
}

/** What somebody ordered by the API. */
export function orderWords({ wish, author }: Order, { language, timeZone }: Speech): string {
  const isFrench = language === 'fr'
  const who = author.name
  if (wish.kind === 'rejudge')
    return isFrench ? `${who} a demandé un nouveau jugement.` : `${who} asked for a new judgement.`
  if (wish.kind === 'undo') {
    const { since } = wish.undo
    if (since === null)
      return isFrench ? `${who} a fait annuler une écriture.` : `${who} had one of our writes undone.`
    const moment = formatMoment(since, timeZone, language)
    return isFrench
      ? `${who} a fait annuler nos écritures depuis ${moment}.`
      : `${who} had our writes since ${moment} undone.`
  }
  if (wish.kind === 'tie') return tieWords(wish, who, language)
  const label = quoted(nameOf(wish.label, language), language)
  const verbs = isFrench
    ? { added: 'a imposé', removed: 'a écarté', lifted: 'ne décide plus de' }
    : { added: 'ruled for', removed: 'ruled against', lifted: 'no longer rules on' }
  return isFrench
    ? `${who} ${verbs[wish.change]} l'étiquette ${label}.`
    : `${who} ${verbs[wish.change]} the label ${label}.`
}

function tieWords({ isTied }: Tie, who: string, language: Language): string {
  if (language === 'fr')
    return isTied
      ? `${who} a relié la demande à sa carte sur le tableau de l'assistante.`
      : `${who} a séparé la demande de sa carte sur le tableau de l'assistante.`
  return isTied
    ? `${who} tied the request to its card on the assistant's board.`
    : `${who} parted the request from its card on the assistant's board.`
}
