import { can } from '#kit/policy.ts'
import { routes, signedIn } from '#web/request.ts'
import { headsOfAll } from './head-store.ts'
import { UnitListPage } from './pages/unit-list-page.tsx'
import { UnitPage } from './pages/unit-page.tsx'
import { listStandingsOn } from './standing-store.ts'
import { pathTo } from './unit.ts'
import { unitAt } from './unit-held.ts'
import { unitPolicy } from './unit-policy.ts'
import { listUnits } from './unit-store.ts'

/** The tree of units, and each unit with its heads and what is below it. */
export const unitRoutes = routes()

unitRoutes.get('/unit', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const showsClosed = c.req.query('ditutup') === 'ya'
  const units = (await listUnits(db)).filter(({ untilOn }) => showsClosed || untilOn === null || untilOn >= today)
  const heads = await headsOfAll(db, today)
  const mayAdd = can(unitPolicy, actor, 'add', db)
  return c.render(<UnitListPage units={units} heads={heads} showsClosed={showsClosed} mayAdd={mayAdd} />)
})

unitRoutes.get('/unit/:slug', signedIn, async (c) => {
  const { db, actor, today } = c.var
  const { unit, units } = await unitAt(db, actor, 'read', c.req.param('slug'))
  const acting = (await headsOfAll(db, today)).get(unit.id) ?? []
  const heads = await listStandingsOn(db, 'head', unit.id)
  const below = units.filter(({ parentId }) => parentId === unit.id)
  const mayChange = can(unitPolicy, actor, 'change', unit)
  return c.render(<UnitPage above={pathTo(units, unit)} {...{ unit, below, acting, heads, mayChange }} />)
})
