import type { Day } from '#kit/date.ts'
import { type BodyCell, type BodyRow, cellOf } from './body.ts'
import type { Period } from './moment.ts'
import { readPeriod, saysBothEnds } from './period.ts'
import type { Wrong } from './read-activity.ts'
import { isMarkUse, type Layout } from './reading.ts'

type Programme = { fromOn: Day; untilOn: Day }
type Typed = { startsOn: string; endsOn: string }

/**
 * When an activity runs, by the columns that say so: its own for beginning and end, else one for both, else the months
 * or quarters that bear a mark (the first of them to the last). "Maret s.d. Mei" in the column of one end is both where
 * the other is empty. `has` is false where the table says nothing of time.
 */
export function readSpan(
  row: BodyRow,
  layout: Layout,
  programme: Programme,
): { has: boolean; typed: Typed; wrong: Wrong[] } {
  const typed: Typed = { startsOn: '', endsOn: '' }
  const wrong: Wrong[] = []
  const lent: Period[] = []
  for (const use of ['startsOn', 'endsOn', 'period'] as const) {
    const cell = cellOf(row, layout, use)
    if (!cell || cell.text === '') continue
    const period = readPeriod(cell.text, programme)
    if (!period) wrong.push({ use, cell, reason: noTime, mayBeNote: true })
    else if (use === 'period') {
      typed.startsOn ||= period.startsOn
      typed.endsOn ||= period.endsOn
    } else {
      typed[use] = period[use]
      if (saysBothEnds(cell.text)) lent.push(period)
    }
  }
  for (const { startsOn, endsOn } of lent) {
    typed.startsOn ||= startsOn
    typed.endsOn ||= endsOn
  }
  const marked = layout.uses.flatMap((use, column) => {
    const cell = row.cells[column]
    return isMarkUse(use) && cell && isMarked(cell) ? [{ use, cell }] : []
  })
  for (const { use, cell } of marked)
    if (!plainMark.test(cell.text) && cell.text !== '') wrong.push({ use, cell, reason: noMark, mayBeNote: true })
  const [first, last] = [marked[0], marked.at(-1)]
  if (first && last) {
    const period = readPeriod(`${wordsOf(first.use)} s.d. ${wordsOf(last.use)}`, programme)
    typed.startsOn ||= period?.startsOn ?? ''
    typed.endsOn ||= period?.endsOn ?? ''
  }
  const has = layout.uses.some((use) => use === 'startsOn' || use === 'endsOn' || use === 'period' || isMarkUse(use))
  return { has, typed, wrong }
}

const noTime = 'Waktunya tidak terbaca. Tulis misalnya 1 Maret 2026, Maret s.d. Mei 2026, atau TW II.'
const noMark = 'Tulisan ini bukan tanda. Isi x bila kegiatan berjalan di bulan itu.'

const plainMark = /^(?:x|v|√|✓|✔|☑|☒|■|●|•|\*|ya|1)$/i
const unmarked = /^(?:|✗|✘|☐|□|0|tidak)$/i

const isMarked = ({ text, isShaded }: BodyCell) => isShaded || !unmarked.test(text)

/** "month-3" as B03, "quarter-2" as TW 2. */
const wordsOf = (use: string) => use.replace('month-', 'b').replace('quarter-', 'tw ')
