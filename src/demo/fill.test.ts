import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { listSeats } from '#appointment'
import { type Db, forAgency } from '#db'
import { findForumOf, listGuidelineVersions, listTopics } from '#forum'
import { listEntries, verifyJournal } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, dayIn } from '#kit/date.ts'
import { headsOf, listAccesses, listUnits } from '#people'
import { listProgrammes } from '#programme'
import { latestProgress, listEvidence, listProgress, percentOf } from '#progress'
import { findMatrix, listPlans, listProjects } from '#project'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { programmesOn } from './calendar.ts'
import { type DemoAccount, fillDemo, removeDemo } from './fill.ts'
import { findDemo, removeDemoAgency } from './store.ts'
import { agency, units } from './texts/agency.ts'

const sent: string[] = []
const database = await freshDatabase({ send: async (_, queue) => void sent.push(queue) })
const now = new Date('2026-11-24T02:00:00Z')
const today = '2026-11-24'
const password = 'sembilan burung di dahan'
let accounts: DemoAccount[]
let db: Db
let leadership: Actor

beforeAll(async () => {
  accounts = await fillDemo(database, { password, now, files: makeFiles(freshFolder()) })
  db = forAgency(database, (await findDemo(database, agency.slug))?.id ?? '')
  const [access] = (await listAccesses(db, 1)).rows.filter(({ email }) => email === 'pimpinan@demo.example')
  const { accountId = '', personId = null } = access ?? {}
  leadership = { agencyId: db.agencyId, accountId, personId, unitId: null, roles: ['leadership'], standings: [] }
})

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
      'running agreed': 6,
      'running draft 2': 1,
      'stopped draft': 1,
    })
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
      expect(titles).toEqual(
        written[at]?.matrix.map(({ title, activities }) => [title, ...activities.map((row) => row.title)]),
      )
    }
  })
})

describe('progress', () => {
  test('is reported of what runs, most of it looked at; the newest waits and one piece of evidence was sent back', async () => {
    const { current, past } = await programmes()
    const now = await stands(current)
    expect([now, await stands(past)]).toEqual([
      { reports: { verified: 19, reported: 6 }, evidence: { verified: 6, returned: 1, submitted: 2 } },
      { reports: { verified: 12 }, evidence: { verified: 4 } },
    ])
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

  /** How many latest reports and pieces of evidence of a programme stand in which state. */
  async function stands(programme: { id: string }) {
    const [reports, evidence]: string[][] = [[], []]
    for (const { id } of await projectsOf(programme)) {
      reports?.push(...(await latestProgress(db, id)).map(({ state }) => state))
      evidence?.push(...(await listEvidence(db, id)).map(({ state }) => state))
    }
    const counted = (states: string[] = []) =>
      Object.fromEntries([...Map.groupBy(states, (state) => state)].map(([state, all]) => [state, all.length]))
    return { reports: counted(reports), evidence: counted(evidence) }
  }
})

describe('the forum', () => {
  test('talks now, and its guideline of 2021 was published twice while the new one is being discussed', async () => {
    const { current, past } = await programmes()
    const [now, then] = [await findForumOf(db, current.id), await findForumOf(db, past.id)]
    const topics = await listTopics(db, now?.id ?? '', leadership.accountId)
    expect(topics.map(({ posts, unread }) => [posts, unread])).toEqual([
      [4, 4],
      [4, 4],
    ])
    expect(await listTopics(db, then?.id ?? '', leadership.accountId)).toEqual([])
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
    expect(sent).toEqual([])
  })
})

describe('once it is there', () => {
  test('it is not filled in a second time', async () => {
    const before = (await listEntries(db, 1)).total
    await expect(fillDemo(database, { password, now })).rejects.toThrow('conflict')
    expect((await listEntries(db, 1)).total).toBe(before)
  })

  test('no other agency can be removed in its place', async () => {
    const id = randomUUIDv7()
    await database.query.insertInto('agency').values({ id, slug: 'sungguhan', name: 'Instansi lain' }).execute()
    await expect(removeDemoAgency(database, id)).rejects.toThrow('is no demonstration')
  })

  test('it goes as a whole: no row of it and no account is left', async () => {
    expect(await removeDemo(database)).toBe(true)
    expect(await rowsLeft()).toEqual([])
    expect(await removeDemo(database)).toBe(false)
  })

  test('a fill-in that was broken off is begun anew', async () => {
    const half = { id: randomUUIDv7(), slug: agency.slug, name: agency.name, isDemo: true }
    await database.query.insertInto('agency').values(half).execute()
    expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: false })
    expect(await fillDemo(database, { password, now })).toHaveLength(accounts.length)
    expect(await findDemo(database, agency.slug)).toMatchObject({ isWhole: true })
  })
})

/** Tables in which something of an agency that is gone, or of its accounts, is still there. */
async function rowsLeft(): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'agency_id'
  `.execute(database.query)
  const left: string[] = []
  for (const { name } of tables.rows) {
    const { rows } = await sql`select 1 from ${sql.table(name)} where agency_id is not null limit 1`.execute(
      database.query,
    )
    if (rows.length > 0) left.push(name)
  }
  const account = await database.query.selectFrom('account').select('id').executeTakeFirst()
  return account ? [...left, 'account'] : left
}
