import type { Language } from '#model/board.ts'

const texts = {
  fr: "Ce message n'est plus d'actualité : merci de ne pas en tenir compte.",
  en: 'This message no longer applies: please disregard it.',
} as const satisfies Record<Language, string>

/** What our comment says once it was taken back: a client may have read it, so it does not simply vanish. */
export function withdrawnText(language: Language): string {
  return texts[language]
}
