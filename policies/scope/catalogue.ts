type Language = 'fr' | 'en'

/** A service as the classifier reads it. */
export interface CatalogueService {
  readonly id: string
  readonly kind: 'included' | 'quote' | 'excluded'
  readonly name: Readonly<Partial<Record<Language, string | undefined>>>
  readonly description?: string | Readonly<Partial<Record<Language, string | undefined>>> | undefined
  readonly keywords: Readonly<Record<Language, readonly string[]>>
  readonly examples: Readonly<Record<Language, readonly string[]>>
}

/** A person's ruling on a past request: in with its service, out with an excluded service or null, or review. */
export interface Example {
  readonly title: string
  readonly text: string
  readonly scope: 'in' | 'out' | 'review'
  readonly service: string | null
}

/** A text that stands for a class. `language`: null where only the text itself can tell. */
export interface CatalogueText {
  readonly title: string
  readonly text: string
  readonly language: Language | null
  readonly isExample: boolean
}

const languages = ['fr', 'en'] as const

/** What a service says about itself: its names, its description, its keywords together, each of its examples. */
export function textsOf(service: CatalogueService): CatalogueText[] {
  const { name, description, keywords, examples } = service
  const about = typeof description === 'string' ? bilingual(description) : Object.values(description ?? {})
  const plain = (text: string, language: Language | null = null) => ({
    title: '',
    text,
    language,
    isExample: false,
  })
  return [
    ...languages.flatMap((language) => bilingual(name[language] ?? '').map((text) => plain(text))),
    ...about.map((text) => plain(text ?? '')),
    ...languages.map((language) => plain(keywords[language].join(' ; '), language)),
    ...languages.flatMap((language) =>
      examples[language].map((text) => ({ title: '', text, language: null, isExample: true })),
    ),
  ].filter(({ text }) => text.trim() !== '')
}

/** "Formation en ligne / Online course" is said twice, once in each language. */
const bilingual = (text: string) => text.split(' / ')
