import { listEntriesOf } from '#journal'
import { makeApp } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { askIn, makeRunning, moment, type Running } from './make-assessment.ts'
import { viewAssessment } from './view.ts'

export type Judging = { scene: Scene; first: Running; second: Running }

/**
 * What every test file of a panel's pages begins with. `begin` makes the scene of one test anew, with two running
 * projects that concern public service; what is asked for is asked in the scene that was begun last.
 */
export async function makeJudging() {
  const database = await freshDatabase()
  const app = makeApp(database)
  let scene: Scene
  const begin = async (): Promise<Judging> => {
    scene = await makeScene(database)
    const first = await makeRunning(scene, { number: 2, title: 'Jawab Satu Jam' })
    return { scene, first, second: await makeRunning(scene, { number: 3, title: 'Naskah Terbuka' }) }
  }
  return {
    database,
    app,
    begin,
    ...askIn(app, () => scene),
    /** As the secretariat sees it now. */
    viewOf: (id: string) => viewAssessment(scene.db, scene.secretariat, id, moment.today),
    eventsOf: async (id: string) => (await listEntriesOf(scene.db, [id])).map(({ event }) => event),
  }
}
