import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Block, Paper } from './paper.ts'

/** The paper as a Word document, A4. The same paper gives the same bytes. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const document = new Document({
    title: clean(paper.title),
    creator: clean(paper.author),
    lastModifiedBy: clean(paper.author),
    styles: { default: styles },
    numbering: { config: paper.blocks.map((_, index) => ({ reference: listName(index), levels: [numbered] })) },
    sections: [
      {
        properties: { page: pageOf(paper) },
        footers: { default: pageNumbers() },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            children: runs(paper.title),
            ...(paper.onLetterhead && letterheadRoom),
          }),
          ...paper.blocks.flatMap((block, index) => partsOf(block, index, paper)),
        ],
      },
    ],
  })
  return settle(await Packer.toBuffer(document), paper.createdAt)
}

const font = 'Arial'
const black = '1D2433'
const bold = (size: number, before = 240) => ({
  run: { font, size, bold: true, color: black },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})
const styles = {
  document: {
    run: { font, size: 21, language: { value: 'id-ID' } },
    paragraph: { spacing: { after: 120, line: 276 } },
  },
  title: bold(36, 0),
  heading1: bold(26),
  heading2: bold(23),
  heading3: bold(21),
}
const numbered = {
  level: 0,
  format: LevelFormat.DECIMAL,
  text: '%1.',
  style: { paragraph: { indent: { left: 400, hanging: 400 } } },
}
/** Every ordered list counts from 1, so each has a numbering of its own. */
const listName = (index: number) => `list-${index}`

/** In twentieths of a point. docx turns the sides itself where the page lies. */
const a4 = { width: 11_906, height: 16_838 }
const margin = 1134

const pageOf = ({ orientation }: Paper) => ({
  size: { ...a4, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
  margin: { top: margin, bottom: margin, left: margin, right: margin },
})

/** Three centimetres below the margin. */
const letterheadRoom = { alignment: AlignmentType.CENTER, spacing: { before: 1701, after: 240 } }

const pageNumbers = () =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.END,
        children: [
          new TextRun({ size: 16, children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  })

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

function partsOf(block: Block, index: number, paper: Paper): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: levels[block.level], children: runs(block.text) })]
    case 'paragraph':
      return [new Paragraph({ children: runs(block.text) })]
    case 'list': {
      const mark = block.ordered ? { numbering: { reference: listName(index), level: 0 } } : { bullet: { level: 0 } }
      return block.entries.map((entry) => new Paragraph({ ...mark, children: runs(entry) }))
    }
    case 'table':
      return tableOf(block, paper)
  }
}

const plainMargins = { top: 30, bottom: 30, left: 0, right: 90 }

function tableOf(
  { caption, columns, rows, isPlain = false }: Extract<Block, { kind: 'table' }>,
  { orientation }: Paper,
) {
  const width = (orientation === 'landscape' ? a4.height : a4.width) - 2 * margin
  const shares = columns.reduce((sum, { share = 1 }) => sum + share, 0)
  const widths = columns.map(({ share = 1 }) => Math.floor((width * share) / shares))
  const line = (texts: string[], isHeader: boolean) =>
    new TableRow({
      tableHeader: isHeader,
      cantSplit: isHeader,
      children: columns.map(
        ({ align }, column) =>
          new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            margins: isPlain ? plainMargins : { top: 60, bottom: 60, left: 90, right: 90 },
            ...(isHeader && { shading: { fill: 'EEF1F6' } }),
            children: [
              new Paragraph({
                alignment: align === 'end' ? AlignmentType.END : AlignmentType.START,
                spacing: { after: 0 },
                children: runs(texts[column] ?? '', { bold: isHeader, size: isPlain ? 21 : 18 }),
              }),
            ],
          }),
      ),
    })
  const header = columns.map((column) => column.header)
  return [
    ...(caption === '' ? [] : [new Paragraph({ keepNext: true, children: runs(caption, { bold: true }) })]),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      ...(isPlain && { borders: TableBorders.NONE }),
      rows: [...(isPlain ? [] : [line(header, true)]), ...rows.map((row) => line(row, false))],
    }),
    new Paragraph({ children: [] }),
  ]
}

/** Plain text, a typed line break staying one. */
const runs = (text: string, look: { bold?: boolean; size?: number } = {}) =>
  clean(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...look, text: line, ...(at > 0 && { break: 1 }) }))

/** XML knows no control signs and no half of a surrogate pair. */
const clean = (text: string): string => text.toWellFormed().replace(/\r\n?/g, '\n').replace(unwritable, '')
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Word files carry the time of their making in two places: the properties, and each entry of the ZIP. */
function settle(made: Uint8Array, at: Date): Uint8Array {
  const files = unzipSync(made)
  const core = 'docProps/core.xml'
  const stamp = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const dated = strFromU8(files[core] ?? new Uint8Array()).replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, open: string) => `${open}${stamp}`,
  )
  const sorted = Object.entries({ ...files, [core]: strToU8(dated) }).sort(([one], [other]) => (one < other ? -1 : 1))
  return zipSync(Object.fromEntries(sorted), { mtime: new Date(1980, 0, 2) })
}
