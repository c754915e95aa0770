/** How Notion calls the currencies that Cadre's users bill in. */
const formats: Readonly<Record<string, string>> = {
  AUD: 'australian_dollar',
  CAD: 'canadian_dollar',
  CHF: 'franc',
  EUR: 'euro',
  GBP: 'pound',
  NZD: 'new_zealand_dollar',
  USD: 'dollar',
}

/** Formats that show a number as what it is. */
const plainFormats = ['number', 'number_with_commas']

/** How a column shows amounts in an ISO 4217 currency; those in one of which we do not know are plain numbers. */
export function formatOf(currency: string): string {
  return formats[currency] ?? 'number'
}

/**
 * What a column of this format shows of a number.
 * @returns `plain`, an ISO 4217 currency, or null for anything else: percent, which makes 3500 % of 35, and currencies of which
 * we do not know
 */
export function unitOf(format: string): string | null {
  if (plainFormats.includes(format)) return 'plain'
  return Object.keys(formats).find((currency) => formats[currency] === format) ?? null
}
