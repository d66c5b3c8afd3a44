import { findMatrix, viewOf } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { SchedulePage } from './pages/schedule-page.tsx'
import { tracksOf } from './told.ts'
import { listTold } from './told-store.ts'

export const scheduleRoutes = routes().get('/proyek/:code/jadwal', signedIn, async (c) => {
  const { db, actor, zone } = c.var
  const view = await viewOf(c)
  const agreed = view.plans.find(({ state }) => state === 'agreed')
  const { id, version } = agreed ?? view.plan
  const tracks = agreed ? tracksOf(await listTold(db, [view.project.id]), zone) : []
  const readings = new Map(tracks.map((track) => [track.lineId, track.readings]))
  const scheduled = (await findMatrix(db, id)).map((initiative) => ({
    ...initiative,
    activities: initiative.activities.map((activity) => ({
      activity,
      track: { ...activity, readings: readings.get(activity.lineId) ?? [] },
    })),
  }))
  const plan = { version, isAgreed: agreed !== undefined }
  return c.render(<SchedulePage {...{ view, actor, plan, scheduled }} />)
})
