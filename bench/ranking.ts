import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { comparable, correct, drawAnew, listSubmitted, rank, shareOut } from '#assessment'
import { forAgency } from '#db'
import { openDatabase, openPool } from '#db/connect.ts'
import { startPostgres } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { openVault } from '#db/vault.ts'
import { idOf } from './national-data.ts'
import { seeded } from './search-words.ts'

/** As many as a national edition has, judged in panels of five by a rubric of eight criteria. */
const [projects, judges, perProject, criteria] = [3500, 35, 5, 8]
const rounds = Number(process.env.RINTIS_ROUNDS ?? 9)
const [agencyId, assessmentId] = [idOf('agency', 0), idOf('assessment', 0)]
const projectIds = Array.from({ length: projects }, (_, at) => idOf('project', at))
const judgeIds = Array.from({ length: judges }, (_, at) => idOf('judge', at))
const criterionIds = Array.from({ length: criteria }, (_, at) => idOf('criterion', at))
const weights = ['20', '20', '15', '15', '10', '10', '5', '5']
const rubric = criterionIds.map((id, at) => ({
  ...{ id, name: `Kriteria ${at + 1}`, weight: weights[at] ?? '0', minMark: '0', maxMark: '100' },
  tieOrder: at < 4 ? at + 1 : null,
}))

const sharing = {
  judges: judgeIds.map((personId) => ({ personId, fields: [] })),
  projects: projectIds.map((id) => ({ id, areaCodes: [] })),
  ...{ perProject, barred: [], kept: [] },
}
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-ranking-'))
const postgres = await startPostgres({
  folder: path.join(folder, 'postgres'),
  secretFolder: path.join(folder, 'secret'),
  logFile: path.join(folder, 'postgres.log'),
})
try {
  await migrate(postgres.url)
  await fill()
  await measure()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** As the owner and without triggers: the rows that ranking reads, and none of what they hang on. */
async function fill(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const draw = seeded(2026)
  const below = (most: number) => Math.floor(draw() * most)
  const sheets = shareOut(sharing).map((pair, at) => ({ id: idOf('sheet', at), ...pair }))
  const marks = sheets.flatMap(({ id }) =>
    criterionIds.map((criterion) => ({ id, criterion, mark: (50 + below(4500) / 100 + below(5)).toFixed(2) })),
  )
  await client.query('set session_replication_role = replica')
  await client.query(
    `insert into scoresheet (agency_id, id, assessment_id, project_id, judge_id, declared_at, note, submitted_at)
     select $1, s.id, $2, s.project, s.judge, now(), 'Catatan', now()
     from unnest($3::uuid[], $4::uuid[], $5::uuid[]) s (id, project, judge)`,
    [
      ...[agencyId, assessmentId, sheets.map(({ id }) => id)],
      ...[sheets.map(({ projectId }) => projectId), sheets.map(({ judgeId }) => judgeId)],
    ],
  )
  await client.query(
    `insert into mark (agency_id, scoresheet_id, criterion_id, mark)
     select $1, m.id, m.criterion, m.mark from unnest($2::uuid[], $3::uuid[], $4::numeric[]) m (id, criterion, mark)`,
    [agencyId, marks.map(({ id }) => id), marks.map(({ criterion }) => criterion), marks.map(({ mark }) => mark)],
  )
  await client.query('analyze scoresheet, mark')
  await client.end()
}

/** Each is the median of several rounds; the ratio is to reading the same rows by bare SQL in the same run. */
async function measure(): Promise<void> {
  const pool = openPool(postgres.url, () => undefined)
  const nobody = async () => undefined
  const vault = openVault(Buffer.alloc(32, 1), Buffer.alloc(32, 2))
  const db = forAgency(openDatabase(pool, { publish: nobody, send: nobody, vault }), agencyId)
  const bare = await median(async () => {
    await pool.query(
      `select s.id, s.project_id, s.judge_id, s.note, m.criterion_id, m.mark, m.comment
       from scoresheet s join mark m on m.agency_id = s.agency_id and m.scoresheet_id = s.id
       where s.agency_id = $1 and s.assessment_id = $2 and s.submitted_at is not null`,
      [agencyId, assessmentId],
    )
  })
  const sheets = await listSubmitted(db, assessmentId, projectIds)
  const judging = { criteria: rubric, projectIds, sheets, rulings: [], finals: new Map() }
  const judged = comparable(rank(judging))
  const rows: [string, number][] = [
    ['the same rows by bare SQL', bare],
    ['sheets are read', await median(() => listSubmitted(db, assessmentId, projectIds))],
    ['ranked, ties and all', await median(() => rank(judging))],
    [
      'read and ranked',
      await median(async () => rank({ ...judging, sheets: await listSubmitted(db, assessmentId, projectIds) })),
    ],
    ['judges corrected, without rounding', await median(() => correct(judged))],
    ['1,000 panels drawn anew', await median(() => drawAnew(judged, 2026))],
    ['sheets shared out among the judges', await median(() => shareOut(sharing))],
  ]
  await pool.end()
  console.log(`${projects} entries, ${judges} judges of whom ${perProject} mark each, ${criteria} criteria\n`)
  console.log('| what | ms | of bare SQL |\n| --- | --- | --- |')
  for (const [what, ms] of rows) console.log(`| ${what} | ${ms.toFixed(0)} | ${(ms / bare).toFixed(2)} |`)
}

async function median(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0
}
