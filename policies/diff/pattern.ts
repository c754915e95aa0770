/** A path without the names that people chose: `services.newsletter.price` → `services.*.price`. */
export function patternOf(path: string): string {
  return path
    .replace(/^services\.[^.]+/u, 'services.*')
    .replace(/^plans\.[^.]+/u, 'plans.*')
    .replace(/^statuses\.[^.]+/u, 'statuses.*')
    .replace(/^messages\.templates\.[^.]+\.[^.]+/u, 'messages.templates.*')
}
