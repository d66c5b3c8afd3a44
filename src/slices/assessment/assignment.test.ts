import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposedPerProject, type Sharing, shareOut, sheetsEach } from './assignment.ts'

const judgesOf = (count: number, fields: string[][] = []) =>
  Array.from({ length: count }, (_, at) => ({ personId: `j${at}`, fields: fields[at] ?? [] }))
const projectsOf = (count: number, areaCodes: string[] = []) =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at}`, areaCodes }))
const plain = (but: Partial<Sharing> = {}): Sharing => ({
  ...{ judges: judgesOf(5), projects: projectsOf(10), perProject: 3, barred: [], kept: [] },
  ...but,
})
const loadsOf = (pairs: { judgeId: string }[]) =>
  new Map([...Map.groupBy(pairs, ({ judgeId }) => judgeId)].map(([id, own]) => [id, own.length]))

describe('how an assessment is shared out', () => {
  test('everybody marks everything where that is no more than twenty sheets each', () => {
    expect([proposedPerProject(5, 14), proposedPerProject(5, 20), proposedPerProject(3, 400)]).toEqual([
      null,
      null,
      null,
    ])
  })

  test('beyond that as many judges a project as twenty sheets each allow, and at least three', () => {
    expect([proposedPerProject(10, 40), proposedPerProject(8, 100), proposedPerProject(30, 21)]).toEqual([5, 3, 28])
    expect(sheetsEach(10, 40, 5)).toEqual({ fewest: 20, most: 20 })
    expect(sheetsEach(8, 100, 3)).toEqual({ fewest: 37, most: 38 })
  })

  test('a judge is given the projects of the own field first', () => {
    const sharing = plain({
      judges: judgesOf(6, [['layanan'], ['layanan'], ['layanan']]),
      projects: [...projectsOf(1, ['layanan']), { id: 'q', areaCodes: ['sdm'] }],
    })
    expect(
      shareOut(sharing)
        .filter(({ projectId }) => projectId === 'p0')
        .map(({ judgeId }) => judgeId),
    ).toEqual([...['j0', 'j1', 'j2']])
  })

  test('what is asked for stays; only what lacks judges gets more', () => {
    const all = shareOut(plain())
    expect(shareOut(plain({ kept: all }))).toEqual([])
    const left = all.filter(({ judgeId }) => judgeId !== 'j0')
    const judges = judgesOf(5).filter(({ personId }) => personId !== 'j0')
    const added = shareOut(plain({ judges, kept: left }))
    expect(added).toHaveLength(all.length - left.length)
  })
})

describe('whatever panel', () => {
  const sharings = fc
    .record({
      judges: fc.integer({ min: 3, max: 9 }),
      projects: fc.integer({ min: 1, max: 25 }),
      perProject: fc.integer({ min: 3, max: 5 }),
      barred: fc.array(fc.tuple(fc.nat(8), fc.nat(24)), { maxLength: 12 }),
    })
    .map(({ judges, projects, perProject, barred }) =>
      plain({
        judges: judgesOf(judges),
        projects: projectsOf(projects),
        perProject,
        barred: barred.map(([judge, project]) => ({ judgeId: `j${judge}`, projectId: `p${project}` })),
      }),
    )

  test('each project has its judges as far as there are any, none twice, and nobody who does not go with it', () => {
    fc.assert(
      fc.property(sharings, (sharing) => {
        const pairs = shareOut(sharing).map(({ projectId, judgeId }) => `${projectId} ${judgeId}`)
        expect(new Set(pairs).size).toBe(pairs.length)
        for (const { projectId, judgeId } of sharing.barred) expect(pairs).not.toContain(`${projectId} ${judgeId}`)
        for (const { id } of sharing.projects) {
          const barred = new Set(sharing.barred.filter((one) => one.projectId === id).map(({ judgeId }) => judgeId))
          const there = sharing.judges.filter(({ personId }) => !barred.has(personId)).length
          const own = pairs.filter((pair) => pair.startsWith(`${id} `))
          expect(own).toHaveLength(Math.min(sharing.perProject, there))
        }
      }),
    )
  })

  test('loads differ by one sheet at most where nobody stays out', () => {
    fc.assert(
      fc.property(sharings, (sharing) => {
        const loads = loadsOf(shareOut({ ...sharing, barred: [] }))
        const counts = sharing.judges.map(({ personId }) => loads.get(personId) ?? 0)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('the order in which judges and projects come decides nothing', () => {
    fc.assert(
      fc.property(sharings, (sharing) => {
        const turned = {
          ...sharing,
          judges: sharing.judges.toReversed(),
          projects: sharing.projects.toReversed(),
          barred: sharing.barred.toReversed(),
        }
        expect(shareOut(turned)).toEqual(shareOut(sharing))
      }),
    )
  })
})
