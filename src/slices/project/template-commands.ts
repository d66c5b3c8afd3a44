import { type Db, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { authorize } from '#kit/policy.ts'
import { compareRevision, conflict, notFound } from '#kit/refusal.ts'
import { holdProgramme } from '#programme'
import { templatePolicy } from './policy.ts'
import { filledColumns, holdTemplate, type MatrixTemplate, saveTemplate } from './template-store.ts'

/** Says which columns a programme's matrices show, in which order and under which names. */
export const changeTemplate = (db: Db, actor: Actor, programmeId: string, said: MatrixTemplate, now: Date) =>
  transact(db, async (tx) => {
    const programme = await holdProgramme(tx, programmeId)
    if (!programme) throw notFound()
    authorize(templatePolicy, actor, 'change', programme)
    compareRevision((await holdTemplate(tx, programmeId)).revision, said.revision)
    const kept = said.columns.map(({ key }) => key)
    if ((await filledColumns(tx, programmeId)).some((key) => !kept.includes(key)))
      throw conflict('Kolom yang sudah berisi tidak dapat dihapus. Sembunyikan kolom itu.')
    await saveTemplate(tx, programmeId, said)
    await record(tx, actor, { event: 'programme.changed', thing: { kind: 'programme', id: programmeId } }, now)
  })
