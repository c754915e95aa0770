/** Names are the same whatever their case, outer spaces and Unicode composition; accents count. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase()
}
