import type pg from 'pg'
import { idOf } from './national-data.ts'

/** As many as a national edition has: each project judged by five of 200 judges, by a rubric of eight criteria. */
export const [projects, judges, perProject, criteria] = [3500, 200, 5, 8]

export const assessmentId = idOf('judging')
export const judgeIds = Array.from({ length: judges }, (_, at) => idOf('judging', 'judge', at))
export const criterionIds = Array.from({ length: criteria }, (_, at) => idOf('judging', 'criterion', at))
export const tokenOf = (judge: number): string => idOf('judging', 'token', judge)
/** The project that this judge opens, and the sheet that is begun of it. */
export const firstOf = (judge: number) => ({ code: codeOf(judge), sheetId: idOf('judging', 'sheet', judge) })

const projectIds = Array.from({ length: projects }, (_, at) => idOf('judging', 'project', at))
const codeOf = (project: number): string => `q${String(project).padStart(7, '0')}`

/** An assessment of the demonstration's programme that is open, its judges signed in, a sheet of each begun. */
export async function fillJudging(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    'select p.agency_id, p.id, u.id as unit_id from programme p join unit u on u.agency_id = p.agency_id limit 1',
  )
  const [{ agency_id: agency, id: programme, unit_id: unit }] = rows
  const at = projectIds.map((_, index) => index)
  const seats = at.map((index) => idOf('judging', 'seat', index))
  await client.query('begin')
  await client.query(
    `insert into seat (agency_id, id, programme_id, number, level, unit_id)
     select $1, s.id, $2, 10000 + s.at, 'unit', $3 from unnest($4::uuid[], $5::int[]) s (id, at)`,
    [agency, programme, unit, seats, at],
  )
  await client.query(
    `insert into project (agency_id, id, code, programme_id, seat_id, unit_id, title, is_public_service)
     select $1, p.id, p.code, $2, p.seat, $3, 'Proyek ' || p.code, true
     from unnest($4::uuid[], $5::text[], $6::uuid[]) p (id, code, seat)`,
    [agency, programme, unit, projectIds, at.map(codeOf), seats],
  )
  const people = judgeIds.map((_, index) => `Penilai ${index}`)
  await client.query(
    `insert into person (agency_id, id, name, no_nip_reason)
     select $1, j.id, j.name, 'ukur' from unnest($2::uuid[], $3::text[]) j (id, name)`,
    [agency, judgeIds, people],
  )
  const accounts = judgeIds.map((_, index) => idOf('judging', 'account', index))
  await client.query(
    `insert into account (id, email, name) select a.id, a.id || '@ukur.example', a.name
     from unnest($1::uuid[], $2::text[]) a (id, name)`,
    [accounts, people],
  )
  await client.query(
    `insert into access (agency_id, id, account_id, person_id)
     select $1, a.id, a.id, a.person from unnest($2::uuid[], $3::uuid[]) a (id, person)`,
    [agency, accounts, judgeIds],
  )
  await client.query(
    `insert into session (id, account_id, token, agency_id, expires_at, created_at, seen_at)
     select s.id, s.id, s.token, $1, now() + interval '1 day', now(), now()
     from unnest($2::uuid[], $3::text[]) s (id, token)`,
    [agency, accounts, judgeIds.map((_, index) => tokenOf(index))],
  )
  await client.query(
    `insert into assessment (agency_id, id, programme_id, title, state, opened_at, per_project)
     values ($1, $2, $3, 'Penilaian nasional', 'open', now(), $4)`,
    [agency, assessmentId, programme, perProject],
  )
  await client.query(
    `insert into criterion (agency_id, assessment_id, id, position, name, weight, min_mark, max_mark)
     select $1, $2, c.id, c.at, 'Kriteria ' || c.at, 12.5, 0, 100
     from unnest($3::uuid[]) with ordinality c (id, at)`,
    [agency, assessmentId, criterionIds],
  )
  await client.query(
    'insert into assessed_project (agency_id, assessment_id, project_id) select $1, $2, unnest($3::uuid[])',
    [agency, assessmentId, projectIds],
  )
  await client.query(
    `insert into standing (agency_id, id, person_id, relation, thing_kind, thing_id, from_on)
     select $1, j, j, 'judge', 'assessment', $2, date '2020-01-01' from unnest($3::uuid[]) j`,
    [agency, assessmentId, judgeIds],
  )
  const pairs = at.flatMap((project) =>
    Array.from({ length: perProject }, (_, next) => ({ project, judge: (project + next * 37) % judges })),
  )
  await client.query(
    `insert into assigned_sheet (agency_id, assessment_id, project_id, judge_id)
     select $1, $2, p.project, p.judge from unnest($3::uuid[], $4::uuid[]) p (project, judge)`,
    [
      ...[agency, assessmentId],
      ...[pairs.map(({ project }) => projectIds[project]), pairs.map(({ judge }) => judgeIds[judge])],
    ],
  )
  await client.query(
    `insert into scoresheet (agency_id, id, assessment_id, project_id, judge_id, declared_at)
     select $1, s.id, $2, s.project, s.judge, now() from unnest($3::uuid[], $4::uuid[], $5::uuid[]) s (id, project, judge)`,
    [
      ...[agency, assessmentId, judgeIds.map((_, index) => firstOf(index).sheetId)],
      ...[projectIds.slice(0, judges), judgeIds],
    ],
  )
  await client.query('commit')
  await client.query('analyze')
}
