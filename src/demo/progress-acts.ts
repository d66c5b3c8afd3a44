import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import { type Day, dayInWords } from '#kit/date.ts'
import {
  assignQuestions,
  bringEvidence,
  questionsAsDrawn,
  reportProgress,
  returnEvidence,
  verifyEvidence,
  verifyReport,
} from '#progress'
import { activitiesOf, findMatrix, findProject, listPlans } from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, daysSoFar, momentIn } from './calendar.ts'
import { demoFile } from './files.ts'
import { letterOf, paperOf } from './papers.ts'
import type { DemoActivity, DemoProgress, DemoProject } from './shape.ts'

type Reported = {
  project: DemoProject
  programme: DatedProgramme
  seatNumber: number
  codeOf: () => string
}

/** Days that the secretariat takes to look at a report; the newest ones still wait. */
const lookedAtAfter = 2

/** The one piece of evidence that was sent back, by its agent's key and the number of its activity. */
const sentBack = { agent: 'agen10', activity: 2 }
const whySentBack =
  'Catatan ini belum ditandatangani dan tidak menyebut jumlah rekaman yang diperiksa. Lampirkan catatan yang lengkap.'

/** What the agent of a project reported of its activities, with what the secretariat did about it. */
export function progressActs({ project, programme, seatNumber, codeOf }: Reported): Act[] {
  const activities = project.matrix.flatMap((initiative) => initiative.activities)
  const { agent } = project
  const isShared = programme.slug !== '2021' && agent === sentBack.agent
  const shared = isShared ? [sharedAct({ agent, programme, codeOf }, activities)] : []
  const reported = activities.flatMap((activity, index) =>
    (activity.progress ?? []).flatMap((progress, at, all) => {
      const isSentBack = programme.slug !== '2021' && agent === sentBack.agent && index + 1 === sentBack.activity
      // Each file is looked into by a process of its own, so there are few of them.
      const isProven = at === all.length - 1 && (index === 0 || isSentBack || progress.on === daysSoFar - 1)
      const about = { activity, progress, isSentBack, isProven }
      return reportActs({ agent, programme, codeOf, minutes: 190 + seatNumber * 4 + index, ...about })
    }),
  )
  return [...reported, ...shared]
}

/** One proof of two activities, brought by itself some days before anything was sent back. */
function sharedAct({ agent, programme, codeOf }: Omit<One, keyof Progress>, activities: DemoActivity[]): Act {
  return {
    by: agent,
    at: momentIn(programme, daysSoFar - 20, 400),
    run: async (db, actor, moment, files) => {
      const [first, second] = activities
      const served = [first, second].filter((activity) => activity !== undefined)
      const lines = ['Rapat membahas kegiatan berikut.', ...served.map(({ title }) => title)]
      const paper = await letterOf('Notula rapat koordinasi', lines, moment.now)
      const file = await demoFile(files, db, actor, `Notula rapat ${moment.today}.docx`, paper, moment.now)
      const lineIds: string[] = []
      for (const { title } of served) lineIds.push(await lineOf(db, codeOf(), title))
      const proof = { files: [file], link: null, provesOn: moment.today, lineIds }
      await bringEvidence(db, actor, codeOf(), proof, moment)
    },
  }
}

type One = Pick<Reported, 'programme' | 'codeOf'> & { agent: string } & Progress

type Progress = {
  activity: DemoActivity
  progress: DemoProgress
  minutes: number
  isSentBack: boolean
  isProven: boolean
}

/** One report; two days later the secretariat looks at it and at its evidence. */
function reportActs({ agent, programme, codeOf, activity, progress, minutes, isSentBack, isProven }: One): Act[] {
  const id = randomUUIDv7()
  const { on, percent, value, note, obstacle = '', solution = '' } = progress
  let evidenceId: string | null = null
  const report: Act = {
    by: agent,
    at: momentIn(programme, on, minutes),
    run: async (db, actor, moment, files) => {
      if (isProven) {
        const lines = linesOf(activity, progress, moment.today)
        const paper = await paperOf('Catatan pelaksanaan kegiatan', lines, moment.now)
        evidenceId = await demoFile(files, db, actor, nameOf(activity, moment.today), paper, moment.now)
      }
      const evidence = evidenceId === null ? null : { files: [evidenceId], link: null, provesOn: moment.today }
      const lineId = await lineOf(db, codeOf(), activity.title)
      const said = { id, lineId, percent, value, note, obstacle, solution, evidence }
      await reportProgress(db, actor, codeOf(), said, moment)
    },
  }
  const looked: Act = {
    by: 'sekretariat',
    at: momentIn(programme, on + lookedAtAfter, minutes + 130),
    run: async (db, actor, moment) => {
      await verifyReport(db, actor, codeOf(), id, moment)
      if (evidenceId === null) return
      if (isSentBack) return returnEvidence(db, actor, codeOf(), evidenceId, whySentBack, moment)
      await verifyEvidence(db, actor, codeOf(), evidenceId, moment)
      // What was carried out to its end is a change that the LKE asks for.
      const answering = { questions: ['concrete' as const], drawnFrom: questionsAsDrawn([]) }
      if (percent === 100) await assignQuestions(db, actor, codeOf(), evidenceId, answering, moment)
    },
  }
  return on + lookedAtAfter < daysSoFar || programme.slug === '2021' ? [report, looked] : [report]
}

const nameOf = ({ title }: DemoActivity, today: Day) => `Catatan pelaksanaan ${title.slice(0, 60).trim()} ${today}.pdf`

const linesOf = ({ title, output, inCharge }: DemoActivity, { percent, note }: DemoProgress, today: Day): string[] => [
  `Kegiatan: ${title}`,
  `Keluaran: ${output}`,
  `Tanggal: ${dayInWords(today)}`,
  note,
  `Kemajuan sampai tanggal tersebut ${percent} persen.`,
  `Penanggung jawab: ${inCharge}`,
]

async function lineOf(db: Db, code: string, title: string): Promise<string> {
  const project = await findProject(db, code)
  const plan = project && (await listPlans(db, project.id)).find(({ state }) => state === 'agreed')
  const activities = plan ? activitiesOf(await findMatrix(db, plan.id)) : []
  const activity = activities.find((one) => one.title === title)
  if (!activity) throw new Error(`The demonstration's project ${code} has no agreed activity "${title}".`)
  return activity.lineId
}
