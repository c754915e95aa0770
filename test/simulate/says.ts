import type { Standing } from './pictures.ts'

/**
 * What our comment under an urgent request says to the client, in French and with « tu », where it stands so, and where
 * the assistant has named a price or not.
 */
export function saidToClient({ urgent, quote }: Standing, isNamed: boolean): RegExp {
  if (quote === 'refused') return /nous en restons là/
  if (quote === 'waiting') return /rien ne presse/
  const isOff = urgent === 'declined' || urgent === 'expired'
  const besides = isOff ? "[^]*pas m'engager en urgence" : ''
  // A yes to the estimate of urgent work is of no use once that is off; one to a price stands.
  if (quote === 'accepted' && (isNamed || !isOff))
    return urgent === 'confirmed' ? /./ : new RegExp(`j'ai bien ton accord${besides}`)
  if (quote === 'offered') return new RegExp(`prix que je te propose${besides}`)
  if (quote === 'expired') return new RegExp(`n'est plus d'actualité${besides}`)
  if (urgent === 'declined') return /pas disponible en urgence/
  return urgent === 'expired' ? /pas pu te confirmer à temps/ : /./
}
