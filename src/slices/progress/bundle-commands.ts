import { type Db, transact } from '#db'
import type { Files } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { authorize } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { findProject, listProjects, titleOf } from '#project'
import { type BundleChoice, type PackedPiece, type PackedProject, pack } from './bundle.ts'
import { listPlanned } from './bundle-store.ts'
import { type EvidenceSearch, listEvidence } from './evidence-store.ts'
import { areaEvidencePolicy, progressPolicy } from './policy.ts'

type Taker = { db: Db; actor: Actor; blobs: Files['blobs']; now: Date }

/** Takes the evidence of a project away: the journal says who had it. */
export async function bundleProject({ db, actor, blobs, now }: Taker, code: string, choice: BundleChoice) {
  const project = await findProject(db, code)
  if (!project) throw notFound()
  authorize(progressPolicy, actor, 'read', { ...project, author: null })
  const pieces = await packEvidence(db, blobs, [{ ...project, title: titleOf(project) }], choice)
  const thing = { kind: 'project' as const, id: project.id }
  const details = { projectId: project.id, pieces: pieces.length }
  await transact(db, (tx) => record(tx, actor, { event: 'evidence.bundled', thing, details }, now))
  return pieces
}

/** Takes the evidence of all projects of a programme in one reform area away. */
export async function bundleArea(
  { db, actor, blobs, now }: Taker,
  { programmeId, areaCode }: { programmeId: string; areaCode: string },
  choice: BundleChoice,
  today: Day,
) {
  authorize(areaEvidencePolicy, actor, 'read', { agencyId: db.agencyId })
  const rows = await listProjects(db, actor, programmeId, today)
  const projects = rows
    .filter(({ areaCodes }) => areaCodes.includes(areaCode))
    .map((row) => ({ ...row, title: titleOf(row) }))
  const pieces = await packEvidence(db, blobs, projects, choice)
  const thing = { kind: 'programme' as const, id: programmeId }
  const details = { areaCode, pieces: pieces.length }
  await transact(db, (tx) => record(tx, actor, { event: 'evidence.bundled', thing, details }, now))
  return pieces
}

/**
 * Two queries, however many projects there are; and the store is asked for each content whether it has it, outside of
 * any transaction: a slow disk keeps nobody waiting at the journal.
 */
export async function packEvidence(
  db: Db,
  blobs: Files['blobs'],
  projects: PackedProject[],
  choice: BundleChoice,
  search: EvidenceSearch = {},
): Promise<PackedPiece[]> {
  const ids = projects.map(({ id }) => id)
  const evidence = await listEvidence(db, ids, search)
  const files = evidence.flatMap(({ file }) => (file ? [file] : []))
  const missing = new Set<string>()
  for (const [sha256, size] of new Map(files.map((file) => [file.sha256, file.size])))
    if ((await blobs.sizeOf(db.agencyId, sha256)) !== size) missing.add(sha256)
  return pack({ choice, projects, lines: await listPlanned(db, ids), evidence, missing })
}
