import { sql } from 'kysely'
import type { Tx } from '#db'
import { nameInFull } from '#people'
import type { Contribution } from '#recording'
import { shownRecordings } from '../shown-recording-store.ts'

/** Names of the targets that a recording is about, in the order of their road map. */
const targets = sql<string[]>`array(
  select reform_target.name from recording_target
  join reform_target on reform_target.set_code = recording_target.set_code
    and reform_target.code = recording_target.target_code
  where recording_target.agency_id = recording.agency_id and recording_target.recording_id = recording.id
  order by reform_target.position)`

const areas = sql<{ code: string; name: string }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('code', reform_area.code, 'name', reform_area.name) order by reform_area.position)
  from recording_area
  join reform_area on reform_area.set_code = recording_area.set_code and reform_area.code = recording_area.area_code
  where recording_area.agency_id = recording.agency_id and recording_area.recording_id = recording.id), '[]')`

const contributors = sql<Contribution[]>`coalesce((
  select jsonb_agg(jsonb_build_object('role', role, 'name', name) order by position) from recording_contributor
  where recording_contributor.agency_id = recording.agency_id and recording_contributor.recording_id = recording.id
), '[]')`

/** What everybody may know of an agency's public recordings, or of those of one project. */
export const listShownFacts = async (tx: Tx, projectId: string | null, now: Date) => {
  const rows = await shownRecordings(tx, now)
    .where('recording.agencyId', '=', tx.agencyId)
    .$if(projectId !== null, (all) => all.where('recording.projectId', '=', projectId ?? ''))
    .innerJoin('agency', 'agency.id', 'recording.agencyId')
    .innerJoin('unit', (join) =>
      join.onRef('unit.agencyId', '=', 'project.agencyId').onRef('unit.id', '=', 'project.unitId'),
    )
    .innerJoin('programme', (join) =>
      join.onRef('programme.agencyId', '=', 'project.agencyId').onRef('programme.id', '=', 'project.programmeId'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.agencyId', '=', 'publication.agencyId').onRef('person.id', '=', 'publication.agreedById'),
    )
    .leftJoin('finish', (join) =>
      join
        .onRef('finish.agencyId', '=', 'project.agencyId')
        .onRef('finish.projectId', '=', 'project.id')
        .onRef('finish.confirmedAt', '<=', 'publication.publishedAt'),
    )
    .leftJoin('file', (join) =>
      join
        .onRef('file.agencyId', '=', 'recording.agencyId')
        .onRef('file.thingId', '=', 'recording.id')
        .on('file.thingKind', '=', 'recording')
        .on('file.part', '=', 'master'),
    )
    .select(['recording.id', 'recording.arkNaan', 'recording.arkName', 'recording.kind', 'recording.title'])
    .select(['recording.alternativeTitle', 'recording.description', 'recording.recordedOn', 'recording.keywords'])
    .select(['recording.language', 'recording.place', 'recording.source', 'recording.licence', 'recording.rightsNote'])
    .select(['recording.duration', 'recording.embargoUntil', 'file.mediaType', 'file.size'])
    .select(['agency.slug as agencySlug', 'agency.name as agencyName', 'agency.zone'])
    .select(['unit.slug as unitSlug', 'unit.name as unitName', 'project.code as projectCode'])
    .select(['project.title as projectTitle', 'programme.slug as programmeSlug', 'programme.name as programmeName'])
    .select(['programme.fromOn', 'programme.untilOn', 'publication.publishedAt'])
    .select(['person.titlesBefore', 'person.name', 'person.titlesAfter', 'finish.beforeWords', 'finish.afterWords'])
    .select([areas.as('areas'), targets.as('targets'), contributors.as('contributors')])
    .orderBy('recording.id')
    .execute()
  return rows.map(({ titlesBefore, name, titlesAfter, ...row }) => ({
    ...row,
    agentName:
      name === null ? null : nameInFull({ name, titlesBefore: titlesBefore ?? '', titlesAfter: titlesAfter ?? '' }),
  }))
}

export type ShownFacts = Awaited<ReturnType<typeof listShownFacts>>[number]
