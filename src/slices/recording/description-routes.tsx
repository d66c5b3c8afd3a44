import type { Context } from 'hono'
import { listFilesOf, readUploads } from '#files'
import { blankForm, type Form, refuseField, typedOf } from '#kit/form.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { listCandidates, nameInFull } from '#people'
import { areasOf, findProgramme, targetsOf } from '#programme'
import { listTeam } from '#project'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { settleReach } from './consent-commands.ts'
import { describeRecording } from './description-commands.ts'
import { descriptionForm, linesAtOnce, linesIn } from './description-forms.ts'
import { type Around, findAround } from './description-store.ts'
import { reachForm } from './forms.ts'
import { DescriptionPage } from './pages/description-page.tsx'
import { ReachPage } from './pages/reach-page.tsx'
import { formFamilies } from './pages/recording-form-page.tsx'
import { rowOf } from './recording-view.ts'
import type { RecordingRow } from './store.ts'

/** Everybody around the project who may have taken part, by the name that the form shows. */
async function peopleAround(c: Context<Web>, { projectId, unitId }: RecordingRow): Promise<Map<string, string>> {
  const team = await listTeam(c.var.db, projectId)
  const staff = await listCandidates(c.var.db, { words: '', unitId })
  return new Map([
    ...staff.map(({ id, name }): [string, string] => [name, id]),
    ...team.map((member): [string, string] => [nameInFull(member), member.personId]),
  ])
}

async function drawDescription(c: Context<Web>, row: RecordingRow, form: Form, status: 200 | 409 | 422 = 200) {
  const setCode = (await findProgramme(c.var.db, row.programmeId))?.setCode ?? ''
  const optionOf = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  const areas = (await areasOf(c.var.db, setCode)).map(optionOf)
  const targets = (await targetsOf(c.var.db, setCode)).map(optionOf)
  const names = [...(await peopleAround(c, row)).keys()]
  const lines = linesIn(form.values)
  return c.render(<DescriptionPage {...{ row, areas, targets, names, lines }} form={form} />, status)
}

/** What is stored, as the form shows it, with some lines to spare. */
function typedDescription(row: RecordingRow, { areaCodes, targetCodes, contributors }: Around) {
  const { revision, title, alternativeTitle, description, recordedOn, keywords, place, language } = row
  const { source, licence, rightsNote } = row
  const said = {
    revision,
    title,
    alternativeTitle,
    description,
    recordedOn,
    place,
    language,
    source,
    licence,
    rightsNote,
  }
  const people = contributors.flatMap(({ role, name }, at): [string, string][] => [
    [`role_${at + 1}`, role],
    [`name_${at + 1}`, name],
  ])
  return {
    ...typedOf({ ...said, keywords: keywords.join(', '), areaCodes, targetCodes }),
    ...Object.fromEntries(people),
    lines: String(Math.max(linesAtOnce, contributors.length + 1)),
  }
}

async function drawReach(c: Context<Web>, row: RecordingRow, form: Form, status: 200 | 409 | 422 = 200) {
  const forms = (await listFilesOf(c.var.db, 'recording', [row.id])).filter(({ part }) => part === 'consent')
  return c.render(<ReachPage {...{ row, form, forms }} most={c.var.files.maxUpload} />, status)
}

const typedReach = ({ revision, access, embargoUntil, consent, consentOn }: RecordingRow) =>
  typedOf({ revision, access, embargoUntil, consent, consentOn })

const home = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/dokumentasi/${c.req.param('code')}`, 303)
}

/** What is said of a recording, and who may see it. */
export const descriptionRoutes = routes()
  .get('/dokumentasi/:code/ubah', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    return drawDescription(c, row, blankForm(typedDescription(row, await findAround(c.var.db, row))))
  })
  .post('/dokumentasi/:code/ubah', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    const typed = await readTyped(c)
    if (typed.act === 'more') {
      return drawDescription(c, row, blankForm({ ...typed, lines: String(linesIn(typed) + linesAtOnce) }))
    }
    const read = await readPosted(c, descriptionForm)
    if (!read.ok) return drawDescription(c, row, read.form, read.status)
    const people = await peopleAround(c, row)
    const contributors = read.value.contributors.map((one) => ({ ...one, personId: people.get(one.name) ?? null }))
    try {
      await describeRecording(c.var.db, c.var.actor, row.code, { ...read.value, contributors }, c.var.now)
    } catch (error) {
      const now = await rowOf(c)
      const stored = typedDescription(now, await findAround(c.var.db, now))
      const { form, status } = refusedForm(error, read.typed, { field: 'title', stored })
      return drawDescription(c, row, form, status)
    }
    return home(c, 'Keterangan disimpan.')
  })
  .get('/dokumentasi/:code/akses', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    return drawReach(c, row, blankForm(typedReach(row)))
  })
  .post('/dokumentasi/:code/akses', signedIn, async (c) => {
    const row = await rowOf(c, 'change')
    const read = await readPosted(c, reachForm)
    const { ids, typed, refused } = await readUploads(c, 'consent_form', formFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return drawReach(c, row, { ...read.form, values }, read.status)
    if (refused !== null) return drawReach(c, row, refuseField(values, 'consent_form', refused), 422)
    try {
      await settleReach(c.var.db, c.var.actor, row.code, { ...read.value, uploadIds: ids }, c.var.now)
    } catch (error) {
      const { form, status } = refusedForm(error, values, { field: 'access', stored: typedReach(await rowOf(c)) })
      return drawReach(c, row, form, status)
    }
    return home(c, 'Akses dan persetujuan disimpan.')
  })
