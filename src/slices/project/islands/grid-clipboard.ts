/** A block of cells, row by row. */
export type Block = string[][]

/** Reads tab-separated text as spreadsheets copy it: a cell with a line break or a quote in it stands in quotes. */
export function readTabs(text: string): Block {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y
  const rows: Block = [[]]
  for (let at = 0; at <= plain.length; at += 1) {
    cell.lastIndex = at
    const found = cell.exec(plain)
    rows.at(-1)?.push(found?.[1] === undefined ? (found?.[2] ?? '') : found[1].replaceAll('""', '"'))
    at += found?.[0].length ?? 0
    if (plain[at] === '\n') rows.push([])
  }
  return rows
}

/** Writes a block as spreadsheets read it: every row ends its line, but a text that is copied alone. */
export function writeTabs(block: Block): string {
  const [[text = '', ...others] = [], ...rows] = block
  if (others.length + rows.length === 0 && text !== '') return quoted(text)
  return block.map((row) => `${row.map(quoted).join('\t')}\n`).join('')
}

const quoted = (text: string): string => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The block for as many rows and columns as are chosen: a copied block that fits in evenly fills all of it, as
 * spreadsheets do; any other comes once, as it is.
 */
export function fitted(block: Block, rows: number, columns: number): Block {
  const [height, width] = [block.length, Math.max(0, ...block.map((row) => row.length))]
  if (height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return block
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => block[row % height]?.[column % width] ?? ''),
  )
}
