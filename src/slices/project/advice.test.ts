import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviseOn } from './advice.ts'
import { columnsOf, defaultColumns } from './columns.ts'
import { makeActivity, makeMatrix, makeProject } from './make-project.ts'
import type { Matrix } from './matrix.ts'
import { gapsOf } from './matrix.ts'

const programme = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
const layout = { columns: defaultColumns, areaNames: new Map([['tatalaksana', 'Penguatan Tatalaksana']]) }
const advise = (matrix: Matrix, term: typeof programme) => adviseOn({ areaCodes: [] }, matrix, term, layout)
const fieldsOf = (...matrix: Parameters<typeof makeMatrix>) =>
  advise(makeMatrix(...matrix), programme).map(({ field }) => field)

test('a sound plan is not advised on', () => {
  const other = makeActivity({ position: 2, title: 'Melatih petugas', indicator: 'Petugas terlatih' })
  expect(advise(makeMatrix(makeActivity(), other), programme)).toEqual([])
})

describe('an activity', () => {
  test.each([
    [{ title: 'Sosialisasi' }, 'title', 'Sebut apa yang dilakukan'],
    [{ output: ' menyatukan  antrean pertanyaan' }, 'output', 'mengulang nama kegiatan'],
    [{ indicatorUnit: '' }, 'indicatorUnit', 'belum bersatuan'],
    [{ baseline: null }, 'baseline', 'Ukur keadaan sekarang'],
    [{ baseline: '90.00', target: '90' }, 'target', 'sama dengan nilai awal'],
    [{ target: '100.5' }, 'target', 'di atas 100%'],
    [{ indicatorUnit: 'Persen', target: '120' }, 'target', 'di atas 100%'],
    [{ startsOn: '2026-01-01', endsOn: '2026-10-03' }, 'endsOn', 'lebih dari sembilan bulan'],
  ])('with %j is advised on at its %s', (but, field, words) => {
    const activity = makeActivity(but)
    const [advice, ...more] = advise(makeMatrix(activity), programme)
    expect(advice).toMatchObject({ activityId: activity.id, field, sentence: expect.stringContaining(words) })
    expect(more).toEqual([])
  })

  test.each([
    { target: '100' },
    { indicatorUnit: 'orang', target: '250' },
    { startsOn: '2026-01-01', endsOn: '2026-10-02' },
    { indicator: '', indicatorUnit: '', baseline: null, target: null },
  ])('with %j is not', (but) => expect(fieldsOf(makeActivity(but))).toEqual([]))

  test('that measures what an earlier one measures is sent to look at that one', () => {
    const twin = makeActivity({ position: 2, indicator: ' pertanyaan dijawab dalam satu hari KERJA ' })
    expect(advise(makeMatrix(makeActivity(), twin), programme)).toMatchObject([
      { activityId: twin.id, field: 'indicator', sentence: expect.stringContaining('sama dengan kegiatan 1.1') },
    ])
  })
})

describe('the plan as a whole', () => {
  const late = (endsOn: string) => makeActivity({ endsOn, startsOn: '2026-06-01', indicator: `Ukuran ${endsOn}` })

  test('that ends all at once in the last month is told so, one that does not is not', () => {
    expect(advise(makeMatrix(late('2026-12-02'), late('2026-12-31')), programme)).toEqual([
      { sentence: expect.stringContaining('bulan terakhir program') },
    ])
    expect(fieldsOf(late('2026-12-01'), late('2026-12-31'))).toEqual([])
    expect(fieldsOf(late('2026-12-31'))).toEqual([])
  })

  test('that hangs on one person is told so from four activities on', () => {
    const four = [1, 2, 3, 4].map((position) => makeActivity({ position, indicator: `Ukuran ${position}` }))
    expect(advise(makeMatrix(...four), programme)).toEqual([
      { sentence: expect.stringContaining('tanggung jawab Kepala kelompok layanan') },
    ])
    expect(fieldsOf(...four.slice(1))).toEqual([])
    expect(fieldsOf(...four.slice(1), makeActivity({ inCharge: 'Dedi', indicator: 'Lain' }))).toEqual([])
  })

  test('is told which heading holds nothing, unless all do', () => {
    const [full] = makeMatrix(makeActivity())
    const empty = { id: 'empty', lineId: 'empty', position: 2, title: 'Kosong', revision: 1, activities: [] }
    expect(advise([...(full ? [full] : []), empty], programme)).toEqual([
      { sentence: expect.stringContaining('Program 2 belum berisi kegiatan') },
    ])
    expect(advise([empty], programme)).toEqual([])
  })
})

test('advice never says again what keeps a plan from being submitted', () => {
  const blank = fc.record(
    {
      title: fc.constant(''),
      output: fc.constant(''),
      indicator: fc.constant(''),
      target: fc.constant(null),
      startsOn: fc.constantFrom(null, '2025-12-31'),
      endsOn: fc.constantFrom(null, '2027-01-01'),
      inCharge: fc.constant(''),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(blank, (but) => {
      const matrix = makeMatrix(makeActivity(but))
      const advice = advise(matrix, programme)
      expect(advice.filter(({ field }) => field && but[field as keyof typeof but] === '')).toEqual([])
      expect(advice.filter(({ field }) => field === 'target' && 'target' in but)).toEqual([])
      if (Object.keys(but).length > 0) expect(gapsOf(makeProject(), matrix, programme)).not.toEqual([])
    }),
  )
})

test('an area of the project that no activity serves is named, unless the programme does not show areas', () => {
  const activity = makeActivity({ areaCodes: ['pelayanan-publik'] })
  const project = { areaCodes: ['pelayanan-publik', 'tatalaksana'] }
  expect(adviseOn(project, makeMatrix(activity), programme, layout)).toMatchObject([
    { sentence: expect.stringContaining('Area Penguatan Tatalaksana belum dilayani') },
  ])
  const served = makeActivity({ areaCodes: project.areaCodes })
  expect(adviseOn(project, makeMatrix(served), programme, layout)).toEqual([])
  const columns = columnsOf([{ key: 'areaCodes', label: '', isShown: false }])
  expect(adviseOn(project, makeMatrix(activity), programme, { ...layout, columns })).toEqual([])
})

test('nothing is said of a column that the programme does not show', () => {
  const columns = columnsOf([{ key: 'baseline', label: '', isShown: false }])
  const matrix = makeMatrix(makeActivity({ baseline: null }))
  expect(adviseOn({ areaCodes: [] }, matrix, programme, { ...layout, columns })).toEqual([])
})
