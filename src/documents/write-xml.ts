/** What may stand within an element: text, written elements, or nothing. */
export type XmlChild = Xml | string | null | undefined

/** An XML text that is written already, and is not written again as words. */
export class Xml {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** One element with its attributes and what stands in it. Text and values are escaped; names are the caller's own. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: XmlChild[]
): Xml {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  )
  const inside = children.flatMap((child) => {
    if (child === null || child === undefined) return []
    return [child instanceof Xml ? child.text : escaped(child)]
  })
  const open = `${name}${given.join('')}`
  return new Xml(inside.length === 0 ? `<${open}/>` : `<${open}>${inside.join('')}</${name}>`)
}

/** A whole document in UTF-8. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.text}\n`

/** Characters that XML 1.0 has no way to write (2.2, Char), and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

const escaped = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"\r]/g, (mark) => marks[mark] ?? mark)
