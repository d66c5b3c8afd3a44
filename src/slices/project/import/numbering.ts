/** "I.", "A.", "1)", "a)", "(1)", "1.2", "1.2." or a bullet: what offices type before a text to number it. */
const mark =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*[.)]|[ivxl]{1,5}[.)]|[a-z][.)])|\d{1,3}(?:\.\d{1,3})+|[•●▪◦*–—-])(?:\s+|(?<=[.)])(?=\p{Lu}))/iu

/** A text without the number that was typed before it. A list of several numbered lines is content and stays. */
export function withoutNumber(text: string): string {
  const lines = text.split('\n')
  const isList = lines.length > 1 && lines.slice(1).some((line) => mark.test(line))
  return isList ? text : text.replace(mark, '').trim()
}

/** The number that stands before a text, or alone in a cell: "2.1", "A", "IV"; undefined where there is none. */
export const numberBefore = (text: string): string | undefined =>
  (mark.exec(`${text.trim()} `)?.[0] ?? /^(?:\d{1,3}|[IVXL]{1,5}|[A-Z])$/.exec(text.trim())?.[0])
    ?.replace(/[\s().]+$|^[\s(]+/g, '')
    .trim() || undefined
