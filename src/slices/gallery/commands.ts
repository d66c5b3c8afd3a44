import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict } from '#kit/refusal.ts'
import { holdProject, listPlans, type Project, saveCopyShown } from '#project'
import { noteAppearances } from './ark-store.ts'
import { type PublicationAct, publicationPolicy } from './policy.ts'
import { agree, disagree, type Publication, publish, takeBack, unpublished } from './publication.ts'
import { findPublication, savePublication } from './store.ts'

type Call = { code: string; revision: number }

/** The agent agrees to be named in public. */
export const agreeToBeNamed = (db: Db, actor: Actor, call: Call, now: Date) =>
  change(db, actor, call, 'agree', now, (publication) => agree(publication, personOf(actor), now))

/** The agent takes the agreement back; what was published is public no longer. */
export const withdrawAgreement = (db: Db, actor: Actor, call: Call, now: Date) =>
  change(db, actor, call, 'disagree', now, disagree)

/** The secretariat shows the project to everybody. */
export const publishProject = (db: Db, actor: Actor, call: Call, now: Date) =>
  change(db, actor, call, 'publish', now, (publication, project) => publish(publication, project, now))

/** The secretariat takes it back, with a reason. */
export const takeBackProject = (db: Db, actor: Actor, call: Call & { reason: string }, now: Date) =>
  change(db, actor, call, 'takeBack', now, (publication, project) => takeBack(publication, project, call.reason))

const events = {
  agree: 'publication.agreed',
  disagree: 'publication.agreement-withdrawn',
  publish: 'publication.published',
  takeBack: 'publication.taken-back',
} as const

const change = (
  db: Db,
  actor: Actor,
  { code, revision }: Call,
  act: PublicationAct,
  now: Date,
  rule: (publication: Publication, project: Project & { agreedVersion: number | null }) => Publication,
) =>
  transact(db, async (tx) => {
    const project = await holdProject(tx, code)
    authorize(publicationPolicy, actor, act, project)
    const publication = (await findPublication(tx, project.id)) ?? unpublished(project.agencyId, project.id)
    compareRevision(publication.revision, revision)
    const agreed = (await listPlans(tx, project.id)).findLast(({ state }) => state === 'agreed')
    // What stood before the public until now is noted as it was called then.
    await noteAppearances(tx, now, project.id)
    const changed = rule(publication, { ...project, agreedVersion: agreed?.version ?? null })
    await savePublication(tx, changed)
    await noteAppearances(tx, now, project.id)
    if (publication.publishedAt?.getTime() !== changed.publishedAt?.getTime())
      await saveCopyShown(tx, project.id, changed.publishedAt)
    const thing = { kind: 'project' as const, id: project.id }
    await record(tx, actor, { event: events[act], thing, details: { projectId: project.id } }, now)
  })

function personOf({ personId }: Actor): string {
  if (personId === null) throw conflict('Akun ini bukan pegawai instansi, jadi tidak dapat setuju atas nama siapa pun.')
  return personId
}
