import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import type { SheetFile } from './sheet.ts'
import { kindOf, refusals } from './sheet-kind.ts'
import { workApart } from './work-apart.ts'
import type { ReadWorkbook } from './workbook.ts'

// Runs in a process of its own: see `readWorkbook`.
workApart(async ({ bytes, fileName }: SheetFile): Promise<ReadWorkbook> => {
  const kind = kindOf(bytes, fileName)
  if (kind === 'zip') return readXlsx(bytes)
  if (kind === 'text') return readCsv(bytes)
  return { ok: false, sentence: refusals[kind] }
})
