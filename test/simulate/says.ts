import type { Standing } from './pictures.ts'

/** What our comment under an urgent request says to the client, in French and with « tu », where it stands so. */
export function saidToClient({ urgent, quote }: Standing): RegExp {
  if (quote === 'refused') return /nous en restons là/
  if (quote === 'waiting') return /rien ne presse/
  const isOff = urgent === 'declined' || urgent === 'expired'
  // Nothing but the estimate is accepted here while the work is off.
  if (quote === 'accepted' && !isOff) return urgent === 'confirmed' ? /./ : /j'ai bien ton accord/
  const besides = isOff ? "[^]*pas m'engager en urgence" : ''
  if (quote === 'offered') return new RegExp(`prix que je te propose${besides}`)
  if (quote === 'expired') return new RegExp(`n'est plus d'actualité${besides}`)
  if (urgent === 'declined') return /pas disponible en urgence/
  return urgent === 'expired' ? /pas pu te confirmer à temps/ : /./
}
