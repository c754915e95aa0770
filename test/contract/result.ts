/** One thing that was held to a vendor's material. */
export interface Result {
  readonly name: string
  /** What is not as it should be; null when all is well. */
  readonly fault: string | null
}

/** Results of one kind, and what they come to. */
export interface Report {
  readonly results: readonly Result[]
  readonly figures: string
}
