import { expect, test } from 'vitest'
import { makeActivity, makeMatrix, makeProject } from './make-project.ts'
import { gapsOf } from './matrix.ts'

const programme = { fromOn: '2026-01-01', untilOn: '2026-12-31' }
const sentences = (...gaps: ReturnType<typeof gapsOf>) => gaps.map((gap) => gap.sentence)

test('a project described in full with one complete activity may be submitted', () => {
  expect(gapsOf(makeProject(), makeMatrix(makeActivity()), programme)).toEqual([])
})

test('what is missing is named, each with the place where it is mended', () => {
  const project = makeProject({ title: '', innovationKind: null, areaCodes: [] })
  expect(gapsOf(project, [], programme)).toEqual([
    { sentence: 'Isi judul proyek.', at: 'description' },
    { sentence: 'Pilih jenis pembaruan.', at: 'description' },
    { sentence: 'Pilih paling sedikit satu area perubahan.', at: 'description' },
    { sentence: 'Isi paling sedikit satu kegiatan.', at: 'matrix' },
  ])
})

test.each([
  [{ output: '' }, 'Kegiatan 1.1: isi keluaran.'],
  [{ target: null }, 'Kegiatan 1.1: isi target.'],
  [{ endsOn: null }, 'Kegiatan 1.1: isi tanggal mulai dan selesai.'],
  [{ startsOn: '2025-12-31' }, 'Kegiatan 1.1: sesuaikan tanggal dengan masa program.'],
  [{ endsOn: '2027-01-01' }, 'Kegiatan 1.1: sesuaikan tanggal dengan masa program.'],
  [{ inCharge: '' }, 'Kegiatan 1.1: isi penanggung jawab.'],
])('an activity with %j is not ready', (but, sentence) => {
  expect(sentences(...gapsOf(makeProject(), makeMatrix(makeActivity(but)), programme))).toEqual([sentence])
})

test('an activity may begin and end on the first and last day of the programme', () => {
  const activity = makeActivity({ startsOn: programme.fromOn, endsOn: programme.untilOn })
  expect(gapsOf(makeProject(), makeMatrix(activity), programme)).toEqual([])
})
