/** A label of the client's board that stands for a service of the catalogue, and the verdict that follows from it. */
export interface ServiceLabel {
  readonly name: string
  readonly service: string
  readonly verdict: string
}

export const serviceLabels: readonly ServiceLabel[] = [
  { name: 'Service newsletter', service: 'newsletter', verdict: 'dans le cadre' },
  { name: 'Service page de vente', service: 'page-de-vente', verdict: 'devis à prévoir' },
  { name: 'Service développement', service: 'developpement-web', verdict: 'hors cadre' },
]

/** Goes round where there are fewer. */
export function serviceLabel(number: number): ServiceLabel {
  const label = serviceLabels[number % serviceLabels.length]
  if (label === undefined) throw new RangeError(`there is no label of a service ${number}`)
  return label
}
