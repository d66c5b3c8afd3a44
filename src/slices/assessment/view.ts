import type { Db } from '#db'
import type { MayReadFile } from '#files'
import { type Actor, thingsOf } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { namesOf } from '#people'
import { areasOf, findProgramme, type Programme } from '#programme'
import type { Assessment } from './assessment.ts'
import {
  type AimedEdition,
  type BestOfGroup,
  bestByArea,
  type Choice,
  type Eligibility,
  type WithdrawnChoice,
} from './choice.ts'
import { type FinalMark, finalsOf } from './consensus.ts'
import { type AssessmentAct, assessmentAt, judgedOf, panelOf, type SeatedPanel, type Seen } from './held.ts'
import { type LateChange, stillCounts } from './late.ts'
import { listLate, listWithdrawn } from './late-store.ts'
import { isUncovered } from './panel.ts'
import { type AssessedProject, listAssessed } from './panel-store.ts'
import { assessmentPolicy } from './policy.ts'
import { type Ranked, rank } from './ranking.ts'
import { type Criterion, rubricGapOf } from './rubric.ts'
import { findUsed, listCriteria } from './rubric-store.ts'
import { isJudgedBy, listSubmitted, type SubmittedSheet } from './sheet-store.ts'
import { findAssessment, findChoice, listFinals, listRulings } from './store.ts'

type Ruling = Awaited<ReturnType<typeof listRulings>>[number]

/** Whether projects can enter the national competition, by id: handed in by the slice above that knows its rules. */
export type EligibilityOf = (
  db: Db,
  projectIds: readonly string[],
  today: Day,
) => Promise<ReadonlyMap<string, Eligibility>>

/** At which categories projects aim, edition by edition; editions at which nobody aims are left out. */
export type AimsOf = (db: Db, projectIds: readonly string[], today: Day) => Promise<readonly AimedEdition[]>

/** Usulan seorang calon: an entry of a project in the competition that the actor may read; open until it is sent. */
export type BegunEntry = { projectId: string; path: string; label: string; state: string; isOpen: boolean }

export type EntriesOf = (db: Db, actor: Actor, projectIds: readonly string[]) => Promise<readonly BegunEntry[]>

/** What the national competition says of candidates, handed in likewise. */
export type CompetitionSide = { eligibilityOf: EligibilityOf; aimsOf: AimsOf; entriesOf: EntriesOf }

/** Everything that the pages of an assessment show. Marks are among it only once all may be seen. */
export type AssessmentView = {
  assessment: Assessment
  programme: Programme
  criteria: Criterion[]
  /** The version with which it was opened. */
  rubric: { name: string; number: number } | undefined
  projects: AssessedProject[]
  panel: SeatedPanel
  rulings: Ruling[]
  /** On what the panel agreed, the latest first; none before all are in. */
  finals: FinalMark[]
  choice: Choice | undefined
  /** What changed on the panel after its marks could be seen, the earliest first. */
  late: LateChange[]
  /** Choices that were taken back, the earliest first. */
  withdrawn: WithdrawnChoice[]
  /** Submitted sheets; none before all are in. */
  sheets: SubmittedSheet[]
  /** Null before all sheets are in, and of a rubric that cannot rank. */
  ranking: Ranked[] | null
  /** The first of each reform area; none before there is a ranking. */
  best: BestOfGroup[]
  /** At which categories its projects aimed when one was chosen; before that `withSide` says it. */
  aimed: readonly AimedEdition[]
  /** Entries of projects that are or were chosen; none before `withSide`. */
  entries: readonly BegunEntry[]
  /** Names by id: of judges, of those who were released too, and of whoever changed the panel late. */
  names: ReadonlyMap<string, string>
  may: (act: AssessmentAct) => boolean
  personId: string | null
}

/** The assessment of an address as the actor may see it; 404 otherwise. A constant number of queries. */
export async function viewAssessment(db: Db, actor: Actor, id: string, today: Day): Promise<AssessmentView> {
  return viewOf(db, actor, await assessmentAt(db, actor, id, 'read'), today)
}

/**
 * A decided assessment for somebody who may not read it: what leaves it (a letter, the announced result) is decided by
 * whoever asks. 404 before the choice, whoever asks.
 */
export async function viewDecided(db: Db, actor: Actor, id: string, today: Day): Promise<AssessmentView> {
  const assessment = isId(id) ? await findAssessment(db, id) : undefined
  if (assessment?.state !== 'decided') throw notFound()
  return viewOf(db, actor, { assessment, projects: await listAssessed(db, id) }, today)
}

/**
 * With what the competition says of its projects: the categories at which they aim now (those of then once one was
 * chosen), and for whoever decides the entries that were begun of whatever was chosen.
 */
export async function withSide(
  view: AssessmentView,
  { aimsOf, entriesOf }: CompetitionSide,
  { db, actor, today }: { db: Db; actor: Actor; today: Day },
): Promise<AssessmentView> {
  const ids = view.projects.map(({ id }) => id)
  const chosen = [...(view.choice ? [view.choice] : []), ...view.withdrawn].map(({ projectId }) => projectId)
  return {
    ...view,
    aimed: view.choice ? view.aimed : await aimsOf(db, ids, today),
    entries: chosen.length > 0 && view.may('decide') ? await entriesOf(db, actor, chosen) : [],
  }
}

async function viewOf(db: Db, actor: Actor, seen: Seen, today: Day): Promise<AssessmentView> {
  const { assessment, projects } = seen
  const { id } = assessment
  const programme = await findProgramme(db, assessment.programmeId)
  if (!programme) throw new Error(`Programme ${assessment.programmeId} is not there.`)
  const panel = await panelOf(db, seen, today)
  const criteria = await listCriteria(db, id)
  const rulings = await listRulings(db, id)
  const isOpen = isUncovered(panel)
  const sheets = isOpen ? await listSubmitted(db, id, panel.projectIds) : []
  const finals = isOpen ? await listFinals(db, id) : []
  const late = await listLate(db, id)
  const withdrawn = await listWithdrawn(db, id)
  const judgeIds = [...panel.judgeIds, ...[...panel.sheets, ...panel.recusals].map(({ judgeId }) => judgeId)]
  const deciders = [...late, ...withdrawn].map(({ accountId, personId }) => personId ?? accountId)
  const everybody = [...judgeIds, ...deciders, ...late.flatMap((one) => [one.judgeId, one.successorId])]
  const ranking = isOpen ? rankingOf(criteria, panel.projectIds, sheets, { rulings, finals, late }) : null
  const areas = ranking ? await areasOf(db, programme.setCode) : []
  const choice = await findChoice(db, id)
  return {
    assessment,
    programme,
    criteria,
    rubric: await findUsed(db, assessment.rubricId),
    projects,
    panel,
    rulings,
    finals,
    choice,
    late,
    withdrawn,
    sheets,
    ranking,
    best: bestByArea(ranking ?? [], projects, areas),
    aimed: choice?.aims ?? [],
    entries: [],
    names: await namesOf(db, everybody),
    may: (act) => can(assessmentPolicy, actor, act, judgedOf(seen)),
    personId: actor.personId,
  }
}

const rankingOf = (
  criteria: Criterion[],
  projectIds: readonly string[],
  sheets: SubmittedSheet[],
  { rulings, finals, late }: { rulings: Ruling[]; finals: FinalMark[]; late: LateChange[] },
): Ranked[] | null =>
  rubricGapOf(criteria) === null
    ? rank({
        criteria,
        projectIds,
        sheets,
        rulings: rulings.flatMap((one) => (stillCounts(one, one.ruledAt, late) ? [one.projectId] : [])),
        finals: finalsOf(finals, late),
      })
    : null

/** The ranking for a command that has made sure that all sheets are in. */
export async function rankAll(db: Db, { assessment, projects }: Seen): Promise<Ranked[] | null> {
  const projectIds = projects.map(({ id }) => id)
  const sheets = await listSubmitted(db, assessment.id, projectIds)
  const [rulings, finals] = [await listRulings(db, assessment.id), await listFinals(db, assessment.id)]
  const late = await listLate(db, assessment.id)
  return rankingOf(await listCriteria(db, assessment.id), projectIds, sheets, { rulings, finals, late })
}

/** A judge reads the evidence of a project once there is a sheet of it: after the declaration, while it is open and the judge sits there. */
export const mayJudgeEvidenceFile: MayReadFile = async (db, actor, evidenceId) => {
  const { personId } = actor
  const assessmentIds = thingsOf(actor, 'judge')
  return personId !== null && assessmentIds.length > 0 && isJudgedBy(db, { personId, assessmentIds }, evidenceId)
}
