const alphabet = [...'abcdefghijklmnopqrstuvwxyz']

/** Of shorter words half the dictionary is one slip away; longer ones nobody types, and each letter adds fifty words. */
const shortestMended = 4
const longestMended = 30

/**
 * The words from which this one is a slip of the finger away: two letters swapped, one too many, one forgotten, or
 * another in its place (Damerau). The likeliest first (settled): letters swapped, one doubled, one forgotten, another one
 * too many, one in another's place; and each from the end of the word, since a word is seldom begun wrongly.
 */
export function slipsOf(word: string): string[] {
  const letters = [...word]
  if (letters.length < shortestMended || letters.length > longestMended) return []
  const places = letters.map((_, at) => at).reverse()
  const between = (at: number, put: string[], skipped: number) =>
    [...letters.slice(0, at), ...put, ...letters.slice(at + skipped)].join('')
  const swapped = places.slice(1).map((at) => between(at, [letters[at + 1] ?? '', letters[at] ?? ''], 2))
  const single = places.filter((at) => letters[at] === letters[at - 1]).map((at) => between(at, [], 1))
  const dropped = places.map((at) => between(at, [], 1))
  const added = [letters.length, ...places].flatMap((at) => alphabet.map((letter) => between(at, [letter], 0)))
  const replaced = places.flatMap((at) => alphabet.map((letter) => between(at, [letter], 1)))
  const all = new Set([...swapped, ...single, ...added, ...dropped, ...replaced])
  all.delete(word)
  return [...all]
}
