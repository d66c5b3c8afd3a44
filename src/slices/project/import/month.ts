/** How each month is written, whole or cut short, in Indonesian as in English; "Pebruari" and "Nopember" too. */
const spellings = [
  'jan(?:uari|uary)?',
  '[fp]eb(?:ruari|ruary|r)?',
  'mar(?:et|t|ch)?|mrt',
  'apr(?:il)?',
  'mei|may',
  'jun(?:i|e)?',
  'jul(?:i|y)?',
  'agu(?:s|st|stus)?|ags|agt|agst|aug(?:ust)?',
  'sep(?:t|tember)?',
  'o[kc]t(?:ober)?',
  'no[vp](?:ember)?',
  'de[sc](?:ember)?',
]

/** The months as a part of a pattern, in one group. */
export const monthPattern = `(${spellings.join('|')})\\.?`

const whole = spellings.map((spelling) => new RegExp(`^(?:${spelling})\\.?$`, 'i'))

/** The number of the month that a word names; undefined of any other word. */
export function monthIn(word: string): number | undefined {
  const at = whole.findIndex((pattern) => pattern.test(word.trim()))
  return at === -1 ? undefined : at + 1
}

const romans = ['i', 'ii', 'iii', 'iv', 'v']

/** A small number in figures or as a Roman numeral. */
export function smallNumber(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const at = romans.indexOf(text.toLowerCase())
  return at === -1 ? undefined : at + 1
}
