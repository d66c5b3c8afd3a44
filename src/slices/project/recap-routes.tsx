import type { Context } from 'hono'
import { writeWorkbook } from '#documents/sheet.ts'
import { notFound } from '#kit/refusal.ts'
import { areasOf, inForceOn, listProgrammes } from '#programme'
import { routes, signedIn, type Web } from '#web/request.ts'
import { RecapPage } from './pages/recap-page.tsx'
import { recapOf, recapSheet } from './recap.ts'
import { listProjects } from './store.ts'
import { sendSheet } from './version-routes.tsx'

/** The projects of a programme that the actor may read: of the one that is asked for, else of the one that runs. */
async function recap(c: Context<Web>) {
  const { db, actor, today, zone } = c.var
  const programmes = await listProgrammes(db)
  const wanted = c.req.query('program')
  const programme = wanted
    ? programmes.find(({ slug }) => slug === wanted)
    : (inForceOn(programmes, today) ?? programmes[0])
  if (!programme) throw notFound()
  const rows = await listProjects(db, actor, programme.id, today)
  return { programme, lines: recapOf(rows, await areasOf(db, programme.setCode), zone) }
}

/** These addresses stand before those of one project, whose code they would be taken for. */
export const recapRoutes = routes()
  .get('/proyek/rekap', signedIn, async (c) => c.render(<RecapPage {...(await recap(c))} />))
  .get('/proyek/rekap.xlsx', signedIn, async (c) => {
    const { programme, lines } = await recap(c)
    const bytes = await writeWorkbook([recapSheet(programme.name, lines)], c.var.now)
    return sendSheet(c, `rekap-proyek-${programme.slug}`, bytes)
  })
