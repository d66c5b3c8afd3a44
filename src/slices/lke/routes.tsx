import { writeWorkbook } from '#documents/sheet.ts'
import { notFound } from '#kit/refusal.ts'
import { lkeQuestions, sendBundle } from '#progress'
import { sendSheet } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { recordTaking } from './commands.ts'
import { BehindPage, behind } from './pages/behind-page.tsx'
import { LkePage } from './pages/lke-page.tsx'
import { ProofsPage } from './pages/proofs-page.tsx'
import { packedProofsOf, proofsOf } from './proofs-view.ts'
import { lkeSheets } from './sheets.ts'
import { lkeOf } from './view.ts'

export const lkeRoutes = routes()
  .get('/laporan/lke', signedIn, async (c) => c.render(<LkePage lke={await lkeOf(c)} />))
  .get('/laporan/lke.xlsx', signedIn, async (c) => {
    const lke = await lkeOf(c)
    return sendSheet(c, `angka-lke-${lke.year}`, await writeWorkbook(lkeSheets(lke, c.var.zone), c.var.now))
  })
  .get('/laporan/lke/eviden', signedIn, async (c) => c.render(<ProofsPage {...(await proofsOf(c))} />))
  .post('/laporan/lke/eviden', signedIn, async (c) => {
    const { year, question, pieces } = await packedProofsOf(c)
    await recordTaking(c.var.db, c.var.actor, { question, year, pieces: pieces.length }, c.var.now)
    return sendBundle(
      c,
      { title: `${lkeQuestions[question]}, ${year}`, fileName: `eviden-lke-${question}-${year}` },
      pieces,
    )
  })
  .get('/laporan/lke/rincian', signedIn, async (c) => {
    const lke = await lkeOf(c)
    const [what, unitId] = [behind.find((one) => one === c.req.query('angka')), c.req.query('unit') ?? null]
    const unit = lke.units.find((one) => one.unitId === unitId)
    if (!what || (unitId ? !unit : lke.agency === null)) throw notFound()
    const own = <Row extends { unitId: string }>(rows: Row[]) =>
      unit ? rows.filter((row) => row.unitId === unit.unitId) : rows
    return c.render(
      <BehindPage
        {...{ lke, what }}
        place={unit?.unitName ?? 'Seluruh instansi'}
        agents={own(lke.agents)}
        changes={own(lke.changes)}
      />,
    )
  })
