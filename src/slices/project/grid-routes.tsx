import { momentOf, routes, signedIn } from '#web/request.ts'
import { readSent, sayRefused } from '#web/sent.ts'
import { isOpen, requireOpen } from './action-plan.ts'
import { shownOf } from './columns.ts'
import { askedNow, savedCells } from './grid/asked.ts'
import { gridOf } from './grid/draw.ts'
import { writeCells } from './grid-commands.ts'
import { keepPlace, matrixRevision, othersIn } from './grid-store.ts'
import { programmeOf } from './held.ts'
import { GridPage } from './pages/grid-page.tsx'
import { findMatrix } from './plan-store.ts'
import { layoutOf, planToEdit, viewToEdit } from './view.ts'

/** How long somebody counts as being there after they were last heard of. */
const secondsThere = 40

export const gridRoutes = routes()
  .get('/proyek/:code/rencana/lembar', signedIn, async (c) => {
    const { project, plan, programme } = await viewToEdit(c)
    if (!isOpen(plan)) return c.redirect(`/proyek/${project.code}/rencana`, 303)
    const layout = await layoutOf(c.var.db, programme)
    // Read before the rows: what comes between them is asked for once more, not missed.
    const revision = await matrixRevision(c.var.db, plan.id)
    const grid = gridOf(await findMatrix(c.var.db, plan.id), layout, revision)
    const areas = project.areaCodes.map((code) => layout.areaNames.get(code) ?? code)
    return c.render(
      <GridPage {...{ project, grid, areas }} columns={shownOf(layout.columns)} account={c.var.actor.accountId} />,
    )
  })

  .post('/proyek/:code/rencana/lembar', signedIn, async (c) => {
    try {
      const { rows } = await readSent(c, savedCells)
      return c.json(await writeCells(c.var.db, c.var.actor, c.req.param('code'), rows, momentOf(c)))
    } catch (error) {
      return sayRefused(c, error)
    }
  })

  .post('/proyek/:code/rencana/lembar/kini', signedIn, async (c) => {
    try {
      const { revision, at } = await readSent(c, askedNow)
      const { project, plan } = await planToEdit(c)
      requireOpen(plan)
      const since = new Date(c.var.now.getTime() - secondsThere * 1000)
      const name = c.var.session?.name ?? ''
      await keepPlace(c.var.db, c.var.actor, plan.id, { name, at }, { now: c.var.now, since })
      const others = await othersIn(c.var.db, c.var.actor, plan.id, since)
      const stored = await matrixRevision(c.var.db, plan.id)
      if (stored === revision) return c.json({ others })
      const layout = await layoutOf(c.var.db, await programmeOf(c.var.db, project))
      return c.json({ others, grid: gridOf(await findMatrix(c.var.db, plan.id), layout, stored) })
    } catch (error) {
      return sayRefused(c, error)
    }
  })
