import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocx } from '#documents/read-docx.ts'
import { readXlsx } from '#documents/read-xlsx.ts'
import { writeWorkbook } from '#documents/sheet.ts'
import type { ReadWorkbook, Sheet } from '#documents/workbook.ts'
import { writeDocx } from '#documents/write-docx.ts'
import { columnsOf } from '../columns.ts'
import { makeActivity } from '../make-project.ts'
import type { Activity, Matrix } from '../matrix.ts'
import { planPaper } from '../plan-paper.ts'
import { planSheet } from '../plan-sheet.ts'
import { difference } from './difference.ts'
import { findLayout } from './layout.ts'
import { propose } from './propose.ts'
import { noAnswers, type ReadRow } from './reading.ts'
import { readTable } from './rows.ts'

const around = {
  programme: { fromOn: '2026-01-01', untilOn: '2026-12-31' },
  initiative: 'Rencana aksi',
  areaNames: new Map([['tatalaksana', 'Penguatan Tatalaksana']]),
}
const own = { key: 'own1', label: 'Bukti dukung', isShown: true } as const
const drawn = { columns: columnsOf([own]), areaNames: around.areaNames }
const makeInitiative = (position: number, title: string, activities: Activity[]): Matrix[number] => {
  const id = crypto.randomUUID()
  const rows = activities.map((activity, at) => ({ ...activity, initiativeId: id, position: at + 1 }))
  return { id, lineId: id, position, title, revision: 1, activities: rows }
}
const matrix: Matrix = [
  makeInitiative(1, 'Satu antrean', [
    makeActivity({ title: 'Menyatukan antrean' }),
    makeActivity({ title: 'Melatih petugas', risk: 'Petugas berganti.' }),
  ]),
  makeInitiative(2, 'Jam layanan', [makeActivity({ title: 'Membuka Sabtu', target: '6.50' })]),
]

/** What a file without our codes says of a matrix, in the columns that these fields name. */
const rowsOf = (of: Matrix, but: (row: ReadRow) => Partial<ReadRow> = () => ({})): ReadRow[] =>
  of
    .flatMap((initiative) =>
      initiative.activities.map(({ title, output, target }, at) => ({
        row: 0,
        initiative: initiative.title,
        code: '',
        number: `${initiative.position}.${at + 1}`,
        fields: { title, output, target },
      })),
    )
    .map((row, at) => ({ ...row, row: at + 2 }))
    .map((row) => ({ ...row, ...but(row) }))
const changed = (after: Matrix) =>
  difference(matrix, after).compared.flatMap(({ rows }) =>
    rows
      .filter(({ is }) => is !== 'same')
      .map(({ is, after, before, cells }) => [is, (after ?? before)?.title, cells.join(' ')]),
  )

describe('rows of a file', () => {
  test('are the rows of the plan whose title they have, and leave alone what they say nothing of', () => {
    const after = propose(matrix, rowsOf(matrix), 'remove')
    expect(difference(matrix, after)).toMatchObject({ isNone: true, counts: { added: 0, changed: 0, removed: 0 } })
    expect(after[0]?.activities[1]?.risk).toBe('Petugas berganti.')
    expect(after[1]?.activities[0]?.target).toBe('6.50')
  })

  test('that say the same number in other figures change nothing', () => {
    const rows = rowsOf(matrix, ({ fields }) => ({
      fields: { ...fields, target: fields?.target === '6.50' ? '6.5' : (fields?.target ?? null) },
    }))
    expect(difference(matrix, propose(matrix, rows, 'remove')).isNone).toBe(true)
  })

  test('of another title are known by their number while the title is much alike, and by their code whatever it is', () => {
    const renamed = rowsOf(matrix, ({ row, fields }) =>
      row === 3 ? { fields: { ...fields, title: 'Melatih semua petugas' } } : {},
    )
    expect(changed(propose(matrix, renamed, 'remove'))).toEqual([['changed', 'Melatih semua petugas', 'title']])
    const coded = rowsOf(matrix, ({ row, fields }) =>
      row === 3
        ? { code: matrix[0]?.activities[1]?.lineId ?? '', number: '', fields: { ...fields, title: 'Lain' } }
        : {},
    )
    expect(changed(propose(matrix, coded, 'remove'))).toEqual([['changed', 'Lain', 'title']])
  })

  test('that the plan does not have are new; those that only the plan has go, or stay where a person says so', () => {
    const rows = rowsOf(matrix, ({ row, fields }) =>
      row === 3 ? { number: '9.9', fields: { ...fields, title: 'Kegiatan baru' } } : {},
    )
    const came = ['added', 'Kegiatan baru', expect.stringContaining('title')]
    expect(changed(propose(matrix, rows, 'remove'))).toEqual([['removed', 'Melatih petugas', expect.any(String)], came])
    expect(changed(propose(matrix, rows, 'keep'))).toEqual([came])
    expect(changed(propose(matrix, rowsOf(matrix.slice(1)), 'keep'))).toEqual([])
    expect(difference(matrix, propose(matrix, rowsOf(matrix.slice(1)), 'remove')).compared[0]?.is).toBe('removed')
  })

  test('of a programme with another name rename it', () => {
    const rows = rowsOf(matrix, ({ initiative }) => (initiative === 'Jam layanan' ? { initiative: 'Jam buka' } : {}))
    const { compared } = difference(matrix, propose(matrix, rows, 'remove'))
    expect(compared.map(({ is, after }) => [is, after?.title])).toEqual([
      ['same', 'Satu antrean'],
      ['changed', 'Jam buka'],
    ])
  })

  test('that change a date to before the other take the other away, to be seen', () => {
    const rows = rowsOf(matrix, ({ fields }) => ({ fields: { ...fields, endsOn: '2026-01-31' } }))
    expect(propose(matrix, rows, 'remove')[0]?.activities[0]).toMatchObject({ startsOn: null, endsOn: '2026-01-31' })
  })

  test('twice under one code are one row of the plan and a new one', () => {
    const code = matrix[1]?.activities[0]?.lineId ?? ''
    const rows = rowsOf(matrix.slice(1)).flatMap((row) => [
      { ...row, code },
      { ...row, row: 9, code },
    ])
    expect(propose(matrix, rows, 'keep')[1]?.activities.map(({ lineId }) => lineId)).toEqual([code, 'new-9'])
  })
})

describe('what we export', () => {
  const at = new Date('2026-01-05T02:00:00Z')
  async function through(given: Matrix, read: ReadWorkbook): Promise<Matrix> {
    if (!read.ok) throw new Error(read.sentence)
    const [sheet] = read.workbook.sheets as [Sheet]
    const reading = readTable(sheet, findLayout(sheet, drawn.columns) ?? { firstRow: 1, uses: [] }, noAnswers, around)
    expect(reading.doubts).toEqual([])
    return propose(given, reading.rows, 'remove')
  }
  const throughXlsx = async (given: Matrix) =>
    through(given, await readXlsx(await writeWorkbook([planSheet(1, given, drawn)], at), { asShown: true }))
  const throughDocx = async (given: Matrix) =>
    through(
      given,
      readDocx(await writeDocx(planPaper({ title: '', author: '', version: 1, createdAt: at }, given, drawn))),
    )

  const words = fc.constantFrom(
    '1.',
    'a)',
    'I.',
    'Jumlah',
    '-',
    'TOTAL',
    'Kegiatan',
    'SOP',
    'x',
    '=1+1',
    '8 %',
    'é',
    '\n',
    '(1)',
  )
  const text = fc.array(words, { maxLength: 5 }).map((parts) =>
    parts
      .join(' ')
      .trim()
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n+/g, '\n'),
  )
  const title = text.map((said) => `${said} judul`.trim())
  const amount = fc.option(fc.integer({ min: -999_999, max: 999_999 }).map((number) => String(number / 100)))
  const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-03-${String(number).padStart(2, '0')}`)
  const activity = fc
    .record({
      title,
      output: text,
      indicator: text,
      indicatorUnit: fc.constantFrom('', '%', 'persen', 'dokumen'),
      baseline: amount,
      target: amount,
      startsOn: fc.option(day),
      inCharge: text,
      resources: text,
      risk: text,
      parties: text,
      mitigation: text,
      areaCodes: fc.subarray(['tatalaksana']),
      more: text.map((own1) => (own1 === '' ? {} : { own1 })),
    })
    .map((fields) => makeActivity({ ...fields, endsOn: fields.startsOn }))
  const matrices = fc
    .array(fc.record({ title, activities: fc.array(activity, { maxLength: 3 }) }), { minLength: 1, maxLength: 3 })
    .map((made) => made.map((one, at) => makeInitiative(at + 1, one.title.replaceAll('\n', ' '), one.activities)))

  test('comes back from a workbook as the same matrix, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(matrices, async (given) => {
        expect(difference(given, await throughXlsx(given))).toMatchObject({ isNone: true })
      }),
      { numRuns: 60 },
    )
  })

  test('sets nothing back, whatever was written in the plan since', async () => {
    const since = fc.tuple(
      ...([
        fc.array(activity, { minLength: 9, maxLength: 9 }),
        fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
      ] as const),
    )
    await fc.assert(
      fc.asyncProperty(matrices, since, async (given, [written, isRenamed]) => {
        const lines = given.flatMap(({ activities }) => activities.map(({ lineId }) => lineId))
        const now = given.map((one, at) => ({
          ...one,
          title: isRenamed[at] ? `${one.title} baru ${at}` : one.title,
          activities: one.activities.map(({ id, lineId, initiativeId, position, revision }) => ({
            ...(written[lines.indexOf(lineId)] as Activity),
            ...{ id, lineId, initiativeId, position, revision },
          })),
        }))
        const read = await readXlsx(await writeWorkbook([planSheet(1, given, drawn)], at), { asShown: true })
        expect(difference(now, await through(now, read))).toMatchObject({ isNone: true })
      }),
      { numRuns: 40 },
    )
  })

  /** Word carries no code, so rows are known by title and number: what has both the same is another question. */
  const told = matrices.map((given) =>
    given.map((one) => ({
      ...one,
      title: `${one.title} ${one.position}`,
      activities: one.activities.map((row) => ({ ...row, title: `${row.title} ${one.position}.${row.position}` })),
    })),
  )

  test('comes back from a document as the same matrix too, where each row has a title of its own', async () => {
    await fc.assert(
      fc.asyncProperty(told, async (given) => {
        expect(difference(given, await throughDocx(given))).toMatchObject({ isNone: true })
      }),
      { numRuns: 25 },
    )
  })
})
