import { type Db, transact } from '#db'
import { listFilesOf } from '#files'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'
import { conflict, stale } from '#kit/refusal.ts'
import { changeFiles, type FileChange } from './attach-commands.ts'
import { insteadOfAgent, insteadOfHead } from './gate-commands.ts'
import { hold } from './held.ts'
import { type Integration, requireIntegration } from './integration.ts'
import { addIntegration, findIntegration, saveIntegration } from './integration-store.ts'
import { isEnded } from './project.ts'

/** What an agent says of the document that proves it; `id` was minted by the page that drew the form. */
export type IntegrationSaid = Pick<Integration, 'id' | 'kind' | 'number' | 'datedOn'> & { document: FileChange }

/** The agent records that the change is part of the management system. The same form twice records it once. */
export const stateIntegration = (db: Db, actor: Actor, code: string, said: IntegrationSaid, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project } = await hold(tx, actor, code, 'integrate')
    const last = await findIntegration(tx, project.id)
    if (last?.id === said.id) return
    if (!isEnded(project)) throw conflict('Integrasi dicatat setelah proyek dinyatakan selesai.')
    requireIntegration(last, 'integrate')
    const { document, ...stated } = said
    if (stated.datedOn > today) throw conflict('Tanggal dokumen belum tiba.')
    await changeFiles(tx, actor, project.id, 'integration', document, now)
    const files = await listFilesOf(tx, 'project', [project.id])
    if (!files.some(({ part }) => part === 'integration')) throw conflict('Lampirkan dokumen yang membuktikannya.')
    await addIntegration(tx, { ...stated, projectId: project.id, statedAt: now })
    const onBehalfOf = await insteadOfAgent(tx, actor, project, today)
    await record(tx, actor, { ...entryOf('stated', project.id), onBehalfOf }, now)
  })

type Answer = { id: string; note: string | null }

/** Somebody other than its agent verifies the statement that was looked at, or sends it back with a reason. */
export const decideIntegration = (db: Db, actor: Actor, code: string, answer: Answer, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { project } = await hold(tx, actor, code, 'decideIntegration')
    const last = await findIntegration(tx, project.id)
    requireIntegration(last, 'decideIntegration')
    if (last?.id !== answer.id) throw stale()
    const decidedById = actor.personId
    const { note } = answer
    await saveIntegration(
      tx,
      { id: answer.id, projectId: project.id },
      note === null ? { verifiedAt: now, decidedById } : { sentBackAt: now, note, decidedById },
    )
    const onBehalfOf = await insteadOfHead(tx, actor, project, today)
    await record(tx, actor, { ...entryOf(note === null ? 'verified' : 'returned', project.id), onBehalfOf }, now)
  })

const entryOf = (what: 'stated' | 'verified' | 'returned', projectId: string) => ({
  event: `project.integration-${what}`,
  thing: { kind: 'project' as const, id: projectId },
  details: { projectId },
})
