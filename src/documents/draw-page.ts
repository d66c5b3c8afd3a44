import { readFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Drawn } from './first-page.ts'
import { workApart } from './work-apart.ts'

/** The longer side of the picture. */
const longestSide = 1200

// Runs in a process of its own: see `drawFirstPage`. Its end frees what the library holds.
workApart(drawPage)

async function drawPage(path: string): Promise<Drawn | null> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(await readFile(path))
  if (document.getPageCount() === 0) return null
  const page = document.getPage(0)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const longest = Math.max(originalWidth, originalHeight)
  // A page that is smaller is not blown up beyond what is sharp on a screen; nor is one of no size drawn.
  if (!(longest >= 1)) return null
  const { width, height, data } = await page.render({
    scale: Math.min(2, longestSide / (longest + 1)),
    render: 'bitmap',
    renderFormFields: true,
  })
  return { width, height, points: data }
}
