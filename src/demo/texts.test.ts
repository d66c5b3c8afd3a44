import { describe, expect, test } from 'vitest'
import { editionOf, excessOf, fieldsOf, fillersIn, proposalsOf } from '#competition'
import { isDay } from '#kit/date.ts'
import { readNip, splitName } from '#people'
import { gapsOf } from '#project'
import { dateIn, daysSoFar, programmesOn } from './calendar.ts'
import { descriptionOf, matrixOf } from './plan-texts.ts'
import type { DemoProject, DemoStage } from './shape.ts'
import { agency, heads, units } from './texts/agency.ts'
import { agents } from './texts/agents.ts'
import { entryAnswers } from './texts/entry.ts'
import { formerGuideline, formerGuidelineRevised, guideline, topics } from './texts/forum.ts'
import { officials } from './texts/officials.ts'
import { staff } from './texts/staff.ts'

const today = '2026-11-24'
const { past, current } = programmesOn(today)
const everybody = [...agents, ...officials, ...staff]
const keys = everybody.map(({ key }) => key)
const projects = [...past.projects, ...current.projects]
const activities = projects.flatMap(({ matrix, newVersion }) => [
  ...matrix.flatMap((initiative) => initiative.activities),
  ...(newVersion ? [newVersion.added] : []),
])
const numbers = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${String(at + 1).padStart(2, '0')}`)

describe('the people', () => {
  test('sign in under the names that were promised, and nobody else does', () => {
    const promised = ['admin', 'sekretariat', 'pimpinan', 'dokumentasi', 'evaluator', 'ketua-forum']
    promised.push(...numbers('agen', 14), ...numbers('atasan', 8), ...numbers('penilai', 5))
    expect(
      everybody
        .filter(({ signsIn }) => signsIn)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(promised.toSorted())
  })

  test('have NIPs that nothing is wrong with, of PNS and PPPK, numbered where no real one is', () => {
    const nips = everybody.map(({ nip }) => readNip(nip, today))
    expect(nips.filter((read) => !read.ok || read.warnings.length > 0)).toEqual([])
    expect(new Set(nips.map((read) => read.ok && read.kind))).toEqual(new Set(['pns', 'pppk']))
    expect(everybody.filter(({ nip }) => !/9\d\d$/.test(nip))).toEqual([])
    expect(new Set(everybody.map(({ nip }) => nip)).size).toBe(everybody.length)
  })

  test('have names that an import splits as they are stored, one of a single word', () => {
    for (const { titlesBefore, name, titlesAfter } of everybody) {
      const written = [[titlesBefore, name].filter(Boolean).join(' '), titlesAfter].filter(Boolean).join(', ')
      expect(splitName(written)).toEqual({ titlesBefore, name, titlesAfter })
    }
    expect(agents.some(({ name }) => !name.includes(' '))).toBe(true)
    expect(new Set(everybody.map(({ name }) => name)).size).toBe(everybody.length)
  })

  test('work in units that exist, and units hang below one that stands before them', () => {
    const known = units.map(({ key }) => key)
    expect(everybody.filter(({ unit }) => !known.includes(unit))).toEqual([])
    const misplaced = units.filter(({ parent }, at) => parent !== null && !known.slice(0, at).includes(parent))
    expect(misplaced).toEqual([])
    expect(agency.contactEmail).toMatch(/@demo\.example$/)
  })

  test('head every unit that has a project, one as Plt. and one as Plh.', () => {
    const headed = heads.map(({ unit }) => unit)
    expect(agents.filter(({ unit }) => !headed.includes(unit))).toEqual([])
    expect(heads.filter(({ kind }) => kind === 'plt')).toHaveLength(1)
    const [plh, ...more] = heads.filter(({ kind }) => kind === 'plh')
    expect(more).toEqual([])
    expect(plh?.from).toBeLessThanOrEqual(daysSoFar)
    expect(plh?.until).toBeGreaterThan(daysSoFar)
  })
})

describe('the projects', () => {
  test('are fourteen in the current programme, one of each agent, and serve all eight areas', () => {
    expect(current.projects.map(({ agent }) => agent)).toEqual(agents.map(({ key }) => key))
    expect(new Set(current.projects.flatMap(({ areaCodes }) => areaCodes)).size).toBe(8)
    expect(new Set(current.projects.flatMap(({ targetCodes }) => targetCodes)).size).toBe(3)
  })

  test('stand at every stage that the demonstration promises', () => {
    const promised: DemoStage[] = [
      'preparing with gaps',
      'returned by head',
      'returned at presentation',
      'submitted late',
    ]
    promised.push('approved late', 'verified', 'running', 'running, second version open', 'finished', 'stopped')
    expect(new Set(current.projects.map(({ stage }) => stage))).toEqual(new Set(promised))
    expect(new Set(past.projects.map(({ stage }) => stage))).toEqual(new Set(['closed']))
  })

  test.each(
    [past, current].flatMap((programme) => programme.projects.map((project) => [project.title, project] as const)),
  )('%s could be submitted, unless it is there to show gaps', (_, project) => {
    const programme = past.projects.includes(project) ? past : current
    const gaps = gapsOf(descriptionOf(project, programme), matrixOf(project, programme), programme)
    expect(gaps.length > 0).toBe(project.stage === 'preparing with gaps')
  })

  test.each(projects.map((project) => [project.title, project] as const))(
    '%s says what its stage asks for',
    (_, { stage, reason, presentation, matrix }: DemoProject) => {
      const needsReason = /^(returned|stopped|running, second)/.test(stage)
      expect(reason !== undefined).toBe(needsReason)
      expect(presentation !== undefined).toBe(/presentation|running|finished|closed/.test(stage))
      const reported = matrix.flatMap((initiative) => initiative.activities).filter(({ progress }) => progress)
      expect(reported.length > 0).toBe(/running|finished|closed/.test(stage))
    },
  )

  test('have dates inside their programme, and report nothing that is still to come', () => {
    for (const programme of [past, current]) {
      const [first, last] = [programme.fromOn, programme.untilOn]
      for (const { from, until, progress = [] } of programme.projects.flatMap(({ matrix }) =>
        matrix.flatMap((initiative) => initiative.activities),
      )) {
        expect(from).toBeLessThanOrEqual(until)
        expect([dateIn(programme, from) >= first, dateIn(programme, until) <= last]).toEqual([true, true])
        const newest = programme === current ? daysSoFar : 361
        expect(progress.filter(({ on }) => on < from || on > newest)).toEqual([])
      }
    }
    expect([current.fromOn, current.untilOn].every(isDay)).toBe(true)
  })

  test('say in a number what each activity has reached, within what a form takes', () => {
    const decimal = /^\d+(\.\d{1,6})?$/
    const values = activities.flatMap(({ baseline, target, progress = [] }) => [
      baseline,
      target,
      ...progress.map(({ value }) => value),
    ])
    expect(values.filter((value) => value !== null && !decimal.test(value))).toEqual([])
    expect(
      activities.filter(
        ({ title, output, indicator }) => Math.max(title.length, output.length, indicator.length) > 500,
      ),
    ).toEqual([])
    expect(projects.filter(({ title }) => title.length > 200)).toEqual([])
  })

  test('say what they reached where they are finished, and only there', () => {
    const finished = projects.filter(({ stage }) => stage === 'finished' || stage === 'closed')
    expect(projects.filter(({ finish }) => finish)).toEqual(finished)
  })

  test('speak only of people who exist', () => {
    const said = projects.flatMap(({ agent, members, presentation }) => [
      agent,
      ...members.map(({ person }) => person),
      ...(presentation?.feedback.map(({ by }) => by) ?? []),
      ...(presentation?.followUps.map(({ owner }) => owner) ?? []),
    ])
    said.push(...heads.map(({ person }) => person), ...topics.flatMap(({ posts }) => posts.map(({ by }) => by)))
    expect(said.filter((key) => !keys.includes(key))).toEqual([])
  })
})

test('the entry answers every field of its edition within the limit', () => {
  const edition = editionOf('2023-umum')
  const fields = edition ? fieldsOf(edition) : []
  expect(Object.keys(entryAnswers)).toEqual(fields.map(({ key }) => key))
  expect(fields.filter((field) => excessOf(entryAnswers[field.key]?.text ?? '', field) > 0)).toEqual([])
  expect(fields.filter(({ key, needsEvidence }) => needsEvidence && !entryAnswers[key]?.evidence)).toEqual([])
})

test('every project fills an entry that repeats nothing and keeps within each limit', () => {
  const edition = editionOf('2023-umum')
  const fields = edition ? fieldsOf(edition) : []
  for (const programme of [past, current]) {
    for (const project of programme.projects) {
      const matrix = matrixOf(project, programme)
      const reached = project.matrix.flatMap((initiative) => initiative.activities)
      const facts = {
        ...descriptionOf(project, programme),
        ...{ matrix, team: project.members.map(({ person, part }) => ({ name: person, part })) },
        finalValues: reached.flatMap(({ indicator, indicatorUnit, baseline, progress = [] }) =>
          progress.slice(-1).flatMap(({ value }) => {
            return value === null ? [] : [{ indicator, unit: indicatorUnit, from: baseline, to: value }]
          }),
        ),
        ...{ before: project.finish?.before ?? '', after: project.finish?.after ?? '' },
        ...{ integratedBy: null, replicatedBy: [] },
      }
      const texts = new Map([...proposalsOf(fields, facts)].map(([key, { text }]) => [key, text]))
      const others = (key: string) => [...texts].flatMap(([other, text]) => (other === key ? [] : text))
      expect(texts.get('ringkasan')).not.toBe('')
      for (const field of fields) {
        const text = texts.get(field.key) ?? ''
        expect([project.title, field.key, fillersIn(text, others(field.key)), excessOf(text, field)]).toEqual([
          ...[project.title, field.key, [], 0],
        ])
      }
    }
  }
})

test('no two texts are equal', () => {
  const written = projects.flatMap((project) => [
    ...[project.title, project.presentCondition, project.problem, project.wantedCondition, project.reason],
    ...project.members.map(({ part }) => part),
    ...[project.finish?.before, project.finish?.after],
    ...(project.presentation?.feedback.map(({ text }) => text) ?? []),
    ...(project.presentation?.followUps.flatMap(({ what, done }) => [what, done?.how]) ?? []),
    ...project.matrix.map(({ title }) => title),
  ])
  for (const { title, output, indicator, resources, risk, progress = [] } of activities) {
    written.push(title, output, indicator, resources, risk)
    written.push(...progress.flatMap(({ note, obstacle, solution }) => [note, obstacle, solution]))
  }
  written.push(...topics.flatMap(({ title, posts }) => [title, ...posts.map(({ text }) => text)]))
  written.push(...guideline.sections.flatMap(({ heading, text }) => [heading, text]))
  // Headings of one guideline come again in the next.
  written.push(...[...formerGuideline.sections, ...formerGuidelineRevised].map(({ text }) => text))
  const texts = written.filter((text) => text !== undefined && text !== '')
  expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([])
})
