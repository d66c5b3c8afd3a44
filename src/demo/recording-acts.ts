import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import type { Files } from '#files'
import { agreeToBeNamed, publishProject } from '#gallery'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { findPersonByNip } from '#people'
import { findProgramme } from '#programme'
import { listProjects } from '#project'
import {
  addRecording,
  arrangePictures,
  createRetentionRule,
  describeRecording,
  keywordsOf,
  listRecordings,
  nameSteward,
  putCaption,
  readCaptions,
} from '#recording'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { personOf } from './cast.ts'
import { demoFile } from './files.ts'
import { makeFilm } from './films.ts'
import { paperOf } from './papers.ts'
import { makePhotograph } from './photographs.ts'
import { type DemoPhotographs, type DemoRecording, pastPhotographs } from './texts/recordings.ts'

/** The steward of a programme, the films of its projects (made by `ffmpeg` where there is one), and what was published. */
export function recordingActs(
  programme: DatedProgramme,
  recordings: DemoRecording[],
  ffmpeg: string | undefined,
): Act[] {
  const steward: Act = {
    by: 'sekretariat',
    at: momentIn(programme, programme.decree.decidedOn + 8, 200),
    run: async (db, actor, { now, today }) => {
      const found = await findProgramme(db, programme.slug)
      const person = await findPersonByNip(db, personOf('dokumentasi').nip)
      const named = { personId: person?.id ?? '', fromOn: today }
      await nameSteward(db, actor, { programmeId: found?.id ?? '' }, named, now)
      const deputy = await findPersonByNip(db, personOf('staf01').nip)
      const inPlace = { personId: deputy?.id ?? '', fromOn: today, relation: 'deputy' } as const
      await nameSteward(db, actor, { programmeId: found?.id ?? '' }, inPlace, now)
    },
  }
  const rule: Act = {
    by: 'sekretariat',
    at: momentIn(programme, programme.decree.decidedOn + 8, 210),
    run: (db, actor, { now }) => createRetentionRule(db, actor, { id: randomUUIDv7(), ...retentionRule }, now),
  }
  // The schedule is the agency's, not a programme's.
  const first = programme.slug === '2021' ? [steward, rule, photographs(programme, pastPhotographs)] : [steward]
  return [...first, ...recordings.flatMap((one, at) => filmActs(programme, one, at, ffmpeg))]
}

/** Photographs of a day, brought together, each then said what it shows. */
function photographs(programme: DatedProgramme, said: DemoPhotographs): Act {
  const { title, description, captions, on } = said
  return {
    by: agentOf(programme, said.project),
    at: momentIn(programme, on, 240),
    run: async (db, actor, { now, today }, files) => {
      const brought: string[] = []
      for (const at of captions.keys())
        brought.push(await demoFile(files, db, actor, `meja-rujukan-${at + 1}.jpg`, await makePhotograph(at), now))
      const [uploadId = '', ...moreIds] = brought
      const reach = { access: 'public', consent: 'nobody' } as const
      const recording = { id: randomUUIDv7(), title, description, uploadId, moreIds, ...reach }
      const code = await addRecording(db, actor, await codeOf(db, actor, said.project, today), recording, now)
      const pictures = brought.map((fileId, at) => ({ fileId, caption: captions[at] ?? '' }))
      await arrangePictures(db, actor, code, { revision: 1, pictures }, now)
    },
  }
}

function agentOf(programme: DatedProgramme, project: string): string {
  const agent = programme.projects.find(({ title }) => title === project)?.agent
  if (!agent) throw new Error(`The demonstration has no project "${project}".`)
  return agent
}

/** The line of the agency's schedule under which its recordings fall. */
const retentionRule = {
  code: 'HM.02.01',
  name: 'Dokumentasi foto, suara, dan film kegiatan',
  activeYears: 2,
  inactiveYears: 3,
  fate: 'reassess',
  basis: 'programme-end',
  kinds: ['film', 'sound', 'picture', 'document'],
} satisfies Omit<Parameters<typeof createRetentionRule>[2], 'id'>

/** The day of a past programme on which every project of it has been confirmed. */
const yearIsOver = 360

function filmActs(programme: DatedProgramme, said: DemoRecording, number: number, ffmpeg: string | undefined): Act[] {
  const agent = agentOf(programme, said.project)
  const { title, description } = said
  const recordedOn: Day = dateIn(programme, said.on - 2)
  const film: Act = {
    by: agent,
    at: momentIn(programme, said.on, 240 + number * 5),
    run: async (db, actor, { now, today }, files) => {
      const bytes = await makeFilm(ffmpeg, number)
      const uploadId = await demoFile(files, db, actor, `${title}.mp4`, bytes, now)
      const { consent } = said
      const formIds = consent === 'all' ? [await consentForm(files, db, actor, title, now)] : []
      const access = consent === 'all' || consent === 'nobody' ? 'public' : 'agency'
      const recording = { id: randomUUIDv7(), title, uploadId, access, consent, formIds } as const
      const code = await addRecording(db, actor, await codeOf(db, actor, said.project, today), recording, now)
      const { keywords, place, people, licence = 'agency' } = said
      const words = { title, alternativeTitle: '', description, recordedOn, keywords: keywordsOf(keywords), place }
      const rights = { language: 'id', source: '', licence, rightsNote: '' } as const
      const around = { areaCodes: [], targetCodes: [], contributors: people.map((one) => ({ ...one, personId: null })) }
      await describeRecording(db, actor, code, { revision: 1, ...words, ...rights, ...around }, now)
    },
  }
  const captions: Act = {
    by: agent,
    at: momentIn(programme, said.on, 245 + number * 5),
    run: async (db, actor, { now }) => {
      const read = readCaptions(said.captions ?? '')
      if ('refused' in read) throw new Error(read.refused)
      const { rows } = await listRecordings(db, actor, { words: title, programmeId: null, number: 1 })
      const code = rows.find((row) => row.title === title)?.code ?? ''
      await putCaption(db, actor, code, { track: 'id', cues: read.cues, uploadId: null, revision: 0 }, now)
    },
  }
  const kept = said.captions ? [film, captions] : [film]
  if (!said.isPublished) return kept
  const onPublication = (by: string, minutes: number, run: typeof agreeToBeNamed, revision: number, on = 20): Act => ({
    by,
    at: momentIn(programme, said.on + on, minutes + number * 5),
    run: async (db, actor, { now, today }) =>
      run(db, actor, { code: await codeOf(db, actor, said.project, today), revision }, now),
  })
  const published = onPublication('sekretariat', 300, publishProject, 1)
  // Once a year is over its projects are closed, and what they reached is published with them.
  const again = onPublication('sekretariat', 300, publishProject, 2, yearIsOver - said.on)
  const acts = [...kept, onPublication(agent, 250, agreeToBeNamed, 1), published]
  return programme.slug === '2021' ? [...acts, again] : acts
}

/** The paper that those who were filmed signed. */
async function consentForm(files: Files, db: Db, actor: Actor, title: string, now: Date): Promise<string> {
  const words = `Kami yang terekam dalam "${title}" setuju bahwa rekaman ini disimpan dan ditampilkan untuk umum.`
  const paper = await paperOf('Surat persetujuan', [words, 'Ditandatangani oleh semua yang terekam.'], now)
  return demoFile(files, db, actor, 'Surat persetujuan.pdf', paper, now)
}

async function codeOf(db: Db, actor: Actor, title: string, today: Day): Promise<string> {
  const project = (await listProjects(db, actor, null, today)).find((row) => row.title === title)
  if (!project) throw new Error(`The demonstration's project "${title}" is not there.`)
  return project.code
}
