import type { Context } from 'hono'
import { dayIn, dayInWords } from '#kit/date.ts'
import { notFound } from '#kit/refusal.ts'
import { activitiesOf, amount, ComparePage, comparePlans, findMatrix, layoutOf, type Matrix, viewOf } from '#project'
import { routes, signedIn, type Web } from '#web/request.ts'
import { latestProgress } from './store.ts'

/** Two versions of a plan, cell by cell, with what was reached of each activity: of those that were dropped too. */
export const compareRoutes = routes().get('/proyek/:code/rencana/banding', signedIn, async (c) => {
  const view = await viewOf(c)
  const { plans, project } = view
  if (plans.length < 2) return c.redirect(`/proyek/${project.code}/rencana`, 303)
  const versionOf = (name: string, otherwise: number) => {
    const wanted = c.req.query(name)
    return wanted ? plans.find(({ version }) => String(version) === wanted) : plans.at(otherwise)
  }
  const [from, to] = [versionOf('dari', -2), versionOf('ke', -1)]
  if (!from || !to) throw notFound()
  const [before, after] = [await findMatrix(c.var.db, from.id), await findMatrix(c.var.db, to.id)]
  const layout = await layoutOf(c.var.db, view.programme)
  const reached = await reachedOf(c, project.id, [before, after])
  return c.render(
    <ComparePage {...{ view, from, to, reached, layout }} compared={comparePlans(before, after)} actor={c.var.actor} />,
  )
})

/** "tercapai 60%, 45 dokumen pada 3 Maret 2026" by line: what was last reported of it. */
async function reachedOf(c: Context<Web>, projectId: string, matrices: Matrix[]): Promise<Map<string, string>> {
  const units = new Map(matrices.flatMap(activitiesOf).map(({ lineId, indicatorUnit }) => [lineId, indicatorUnit]))
  const reports = await latestProgress(c.var.db, projectId)
  return new Map(
    reports.map(({ lineId, percent, value, reportedAt }) => {
      const worth = value === null ? '' : `, ${amount(value, units.get(lineId) ?? '')}`
      return [lineId, `tercapai ${percent}%${worth} pada ${dayInWords(dayIn(c.var.zone, reportedAt))}`]
    }),
  )
}
