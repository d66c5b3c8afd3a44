import { expressionBuilder, type RawBuilder, sql } from 'kysely'
import type { Database, Db, Tables } from '#db'
import { forumReadableBy } from '#forum'
import { type Actor, looksOn } from '#kit/actor.ts'
import { personReadableBy } from '#people'
import { projectReadableBy } from '#project'
import { recordingReadableBy } from '#recording'
import type { Stems } from './search.ts'
import { shownRecordings } from './shown-recording-store.ts'
import { shownProjects } from './shown-store.ts'
import { slipsOf } from './spelling.ts'

/** Whoever searches: somebody of an agency, in what that agency keeps, or anybody, in what everybody may read. */
export type Asker = { db: Db; actor: Actor } | { db: Database; actor: null; now: Date }

/**
 * Which entries the asker may find: their things are asked, as they are now, by the same words by which their own rooms
 * let them be read, unless those let the asker read whatever there is. Said over an entry joined with its project where it has one. `offset 0` has PostgreSQL look each
 * thing up: otherwise it may read all things of all agencies first.
 */
export const mayFind = (asker: Asker): RawBuilder<boolean> =>
  asker.actor === null ? sql`search_entry.is_public and ${isShown(asker)}` : inAgency(asker.db, asker.actor)

function inAgency(db: Db, actor: Actor): RawBuilder<boolean> {
  const own = sql`search_entry.agency_id = ${db.agencyId} and not search_entry.is_public`
  const ofForum = forumReadableBy(actor)(expressionBuilder<Tables, 'forum'>())
  const ofGuideline = sql`exists (
    select from guideline_version
    join guideline on guideline.agency_id = guideline_version.agency_id
      and guideline.id = guideline_version.guideline_id
    join forum on forum.agency_id = guideline.agency_id and forum.id = guideline.forum_id
    where guideline_version.agency_id = search_entry.agency_id and guideline_version.id = search_entry.thing_id
      and (guideline_version.state = 'published' or ${ofForum}) offset 0)`
  // Whoever looks on everything may read all else that is there, and what is there has an entry: it is written and taken
  // away in the transaction that changes the thing.
  if (looksOn(actor)) return sql<boolean>`${own} and (search_entry.kind <> 'guideline' or ${ofGuideline})`
  const ofProject = projectReadableBy(actor)(expressionBuilder<Tables, 'project'>())
  const ofRecording = recordingReadableBy(actor)(expressionBuilder<Tables, 'recording' | 'project'>())
  const ofPerson = personReadableBy(actor)(expressionBuilder<Tables, 'person'>())
  return sql`${own} and case search_entry.kind
    when 'project' then ${ofProject}
    when 'evidence' then ${ofProject} and exists (
      select from evidence
      where evidence.agency_id = search_entry.agency_id and evidence.id = search_entry.thing_id
        and evidence.state <> 'withdrawn' offset 0)
    when 'recording' then exists (
      select from recording
      where recording.agency_id = search_entry.agency_id and recording.id = search_entry.thing_id
        and recording.removed_at is null and ${ofRecording} offset 0)
    when 'guideline' then ${ofGuideline}
    when 'person' then exists (
      select from person
      where person.agency_id = search_entry.agency_id and person.id = search_entry.thing_id
        and person.merged_into_id is null and ${ofPerson} offset 0)
  end`
}

function isShown({ db, now }: { db: Database; now: Date }): RawBuilder<boolean> {
  const projects = shownProjects(db)
    .select('project.id')
    .whereRef('project.agencyId', '=', sql.ref('searchEntry.agencyId'))
    .whereRef('project.id', '=', sql.ref('searchEntry.thingId'))
  const recordings = shownRecordings(db, now)
    .select('recording.id')
    .whereRef('recording.agencyId', '=', sql.ref('searchEntry.agencyId'))
    .whereRef('recording.id', '=', sql.ref('searchEntry.thingId'))
  return sql`case search_entry.kind
    when 'project' then exists (${projects})
    when 'recording' then exists (${recordings})
    else false
  end`
}

/** An entry joined with the project by which it may be read. */
export const entries = sql`search_entry
  left join project on project.agency_id = search_entry.agency_id and project.id = search_entry.project_id`

/** Longer words by which a beginning is sought, the shortest of them. */
const mostLonger = 60

/**
 * The stem of each word, as the database's Indonesian dictionary makes it, and for a last one that may not be typed out
 * the agency's words that begin so: sought as a beginning, it would be read in the index for all agencies at once. What
 * everybody may read is little, and is sought so. One query.
 */
export async function findStems(asker: Asker, words: string[]): Promise<Stems> {
  const longer =
    asker.actor === null
      ? sql`null::text[]`
      : sql`array(
          select word from search_word
          where agency_id = ${asker.db.agencyId} and word > asked.word and word < asked.word || chr(1114111)
          group by word order by length(word), word limit ${mostLonger})`
  const { rows } = await sql<{ word: string; stem: string | null; longer: string[] | null }>`
    select asked.word, (tsvector_to_array(to_tsvector('indonesian', search_letters(asked.word))))[1] as stem,
      case when asked.place = ${words.length} then ${longer} end as longer
    from unnest(${words}::text[]) with ordinality as asked (word, place)`.execute(asker.db.query)
  return new Map(rows.map(({ word, stem, longer: known }) => [word, { stem: stem ?? word, longer: known }]))
}

/** How many words are tried for one that is more than a slip away. */
const mostTried = 10

/**
 * For those of these words by which the asker finds nothing: the word that was meant, by which something is found. It is
 * one slip of the finger away, better as it is used than by its stem alone; else the likest that the agency ever used.
 * What a word is taken from matters not: it is named only if it leads to what the asker may read. One query.
 */
export async function findSpellings(asker: Asker, words: { word: string; query: string }[]) {
  const findsSomething = (query: RawBuilder<unknown>) => sql<boolean>`exists (
    select from ${entries} where search_entry.words @@ ${query} and ${mayFind(asker)})`
  const agencyId = asker.actor === null ? null : asker.db.agencyId
  const asked = words.map(({ word, query }) => ({ word, query, slips: slipsOf(word) }))
  const asUsed = sql`plainto_tsquery('simple', slip.word)`
  const { rows } = await sql<{ word: string; likest: string }>`
    select asked.word, coalesce((
      select slip.word from unnest(asked.slips) with ordinality as slip (word, place)
      where ${findsSomething(sql`(${asUsed} || plainto_tsquery('indonesian', slip.word))`)}
      order by ${findsSomething(asUsed)} desc, slip.place limit 1
    ), (
      select near.word
      from search_near(${agencyId}::uuid, asked.word, ${mostTried}) with ordinality as near (word, place)
      where ${findsSomething(sql`plainto_tsquery('simple', near.word)`)}
      order by near.place limit 1)) as likest
    from json_to_recordset(${JSON.stringify(asked)}) as asked (word text, query text, slips text[])
    where not ${findsSomething(sql`asked.query::tsquery`)}`.execute(asker.db.query)
  return rows
}
