import { expect, test } from 'vitest'
import { readWorkbook, writeWorkbook } from '#documents/sheet.ts'
import { noAnswers } from './annex.ts'
import { candidateSheets, findLayout, layoutFaults } from './annex-layout.ts'
import { readAnnex } from './annex-rows.ts'
import { annexTemplate } from './annex-template.ts'

test('our own template is read without a question, and its example is nobody', async () => {
  const bytes = await writeWorkbook(annexTemplate(), new Date('2026-01-05T02:00:00Z'))
  const read = await readWorkbook(bytes, 'templat.xlsx')
  const [sheet, ...others] = candidateSheets(read.ok ? read.workbook.sheets : [])
  const layout = sheet && findLayout(sheet)
  expect(others).toEqual([])
  expect(sheet && layout && layoutFaults(layout.uses)).toEqual([])
  expect(layout?.uses).toEqual([null, 'name', 'nip', 'position', 'grade', 'unit', 'level', 'email'])
  const reading = sheet && layout && readAnnex(sheet, layout, noAnswers, '2026-11-24')
  expect(reading).toMatchObject({ rows: [], faults: [], passedOver: [{ row: 2 }] })
})
