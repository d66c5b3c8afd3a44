import { randomUUIDv7 } from 'node:crypto'
import type { Db } from '#db'
import { closeFollowUp, finishFollowUp, listFollowUps } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import { listAccesses } from '#people'
import {
  decidePresentation,
  findSitting,
  listPresentations,
  noteAbsence,
  noteFeedback,
  recordAttendance,
  scheduleSitting,
  seatJudges,
} from '#presentation'
import { findProject, listProjects } from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, dateIn, momentIn } from './calendar.ts'
import { emailOf, personOf } from './cast.ts'
import type { DemoPresentation, DemoProject, ProgrammeDay } from './shape.ts'

/** When the project that was verified last will be presented; the sitting was called two days ago. */
const nextSittingOn = 104
const calledOn = 96

type Scene = { programme: DatedProgramme; programmeId: string; seatIdOf: (at: number) => string }

/** The sittings of a programme: each called beforehand, held, and its attendance written down. */
export function sittingActs({ programme, programmeId, seatIdOf }: Scene): Act[] {
  const { projects } = programme
  // Days that fall on one weekend are one day of the office.
  const dayOf = ({ presentation }: DemoProject) => presentation && momentIn(programme, presentation.heldOn, 0).today
  const days = new Map(projects.flatMap((one) => (one.presentation ? [[dayOf(one), one.presentation.heldOn]] : [])))
  const held = [...days].map(([date, day]) => ({
    day,
    calledOn: day - 5,
    seats: projects.flatMap((one, at) => (dayOf(one) === date ? [at] : [])),
  }))
  const waiting = projects.flatMap(({ stage }, at) => (stage === 'verified' ? [at] : []))
  const next = waiting.length > 0 ? [{ day: nextSittingOn, calledOn, seats: waiting }] : []
  return [...held, ...next].flatMap((sitting, at) => {
    const id = randomUUIDv7()
    const heldOn = momentIn(programme, sitting.day, 0).today
    const hours = { beginsAt: '09:00', endsAt: sitting.seats.length > 4 ? '12:00' : '11:00' }
    const facts = { title: `Sidang Paparan Rencana Aksi ke-${at + 1}`, heldOn, ...hours, ...place }
    const call: Act = {
      by: 'sekretariat',
      at: momentIn(programme, sitting.calledOn, 420),
      run: async (db, actor, moment) => {
        const rows = await listProjects(db, actor, programmeId, moment.today)
        const codes = sitting.seats.map((seat) => rows.find(({ seatId }) => seatId === seatIdOf(seat))?.code ?? '')
        await scheduleSitting(db, actor, { id, facts, codes, minutes: 20 }, moment)
        if (sitting.day !== nextSittingOn) return
        // The one that is still to come also shows a room beside it, a judge, and somebody who is away.
        const beside = { ...facts, title: `${facts.title}, ruang B`, place: 'Ruang Rapat Arsip, lantai 3', link: '' }
        const other = { id: randomUUIDv7(), facts: beside, codes: [], minutes: 20 }
        await scheduleSitting(db, actor, other, moment)
        const ids = await personIds(db)
        const judge = ids.get(emailOf('pimpinan'))
        const secretary = ids.get(emailOf('sekretariat'))
        if (judge) await seatJudges(db, actor, id, { revision: 1, personIds: [judge] }, moment)
        const away = { onDay: heldOn, beginsAt: '10:00', endsAt: '12:00' }
        if (secretary) await noteAbsence(db, actor, { id: randomUUIDv7(), personId: secretary, ...away }, moment)
      },
    }
    const present = new Set(['pimpinan', 'sekretariat', ...sitting.seats.flatMap((seat) => presentAt(projects[seat]))])
    const attend: Act = {
      by: 'sekretariat',
      at: momentIn(programme, sitting.day, 65),
      run: async (db, actor, moment) => {
        const ids = await personIds(db)
        const personIdsThere = [...present].flatMap((key) => ids.get(emailOf(key)) ?? [])
        const revision = (await findSitting(db, id))?.revision ?? 0
        await recordAttendance(db, actor, id, { revision, personIds: personIdsThere, guests: '' }, moment)
      },
    }
    return sitting.day === nextSittingOn ? [call] : [call, attend]
  })
}

const place = {
  slidesDueOn: null,
  place: 'Ruang Sidang Utama, lantai 2',
  link: 'https://rapat.demo.example/sidang-paparan',
}

const presentAt = (project: DemoProject | undefined): string[] =>
  project ? [project.agent, ...(project.presentation?.feedback.map(({ by }) => by) ?? [])] : []

type Presented = { project: DemoProject; programme: DatedProgramme; codeOf: () => string; minutes: number }

/** What was said of a project, what was decided, and how its follow-ups came to their end. */
export function presentationActs({ project, programme, codeOf, minutes }: Presented): Act[] {
  const { presentation, reason = '' } = project
  if (!presentation) return []
  const { heldOn, feedback, followUps } = presentation
  const by = (key: string, day: ProgrammeDay, at: number, run: Act['run']): Act => ({
    by: key,
    at: momentIn(programme, day, at),
    run,
  })
  const note = feedback.map((said, at) =>
    by('sekretariat', heldOn, 75 + minutes / 4 + at, async (db, actor, moment) => {
      const personId = (await personIds(db)).get(emailOf(said.by)) ?? null
      const guest = personId === null ? personOf(said.by).name : ''
      const row = { id: randomUUIDv7(), personId, guest, words: said.text }
      await noteFeedback(db, actor, (await openOf(db, codeOf())).id, row, moment)
    }),
  )
  const decide = by('sekretariat', heldOn, minutes, async (db, actor, moment) => {
    const { id, revision } = await openOf(db, codeOf())
    const agreed = await datedFollowUps(db, presentation, programme)
    const decision = decisions[presentation.decision]
    const said = { id, revision, decision, note: decision === 'again' ? reason : '', reason: null, followUps: agreed }
    await decidePresentation(db, actor, codeOf(), said, moment)
  })
  const done = followUps.flatMap(({ what, owner, done }) =>
    done
      ? [
          by(owner, done.on, 120 + minutes / 4, async (db, actor, moment) =>
            finishFollowUp(db, actor, await idOf(db, actor, codeOf(), what), done.how, moment),
          ),
          by('sekretariat', done.on, 210 + minutes / 4, async (db, actor, moment) =>
            closeFollowUp(db, actor, await idOf(db, actor, codeOf(), what), moment),
          ),
        ]
      : [],
  )
  return [...note, decide, ...done]
}

const decisions = {
  accepted: 'accepted',
  'accepted with changes': 'accepted_with_changes',
  again: 'again',
} as const

/** The presentation of a project that waits for its decision. */
async function openOf(db: Db, code: string) {
  const project = await findProject(db, code)
  const open = (await listPresentations(db, project?.id ?? '')).find(({ decision }) => decision === null)
  if (!open) throw new Error(`The demonstration's project ${code} has no slot.`)
  return open
}

async function datedFollowUps(db: Db, { followUps }: DemoPresentation, programme: DatedProgramme) {
  const ids = await personIds(db)
  return followUps.map(({ what, owner, dueOn }) => ({
    what,
    ownerId: ids.get(emailOf(owner)) ?? '',
    dueOn: dateIn(programme, dueOn),
  }))
}

async function idOf(db: Db, actor: Actor, code: string, what: string): Promise<string> {
  const project = await findProject(db, code)
  const rows = await listFollowUps(db, actor, { projectId: project?.id ?? '' })
  return rows.find((row) => row.what === what)?.id ?? ''
}

/** The person behind each address. */
async function personIds(db: Db): Promise<Map<string, string>> {
  const { rows } = await listAccesses(db, 1)
  return new Map(rows.flatMap(({ email, personId }) => (personId === null ? [] : [[email, personId] as const])))
}
