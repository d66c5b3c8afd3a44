import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, type Form, refuseField, type Typed } from '#kit/form.ts'
import type { Asked } from '#project'
import type { PageStatus, Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import { returnForm } from './forms.ts'

/** The form of sending back, with the id of the follow-up that it may make. */
export const blankReturn = (): Form => blankForm({ follow_up_id: randomUUIDv7() })

type Read = { ok: true; remark: string; asked: Asked; typed: Typed } | { ok: false; form: Form; status: PageStatus }

/** Why something is sent back, and what that asks of the agent; or the form with what is wrong. */
export async function readReturn(c: Context<Web>): Promise<Read> {
  const read = await readPosted(c, returnForm)
  if (!read.ok) return read
  const { remark, asFollowUp, dueOn, followUpId } = read.value
  const { typed } = read
  if (!asFollowUp || dueOn === null || followUpId === null) return { ok: true, remark, asked: null, typed }
  if (dueOn >= c.var.today) return { ok: true, remark, asked: { id: followUpId, dueOn }, typed }
  return {
    ok: false,
    form: refuseField(typed, 'due_on', 'Batas waktu tidak boleh sebelum hari ini.'),
    status: 422,
  }
}
