import { readCsv } from './read-csv.ts'
import { readTableFile } from './read-table-file.ts'
import { readXlsx } from './read-xlsx.ts'
import type { SheetFile } from './sheet.ts'
import { kindOf, refusals } from './sheet-kind.ts'
import { workApart } from './work-apart.ts'
import type { ReadWorkbook } from './workbook.ts'

// Runs in a process of its own: see `readWorkbook` and `readTables`.
workApart(async ({ bytes, fileName, wants }: SheetFile): Promise<ReadWorkbook> => {
  if (wants === 'tables') return readTableFile(bytes, fileName)
  const kind = kindOf(bytes, fileName)
  if (kind === 'zip') return readXlsx(bytes, { asShown: false })
  if (kind === 'text') return readCsv(bytes)
  return { ok: false, sentence: refusals[kind] }
})
