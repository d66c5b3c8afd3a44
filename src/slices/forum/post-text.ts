/** A piece of a post as it is shown. Nothing of it is ever markup. */
export type Piece = { kind: 'text' | 'link' | 'mention'; text: string }

const isLetter = (char: string | undefined) => char !== undefined && /[\p{L}\p{N}_]/u.test(char)

/** The longest of the names that stands at this place; a name ends where its word ends. */
function nameAt(text: string, at: number, names: readonly string[]): string | undefined {
  const here = names.filter((name) => name !== '' && text.startsWith(name, at) && !isLetter(text[at + name.length]))
  return here.toSorted((a, b) => b.length - a.length)[0]
}

// What closes a sentence is no part of the address before it.
const address = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/iuy

/** A post in pieces: `@Nama` of a member, addresses of the web, and the text between them. Joined they are the text. */
export function piecesOf(text: string, names: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let plain = ''
  let at = 0
  const take = (kind: Piece['kind'], found: string) => {
    if (plain !== '') pieces.push({ kind: 'text', text: plain })
    pieces.push({ kind, text: found })
    plain = ''
    at += found.length
  }
  while (at < text.length) {
    const isStart = !isLetter(text[at - 1])
    address.lastIndex = at
    const link = isStart && /h/i.test(text[at] ?? '') ? address.exec(text)?.[0] : undefined
    const name = isStart && text[at] === '@' ? nameAt(text, at + 1, names) : undefined
    if (link !== undefined && URL.canParse(link)) take('link', link)
    else if (name !== undefined) take('mention', `@${name}`)
    else {
      plain += text[at]
      at += 1
    }
  }
  if (plain !== '') pieces.push({ kind: 'text', text: plain })
  return pieces
}

/** Whom a post mentions, by id: each name exactly as members are called, where two fit the longer one. */
export function mentionedIn(text: string, members: readonly { id: string; name: string }[]): string[] {
  const pieces = piecesOf(
    text,
    members.map(({ name }) => name),
  )
  const named = new Set(pieces.filter(({ kind }) => kind === 'mention').map((piece) => piece.text.slice(1)))
  return members.filter(({ name }) => named.has(name)).map(({ id }) => id)
}
