import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listFilesOf, type MayReadFile } from '#files'
import { blankForm, type Form } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import type { Web } from '#web/request.ts'
import type { FollowUpAct } from './follow-up.ts'
import { findPlaceOfNote, listNotes } from './note-store.ts'
import { FollowUpPage } from './pages/follow-up-page.tsx'
import { followUpPolicy, seesProjectOf } from './policy.ts'
import type { FollowUpRow } from './store.ts'

/** The files that prove a follow-up are read by exactly those who may read it. */
export const mayReadFollowUpFile: MayReadFile = async (db, actor, noteId) => {
  const followUp = await findPlaceOfNote(db, noteId)
  return followUp !== undefined && can(followUpPolicy, actor, 'read', followUp)
}

/** The page of one follow-up, with everything that was said about it; `refused` is the act that came too late. */
export async function drawFollowUp(c: Context<Web>, row: FollowUpRow, form: Form = blankForm(), refused?: FollowUpAct) {
  const { db, actor } = c.var
  const notes = await listNotes(db, row.id)
  const files = await listFilesOf(
    db,
    'follow_up',
    notes.map(({ id }) => id),
  )
  return (
    <FollowUpPage
      {...{ row, notes, files, refused }}
      form={{ ...form, values: { id: randomUUIDv7(), ...form.values } }}
      most={c.var.files.maxUpload}
      may={(act) => can(followUpPolicy, actor, act, row)}
      opensProject={seesProjectOf(actor, row)}
    />
  )
}
