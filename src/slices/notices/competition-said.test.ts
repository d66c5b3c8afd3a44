import { describe, expect, test } from 'vitest'
import { calledOf, competitionEvents, editionOf } from '#competition'
import { competitionSaid } from './competition-said.ts'
import { type About, toldOf, wordsFor, wordsInstead } from './notice.ts'

const aboutIn = (edition: string): About => {
  const form = editionOf(edition)
  if (!form) throw new Error('no edition')
  const project = { by: 'Sri', title: 'Jawab satu jam', code: 'b7k3m9qp' }
  const nothing = { gate: null, decision: null, day: null, period: null, thingId: 'entry' }
  const receiver = form.site ?? ''
  return { ...project, ...nothing, entry: { code: 'b7k3m9qt', called: calledOf(form), receiver, authorIds: [] } }
}
const events = Object.keys(competitionSaid)

describe.each([
  ['2023-umum', 'usulan KIPP 2023', 'dikirim ke Sinovik.'],
  ['unpsa', 'usulan UNPSA', 'dikirim ke situs UNPSA.'],
  ['opsi', 'usulan OPSI', 'dikirim ke situs OPSI.'],
])('an entry into %s', (edition, called, sent) => {
  test.each(events)('is called by its edition where %s is told, which leads to it', (event) => {
    for (const part of toldOf(event)) {
      const words = wordsFor(event, part, aboutIn(edition))
      expect(words?.sentence).toContain(called)
      expect(words?.subject.toLowerCase()).toContain(called.toLowerCase())
      expect(words?.path).toMatch(/^\/usulan\/b7k3m9qt(\/tahap|\/catatan)?$/)
      if (edition !== '2023-umum') expect(JSON.stringify(words)).not.toMatch(/KIPP|Sinovik|nasional/)
    }
  })

  test('is said to have gone where its edition takes it', () => {
    expect(wordsFor('entry.sent', 'authors', aboutIn(edition))?.sentence).toContain(sent)
    expect(wordsInstead('entry.changed', `mengubah ${called}`, 'Sri', aboutIn(edition))).toMatchObject({
      ...{ button: 'Lihat usulan', path: '/usulan/b7k3m9qt' },
      sentence: `Pada proyek “Jawab satu jam”, Sri mengubah ${called} atas nama Anda.`,
    })
  })
})

test('every event that is told of is one of the competition’s', () => {
  expect(events.filter((event) => !Object.hasOwn(competitionEvents, event))).toEqual([])
})
