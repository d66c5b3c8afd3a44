import type { Context } from 'hono'
import { listEntriesOf } from '#journal'
import { blankForm, type Form } from '#kit/form.ts'
import { conflict, forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { namesOf } from '#people'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { sendArchive } from './archive-view.ts'
import { mustBe } from './assessment.ts'
import { closeForm } from './forms.ts'
import { letterPaper } from './letter-paper.ts'
import { announce, withdrawChoice } from './life-commands.ts'
import { minutesPaper } from './minutes-paper.ts'
import { ReasonPage } from './pages/decision-pages.tsx'
import { MinutesPage } from './pages/minutes-page.tsx'
import { ResultPage } from './pages/result-page.tsx'
import { isUncovered } from './panel.ts'
import { type PaperKind, sendPaper } from './paper-view.ts'
import { readsLetter } from './policy.ts'
import { type AssessmentView, type CompetitionSide, viewAssessment, viewDecided, withSide } from './view.ts'

const idOf = (c: Context<Web>) => c.req.param('id') ?? ''
const viewOf = (c: Context<Web>) => viewAssessment(c.var.db, c.var.actor, idOf(c), c.var.today)
const decidedOf = (c: Context<Web>) => viewDecided(c.var.db, c.var.actor, idOf(c), c.var.today)

/** Papers are there once all marks may be seen; before that they would show them. */
async function uncovered(c: Context<Web>, side: CompetitionSide): Promise<AssessmentView> {
  const view = await viewOf(c)
  if (view.assessment.state === 'preparing' || !isUncovered(view.panel))
    throw conflict('Berita acara tersedia setelah semua lembar dikirim.')
  return withSide(view, side, c.var)
}

/** Who decided, by name. */
async function deciderOf(c: Context<Web>): Promise<string | null> {
  const entries = await listEntriesOf(c.var.db, [idOf(c)])
  const decided = entries.find(({ event }) => event === 'assessment.decided')
  const by = decided?.personId ?? decided?.accountId ?? null
  const names = await namesOf(c.var.db, [by])
  return by === null ? null : (names.get(by) ?? null)
}

const agencyOf = (c: Context<Web>) => ({
  agencyName: c.var.session?.agency.name ?? '',
  zone: c.var.zone,
  now: c.var.now,
})

async function sendMinutes(c: Context<Web>, kind: PaperKind, side: CompetitionSide) {
  const view = await uncovered(c, side)
  return sendPaper(c, minutesPaper({ view, decidedBy: await deciderOf(c), ...agencyOf(c) }), kind)
}

/** 404 for whom it is not, as if it were not there: that there is an assessment is not theirs to know. */
async function sendLetter(c: Context<Web>, kind: PaperKind) {
  const view = await decidedOf(c)
  const project = view.projects.find(({ code }) => code === c.req.param('code'))
  if (!project || !readsLetter(c.var.actor, project)) throw notFound()
  return sendPaper(c, letterPaper({ view, project, ...agencyOf(c) }), kind)
}

/** `form` is what was typed: it comes back even where somebody else has taken the choice back meanwhile. */
async function withdrawing(c: Context<Web>, form?: Form) {
  const { assessment, may } = await viewOf(c)
  if (!may('decide')) throw forbidden()
  if (!form) mustBe(assessment, 'decided')
  return (
    <ReasonPage
      form={form ?? blankForm()}
      title="Tarik putusan"
      lead="Penilaian terbuka lagi, pengumuman dan surat umpan baliknya ditarik, dan agen serta atasannya diberi tahu. Putusan ini beserta alasan penarikannya tetap tercatat dalam berita acara. Usulan kompetisi yang sudah dibuat tidak ikut dihapus: halaman penilaian menyebutnya, untuk dibiarkan sebagai draf atau ditarik dengan alasannya."
      label="Alasan menarik putusan"
      act="Tarik putusan"
      action={`/penilaian/${assessment.id}/tarik-putusan`}
      back={{ path: `/penilaian/${assessment.id}`, label: assessment.title }}
    />
  )
}

/** What comes of the choice: papers, letters, the archive, and whether it is announced. */
export const choiceRoutes = (side: CompetitionSide) =>
  routes()
    .get('/penilaian/:id/berita-acara', signedIn, async (c) => {
      const view = await uncovered(c, side)
      const { agencyName } = agencyOf(c)
      return c.render(<MinutesPage {...{ view, agencyName }} decidedBy={await deciderOf(c)} />)
    })
    .get('/penilaian/:id/berita-acara.docx', signedIn, (c) => sendMinutes(c, 'docx', side))
    .get('/penilaian/:id/berita-acara.pdf', signedIn, (c) => sendMinutes(c, 'pdf', side))
    .get('/penilaian/:id/umpan-balik/:code/surat.docx', signedIn, (c) => sendLetter(c, 'docx'))
    .get('/penilaian/:id/umpan-balik/:code/surat.pdf', signedIn, (c) => sendLetter(c, 'pdf'))
    .get('/penilaian/:id/arsip.zip', signedIn, async (c) => {
      const view = await uncovered(c, side)
      if (!view.may('decide')) throw forbidden()
      if (view.assessment.state === 'open') throw conflict('Arsip tersedia setelah penilaian diputuskan atau ditutup.')
      return sendArchive(c, view, await deciderOf(c))
    })
    .get('/penilaian/:id/hasil', signedIn, async (c) => {
      const view = await decidedOf(c)
      if (view.assessment.announcedAt === null) throw notFound()
      return c.render(<ResultPage view={view} />)
    })
    .get('/penilaian/:id/tarik-putusan', signedIn, async (c) => c.render(await withdrawing(c)))
    .post('/penilaian/:id/tarik-putusan', signedIn, async (c) => {
      const read = await readPosted(c, closeForm)
      if (!read.ok) return c.render(await withdrawing(c, read.form), read.status)
      try {
        await withdrawChoice(c.var.db, c.var.actor, idOf(c), read.value.reason, momentOf(c))
      } catch (error) {
        const { form, status } = refusedForm(error, read.typed, { field: 'reason' })
        return c.render(await withdrawing(c, form), status)
      }
      say(c, 'Putusan ditarik. Penilaian terbuka lagi.')
      return c.redirect(`/penilaian/${idOf(c)}`, 303)
    })
    .get('/penilaian/:id/umumkan', signedIn, async (c) => {
      const { assessment, may } = await viewOf(c)
      if (!may('decide')) throw forbidden()
      mustBe(assessment, 'decided')
      const isOut = assessment.announcedAt !== null
      return c.render(
        <ConfirmPage
          action={c.req.path}
          act={isOut ? 'Tarik pengumuman' : 'Umumkan hasil'}
          question={isOut ? 'Tarik pengumuman hasil penilaian ini?' : 'Umumkan hasil penilaian ini?'}
          back={`/penilaian/${assessment.id}`}
        >
          <p>
            {isOut
              ? 'Halaman hasil tidak dapat dibuka lagi. Surat umpan balik tetap tersedia, tanpa peringkat.'
              : 'Semua pegawai instansi ini yang mempunyai akun dapat membaca pilihan, alasannya, dan urutan proyek. Nilai tidak ikut diumumkan.'}
          </p>
        </ConfirmPage>,
      )
    })
    .post('/penilaian/:id/umumkan', signedIn, async (c) => {
      const isOut = await announce(c.var.db, c.var.actor, idOf(c), momentOf(c))
      say(c, isOut ? 'Hasil penilaian diumumkan.' : 'Pengumuman ditarik.')
      return c.redirect(`/penilaian/${idOf(c)}`, 303)
    })
