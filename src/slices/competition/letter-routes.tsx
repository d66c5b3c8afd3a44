import type { Context } from 'hono'
import * as z from 'zod'
import { readUploads } from '#files'
import { blankForm, refuseField, typedOf } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { optionalDay, optionalText, several } from '#kit/schema.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { aroundOf, namedIn } from './around-view.ts'
import { demandDraft } from './entry.ts'
import { confirmations, letterPaper, lettersOf } from './letter.ts'
import { confirmLetter } from './letter-commands.ts'
import { LetterFormPage } from './pages/letter-form-page.tsx'
import { LettersPage } from './pages/letters-page.tsx'
import { PreflightPage } from './pages/preflight-page.tsx'
import { writeAs } from './paper-view.ts'
import { entryPolicy } from './policy.ts'
import { preflightOf } from './preflight.ts'
import { type EntryView, viewOf } from './view.ts'

/** Formulir surat. A confirmation of a letter that bears no stamp says nothing of one. */
const letterForm = z.object({
  /** 0 while nothing was said of it. */
  revision: z.coerce.number().int().min(0),
  number: optionalText(100),
  datedOn: optionalDay,
  statedOn: optionalDay,
  confirmed: several(z.enum(confirmations), confirmations.length),
})

const mayEdit = (c: Context<Web>, { entry }: EntryView) =>
  entry.state === 'draft' && can(entryPolicy, c.var.actor, 'edit', entry)

const checkIn = ({ edition }: EntryView, key: string | undefined) => {
  const check = lettersOf(edition).find((one) => one.key === key)
  if (!check) throw notFound()
  return check
}

async function letterToEdit(c: Context<Web>) {
  const view = await viewOf(c)
  authorize(entryPolicy, c.var.actor, 'edit', view.entry)
  demandDraft(view.entry)
  const check = checkIn(view, c.req.param('key'))
  const letter = view.judged.letters.find(({ key }) => key === check.key)
  const { revision = 0, number = '', datedOn = null, statedOn = null, confirmed = [] } = letter ?? {}
  return { view, check, stored: typedOf({ revision, number, datedOn, statedOn, confirmed }) }
}

export const letterRoutes = routes()
  .get('/usulan/:code/periksa', signedIn, async (c) => {
    const view = await viewOf(c)
    const { db, actor, today } = c.var
    const criteria = preflightOf(view.judged, await aroundOf(db, view.entry, today))
    const { innovators } = await namedIn(db, actor, view.entry, today)
    const writers = innovators.map(({ name }) => name)
    return c.render(<PreflightPage {...{ view, criteria, writers }} mayEdit={mayEdit(c, view)} />)
  })
  .get('/usulan/:code/surat', signedIn, async (c) => {
    const view = await viewOf(c)
    return c.render(<LettersPage view={view} mayEdit={mayEdit(c, view)} />)
  })
  .get('/usulan/:code/surat/:file{[a-z0-9-]+\\.(?:docx|pdf)}', signedIn, async (c) => {
    const view = await viewOf(c)
    const [key, kind] = c.req.param('file').split('.')
    const { letter: template, label, stamped, statement, signatory } = checkIn(view, key)
    if (template === null) throw notFound()
    const { db, actor, today, session } = c.var
    const named = await namedIn(db, actor, view.entry, today)
    const { entry } = view
    const said = { label, stamped, statement, signedBy: signatory }
    const about = { ...said, kind: template, entry, unitName: entry.unitName, agencyName: session?.agency.name }
    const paper = letterPaper({ ...about, agencyName: about.agencyName ?? '', ...named })
    return writeAs(c, paper, kind === 'pdf' ? 'pdf' : 'docx', `${key}-${entry.code}`)
  })
  .get('/usulan/:code/surat/:key', signedIn, async (c) => {
    const { view, check, stored } = await letterToEdit(c)
    return c.render(<LetterFormPage entry={view.entry} check={check} form={blankForm(stored)} />)
  })
  .post('/usulan/:code/surat/:key', signedIn, async (c) => {
    const { view, check } = await letterToEdit(c)
    const { entry } = view
    const read = await readPosted(c, letterForm)
    const { ids: files, typed, refused } = await readUploads(c, 'proof', ['pdf'])
    const values = { ...read.typed, ...typed }
    if (!read.ok) return c.render(<LetterFormPage {...{ entry, check }} form={{ ...read.form, values }} />, read.status)
    if (refused)
      return c.render(<LetterFormPage {...{ entry, check }} form={refuseField(values, 'proof', refused)} />, 422)
    try {
      await confirmLetter(c.var.db, c.var.actor, entry.code, check.key, { ...read.value, files }, momentOf(c))
    } catch (error) {
      const { stored } = await letterToEdit(c)
      const { form, status } = refusedForm(error, values, { field: 'dated_on', stored })
      return c.render(<LetterFormPage {...{ entry, check }} form={form} />, status)
    }
    say(c, 'Surat disimpan.')
    return c.redirect(`/usulan/${entry.code}/surat`, 303)
  })
