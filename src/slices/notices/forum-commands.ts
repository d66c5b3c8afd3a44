import { listSeats } from '#appointment'
import type { Db } from '#db'
import { findForum, findTopic, listMentioned, listVersions } from '#forum'
import type { Entry } from '#journal'
import { dayIn } from '#kit/date.ts'
import { isAuthor, nameOfAuthor, person, type Told, tell } from './commands.ts'
import { mentionWords, publishedWords } from './forum-said.ts'
import { findZone } from './store.ts'

/** Tells whoever was mentioned in a post, and the agents of a programme of its guideline. */
export async function tellOfForum(db: Db, entry: Entry, now: Date): Promise<void> {
  const told = await (entry.event === 'guideline.published' ? readers(db, entry, now) : mentioned(db, entry))
  for (const each of told) if (!isAuthor(entry, each.to)) await tell(db, entry, each, now)
}

async function mentioned(db: Db, entry: Entry): Promise<Told[]> {
  const topic = await findTopic(db, entry.thingId)
  if (!topic) return []
  const postId = String(entry.details.postId)
  const by = (await nameOfAuthor(db, entry)) ?? 'Seorang anggota'
  const personIds = await listMentioned(db, postId, Number(entry.details.revision))
  return personIds.map((id) => ({ to: person(id), words: mentionWords(by, topic, postId) }))
}

async function readers(db: Db, { thingId, details }: Entry, now: Date): Promise<Told[]> {
  const forum = await findForum(db, String(details.forumId))
  const version = (await listVersions(db, thingId)).find(({ id }) => id === details.versionId)
  if (!forum || !version) return []
  const words = publishedWords({ id: thingId, title: version.title, number: version.number ?? '' })
  const seats = await listSeats(db, forum.programmeId, dayIn(await findZone(db), now))
  return seats.flatMap(({ agent }) => (agent ? [{ to: person(agent.personId), words }] : []))
}
