import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'

export type ProjectState = 'preparing' | 'running' | 'finished' | 'closed' | 'stopped'

/** In which way a project is an innovation; it need not be an invention (Permenpan RB 30/2014). */
export type InnovationKind = 'new' | 'adapted' | 'extended' | 'raised'

/** Proyek perubahan: what the agent in one seat changes in a unit. */
export type Project = {
  agencyId: string
  id: string
  code: string
  programmeId: string
  seatId: string
  unitId: string
  state: ProjectState
  title: string
  presentCondition: string
  problem: string
  wantedCondition: string
  isPublicService: boolean
  innovationKind: InnovationKind | null
  /** The day on which the change began to be carried out. */
  startedOn: string | null
  areaCodes: string[]
  targetCodes: string[]
  stoppedReason: string | null
  revision: number
}

/** What its agent says of a project, as one form. */
export type Description = Pick<
  Project,
  | 'title'
  | 'presentCondition'
  | 'problem'
  | 'wantedCondition'
  | 'isPublicService'
  | 'innovationKind'
  | 'startedOn'
  | 'areaCodes'
  | 'targetCodes'
>

/** The project as its agent now describes it; nothing else of it is taken over. */
export const describe = (project: Project, said: Description): Project => ({
  ...project,
  title: said.title,
  presentCondition: said.presentCondition,
  problem: said.problem,
  wantedCondition: said.wantedCondition,
  isPublicService: said.isPublicService,
  innovationKind: said.innovationKind,
  startedOn: said.startedOn,
  areaCodes: said.areaCodes,
  targetCodes: said.targetCodes,
})

type Act = 'start' | 'finish' | 'sendBack' | 'confirm' | 'stop'

/** The whole life of a project: from which states an act may be done, and to which it leads. */
export const projectLife: Record<Act, { from: ProjectState[]; to: ProjectState }> = {
  /** Its plan was agreed. */
  start: { from: ['preparing'], to: 'running' },
  /** Its agent declares it finished, with final values and pictures of before and after. */
  finish: { from: ['running'], to: 'finished' },
  /** The head does not confirm that it is finished. */
  sendBack: { from: ['finished'], to: 'running' },
  /** The head confirms. */
  confirm: { from: ['finished'], to: 'closed' },
  /** The secretariat ends it early, and says why. */
  stop: { from: ['preparing', 'running'], to: 'stopped' },
}

const refusals: Record<Act, string> = {
  start: 'Proyek ini sudah berjalan atau sudah berakhir.',
  finish: 'Hanya proyek yang sedang berjalan yang dapat dinyatakan selesai.',
  sendBack: 'Proyek ini belum dinyatakan selesai, jadi tidak ada yang dikembalikan.',
  confirm: 'Proyek ini belum dinyatakan selesai oleh agennya.',
  stop: 'Proyek yang sudah selesai tidak dapat dihentikan.',
}

/** Whether the act may be done to a project in this state. */
export const mayBecome = (state: ProjectState, act: Act): boolean => projectLife[act].from.includes(state)

/** The state after the act; throws a conflict when its life does not allow it. */
function after(state: ProjectState, act: Act): ProjectState {
  if (!mayBecome(state, act)) throw conflict(refusals[act])
  return projectLife[act].to
}

/** The project once its first plan is agreed. A later version of the plan leaves a running project as it is. */
export const start = (project: Project): Project =>
  project.state === 'running' ? project : { ...project, state: after(project.state, 'start') }

/** The project ended early, with the secretariat's reason. */
export const stop = (project: Project, reason: string): Project => ({
  ...project,
  state: after(project.state, 'stop'),
  stoppedReason: reason,
})

/** The project as its agent declared it finished. */
export const finish = (project: Project): Project => ({ ...project, state: after(project.state, 'finish') })

/** The project running again, since its head did not confirm that it is finished. */
export const sendBack = (project: Project): Project => ({ ...project, state: after(project.state, 'sendBack') })

/** The project closed: its head confirmed that it is finished. */
export const confirm = (project: Project): Project => ({ ...project, state: after(project.state, 'confirm') })

/** Whether anything of it may still be changed. */
export const isOver = (project: Pick<Project, 'state'>): boolean =>
  project.state === 'closed' || project.state === 'stopped'

/** Whether its agent declared it finished, and nobody sent that back. */
export const isEnded = (project: Pick<Project, 'state'>): boolean =>
  project.state === 'finished' || project.state === 'closed'

/** The day as of which a programme's agents are named: today, and its last day once it has ended. */
export const dayWithin = (programme: { untilOn: Day }, today: Day): Day =>
  today > programme.untilOn ? programme.untilOn : today

/** The title, or what stands in its place while there is none. */
export const titleOf = (project: Pick<Project, 'title'>): string => project.title || 'Proyek tanpa judul'
