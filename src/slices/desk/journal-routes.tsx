import type { Db } from '#db'
import { type Entry, listAuthors, listEntries, type ThingKind } from '#journal'
import { addDays, beginningOf } from '#kit/date.ts'
import { pageNumber } from '#kit/list.ts'
import { listUnits, namesOf } from '#people'
import { nameProjects } from '#project'
import { only, routes } from '#web/request.ts'
import { eventWords } from './event-words.ts'
import { interval, readFilter } from './journal-filter.ts'
import { JournalPage, type NamedThing } from './pages/journal-page.tsx'
import { thingKinds } from './thing-kinds.ts'

/** The journal of the whole agency, for whoever runs the programme or examines it. */
export const journalRoutes = routes().get('/jejak', only('admin', 'secretariat', 'evaluator'), async (c) => {
  const { db, zone } = c.var
  const filter = readFilter(c.req.query())
  const { from, until } = interval(filter)
  const page = await listEntries(db, pageNumber(c.req.query('halaman')), {
    from: from === null ? null : beginningOf(zone, from),
    before: until === null ? null : beginningOf(zone, addDays(until, 1)),
    by: filter.by,
    thingKind: filter.kind !== null && isThingKind(filter.kind) ? filter.kind : null,
    event: filter.event,
  })
  const authors = await listAuthors(db)
  const names = await namesOf(db, [...authors, ...page.rows.map(({ thingId }) => thingId)])
  const things = await namedThings(db, page.rows, names)
  return c.render(<JournalPage {...{ filter, page, authors, names, things }} words={eventWords} />)
})

const isThingKind = (kind: string): kind is ThingKind => Object.hasOwn(thingKinds, kind)

/** What the entries are about, as far as a name says it: persons, units, and projects with all that is theirs. */
async function namedThings(db: Db, entries: Entry[], names: Map<string, string>): Promise<Map<string, NamedThing>> {
  const units = new Map((await listUnits(db)).map(({ id, name }) => [id, name]))
  const projects = await nameProjects(
    db,
    entries.map(projectIdOf).filter((id) => id !== null),
  )
  const named = entries.map((entry): [string, NamedThing] | null => {
    const project = projects.get(projectIdOf(entry) ?? '')
    if (project) return [entry.id, { label: project.title, path: `/proyek/${project.code}/riwayat` }]
    const label = units.get(entry.thingId) ?? names.get(entry.thingId)
    return label ? [entry.id, { label, path: null }] : null
  })
  return new Map(named.filter((pair) => pair !== null))
}

const projectIdOf = ({ thingKind, thingId, details }: Entry): string | null =>
  thingKind === 'project' ? thingId : typeof details.projectId === 'string' ? details.projectId : null
