import { textOf } from '#documents/sheet-text.ts'
import type { Cell } from '#documents/workbook.ts'
import type { Day } from '#kit/date.ts'
import { readNip, splitName } from '#people'
import type { AnnexRow, ColumnUse } from './annex.ts'
import { levelIn } from './annex-kind.ts'
import type { Level } from './seat.ts'

type Remark = { use: ColumnUse; reason: string }

/** An agent as the cells of one row say, the faults in them, and what is unlikely but may be. */
export function readAgent(
  said: Partial<Record<ColumnUse, Cell[]>>,
  level: Level,
  today: Day,
): { agent: Omit<AnnexRow, 'row'>; faults: Remark[]; warnings: Remark[] } {
  const text = (use: ColumnUse) =>
    (said[use] ?? [])
      .map(textOf)
      .filter((part) => part !== '')
      .join(', ')
  const { nameText, nipCell } = nameAndNip(said, text('name'))
  const nip = readNip(typeof nipCell === 'number' ? nipCell : textOf(nipCell), today)
  const name = splitName(nameText)
  const email = text('email').toLowerCase()
  const levelSaid = text('level') === '' ? level : levelIn(text('level'))
  const faults: (Remark | false)[] = [
    name.name === '' && { use: 'name', reason: 'Nama kosong.' },
    !nip.ok && { use: 'nip', reason: textOf(nipCell) === '' ? withoutNip : nip.reason },
    text('unit') === '' && { use: 'unit', reason: 'Unit kerja kosong.' },
    levelSaid === undefined && { use: 'level', reason: 'Tingkat tidak dikenal; isi Pusat atau Unit.' },
    email !== '' && !isEmail.test(email) && { use: 'email', reason: 'Bukan alamat surel yang lengkap.' },
  ]
  return {
    agent: {
      ...name,
      nip: nip.ok ? nip.nip : '',
      position: text('position'),
      grade: text('grade'),
      unit: text('unit'),
      level: levelSaid ?? level,
      email: email === '' ? null : email,
    },
    faults: faults.filter((fault) => fault !== false),
    warnings: nip.ok ? nip.warnings.map((reason) => ({ use: 'nip', reason })) : [],
  }
}

/** One cell may hold both: "Ani Lestari, S.S. / NIP 19850412 200912 2 003". */
function nameAndNip(said: Partial<Record<ColumnUse, Cell[]>>, name: string): { nameText: string; nipCell: Cell } {
  const both = said['name-and-nip']?.[0]
  if (both === undefined) return { nameText: name, nipCell: said.nip?.[0] ?? null }
  const text = textOf(both)
  const found = /[\s(/]*(?:(?:nip|ni\s?pppk)[\s.:]*\S.*|['’]?\d[\d\s.\-–]{7,}.*)$/i.exec(text)
  return found
    ? { nameText: text.slice(0, found.index), nipCell: found[0].replace(/^[\s(/]+|[\s)]+$/g, '') }
    : { nameText: text, nipCell: null }
}

const isEmail = /^[^\s@,;<>]+@[^\s@,;<>]+\.[a-z]{2,}$/

const withoutNip = 'NIP kosong. Orang tanpa NIP (TNI/Polri, non-ASN) ditambahkan dengan tangan beserta alasannya.'
