import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listFilesOf, readUploads } from '#files'
import { countPending } from '#follow-up'
import { withComma } from '#kit/decimal.ts'
import { allTypedIn, blankForm, type Form, typedOf } from '#kit/form.ts'
import { authorize } from '#kit/policy.ts'
import { forbidden, isConflict } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { finishWaits, noPicture } from './finish.ts'
import { confirmProject, finishProject, sendProjectBack } from './finish-commands.ts'
import { findFinish } from './finish-store.ts'
import { finishForm, sendBackForm, valueField } from './forms.ts'
import { FinishPage } from './pages/finish-page.tsx'
import { SendBackPage } from './pages/one-question-page.tsx'
import { isOpenTo, type ProjectAct, projectPolicy } from './policy.ts'
import { drawnFrom, planOf, viewOf } from './view.ts'

const home = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/proyek/${c.req.param('code')}`, 303)
}

async function openTo(c: Context<Web>, act: ProjectAct) {
  const { project, plan } = await viewOf(c)
  if (!isOpenTo(c.var.actor, act, { ...project, plan }))
    throw forbidden('Langkah ini tidak terbuka bagi Anda sekarang.')
  return project
}

/**
 * What the form of finishing is drawn with, for whoever may finish: the plan's matrix, and the pictures that are there.
 * Asked before new ones are taken in; the command asks again.
 */
async function partsOf(c: Context<Web>) {
  const { view, matrix } = await planOf(c)
  authorize(projectPolicy, c.var.actor, 'finish', { ...view.project, plan: view.plan })
  const files = await listFilesOf(c.var.db, 'project', [view.project.id])
  const waits = finishWaits(view.programme.finishNeedsClosed, await countPending(c.var.db, view.project.id))
  return { project: view.project, matrix, files, waits }
}

/** What was said the last time, for a project that was sent back. */
async function firstOf(c: Context<Web>, projectId: string): Promise<Form> {
  const last = await findFinish(c.var.db, projectId)
  const values = Object.entries(last?.values ?? {}).map(([id, value]) => [valueField(id), withComma(value)])
  const said = { beforeWords: last?.beforeWords ?? '', afterWords: last?.afterWords ?? '' }
  return blankForm({ ...typedOf({ id: randomUUIDv7(), ...said }), ...Object.fromEntries(values) })
}

type Side = 'before' | 'after'

/** What is wrong, in the order of the page: these last. */
const inOrder = (wrong: Record<string, string | null | undefined>, last: string[]): Record<string, string> => {
  const names = [...Object.keys(wrong).filter((name) => !last.includes(name)), ...last]
  return Object.fromEntries(names.flatMap((name) => (wrong[name] ? [[name, wrong[name]]] : [])))
}

/** The pictures of one side that came with the form, and which of those that were there go. */
const picturesOf = (c: Context<Web>, part: Side) => readUploads(c, part, ['picture'])

export const finishRoutes = routes()
  .get('/proyek/:code/selesai', signedIn, async (c) => {
    const { id } = await openTo(c, 'finish')
    return c.render(<FinishPage {...(await partsOf(c))} form={await firstOf(c, id)} />)
  })
  .post('/proyek/:code/selesai', signedIn, async (c) => {
    const parts = await partsOf(c)
    const { project, matrix, files } = parts
    const read = await readPosted(c, finishForm(matrix))
    const [before, after] = [await picturesOf(c, 'before'), await picturesOf(c, 'after')]
    const values = { ...read.typed, ...before.typed, ...after.typed }
    const dropped = (part: Side) => allTypedIn({ values, errors: {} }, `${part}_dropped`)
    const there = (part: Side) => files.filter((file) => file.part === part && !dropped(part).includes(file.id)).length
    const lacks = (part: Side, { ids, refused }: typeof before) =>
      refused ?? (there(part) + ids.length === 0 ? noPicture[part] : null)
    const wrong: Record<string, string | null | undefined> = {
      ...(!read.ok && read.form.errors),
      before: lacks('before', before),
      after: lacks('after', after),
    }
    const errors = inOrder(wrong, ['before_words', 'before', 'after_words', 'after'])
    if (!read.ok || Object.keys(errors).length > 0)
      return c.render(
        <FinishPage {...parts} form={{ ...(!read.ok && read.form), values, errors }} />,
        read.ok ? 422 : read.status,
      )
    const { id, beforeWords, afterWords, beforeDropped, afterDropped } = read.value
    const said = { id, beforeWords, afterWords, values: read.value.values }
    const changes = {
      before: { added: before.ids, dropped: beforeDropped },
      after: { added: after.ids, dropped: afterDropped },
    }
    try {
      await finishProject(c.var.db, c.var.actor, project.code, { ...said, ...changes }, momentOf(c))
    } catch (error) {
      // What was written and uploaded is worth more than the page that would say why.
      if (!isConflict(error)) throw error
      const again = await partsOf(c)
      const remark = again.waits === error.sentence ? undefined : error.sentence
      return c.render(<FinishPage {...again} form={{ values, errors: {}, ...(remark && { remark }) }} />, 409)
    }
    return home(c, 'Proyek dinyatakan selesai dan menunggu kepastian atasan.')
  })
  .get('/proyek/:code/kembalikan-selesai', signedIn, async (c) =>
    c.render(<SendBackPage project={await openTo(c, 'sendBack')} form={blankForm()} />),
  )
  .post('/proyek/:code/kembalikan-selesai', signedIn, async (c) => {
    const { project } = await viewOf(c)
    const read = await readPosted(c, sendBackForm)
    if (!read.ok) return c.render(<SendBackPage project={project} form={read.form} />, read.status)
    try {
      await sendProjectBack(c.var.db, c.var.actor, project.code, read.value.note, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'note' })
      return c.render(<SendBackPage project={project} form={form} />, status)
    }
    return home(c, 'Pernyataan selesai dikembalikan kepada agen dengan catatan Anda.')
  })
  .post('/proyek/:code/pastikan', signedIn, async (c) => {
    await confirmProject(c.var.db, c.var.actor, c.req.param('code'), momentOf(c), await drawnFrom(c))
    return home(c, 'Proyek dipastikan selesai.')
  })
