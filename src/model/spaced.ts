/** Text for comparing what was written with what is there: tools may change white space in what they are given. */
export const spaced = (text: string) => text.replace(/\s+/gu, ' ').trim()
