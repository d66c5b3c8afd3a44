import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler, type NodeTypstCompileResult, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler'
import { root } from '../root.ts'
import type { Paper } from './paper.ts'

/**
 * The paper as an archival, tagged PDF (PDF/A-2a). That standard wants every character shown by a font that lies in
 * the file, so what none of ours can show (Han, private signs) becomes a box rather than ending the document.
 * `ua-1` is what tests ask for: it refuses a document without title or with headings out of order.
 */
export async function writePdf(paper: Paper, standard: 'a-2a' | 'ua-1' = 'a-2a'): Promise<Uint8Array> {
  const whole = JSON.stringify(paper, (_, value) => (typeof value === 'string' ? clean(value) : value))
  try {
    return print(whole, paper.createdAt, standard)
  } catch (error) {
    const shown = whole.replace(rare, '□')
    if (shown === whole) throw error
    return print(shown, paper.createdAt, standard)
  }
}

/** Signs that show nothing and that the standard refuses; half a surrogate pair is one too. */
const clean = (text: string): string => text.toWellFormed().replace(unprintable, '').replace(/\r\n?/g, '\n')
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g

/** Everything beyond Latin letters, general punctuation, arrows, mathematical signs and shapes. */
const rare = /[^\n\u0020-\u024f\u1e00-\u1eff\u2000-\u22ff\u25a0-\u25ff]/gu

const standards = { 'a-2a': PdfStandard.A_2a, 'ua-1': PdfStandard.UA_1 }

/** The compiler is told of an error in two places: while laying out, and where the standard forbids what came of it. */
function print(data: string, at: Date, standard: keyof typeof standards): Uint8Array {
  const typst = compiler()
  try {
    const laid = typst.compile({ mainFilePath: path.join(templates, 'paper.typ'), inputs: { data } })
    return typst.pdf(documentOf(laid), {
      pdfStandard: standards[standard],
      pdfTags: true,
      creationTimestamp: Math.floor(at.getTime() / 1000),
    })
  } finally {
    typst.evictCache(10)
  }
}

function documentOf(laid: NodeTypstCompileResult) {
  if (laid.result !== null && !laid.hasError()) return laid.result
  throw new Error(`typst: ${JSON.stringify(laid.takeDiagnostics()?.shortDiagnostics)}`)
}

/** The compiler reads nothing outside this folder. */
const templates = path.join(root, 'src/documents/template')
const faces = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']
let made: NodeCompiler | undefined

/** One for the whole process: making it reads the fonts. */
function compiler(): NodeCompiler {
  if (made !== undefined) return made
  const fonts = path.join(root, 'node_modules/@expo-google-fonts/plus-jakarta-sans')
  const fontBlobs = faces.map((face) => readFileSync(path.join(fonts, face, `PlusJakartaSans_${face}.ttf`)))
  made = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] })
  return made
}
