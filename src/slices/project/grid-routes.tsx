import type { Context } from 'hono'
import type * as z from 'zod'
import { Refusal } from '#kit/refusal.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
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

/** Reads the JSON that an open grid sends, without a NUL that was pasted; what it would never send is refused. */
async function readSent<S extends z.ZodType>(c: Context<Web>, schema: S): Promise<z.output<S>> {
  const read = schema.safeParse(parsed(await c.req.text()))
  if (!read.success) throw new Refusal('conflict', 'Isian tidak terbaca. Muat ulang halaman.')
  return read.data
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json, (_, value) => (typeof value === 'string' ? value.replaceAll('\0', '') : value))
  } catch {
    return undefined
  }
}

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
      return refused(c, error)
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
      return refused(c, error)
    }
  })

/** Why nothing was done, for a script that says it on the open page. */
function refused(c: Context<Web>, error: unknown) {
  if (!(error instanceof Refusal)) throw error
  return c.json(
    { refused: error.sentence },
    error.reason === 'conflict' ? 409 : error.reason === 'forbidden' ? 403 : 404,
  )
}
