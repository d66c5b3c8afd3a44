import type { Context } from 'hono'
import { forbidden } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { provedByItAlone, refuseUnlessAllowed } from './evidence.ts'
import { returnEvidence, verifyEvidence, withdrawEvidence } from './evidence-commands.ts'
import { aloneOf, type PieceView, pieceOf } from './evidence-view.ts'
import { walkFrom } from './evidence-walk.ts'
import { ReturnPage } from './pages/return-page.tsx'
import { WithdrawPage } from './pages/withdraw-page.tsx'
import { blankReturn, readReturn } from './return-view.ts'

/** The page of the activity from which somebody came to decide; null when they came from the evidence's own page. */
const cameFrom = (c: Context<Web>, { desk, piece }: PieceView): string | null => {
  const wanted = c.req.query('kegiatan')
  const line = desk.lines.find(({ lineId }) => lineId === wanted && piece.lineIds.includes(lineId))
  return line?.path ?? null
}

/** Where the way goes on after a decision: back to the activity, or to the next piece that waits. */
function goOn(c: Context<Web>, view: PieceView, sentence: string) {
  const from = cameFrom(c, view)
  const { after, waiting } = walkFrom(view.piece, view.all.filter(view.desk.mayJudge))
  const isWalking = from === null && after !== null
  say(c, isWalking ? `${sentence} Masih ada ${waiting} eviden yang menunggu; ini yang berikutnya.` : sentence)
  return c.redirect(from ?? (after ? `${view.desk.path}/${after.id}` : view.desk.path), 303)
}

const ofEvidence = (c: Context<Web>, view: PieceView) => {
  const own = `${view.desk.path}/${view.piece.id}`
  return {
    title: 'Kembalikan eviden',
    lead: view.piece.name,
    breadcrumbs: [
      { path: view.desk.path, label: 'Eviden' },
      { path: own, label: view.piece.name },
    ],
    action: addressAgain(c),
    back: cameFrom(c, view) ?? own,
  }
}

/** The address of this request with what it asks, so that its form is posted to the same. */
const addressAgain = (c: Context<Web>): string => c.req.path + new URL(c.req.url).search

export const evidenceDecisionRoutes = routes()
  .post('/proyek/:code/eviden/:id/verifikasi', signedIn, async (c) => {
    const view = await pieceOf(c)
    await verifyEvidence(c.var.db, c.var.actor, view.project.project.code, view.piece.id, momentOf(c))
    return goOn(c, view, 'Eviden diverifikasi.')
  })
  .get('/proyek/:code/eviden/:id/kembalikan', signedIn, async (c) => {
    const view = await pieceOf(c)
    if (!view.desk.mayJudge(view.piece)) throw forbidden()
    return c.render(<ReturnPage {...ofEvidence(c, view)} form={blankReturn()} />)
  })
  .post('/proyek/:code/eviden/:id/kembalikan', signedIn, async (c) => {
    const view = await pieceOf(c)
    const read = await readReturn(c)
    if (!read.ok) return c.render(<ReturnPage {...ofEvidence(c, view)} form={read.form} />, read.status)
    const { code } = view.project.project
    try {
      await returnEvidence(c.var.db, c.var.actor, code, view.piece.id, read.remark, momentOf(c), read.asked)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'remark' })
      return c.render(<ReturnPage {...ofEvidence(c, view)} form={form} />, status)
    }
    return goOn(c, view, 'Dikembalikan kepada agen dengan catatan Anda.')
  })
  .get('/proyek/:code/eviden/:id/tarik', signedIn, async (c) => {
    const view = await pieceOf(c)
    if (!view.desk.mayWithdraw(view.piece)) throw forbidden()
    refuseUnlessAllowed(view.piece.state, 'withdraw')
    const back = cameFrom(c, view) ?? `${view.desk.path}/${view.piece.id}`
    const alone = provedByItAlone(view.piece, view.all)
    const questions = await aloneOf(c.var.db, view.piece)
    return c.render(<WithdrawPage {...{ view, back, alone, questions }} action={addressAgain(c)} />)
  })
  .post('/proyek/:code/eviden/:id/tarik', signedIn, async (c) => {
    const view = await pieceOf(c)
    await withdrawEvidence(c.var.db, c.var.actor, view.project.project.code, view.piece.id, momentOf(c))
    say(c, 'Eviden ditarik.')
    return c.redirect(cameFrom(c, view) ?? view.desk.path, 303)
  })
