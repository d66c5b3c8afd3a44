import type { Db, Tx } from '#db'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { findPerson, headedTree } from '#people'
import type { Assessment } from './assessment.ts'
import { judgedOf } from './held.ts'
import { type AssessedProject, isAssigned, listAssessed } from './panel-store.ts'
import { assessmentPolicy } from './policy.ts'
import { causeSentences, headless, headsOver, type RecusalCause, tieOf } from './recusal.ts'
import type { Scoresheet } from './scoresheet.ts'
import { findRecusal, findSheet, holdSheet } from './sheet-store.ts'
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
  const projects = await listAssessed(db, assessment.id, code)
  authorize(assessmentPolicy, actor, 'score', judgedOf({ assessment, projects }))
  const [project] = projects
  if (!project) throw notFound()
  if (actor.personId === null) throw forbidden('Akun Anda belum dihubungkan dengan seorang pegawai.')
  const whose = { assessmentId: assessment.id, projectId: project.id, judgeId: actor.personId }
  const sheet = await sheetOf(db, whose)
  const cause = await causeOf(db, assessment, project, { whose, sheet, today })
  if (cause) throw forbidden(causeSentences[cause])
  const isShared = assessment.perProject !== null && assessment.state !== 'preparing'
  if (isShared && !(await isAssigned(db, whose))) throw forbidden('Proyek ini dinilai penilai lain.')
  return { assessment, project, judgeId: actor.personId, sheet }
}

/** As `panelOf` has it of all: what was written down, and while nothing is settled what the judge is to it today. */
async function causeOf(
  db: Db,
  { state }: Assessment,
  project: AssessedProject,
  { whose, sheet, today }: { whose: Whose; sheet: Scoresheet | undefined; today: Day },
): Promise<RecusalCause | null> {
  const written = await findRecusal(db, whose)
  if (written) return written
  if (sheet?.submittedAt || state === 'decided' || state === 'closed') return null
  const person = await findPerson(db, whose.judgeId)
  const over = headsOver(await headedTree(db, today, project.unitId)).get(project.unitId) ?? headless
  return tieOf({ personId: whose.judgeId, unitId: person?.unitId ?? null }, { ...project, ...over })
}
