import { randomUUIDv7 } from 'node:crypto'
import {
  confirmLetter,
  createEntry,
  declareReady,
  describeEntry,
  editionOf,
  lettersOf,
  noteResult,
  sendEntry,
  tellNews,
  writeAnswer,
} from '#competition'
import type { Db } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { listProjects } from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { demoFile } from './files.ts'
import { paperOf } from './papers.ts'
import { entryAnswers, entryIdentity, entryNews, entryResults } from './texts/entry.ts'
import { answerInAnHour } from './texts/projects/past.ts'

const edition = '2023-umum'

/** On which day of the programme of 2021 its best project was entered: two years on, when it was old enough. */
const days = { begin: 820, write: 827, sign: 838, declare: 844, send: 848 }

/** How the best project of the finished programme came into the competition. */
export function entryActs(past: DatedProgramme): Act[] {
  const form = editionOf(edition)
  if (!form) throw new Error(`The program carries no edition ${edition}.`)
  let code = ''
  const bySecretariat = (day: number, minutes: number, run: Act['run']): Act => ({
    by: 'sekretariat',
    at: momentIn(past, day, minutes),
    run,
  })
  const identity = {
    ...{ title: answerInAnHour.title, startedOn: dateIn(past, answerInAnHour.startedOn ?? 0) },
    ...{ startProof: entryIdentity.startProof, closingOn: null, recordingId: null, extra: entryIdentity.extra },
    ...{ category: entryIdentity.category, videoUrl: entryIdentity.videoUrl, goals: entryIdentity.goals },
    checked: form.checks.map(({ key }) => key),
  }
  return [
    bySecretariat(days.begin, 75, async (db, actor, moment) => {
      const projectId = await bestOf(db, actor, moment.today)
      code = await createEntry(db, actor, { id: randomUUIDv7(), projectId, editionCode: edition }, moment)
    }),
    bySecretariat(days.write, 60, (db, actor, moment) =>
      describeEntry(db, actor, code, { ...identity, revision: 1, files: [] }, moment),
    ),
    ...Object.entries(entryAnswers).map(([field, said], at) =>
      bySecretariat(days.write, 70 + at * 25, (db, actor, moment) =>
        writeAnswer(db, actor, code, field, { ...said, revision: 0, files: [] }, moment),
      ),
    ),
    ...lettersOf(form).map(({ key, label }, at) =>
      bySecretariat(days.sign, 60 + at * 20, async (db, actor, moment, files) => {
        const says = [
          `Nomor ${entryIdentity.letterNumber}`,
          `${answerInAnHour.title}.`,
          'Peragaan: tanda tangan dan meterai.',
        ]
        const bytes = await paperOf(label, says, moment.now)
        const scan = await demoFile(files, db, actor, `${key}.pdf`, bytes, moment.now)
        const seen = ['letterhead', 'signed', 'stamped', 'matching'] as const
        const said = { number: entryIdentity.letterNumber, datedOn: moment.today, statedOn: identity.startedOn }
        return confirmLetter(
          db,
          actor,
          code,
          key,
          { ...said, confirmed: [...seen], revision: 0, files: [scan] },
          moment,
        )
      }),
    ),
    bySecretariat(days.declare, 130, (db, actor, moment) => declareReady(db, actor, code, moment)),
    bySecretariat(days.send, 95, (db, actor, moment) => {
      const sent = { sentOn: moment.today, sentNumber: entryIdentity.sentNumber }
      return sendEntry(db, actor, code, sent, moment)
    }),
    ...entryResults.map(({ day, ...result }) =>
      bySecretariat(day, 80, (db, actor, moment) =>
        noteResult(db, actor, code, { ...result, decidedOn: moment.today, revision: 0 }, moment),
      ),
    ),
    ...entryNews.map(({ day, ...news }) =>
      bySecretariat(day, 80, (db, actor, moment) => {
        const year = Number(moment.today.slice(0, 4))
        return tellNews(db, actor, code, { ...news, year, revision: 0 }, moment)
      }),
    ),
  ]
}

async function bestOf(db: Db, actor: Actor, today: Day): Promise<string> {
  const best = (await listProjects(db, actor, null, today)).find(({ title }) => title === answerInAnHour.title)
  if (!best) throw new Error(`The demonstration has no project “${answerInAnHour.title}”.`)
  return best.id
}
