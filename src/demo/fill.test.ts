import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { listSeats } from '#appointment'
import { chosenProject, listAssessments, viewAssessment } from '#assessment'
import { listEntries as listKippEntries } from '#competition'
import { type Db, forAgency } from '#db'
import { listFilesOf } from '#files'
import { listFollowUps } from '#follow-up'
import { findForumOf, listGuidelineVersions, listTopics } from '#forum'
import { listEntries, verifyJournal } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, dayIn } from '#kit/date.ts'
import { headsOf, listAccesses, listUnits } from '#people'
import { listPresentations, listSittings } from '#presentation'
import { listProgrammes } from '#programme'
import { listProgress, listProving, percentOf } from '#progress'
import { findMatrix, findProject, listPlans, listProjects } from '#project'
import { countStates } from '#test/count-states.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { programmesOn } from './calendar.ts'
import { type DemoAccount, fillDemo } from './fill.ts'
import { findDemo } from './store.ts'
import { agency, units } from './texts/agency.ts'

const sent: string[] = []
const database = await freshDatabase({ send: async (_, queue) => void sent.push(queue) })
const files = makeFiles(freshFolder())
const now = new Date('2026-11-24T02:00:00Z')
const today = '2026-11-24'
/** Films are the one that we carry: to make them takes long. */
const ffmpeg = undefined
const password = 'sembilan burung di dahan'
let accounts: DemoAccount[]
let db: Db
let leadership: Actor

beforeAll(async () => {
  accounts = await fillDemo(database, { password, now, files, ffmpeg })
  db = forAgency(database, (await findDemo(database, agency.slug))?.id ?? '')
  const [access] = (await listAccesses(db, 1)).rows.filter(({ email }) => email === 'pimpinan@demo.example')
  const { accountId = '', personId = null } = access ?? {}
  leadership = { agencyId: db.agencyId, accountId, personId, unitId: null, roles: ['leadership'], standings: [] }
}, 600_000)

const programmes = async () => {
  const [current, past] = await listProgrammes(db)
  if (!current || !past) throw new Error('there are not two programmes')
  return { current, past }
}
const projectsOf = (programme: { id: string }) => listProjects(db, leadership, programme.id, today)

describe('who there is', () => {
  test('everybody who was promised can sign in, each under the word of the contract', async () => {
    const emails = (await listAccesses(db, 1)).rows.map(({ email }) => email)
    expect(emails.toSorted()).toEqual(accounts.map(({ email }) => email).toSorted())
    const counts = Object.groupBy(accounts, ({ word }) => word)
    expect(Object.fromEntries(Object.entries(counts).map(([word, list]) => [word, list?.length]))).toEqual({
      ...{ admin: 1, secretariat: 1, leadership: 1, evaluator: 1, steward: 1, chair: 1 },
      ...{ agent: 14, head: 8, judge: 5 },
    })
    expect(new Set(accounts.map((account) => account.password))).toEqual(new Set([password]))
  })

  test('every seat is held, and its unit has a head today: one a Plt., one a Plh. before the head who is away', async () => {
    const { current } = await programmes()
    const seats = await listSeats(db, current.id, today)
    expect(seats).toHaveLength(14)
    expect(seats.filter(({ agent }) => agent === null)).toEqual([])
    const kinds = await Promise.all(
      seats.map(async ({ unitId }) => (await headsOf(db, unitId, today)).map(({ kind }) => kind).join(' ')),
    )
    expect(new Set(kinds)).toEqual(new Set(['definitive', 'plt', 'plh definitive']))
    expect(await listUnits(db)).toHaveLength(units.length)
  })
})

describe('the programmes', () => {
  test('are 2021 and the one that runs today', async () => {
    const { current, past } = await programmes()
    expect([past.slug, current.slug]).toEqual(['2021', '2026-2027'])
    expect(current.fromOn < today && today < current.untilOn).toBe(true)
  })

  test('the current one holds fourteen projects at the stages that they were written for', async () => {
    const { current } = await programmes()
    const stages = (await projectsOf(current)).map(({ state, planState, planVersion }) =>
      [state, planState, ...(planVersion > 1 ? [planVersion] : [])].join(' '),
    )
    expect(
      Object.fromEntries([...Map.groupBy(stages, (stage) => stage)].map(([stage, all]) => [stage, all.length])),
    ).toEqual({
      'preparing draft': 1,
      'preparing returned': 2,
      'preparing submitted': 1,
      'preparing approved': 1,
      'preparing verified': 1,
      'running agreed': 5,
      'finished agreed': 1,
      'running draft 2': 1,
      'stopped draft': 1,
    })
  })

  test('those of the past are closed, each with what it reached and with pictures of before and after', async () => {
    const { past } = await programmes()
    const rows = await projectsOf(past)
    expect(rows.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'closed'])
    const attached = await listFilesOf(
      db,
      'project',
      rows.map(({ id }) => id),
    )
    expect(attached.map(({ part, mediaType }) => `${part} ${mediaType}`).toSorted()).toEqual([
      ...Array(4).fill('after image/png'),
      ...Array(4).fill('before image/png'),
      ...Array(3).fill('integration application/pdf'),
    ])
    const values = await sql<{ n: number }>`
      select count(*)::int as n from final_value where agency_id = ${db.agencyId}`.execute(database.query)
    const written = programmesOn(today).past.projects.flatMap(({ matrix }) => matrix.flatMap((row) => row.activities))
    expect(values.rows[0]?.n).toBeGreaterThan(written.length)
  })

  test('each project has the team that it was written with', async () => {
    const { current } = await programmes()
    const { projects } = programmesOn(today).current
    for (const [at, { code }] of (await projectsOf(current)).entries()) {
      const { id = '' } = (await findProject(db, code)) ?? {}
      const members = await sql<{ part: string }>`
        select part from project_member where agency_id = ${db.agencyId} and project_id = ${id} order by created_at`.execute(
        database.query,
      )
      expect(members.rows.map(({ part }) => part)).toEqual(projects[at]?.members.map(({ part }) => part))
    }
  })

  test('each plan holds its matrix, in the order in which it was written', async () => {
    const { current } = await programmes()
    const written = programmesOn(today).current.projects
    for (const [at, project] of (await projectsOf(current)).entries()) {
      const plan = (await listPlans(db, project.id)).at(-1)
      const titles = (await findMatrix(db, plan?.id ?? '')).map(({ title, activities }) => [
        title,
        ...activities.map((row) => row.title),
      ])
      const { matrix = [], newVersion } = written[at] ?? {}
      expect(titles).toEqual(
        matrix.map(({ title, activities }) => [
          ...[title, ...activities.map((row) => row.title)],
          ...(activities.some((row) => row.title === newVersion?.prolonged) ? [newVersion?.added.title] : []),
        ]),
      )
    }
  })
})

describe('the assessments', () => {
  test('of 2021 is decided: four projects ranked, a judge out of the own unit’s, the best service chosen', async () => {
    const { past } = await programmes()
    const chosen = await chosenProject(db, past.id)
    expect(chosen?.title).toMatch(/^Jawab Satu Jam/)
    const { ranking, panel, aimed } = await viewAssessment(db, leadership, chosen?.assessmentId ?? '', today)
    expect(ranking?.map(({ place, totals, needsTalk }) => [place, totals.length, needsTalk])).toEqual([
      [1, 4, false],
      [2, 5, false],
      [3, 5, false],
      [4, 5, true],
    ])
    expect(ranking?.[0]?.projectId).toBe(chosen?.projectId)
    expect(aimed.map(({ label, aims }) => [label, aims.length])).toEqual([['KIPP 2023, kelompok umum', 3]])
    expect(panel.recusals).toMatchObject([{ projectId: chosen?.projectId, cause: 'unit' }])
  })

  test('of the current programme is being prepared', async () => {
    const states = (await listAssessments(db, leadership)).map(({ state }) => state)
    expect(states).toEqual(['preparing', 'decided'])
  })
})

describe('progress', () => {
  test('is reported of what runs, most of it looked at; the newest waits and one piece of evidence was sent back', async () => {
    const { current, past } = await programmes()
    const now = await countStates(db, await projectsOf(current))
    expect([now, await countStates(db, await projectsOf(past))]).toEqual([
      { reports: { verified: 19, reported: 5 }, evidence: { verified: 6, returned: 1, submitted: 3 } },
      { reports: { verified: 12 }, evidence: { verified: 4 } },
    ])
  })

  test('proves to the LKE, of each year, what was carried out to its end', async () => {
    const proving = async (year: number) =>
      (await listProving(db, { year, units: null })).map(({ question, state }) => `${question} ${state}`)
    expect(await proving(2021)).toEqual(Array(4).fill('concrete verified'))
    expect(await proving(2026)).toEqual(Array(6).fill('concrete verified'))
  })

  test('of an activity says the last that was written of it', async () => {
    const { current } = await programmes()
    const written = programmesOn(today).current.projects
    const summaries = await listProgress(
      db,
      (await projectsOf(current)).map(({ id }) => id),
      today,
    )
    for (const [at, { id, state }] of (await projectsOf(current)).entries()) {
      if (state !== 'running') continue
      const activities = written[at]?.matrix.flatMap((initiative) => initiative.activities) ?? []
      const percents = activities.map(({ progress }) => progress?.at(-1)?.percent ?? 0)
      expect(summaries.get(id)?.percent).toBe(percentOf(percents))
    }
  })
})

describe('the competition', () => {
  test('one project of 2021 was entered and sent; of the current programme none', async () => {
    const { past } = await programmes()
    const entries = await listKippEntries(db, leadership)
    expect(entries).toMatchObject([{ state: 'sent', edition: '2023-umum', filled: 9 }])
    expect((await projectsOf(past)).map(({ code }) => code)).toContain(entries[0]?.projectCode)
  })
})

describe('the sittings', () => {
  test('were held with what was said and decided, and the next one is called', async () => {
    const sittings = await listSittings(db, leadership, {})
    const counts = sittings.map(({ slotCount, decidedCount }) => `${decidedCount} of ${slotCount}`)
    expect(counts).toEqual(['4 of 4', '7 of 7', '1 of 1', '0 of 1', '0 of 0'])
    expect(sittings.at(-1)?.heldOn).toSatisfy((day: string) => day > today)
  })

  test('let every running project’s plan be agreed, and sent one back with what is to be done', async () => {
    const { current } = await programmes()
    const decided = new Map<string, number>()
    for (const { id } of await projectsOf(current))
      for (const { decision } of await listPresentations(db, id))
        decided.set(decision ?? 'open', (decided.get(decision ?? 'open') ?? 0) + 1)
    expect(Object.fromEntries(decided)).toEqual({ open: 1, again: 1, accepted: 5, accepted_with_changes: 2 })
    const states = (await listFollowUps(db, leadership, { programmeId: current.id })).map(({ state }) => state)
    expect(new Set(states)).toEqual(new Set(['open', 'closed']))
  })
})

describe('the forum', () => {
  test('talks now, and its guideline of 2021 was published twice while the new one is being discussed', async () => {
    const { current, past } = await programmes()
    const [now, then] = [await findForumOf(db, current.id), await findForumOf(db, past.id)]
    const topics = await listTopics(db, now?.id ?? '', leadership.accountId)
    expect(topics.rows.map(({ posts, unread }) => [posts, unread])).toEqual([
      [4, 4],
      [4, 4],
    ])
    expect((await listTopics(db, then?.id ?? '', leadership.accountId)).rows).toEqual([])
    const versions = await listGuidelineVersions(db, leadership)
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [1, 'discussed'],
      [2, 'published'],
      [1, 'published'],
    ])
  })
})

describe('what is told of the past', () => {
  test('the journal is whole, in the order of time, in office hours, and ends today', async () => {
    expect(await verifyJournal(db)).toBeUndefined()
    const first = await listEntries(db, 1)
    const pages = Math.ceil(first.total / first.size)
    const entries = []
    for (let number = pages; number > 0; number -= 1) entries.push(...(await listEntries(db, number)).rows.toReversed())
    const moments = entries.map(({ at }) => at.getTime())
    expect(moments).toEqual(moments.toSorted((a, b) => a - b))
    expect(entries.at(-1)).toMatchObject({ at: now, event: 'agency.demo-filled' })
    const days = entries.map(({ at }) => dayIn('Asia/Jakarta', at))
    const weekdays = days.map((day) => new Date(`${day}T12:00:00Z`).getUTCDay())
    expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([])
  })

  test('people were told of it at its time, and nobody by letter', async () => {
    const { rows } = await sql<{ first: Date; last: Date }>`
      select min(created_at) as first, max(created_at) as last from notice where agency_id = ${db.agencyId}
    `.execute(database.query)
    const [told] = rows
    expect(dayIn('Asia/Jakarta', told?.first ?? now) < '2021-03-01').toBe(true)
    expect(dayIn('Asia/Jakarta', told?.last ?? now) > addDays(today, -14)).toBe(true)
    expect(new Set(sent)).toEqual(new Set(['recording.look']))
  })
})
