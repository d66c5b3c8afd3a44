import { expressionBuilder, sql } from 'kysely'
import type { Tables } from '#db'
import { looksOn } from '#kit/actor.ts'
import { projectReadableBy } from '#project'
import { parseArk, recordingReadableBy } from '#recording'
import { codeIn } from './search.ts'
import type { Asker } from './search-store.ts'
import { shownRecordings } from './shown-recording-store.ts'
import { shownProjects } from './shown-store.ts'

/** A thing whose code or number was typed exactly. */
export type ExactThing = { kind: 'project' | 'recording' | 'decree'; code: string; title: string; projectCode: string }

/** The thing that is named by what was typed, code or number of a decree, if the asker may read it. One query. */
export async function findExact(asker: Asker, text: string): Promise<ExactThing[]> {
  const code = codeIn(text) ?? ''
  // A lasting address, alone or as the end of a whole one.
  const ark = parseArk(text.trim().slice(Math.max(0, text.trim().toLowerCase().indexOf('ark:'))))
  const arkName = ark?.arkName ?? ''
  if (asker.actor === null) {
    if (code === '' && arkName === '') return []
    const projects = shownProjects(asker.db)
      .select([sql<'project'>`'project'`.as('kind'), 'project.code', 'project.title', 'project.code as projectCode'])
      .where('project.code', '=', code)
    const recordings = shownRecordings(asker.db, asker.now)
      .select([sql<'recording'>`'recording'`.as('kind'), 'recording.code', 'recording.title'])
      .select('project.code as projectCode')
      .where((eb) => eb.or([eb('recording.code', '=', code), eb('recording.arkName', '=', arkName)]))
    const { rows } = await sql<ExactThing>`${projects} union all ${recordings}`.execute(asker.db.query)
    return rows
  }
  const { db, actor } = asker
  const number = text.trim()
  const { rows } = await sql<ExactThing>`
    select 'project' as kind, project.code, project.title, project.code as project_code
    from project
    where project.agency_id = ${db.agencyId} and project.code = ${code}
      and ${projectReadableBy(actor)(expressionBuilder<Tables, 'project'>())}
    union all
    select 'recording', recording.code, recording.title, project.code
    from (
      -- Each by its own index: by either at once, all recordings of the agency would be read.
      select id from recording where agency_id = ${db.agencyId} and code = ${code}
      union
      select id from recording
      where agency_id = ${db.agencyId} and ark_naan = ${ark?.arkNaan ?? ''} and ark_name = ${arkName}
    ) as named
    join recording on recording.agency_id = ${db.agencyId} and recording.id = named.id
    join project on project.agency_id = recording.agency_id and project.id = recording.project_id
    where recording.removed_at is null
      and ${recordingReadableBy(actor)(expressionBuilder<Tables, 'recording' | 'project'>())}
    union all
    select 'decree', decree.code, concat_ws(' tentang ', decree.number, nullif(decree.about, '')), ''
    from decree
    where decree.agency_id = ${db.agencyId} and (decree.code = ${code} or lower(decree.number) = lower(${number}))
      and ${looksOn(actor)}`.execute(db.query)
  return rows
}
