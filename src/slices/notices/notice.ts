import type { ToldEntry } from '#competition'
import type { Day } from '#kit/date.ts'
import { assessmentSaid } from './assessment-said.ts'
import { competitionSaid } from './competition-said.ts'
import { followUpSaid } from './follow-up-said.ts'
import { presentationSaid } from './presentation-said.ts'
import { progressSaid } from './progress-said.ts'
import { projectSaid } from './project-said.ts'

/** To whom: a person, or an account that is no person of the agency. */
export type Addressee = { personId: string; accountId: null } | { personId: null; accountId: string }

/** What a notice says; the path leads to where one acts on it. */
export type Words = { subject: string; sentence: string; button: string; path: string }

/** Pemberitahuan: what the system told somebody about one entry of the journal. */
export type Notice = Words & {
  agencyId: string
  id: string
  createdAt: Date
  readAt: Date | null
}

/** What somebody is to what is told of: to a project, a follow-up, or an entry. */
export type Part = 'agent' | 'head' | 'secretariat' | 'owner' | 'ownerHead' | 'authors' | 'remarker'

/** What a notice needs to know of a project and of the act. */
export type About = {
  /** Who did it, with "atas nama …" where it was done in somebody's place. */
  by: string
  /** Of the project; empty where a follow-up is about the programme as a whole. */
  title: string
  code: string
  /** The gate at which a plan was returned. */
  gate: string | null
  /** What was decided at a presentation. */
  decision: string | null
  /** Until when a follow-up is due. */
  day: Day | null
  /** The period whose report is owed. */
  period: string | null
  /** The thing of the entry. */
  thingId: string
  /** What a competition entry is called, and where it goes; null of everything else. */
  entry: ToldEntry | null
}

/** What is said of an event to one part. */
export type Said = { subject: string | ((about: About) => string); sentence: (about: About) => string; button: string }

/** Event → who is told → what. */
export type SaidOf = Record<string, Partial<Record<Part, Said>>>

/** What every event says; each room's words stand in a file of their own. */
const rules: SaidOf = {
  ...projectSaid,
  ...progressSaid,
  ...competitionSaid,
  ...presentationSaid,
  ...followUpSaid,
  ...assessmentSaid,
}

/** The parts that are told of an event. */
export const toldOf = (event: string): Part[] => Object.keys(rules[event] ?? {}) as Part[]

/** What whoever has this part reads of the event; undefined when they are not told. */
export function wordsFor(event: string, part: Part, about: About): Words | undefined {
  const said = rules[event]?.[part]
  if (!said) return undefined
  const subject = typeof said.subject === 'string' ? said.subject : said.subject(about)
  return { subject, sentence: said.sentence(about), button: said.button, path: pathOf(event, about) }
}

/** What a person reads in whose place somebody acted; `done` as "mengajukan rencana". */
export const wordsInstead = (event: string, done: string, by: string, about: About): Words => ({
  subject: 'Tindakan atas nama Anda',
  sentence: `${about.title ? `Pada proyek “${about.title}”, ` : ''}${by} ${done} atas nama Anda.`,
  button: about.entry ? 'Lihat usulan' : about.title ? 'Lihat proyek' : 'Buka tindak lanjut',
  path: pathOf(event, about),
})

/** Under which tab of a project an event is looked at; its first page where none is named. */
const tabs: Record<string, string> = {
  'action-plan': '/rencana',
  presentation: '/paparan',
  progress: '/laporan',
  evidence: '/laporan',
}

/** Under which tab of an entry. */
const entryTabs: Record<string, string> = {
  'entry.judged': '/tahap',
  'entry.told': '/tahap',
  'entry.remarked': '/catatan',
  'entry.remark-settled': '/catatan',
}

function pathOf(event: string, { code, thingId, entry }: About): string {
  const [thing = ''] = event.split('.')
  if (thing === 'follow-up') return `/tindak-lanjut/${thingId}`
  return entry ? `/usulan/${entry.code}${entryTabs[event] ?? ''}` : `/proyek/${code}${tabs[thing] ?? ''}`
}

/** What the clock reminds of decides nothing: its letters wait for working hours, and most go as one a day. */
export const isReminder = (event: string): boolean => reminders.has(event)

const reminders = new Set([
  'progress.reminded',
  'progress.overdue',
  'progress.escalated',
  'follow-up.overdue',
  'follow-up.overdue-head',
  'follow-up.overdue-secretariat',
])

/** Writing saves itself every few seconds: of that one unread notice is enough. */
export const isToldOnce = (event: string): boolean =>
  ['action-plan.edited', 'project.described', 'project.team-changed', 'entry.changed'].includes(event)

/** Remarks come in rows: of those of one hour an unread notice tells enough. Settled. */
export const gatheredMinutes = (event: string): number | null =>
  ['entry.remarked', 'entry.remark-settled'].includes(event) ? 60 : null
