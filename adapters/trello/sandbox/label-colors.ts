const hues = ['green', 'yellow', 'orange', 'red', 'purple', 'blue', 'sky', 'lime', 'pink', 'black'] as const

/** Trello's label colors. The specification names ten; real boards also have a dark and a light shade of each. */
export const labelColors: readonly string[] = ['', '_dark', '_light'].flatMap((shade) =>
  hues.map((hue) => `${hue}${shade}`),
)
