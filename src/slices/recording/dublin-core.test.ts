import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type DescribedPlace,
  type DescribedRecording,
  dublinCoreElements,
  dublinCoreOf,
  durationInIso,
} from './dublin-core.ts'

const recording: DescribedRecording = {
  kind: 'film',
  title: 'Dari tiga hari menjadi satu jam',
  alternativeTitle: 'Jawab Satu Jam',
  description: 'Pustakawan memperlihatkan antrean.',
  recordedOn: '2021-10-26',
  keywords: ['rujukan', 'antrean'],
  areas: ['Peningkatan Kualitas Pelayanan Publik'],
  targets: ['Peningkatan kualitas pelayanan publik'],
  contributors: [
    { role: 'camera', name: 'Teuku Mahlil' },
    { role: 'speaker', name: 'Yosefina Wae' },
  ],
  language: 'id',
  place: 'Ende, Nusa Tenggara Timur',
  source: '',
  licence: 'agency',
  rightsNote: '',
  duration: 200,
  mediaType: 'video/mp4',
  size: 1_048_576,
}
const place: DescribedPlace = {
  agencyName: 'Perpustakaan Negara Contoh',
  unitName: 'Pusat Jasa Informasi',
  projectTitle: 'Jawab Satu Jam',
  programmeName: 'Agen Perubahan 2021',
  programmeFrom: '2021-01-04',
  programmeUntil: '2021-12-31',
  agentName: null,
  identifiers: ['https://rintis.example/galeri/b7k3m9qt', 'ark:/99999/r1b7k3m9qt8'],
  projectAddress: 'https://rintis.example/galeri/p4n2x8zk',
  issuedOn: '2021-11-20',
  availableFrom: null,
  accessWords: 'Publik',
}
const valuesOf = (element: string, of = dublinCoreOf(recording, place)) =>
  of.filter((one) => one.element === element).map(({ value }) => value)

test('a film is said in all that is known of it, each element in its place', () => {
  expect(dublinCoreOf(recording, place).map(({ element, refines, value }) => [refines ?? element, value])).toEqual([
    ['title', 'Dari tiga hari menjadi satu jam'],
    ['alternative', 'Jawab Satu Jam'],
    ['creator', 'Perpustakaan Negara Contoh. Pusat Jasa Informasi'],
    ['subject', 'Peningkatan Kualitas Pelayanan Publik'],
    ['subject', 'Peningkatan kualitas pelayanan publik'],
    ['subject', 'rujukan'],
    ['subject', 'antrean'],
    ['description', 'Pustakawan memperlihatkan antrean.'],
    ['publisher', 'Perpustakaan Negara Contoh'],
    ['contributor', 'Teuku Mahlil (Juru kamera)'],
    ['contributor', 'Yosefina Wae (Narasumber)'],
    ['created', '2021-10-26'],
    ['issued', '2021-11-20'],
    ['type', 'MovingImage'],
    ['format', 'video/mp4'],
    ['extent', 'PT3M20S'],
    ['extent', '1048576 bytes'],
    ['identifier', 'https://rintis.example/galeri/b7k3m9qt'],
    ['identifier', 'ark:/99999/r1b7k3m9qt8'],
    ['language', 'id'],
    ['isPartOf', 'https://rintis.example/galeri/p4n2x8zk'],
    ['isPartOf', 'Jawab Satu Jam'],
    ['isPartOf', 'Agen Perubahan 2021'],
    ['spatial', 'Ende, Nusa Tenggara Timur'],
    ['temporal', '2021-01-04/2021-12-31'],
    ['rights', 'Hak cipta Perpustakaan Negara Contoh'],
    ['accessRights', 'Publik'],
  ])
})

test('the agent is a creator only where the agent agreed to be named', () => {
  expect(valuesOf('creator')).toHaveLength(1)
  const named = dublinCoreOf(recording, { ...place, agentName: 'Nadia Kusumastuti, S.Sos.' })
  expect(valuesOf('creator', named)).toContain('Agen Perubahan Nadia Kusumastuti, S.Sos.')
})

test('a licence stands with its address, an embargo with its last day, a change with both sides', () => {
  const free = dublinCoreOf({ ...recording, licence: 'cc-by-sa-4.0' }, { ...place, availableFrom: '2022-01-01' })
  expect(valuesOf('rights', free)).toEqual([
    'CC BY-SA 4.0',
    'https://creativecommons.org/licenses/by-sa/4.0/',
    'Publik',
  ])
  expect(valuesOf('date', free)).toContain('2022-01-01')
  const changed = dublinCoreOf(recording, { ...place, change: { before: 'Tiga hari.', after: 'Satu\njam.' } })
  expect(valuesOf('description', changed)[1]).toBe('Sebelum: Tiga hari. Sesudah: Satu jam.')
})

test('whatever is said, nothing is empty or said twice, and the elements keep their order', () => {
  const words = fc.string({ maxLength: 12 })
  const said = fc.record({
    alternativeTitle: words,
    description: words,
    place: words,
    source: words,
    rightsNote: words,
  })
  fc.assert(
    fc.property(said, fc.array(words), fc.option(words), (more, keywords, agentName) => {
      const statements = dublinCoreOf({ ...recording, ...more, keywords }, { ...place, agentName })
      expect(statements.every(({ value }) => value === value.trim() && value !== '')).toBe(true)
      const keys = statements.map(({ element, value }) => `${element} ${value}`)
      expect(new Set(keys).size).toBe(keys.length)
      const order = statements.map(({ element }) => dublinCoreElements.indexOf(element))
      expect(order).toEqual(order.toSorted((a, b) => a - b))
    }),
  )
})

test.each([
  [0, 'PT0S'],
  [5, 'PT5S'],
  [200, 'PT3M20S'],
  [3725, 'PT1H2M5S'],
  [7200, 'PT2H'],
])('%i seconds are %s', (seconds, iso) => expect(durationInIso(seconds)).toBe(iso))
