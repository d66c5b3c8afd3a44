/** A piece of an XML text, in its order. An element without content opens and closes. */
export type XmlPiece =
  | { kind: 'open'; name: string; attributes: string }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/**
 * Takes an XML text apart, piece by piece, and keeps nothing of it. Knows no document type and no entities but the
 * five that XML has: a text that brings others, or whose elements do not close, throws.
 */
export function* piecesOf(xml: string): Generator<XmlPiece> {
  const open: string[] = []
  let at = 0
  while (at < xml.length) {
    const tag = xml.indexOf('<', at)
    if (tag === -1) break
    if (tag > at) yield { kind: 'text', text: plain(xml.slice(at, tag)) }
    const aside = asides.find(([begins]) => xml.startsWith(begins, tag))
    if (aside) {
      const [begins, ends] = aside
      const end = endOf(xml, ends, tag)
      if (begins === '<![CDATA[') yield { kind: 'text', text: xml.slice(tag + begins.length, end) }
      at = end + ends.length
      continue
    }
    if (xml[tag + 1] === '!') throw new Error('A document type.')
    const end = endOf(xml, '>', tag)
    at = end + 1
    if (xml[tag + 1] === '/') {
      const name = xml.slice(tag + 2, end).trim()
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing.`)
      yield { kind: 'close', name }
      continue
    }
    const isEmpty = xml[end - 1] === '/'
    const inside = xml.slice(tag + 1, isEmpty ? end - 1 : end)
    const space = inside.search(/\s/)
    const name = space === -1 ? inside : inside.slice(0, space)
    yield { kind: 'open', name, attributes: space === -1 ? '' : inside.slice(space) }
    if (isEmpty) yield { kind: 'close', name }
    else open.push(name)
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed.`)
}

/** The value of an attribute, as `piecesOf` gives them; undefined where the element has none of this name. */
export function attributeIn(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? plain(found[1] ?? found[2] ?? '') : undefined
}

/** What holds no elements: where it begins and where it ends. */
const asides = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

function endOf(xml: string, ends: string, from: number): number {
  const end = xml.indexOf(ends, from)
  if (end === -1) throw new Error('The text ends within a tag.')
  return end
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&([^;&\s]*);/g, (_, name: string) => {
        const code = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name)
        const letter = code
          ? letterOf(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]))
          : Object.hasOwn(entities, name)
            ? entities[name]
            : undefined
        if (letter === undefined) throw new Error(`An unknown entity: ${name}.`)
        return letter
      })
    : text

const letterOf = (code: number) => (code <= 0x10ffff ? String.fromCodePoint(code) : undefined)
