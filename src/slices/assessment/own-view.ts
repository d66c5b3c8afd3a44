import type { Db, Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { headedTree } from '#people'
import type { Assessment } from './assessment.ts'
import { judgedOf } from './held.ts'
import { type AssessedProject, findAssessedBy, type Place } from './panel-store.ts'
import { assessmentPolicy } from './policy.ts'
import { causeSentences, headless, headsOver, type RecusalCause, tieOf } from './recusal.ts'
import type { Scoresheet } from './scoresheet.ts'
import { findSheet, holdSheet } from './sheet-store.ts'
import { findAssessment, holdToMark } from './store.ts'

/** A project with the sheet that the actor fills in for it; undefined before the declaration. */
export type OwnSheet = {
  assessment: Assessment
  project: AssessedProject
  judgeId: string
  sheet: Scoresheet | undefined
}

type Whose = { assessmentId: string; projectId: string; judgeId: string }

/**
 * The actor's own sheet of a project. Whoever does not go together with the project has none: 403 says why. 404
 * where the assessment does not judge it. It looks at this project alone, however many the assessment judges.
 */
export const ownSheetAt = async (db: Db, actor: Actor, id: string, code: string, today: Day): Promise<OwnSheet> =>
  ownIn(db, actor, isId(id) ? await findAssessment(db, id) : undefined, { code, today, sheetOf: findSheet })

/**
 * The same, with the sheet held until the transaction ends. The assessment is held together with whoever else marks, so
 * that judges do not wait for each other, and whoever opens, decides or changes the panel waits for all of them.
 */
export const holdOwnSheet = async (tx: Tx, actor: Actor, id: string, code: string, today: Day): Promise<OwnSheet> =>
  ownIn(tx, actor, isId(id) ? await holdToMark(tx, id) : undefined, { code, today, sheetOf: holdSheet })

async function ownIn<D extends Db>(
  db: D,
  actor: Actor,
  assessment: Assessment | undefined,
  {
    code,
    today,
    sheetOf,
  }: { code: string; today: Day; sheetOf: (db: D, whose: Whose) => Promise<Scoresheet | undefined> },
): Promise<OwnSheet> {
  if (!assessment) throw notFound()
  const judgeId = actor.personId
  const { id } = assessment
  const found = judgeId === null ? undefined : await findAssessedBy(db, { assessmentId: id, code, judgeId }, today)
  authorize(assessmentPolicy, actor, 'score', judgedOf({ assessment, projects: found ? [found] : [] }))
  if (judgeId === null) throw forbidden('Akun Anda belum dihubungkan dengan seorang pegawai.')
  if (!found) throw notFound()
  const { cause, isAssigned, judgeUnitId, isHead, ...project } = found
  const sheet = await sheetOf(db, { assessmentId: id, projectId: project.id, judgeId })
  const tie = cause ?? (await tieToday(db, assessment, project, { judgeId, judgeUnitId, isHead, sheet, today }))
  if (tie) throw forbidden(causeSentences[tie])
  const isShared = assessment.perProject !== null && assessment.state !== 'preparing'
  if (isShared && !isAssigned) throw forbidden('Proyek ini dinilai penilai lain.')
  return { assessment, project, judgeId, sheet }
}

type Judge = Pick<Place, 'judgeUnitId' | 'isHead'> & { judgeId: string; sheet: Scoresheet | undefined; today: Day }

/** As `panelOf` has it of all: what the judge is to the project today, while nothing is settled. */
async function tieToday(
  db: Db,
  { state }: Assessment,
  project: AssessedProject,
  { judgeId, judgeUnitId, isHead, sheet, today }: Judge,
): Promise<RecusalCause | null> {
  if (sheet?.submittedAt || state === 'decided' || state === 'closed') return null
  const tree = isHead ? await headedTree(db, today, project.unitId) : []
  const over = headsOver(tree).get(project.unitId) ?? headless
  return tieOf({ personId: judgeId, unitId: judgeUnitId }, { ...project, ...over })
}
