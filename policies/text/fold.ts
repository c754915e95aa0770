/**
 * Text as it is compared: lower case, without accents, ligatures and invisible characters, with one kind of
 * apostrophe. Lengths change; positions in the result say nothing about the original.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]+/gu, '')
    .toLowerCase()
    .replace(/œ/gu, 'oe')
    .replace(/æ/gu, 'ae')
    .replace(/[‘’ʼ`´]/gu, "'")
    .replace(/(?<![\p{L}\p{N}])e-(?=mail|book|shop)/gu, 'e')
}
