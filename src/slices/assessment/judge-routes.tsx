import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isId } from '#kit/text.ts'
import { listCandidates, nameInFull, namesOf } from '#people'
import { areasOf, findProgramme } from '#programme'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { type AssessmentState, mustBe } from './assessment.ts'
import { judgeForm, keepOutForm, releaseForm, replacementForm } from './forms.ts'
import { assessmentAt, panelOf, type Seen } from './held.ts'
import { keepOut, nameJudge, releaseJudge, replaceJudge } from './judge-commands.ts'
import { isLate } from './late.ts'
import { listLate } from './late-store.ts'
import { ReasonPage } from './pages/decision-pages.tsx'
import { JudgePage, KeepOutPage } from './pages/judge-pages.tsx'
import { lateWords } from './pages/late-words.ts'
import { mayBeKeptFrom } from './panel.ts'
import { listJudges } from './panel-store.ts'

const idOf = (c: Context<Web>) => c.req.param('id') ?? ''

/** The assessment of this address in this state, for whoever runs the programme. */
async function seenIn(c: Context<Web>, state: AssessmentState) {
  const seen = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
  mustBe(seen.assessment, state)
  return seen
}

/** The judge of this address. */
async function judgeOf(c: Context<Web>) {
  const judges = await listJudges(c.var.db, idOf(c))
  const judge = judges.find(({ personId }) => personId === c.req.param('person'))
  if (!judge) throw notFound()
  return judge
}

/** Who can be named, and in which fields. */
async function choosing(
  c: Context<Web>,
  { id, programmeId, title }: { id: string; programmeId: string; title: string },
) {
  const words = c.req.query('cari')?.trim() ?? ''
  const programme = await findProgramme(c.var.db, programmeId)
  const areas = programme ? await areasOf(c.var.db, programme.setCode) : []
  return { assessment: { id, title }, words, areas, candidates: await listCandidates(c.var.db, { words }) }
}

const back = (c: Context<Web>, sentence: string) => {
  say(c, sentence)
  return c.redirect(`/penilaian/${idOf(c)}`, 303)
}

/** Whether whoever changes this panel may know its marks: then the page asks why. */
const isLateNow = async (c: Context<Web>, seen: Seen) =>
  isLate(await panelOf(c.var.db, seen, c.var.today), await listLate(c.var.db, seen.assessment.id))

async function replacing(c: Context<Web>, form: Form = blankForm()) {
  const seen = await seenIn(c, 'open')
  const judge = await judgeOf(c)
  const replaces = { name: nameInFull(judge), isLate: await isLateNow(c, seen) }
  const { candidates, ...chosen } = await choosing(c, seen.assessment)
  const others = candidates.filter(({ id }) => id !== judge.personId)
  return <JudgePage {...chosen} candidates={others} {...{ form, replaces }} path={c.req.path} />
}

/** Of somebody who was released already, too: the sheets that are in still count. */
async function keepingOut(c: Context<Web>, form: Form = blankForm()) {
  const seen = await seenIn(c, 'open')
  const personId = c.req.param('person') ?? ''
  const name = isId(personId) ? (await namesOf(c.var.db, [personId])).get(personId) : undefined
  if (name === undefined) throw notFound()
  const { assessment } = seen
  const panel = await panelOf(c.var.db, seen, c.var.today)
  const projects = seen.projects.filter(({ id }) => mayBeKeptFrom(panel, { projectId: id, judgeId: personId }))
  const late = isLate(panel, await listLate(c.var.db, assessment.id))
  return <KeepOutPage {...{ assessment, projects, form, name }} isLate={late} path={c.req.path} />
}

async function releasing(c: Context<Web>, form: Form = blankForm()) {
  const seen = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
  const name = nameInFull(await judgeOf(c))
  const back = { path: `/penilaian/${seen.assessment.id}`, label: seen.assessment.title }
  const [action, act] = [c.req.path, 'Bebaskan penilai']
  const words = 'Lembarnya yang sudah dikirim tetap sah. Lembarnya yang belum dikirim tidak ditunggu lagi.'
  if (await isLateNow(c, seen))
    return (
      <ReasonPage
        {...{ form, action, act, back }}
        title="Bebaskan penilai"
        lead={`Membebaskan ${name} dari penilaian ini. ${words} ${lateWords}`}
        label="Alasan"
      />
    )
  return (
    <ConfirmPage {...{ action, act }} question={`Bebaskan ${name} dari penilaian ini?`} back={back.path}>
      <p>{words}</p>
    </ConfirmPage>
  )
}

/** Who judges: named before it is opened, replaced, released and kept out afterwards. */
export const judgeRoutes = routes()
  .get('/penilaian/:id/penilai', signedIn, async (c) => {
    const { assessment } = await seenIn(c, 'preparing')
    return c.render(<JudgePage {...(await choosing(c, assessment))} form={blankForm()} path={c.req.path} />)
  })
  .post('/penilaian/:id/penilai', signedIn, async (c) => {
    const { assessment } = await seenIn(c, 'preparing')
    const read = await readPosted(c, judgeForm)
    const page = { ...(await choosing(c, assessment)), path: c.req.path }
    if (!read.ok) return c.render(<JudgePage {...page} form={read.form} />, read.status)
    try {
      await nameJudge(c.var.db, c.var.actor, assessment.id, read.value, momentOf(c))
      return back(c, 'Penilai ditunjuk.')
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'person_id' })
      return c.render(<JudgePage {...page} form={form} />, status)
    }
  })
  .get('/penilaian/:id/penilai/:person/bebaskan', signedIn, async (c) => c.render(await releasing(c)))
  .post('/penilaian/:id/penilai/:person/bebaskan', signedIn, async (c) => {
    const read = await readPosted(c, releaseForm)
    if (!read.ok) return c.render(await releasing(c, read.form), read.status)
    const personId = c.req.param('person')
    const seen = await assessmentAt(c.var.db, c.var.actor, idOf(c), 'prepare')
    try {
      await releaseJudge(c.var.db, c.var.actor, idOf(c), { personId, ...read.value }, momentOf(c))
      return back(c, 'Penilai dibebaskan. Lembar yang sudah dikirim tetap sah.')
    } catch (error) {
      if (!(await isLateNow(c, seen))) throw error
      const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
      return c.render(await releasing(c, form), status)
    }
  })
  .get('/penilaian/:id/penilai/:person/ganti', signedIn, async (c) => c.render(await replacing(c)))
  .post('/penilaian/:id/penilai/:person/ganti', signedIn, async (c) => {
    const read = await readPosted(c, replacementForm)
    if (!read.ok) return c.render(await replacing(c, read.form), read.status)
    try {
      const named = { ...read.value, outId: c.req.param('person') }
      await replaceJudge(c.var.db, c.var.actor, idOf(c), named, momentOf(c))
      return back(c, 'Penilai diganti. Penggantinya melihat lembarnya di Beranda.')
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'person_id' })
      return c.render(await replacing(c, form), status)
    }
  })
  .get('/penilaian/:id/penilai/:person/kecualikan', signedIn, async (c) => c.render(await keepingOut(c)))
  .post('/penilaian/:id/penilai/:person/kecualikan', signedIn, async (c) => {
    const read = await readPosted(c, keepOutForm)
    if (!read.ok) return c.render(await keepingOut(c, read.form), read.status)
    const said = { ...read.value, personId: c.req.param('person') }
    try {
      await keepOut(c.var.db, c.var.actor, idOf(c), said, momentOf(c))
      return back(c, 'Penilai dikecualikan dari proyek itu.')
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'project_id' })
      return c.render(await keepingOut(c, form), status)
    }
  })
