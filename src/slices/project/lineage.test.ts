import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actor } from '#test/actor.ts'
import { type CopyRow, describedAfter, markedTitle, toldOfCopy } from './lineage.ts'
import { makeProject } from './make-project.ts'

test('a title says that it replicates another, once, and stays within what a title may be', () => {
  expect(markedTitle('Layanan rujukan')).toBe('Layanan rujukan (replikasi)')
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (title) => {
      const marked = markedTitle(title)
      expect(marked.endsWith(' (replikasi)')).toBe(true)
      expect([...marked].length).toBeLessThanOrEqual(200)
      expect(markedTitle(marked)).toBe(marked)
    }),
  )
})

test('of the areas those are taken over that the other programme has, and nothing of the project itself is', () => {
  const project = makeProject({ title: '', areaCodes: [], targetCodes: ['pelayanan'], innovationKind: null })
  const shown = {
    ...{ title: 'Satu antrean', presentCondition: 'Lama.', problem: 'Tercecer.', wantedCondition: 'Cepat.' },
    ...{ isPublicService: true, areas: ['Penguatan Tatalaksana', 'Area lama'], plan: [] },
  }
  const known = [
    { code: 'tatalaksana', name: 'Penguatan Tatalaksana' },
    { code: 'kelembagaan', name: 'Penguatan Kelembagaan' },
  ]
  expect(describedAfter(project, shown, known)).toEqual({
    ...project,
    title: 'Satu antrean (replikasi)',
    ...{ presentCondition: 'Lama.', problem: 'Tercecer.', wantedCondition: 'Cepat.', isPublicService: true },
    innovationKind: 'adapted',
    areaCodes: ['tatalaksana'],
  })
})

describe('a copy is told of', () => {
  const row: CopyRow = {
    ...{ agencyId: 'agency', id: 'project', seatId: 'seat', unitId: 'unit', programmeId: 'programme' },
    ...{ code: 'b7k3m9qt', title: 'Satu antrean', unitName: 'Biro', agencyName: 'Instansi', isPublic: false },
  }
  const who = {
    agent: actor([], ['agent', 'seat']),
    head: actor([], ['head', 'unit']),
    member: actor([], ['member', 'project']),
    'agent of the original': actor([], ['agent', 'other']),
    secretariat: actor(['secretariat']),
    leadership: actor(['leadership']),
    nobody: actor([]),
    'secretariat of another agency': { ...actor(['secretariat']), agencyId: 'elsewhere' },
    'the public': null,
  }
  type Who = keyof typeof who
  const readers: Who[] = ['agent', 'head', 'member', 'secretariat', 'leadership']
  const strangers: Who[] = ['secretariat of another agency', 'the public']

  test.each(Object.keys(who) as Who[])('while it is a draft, to %s', (name) => {
    const told = toldOfCopy(who[name], row)
    if (strangers.includes(name)) expect(told).toBeUndefined()
    else expect(told?.named).toEqual(readers.includes(name) ? { code: 'b7k3m9qt', title: 'Satu antrean' } : null)
  })

  test.each(Object.keys(who) as Who[])('once it is public, to %s', (name) => {
    expect(toldOfCopy(who[name], { ...row, isPublic: true })).toMatchObject({
      named: { title: 'Satu antrean' },
      isReadable: readers.includes(name),
    })
  })
})
