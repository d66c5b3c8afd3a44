import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import {
  answerTopic,
  approveGuideline,
  beginGuideline,
  discussGuideline,
  editSection,
  listSections,
  listVersions,
  openForum,
  openTopic,
  publishGuideline,
  reviseGuideline,
  writeSection,
} from '#forum'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { findProgramme } from '#programme'
import type { Act } from './act.ts'
import { idOf } from './agency-acts.ts'
import { type DatedProgramme, momentIn } from './calendar.ts'
import type { DemoGuideline, DemoTopic, ProgrammeDay } from './shape.ts'
import { formerGuideline, formerGuidelineRevised, guideline, topics } from './texts/forum.ts'

const chair = 'ketua-forum'
const secretariat = 'sekretariat'

type At = (by: string, day: ProgrammeDay, minutes: number, run: Act['run']) => Act

/** The forum of a programme: in 2021 it published its guideline twice, now it talks and discusses a new one. */
export function forumActs(programme: DatedProgramme): Act[] {
  const isPast = programme.slug === '2021'
  const at: At = (by, day, minutes, run) => ({ by, at: momentIn(programme, day, minutes), run })
  const forumId = randomUUIDv7()
  const [first, second] = programme.projects.map(({ agent }) => agent)
  const writers = { first: first ?? chair, second: second ?? chair }
  return [
    at(secretariat, 2, 30, async (db, actor, moment) => {
      const programmeId = (await findProgramme(db, programme.slug))?.id ?? ''
      const personId = (await idOf(db, chair)) ?? ''
      await openForum(db, actor, { id: forumId, programmeId, personId, fromOn: moment.today }, moment)
    }),
    ...(isPast ? formerActs(at, forumId, writers) : currentActs(at, forumId, writers)),
  ]
}

type Writers = { first: string; second: string }

function currentActs(at: At, forumId: string, writers: Writers): Act[] {
  const id = randomUUIDv7()
  return [
    ...topics.flatMap((topic, number) => topicActs(at, forumId, topic, 200 + number * 60)),
    ...writingActs(at, { id, forumId, day: 65, written: guideline, writers }),
    at(writers.first, 79, 300, (db, actor, moment) => discuss(db, actor, id, moment)),
  ]
}

function formerActs(at: At, forumId: string, writers: Writers): Act[] {
  const id = randomUUIDv7()
  return [
    ...writingActs(at, { id, forumId, day: 20, written: formerGuideline, writers }),
    at(writers.first, 34, 60, (db, actor, moment) => discuss(db, actor, id, moment)),
    ...publishingActs(at, id, 44, '4/KEP/FAP/II/2021'),
    at(writers.second, 150, 60, (db, actor, moment) => reviseGuideline(db, actor, id, moment)),
    ...formerGuidelineRevised.map((section, number) =>
      at(writers.second, 152, 60 + number * 9, async (db, actor, moment) => {
        const [latest] = await listVersions(db, id)
        const sections = await listSections(db, [latest?.id ?? ''])
        const former = sections.find(({ heading }) => heading === section.heading)
        if (former) await editSection(db, actor, id, former.id, { ...section, revision: former.revision }, moment)
        else await writeSection(db, actor, id, { id: randomUUIDv7(), ...section }, moment)
      }),
    ),
    at(writers.second, 160, 60, (db, actor, moment) => discuss(db, actor, id, moment)),
    ...publishingActs(at, id, 170, '9/KEP/FAP/VI/2021'),
  ]
}

/** A topic as it was spoken, each post at its day. */
function topicActs(at: At, forumId: string, { title, posts }: DemoTopic, minutes: number): Act[] {
  const id = randomUUIDv7()
  return posts.map(({ by, on, text }, number) =>
    at(by, on, minutes + number * 11, async (db, actor, moment) => {
      const post = { id: randomUUIDv7(), text, files: [] }
      if (number === 0) await openTopic(db, actor, forumId, { id, title, post }, moment)
      else await answerTopic(db, actor, id, post, moment)
    }),
  )
}

type Written = { id: string; forumId: string; day: ProgrammeDay; written: DemoGuideline; writers: Writers }

/** The sections of a guideline, written by two agents in turns. */
const writingActs = (at: At, { id, forumId, day, written, writers }: Written): Act[] => [
  at(writers.first, day, 90, (db, actor, moment) =>
    beginGuideline(db, actor, { id, forumId, title: written.title }, moment),
  ),
  ...written.sections.map((section, number) =>
    at(number % 2 === 0 ? writers.first : writers.second, day + number, 120 + number * 6, (db, actor, moment) =>
      writeSection(db, actor, id, { id: randomUUIDv7(), ...section }, moment),
    ),
  ),
]

/** The chair approves; the secretariat publishes a few days later. */
const publishingActs = (at: At, id: string, day: ProgrammeDay, number: string): Act[] => [
  at(chair, day, 100, async (db, actor, moment) =>
    approveGuideline(db, actor, id, { revision: await revisionOf(db, id) }, moment),
  ),
  at(secretariat, day + 5, 140, async (db, actor, moment) => {
    const published = { number, publishedOn: moment.today, revision: await revisionOf(db, id) }
    await publishGuideline(db, actor, id, published, moment)
  }),
]

const discuss = async (db: Db, actor: Actor, id: string, moment: Moment) =>
  discussGuideline(db, actor, id, { revision: await revisionOf(db, id) }, moment)

const revisionOf = async (db: Db, id: string) => (await listVersions(db, id))[0]?.revision ?? 0
