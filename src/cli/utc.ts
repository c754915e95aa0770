/** With any offset; the API takes UTC. What is no moment goes as it is, for the API says what is wrong with it. */
export function utcOf(moment: string): string {
  return Number.isNaN(Date.parse(moment)) ? moment : new Date(moment).toISOString()
}
