import { authorize, can } from '#kit/policy.ts'
import { notFound } from '#kit/refusal.ts'
import { routes, signedIn } from '#web/request.ts'
import { ProgrammeListPage } from './pages/programme-list-page.tsx'
import { ProgrammePage } from './pages/programme-page.tsx'
import { programmePolicy } from './policy.ts'
import { findProgramme, listProgrammes, stagesOf } from './programme-store.ts'
import { areasOf, listSets, mappingsOf, targetsOf } from './reform-store.ts'

/** The programmes of the agency, and each with its stages, areas and targets. */
export const programmeRoutes = routes()

programmeRoutes.get('/program', signedIn, async (c) => {
  const { db, actor } = c.var
  const programmes = await listProgrammes(db)
  return c.render(<ProgrammeListPage programmes={programmes} mayAdd={can(programmePolicy, actor, 'add', db)} />)
})

programmeRoutes.get('/program/:slug', signedIn, async (c) => {
  const { db, actor } = c.var
  const programme = await findProgramme(db, c.req.param('slug'))
  if (programme === undefined) throw notFound()
  authorize(programmePolicy, actor, 'read', programme)
  const { id, setCode } = programme
  const [stages, sets] = [await stagesOf(db, id), await listSets(db)]
  const [areas, targets] = [await areasOf(db, setCode), await targetsOf(db, setCode)]
  const mappings = await mappingsOf(db, setCode)
  const set = sets.find(({ code }) => code === setCode)
  const mayChange = can(programmePolicy, actor, 'change', programme)
  return c.render(<ProgrammePage {...{ programme, stages, set, areas, targets, mappings, mayChange }} />)
})
