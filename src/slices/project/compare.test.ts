import { expect, test } from 'vitest'
import { comparePlans } from './compare.ts'
import { makeActivity, makeMatrix } from './make-project.ts'
import type { Activity, Matrix } from './matrix.ts'

const [first, second, third] = [1, 2, 3].map((position) =>
  makeActivity({ position, title: `Kegiatan ${position}` }),
) as [Activity, Activity, Activity]
const [initiative] = makeMatrix()
const with_ = (...activities: Activity[]): Matrix =>
  initiative
    ? [{ ...initiative, activities: activities.map((activity, at) => ({ ...activity, position: at + 1 })) }]
    : []
const changesOf = (before: Matrix, after: Matrix) =>
  comparePlans(before, after).flatMap(({ rows }) =>
    rows.map((row) => [row.before?.number ?? '', row.after?.number ?? '', row.is, row.cells.join(' ')]),
  )

test('a version and its untouched copy do not differ', () => {
  const copy = with_({ ...first, id: 'another', revision: 7 })
  expect(comparePlans(with_(first), copy)).toMatchObject([{ is: 'same', rows: [{ is: 'same', cells: [] }] }])
})

test('a changed cell is named, and so is one that was filled in', () => {
  const changed = { ...first, target: '95', risk: 'Petugas berganti.' }
  expect(changesOf(with_(first), with_(changed))).toEqual([['1.1', '1.1', 'changed', 'target risk']])
})

test('a row that is gone stands where it stood; one that came stands where it is', () => {
  const fourth = makeActivity({ title: 'Kegiatan baru', resources: '', risk: '' })
  expect(changesOf(with_(first, second, third), with_(first, fourth, third))).toEqual([
    ['1.1', '1.1', 'same', ''],
    ['1.2', '', 'removed', expect.stringContaining('title output')],
    ['', '1.2', 'added', expect.stringContaining('title output')],
    ['1.3', '1.3', 'same', ''],
  ])
})

test('what only changed its place is the same, under its new number', () => {
  expect(changesOf(with_(first, second), with_(second))).toEqual([
    ['1.1', '', 'removed', expect.any(String)],
    ['1.2', '1.1', 'same', ''],
  ])
})

test('an initiative that came, went or has another name says so', () => {
  const renamed = with_(first).map((one) => ({ ...one, title: 'Nama lain' }))
  expect(comparePlans(with_(first), renamed)).toMatchObject([{ is: 'changed', rows: [{ is: 'same' }] }])
  expect(comparePlans([], with_(first))).toMatchObject([{ is: 'added', before: null, rows: [{ is: 'added' }] }])
  expect(comparePlans(with_(first), [])).toMatchObject([{ is: 'removed', after: null, rows: [{ is: 'removed' }] }])
})
