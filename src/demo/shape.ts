import type { StageKind } from '#programme'
import type { IntegrationKind } from '#project'

/** A day of a programme, counted from its first (0). Negative days lie before it. */
export type ProgrammeDay = number

/** Somebody of the demonstration. `key` names the person in all texts; who signs in has an account of that name. */
export type DemoPerson = {
  key: string
  signsIn: boolean
  titlesBefore: string
  name: string
  titlesAfter: string
  nip: string
  position: string
  grade: string
  /** Key of the unit. */
  unit: string
}

export type DemoUnit = { name: string; key: string; parent: string | null }

/** A head of a unit: who, in which way, and from and until which day of the current programme. */
export type DemoHead = {
  person: string
  unit: string
  kind: 'definitive' | 'plt' | 'plh'
  from: ProgrammeDay
  until: ProgrammeDay | null
}

export type DemoDecree = {
  number: string
  about: string
  signerName: string
  signerPosition: string
  decidedOn: ProgrammeDay
}

/** How far a project has come. `late` marks a gate that acted, or waits, after its due day. */
export type DemoStage =
  | 'preparing with gaps'
  | 'returned by head'
  | 'returned at presentation'
  | 'submitted late'
  | 'approved late'
  | 'verified'
  | 'running'
  | 'running, second version open'
  | 'finished'
  | 'closed'
  | 'stopped'

/** What an agent reports of an activity: percentage and the indicator's value so far, and what stood in the way. */
export type DemoProgress = {
  on: ProgrammeDay
  percent: number
  value: string | null
  note: string
  obstacle?: string
  solution?: string
}

export type DemoActivity = {
  title: string
  output: string
  indicator: string
  indicatorUnit: string
  /** Decimals as text, with a point. */
  baseline: string | null
  target: string | null
  from: ProgrammeDay
  until: ProgrammeDay
  inCharge: string
  resources: string
  risk: string
  progress?: DemoProgress[]
}

export type DemoInitiative = { title: string; activities: DemoActivity[] }

export type DemoFollowUp = {
  what: string
  owner: string
  dueOn: ProgrammeDay
  /** How it was done; open while there is none. */
  done?: { on: ProgrammeDay; how: string }
}

/** What was said at the presentation, and what was decided. */
export type DemoPresentation = {
  heldOn: ProgrammeDay
  decision: 'accepted' | 'accepted with changes' | 'again'
  feedback: { by: string; text: string }[]
  followUps: DemoFollowUp[]
}

export type DemoProject = {
  agent: string
  stage: DemoStage
  title: string
  presentCondition: string
  problem: string
  wantedCondition: string
  areaCodes: string[]
  targetCodes: string[]
  isPublicService: boolean
  innovationKind: 'new' | 'adapted' | 'extended' | 'raised' | null
  /** First day of implementation; an innovation may have begun long before its programme. */
  startedOn: ProgrammeDay | null
  members: { person: string; part: string }[]
  matrix: DemoInitiative[]
  /** The title of an earlier, public project with which it began; its agent then wrote a matrix of its own. */
  replicates?: string
  /** Why it was returned, stopped or opened again, as its stage asks. */
  reason?: string
  /** What an open second version changes: an activity lasts longer, another comes behind it in its initiative. */
  newVersion?: { prolonged: string; until: ProgrammeDay; added: DemoActivity }
  /** What its agent says of before and after, and how far it came, for a project that is finished. */
  finish?: { before: string; after: string; integration?: DemoIntegration }
  presentation?: DemoPresentation
}

/** The document that made a change part of the management system; `text` is what its paper says. */
type DemoIntegration = { kind: IntegrationKind; number: string; text: string; isVerified: boolean }

export type DemoProgramme = {
  name: string
  decree: DemoDecree
  /** The last day of each stage. */
  stages: Record<StageKind, ProgrammeDay>
  projects: DemoProject[]
}

/** At which category of the competition a project (by its agent) aims. */
export type DemoCategory = { agent: string; on: ProgrammeDay; category: string; reason: string }

/** What a judge gives a project (by its agent), in the order of the rubric, as decimals with a point. */
export type DemoSheet = { judge: string; agent: string; on: ProgrammeDay; marks: string[]; note: string }

/** An assessment of a programme: who judges, what they gave, and what was chosen; being prepared while none did. */
export type DemoAssessment = {
  title: string
  begunOn: ProgrammeDay
  openedOn: ProgrammeDay | null
  judges: string[]
  sheets: DemoSheet[]
  decision: { on: ProgrammeDay; agent: string; reason: string } | null
}

export type DemoTopic = {
  title: string
  /** Opening post first. */
  posts: { by: string; on: ProgrammeDay; text: string }[]
}

export type DemoGuideline = { title: string; sections: { heading: string; text: string }[] }
