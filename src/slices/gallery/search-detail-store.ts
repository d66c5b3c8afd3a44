import { sql } from 'kysely'
import type { Database } from '#db'
import { passageMarks, type SearchKind } from './search.ts'
import type { FoundThing } from './search-found-store.ts'

/** What is shown of a thing that was found; marks stand around what was looked for. */
export type FoundDetail = {
  kind: SearchKind
  thingId: string
  title: string
  passage: string
  /** The code of a recording, else of the project; null where there is neither. */
  code: string | null
  projectCode: string | null
  projectTitle: string | null
  guidelineId: string | null
  version: number | null
  /** The second at which it is said in a recording; null where it is not, or nothing is looked for. */
  second: number | null
  recordingKind: 'film' | 'sound' | 'picture' | 'document' | null
  unitName: string | null
  agencyName: string
  year: number | null
  stage: string | null
  state: string | null
}

/** Of a long text only its beginning is looked through for a passage. */
const mostLetters = 20_000
const { begin, end, less } = passageMarks
const passage = `StartSel=${begin}, StopSel=${end}, MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter=" … "`
const heading = `StartSel=${begin}, StopSel=${end}, HighlightAll=true`

/** A text without marks of ours, and with a "<" that is not taken for the beginning of an element and left out. */
const unmarked = (column: string) =>
  sql`translate(left(${sql.ref(column)}, ${mostLetters}), ${`<${begin}${end}${less}`}, ${less})`

/** What is shown of each thing, in the order in which they were found. One query. */
export async function findDetails(
  { query }: Database,
  things: FoundThing[],
  asked: string | null,
  isPublic: boolean,
): Promise<FoundDetail[]> {
  if (things.length === 0) return []
  const marked = (column: string, options: string) =>
    asked === null
      ? sql<string>`left(${sql.ref(column)}, 200)`
      : sql<string>`ts_headline('indonesian', ${unmarked(column)}, ${asked}::tsquery, ${options})`
  // What stands under another rule for everybody is in its own words: `shown-finish-store.ts`, `shown-plan-store.ts`.
  const finishToShow = isPublic
    ? sql`project.state = 'closed' and finish.confirmed_at <= (select published_at from publication
        where publication.agency_id = project.agency_id and publication.project_id = project.id)`
    : sql`finish.sent_back_at is null`
  const planToShow = isPublic
    ? sql`(select plan_version from publication
        where publication.agency_id = project.agency_id and publication.project_id = project.id)`
    : sql`(select version from action_plan where action_plan.agency_id = project.agency_id
        and action_plan.project_id = project.id and action_plan.state = 'agreed')`
  const planWords = asked === null ? sql`null` : sql`plan_words(project.agency_id, project.id, ${planToShow})`
  const { rows } = await sql<FoundDetail>`
    select found.kind, found.thing_id, ${marked('said.title', heading)} as title,
      ${marked('said.text', passage)} as passage,
      coalesce(recording.code, project.code) as code, project.code as project_code, project.title as project_title,
      guideline_version.guideline_id, guideline_version.version, recording.kind as recording_kind,
      floor(cue.start_seconds)::int as second,
      unit.name as unit_name, agency.name as agency_name, extract(year from programme.from_on)::int as year,
      project_summary.stage, project.state
    from unnest(
        (select ${things.map(({ kind }) => kind)}::search_kind[]),
        (select ${things.map(({ agencyId }) => agencyId)}::uuid[]),
        (select ${things.map(({ thingId }) => thingId)}::uuid[])
      ) with ordinality as found (kind, agency_id, thing_id, place)
    join agency on agency.id = found.agency_id
    left join recording on found.kind = 'recording' and recording.agency_id = found.agency_id
      and recording.id = found.thing_id
    left join evidence on found.kind = 'evidence' and evidence.agency_id = found.agency_id
      and evidence.id = found.thing_id
    left join guideline_version on found.kind = 'guideline' and guideline_version.agency_id = found.agency_id
      and guideline_version.id = found.thing_id
    left join person on found.kind = 'person' and person.agency_id = found.agency_id and person.id = found.thing_id
    left join project on project.agency_id = found.agency_id and project.id = case found.kind
      when 'project' then found.thing_id when 'recording' then recording.project_id
      when 'evidence' then evidence.project_id end
    left join project_summary on project_summary.agency_id = project.agency_id
      and project_summary.project_id = project.id
    left join programme on programme.agency_id = project.agency_id and programme.id = project.programme_id
    left join unit on unit.agency_id = found.agency_id and unit.id = coalesce(project.unit_id, person.unit_id)
    left join finish on found.kind = 'project' and finish.agency_id = project.agency_id
      and finish.project_id = project.id and ${finishToShow}
    left join lateral (
      select start_seconds, text from recording_cue
      where ${asked}::text is not null and recording_cue.agency_id = recording.agency_id
        and recording_cue.recording_id = recording.id
        and recording_cue.words @@ ${asked}::tsquery
      order by track, number limit 1
    ) as cue on true
    cross join lateral (
      select
        case found.kind
          when 'project' then project.title when 'recording' then recording.title when 'evidence' then evidence.name
          when 'guideline' then guideline_version.title
          else concat_ws(', ', nullif(concat_ws(' ', nullif(person.titles_before, ''), person.name), ''),
            nullif(person.titles_after, ''))
        end as title,
        coalesce(case found.kind
          when 'project' then concat_ws(' ', project.present_condition, project.problem, project.wanted_condition,
            finish.before_words, finish.after_words, ${planWords})
          when 'recording' then concat_ws(' … ', nullif(recording.description, ''), cue.text)
          when 'guideline' then (
            select string_agg(concat_ws('. ', heading, text), ' ' order by position) from guideline_section
            where guideline_section.agency_id = found.agency_id and guideline_section.version_id = found.thing_id)
          when 'person' then person.position
        end, '') as text
    ) as said
    order by found.place`.execute(query)
  return rows
}
