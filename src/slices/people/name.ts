/** A name as it is stored: titles apart, because people are sorted and searched by the name alone. */
export type SplitName = { titlesBefore: string; name: string; titlesAfter: string }

const before = ['prof', 'dr', 'drg', 'drh', 'drs', 'dra', 'ir', 'h', 'hj', 'k.h', 'kh', 'apt', 'ns', 'bd', 'ar', 'capt']

/** A degree that somebody wrote without its comma: "S.Kom.", "M.Hum", "A.Md.", "Ph.D.". Initials are shorter. */
const degree = /^(?:[SM]\.(?:[A-Z][A-Za-z]+|[A-Z]\.[A-Z]|IP|SI)\.?|A\.Md\.?.*|Ph\.D\.?)$/

/**
 * Splits a name as offices write it: after the first comma come the titles after it; before it come those leading
 * words that end in a dot and are known titles ("Drs.", "H."). What is unsure stays in the name, and the page that
 * asked shows the split for correction.
 */
export function splitName(text: string): SplitName {
  const tidy = text
    .normalize('NFC')
    .replace(/[\s\u200b]+/g, ' ')
    .trim()
  const [first = '', ...degrees] = tidy.split(',').map((part) => part.trim())
  const words = first.split(' ')
  const titles: string[] = []
  while (words[0] !== undefined) {
    const [title, rest] = leadingTitle(words[0])
    if (title === undefined) break
    titles.push(title)
    words.splice(0, 1, ...(rest ? [rest] : []))
  }
  const forgotten = words.slice(1).findIndex((word) => degree.test(word))
  const end = forgotten < 0 ? words.length : forgotten + 1
  return {
    titlesBefore: titles.join(' '),
    name: words.slice(0, end).join(' '),
    titlesAfter: [...words.slice(end), ...degrees].filter((part) => part !== '').join(', '),
  }
}

/** The title with which a word opens, and what follows it without a space: "Dr.Ir." is "Dr." and "Ir.". */
function leadingTitle(word: string): [title: string | undefined, rest: string] {
  const isTitle = (text: string) => text.endsWith('.') && before.includes(text.slice(0, -1).toLowerCase())
  if (isTitle(word)) return [word, '']
  const end = word.indexOf('.') + 1
  const [title, rest] = [word.slice(0, end), word.slice(end)]
  return isTitle(title) ? [title, rest] : [undefined, word]
}

const collator = new Intl.Collator('id', { numeric: true })

/** Sorts by name alone, as lists of people are sorted: titles don't count, nor do capitals. */
export const compareNames = (a: { name: string }, b: { name: string }): number => collator.compare(a.name, b.name)
