import { pageNumber } from '#kit/list.ts'
import { authorize, can } from '#kit/policy.ts'
import { routes, signedIn } from '#web/request.ts'
import { invitationPolicy } from './invitation-policy.ts'
import { PersonListPage } from './pages/person-list-page.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { personAt } from './person-held.ts'
import { listHistory } from './person-history-store.ts'
import { personPolicy, registerPolicy } from './person-policy.ts'
import { listPersons, openNip } from './person-store.ts'
import { listStandingsOf } from './standing-store.ts'
import { inTreeOrder, subtreeOf } from './unit.ts'
import { listUnits } from './unit-store.ts'

/** The register of persons, and each person's facts, standings and history. */
export const personRoutes = routes()

personRoutes.get('/orang', signedIn, async (c) => {
  const { db, actor } = c.var
  authorize(registerPolicy, actor, 'read', db)
  const [words, slug] = [c.req.query('cari')?.trim() ?? '', c.req.query('unit') ?? '']
  const units = inTreeOrder(await listUnits(db))
  const unit = units.find((each) => each.slug === slug)
  const page = await listPersons(db, actor, {
    words,
    number: pageNumber(c.req.query('halaman')),
    ...(unit && { unitIds: [...subtreeOf(units, unit.id)] }),
  })
  const options = units.map(({ slug: value, name, depth }) => ({ value, label: `${'– '.repeat(depth)}${name}` }))
  const search = { words, unit: unit?.slug ?? '' }
  const mayAdd = can(registerPolicy, actor, 'add', db)
  const mayInvite = can(invitationPolicy, actor, 'read', { agencyId: db.agencyId, roles: [] })
  return c.render(<PersonListPage {...{ page, search, mayAdd, mayInvite }} units={options} />)
})

personRoutes.get('/orang/:id', signedIn, async (c) => {
  const { db, actor } = c.var
  const person = await personAt(db, actor, 'read', c.req.param('id'))
  const nip = can(personPolicy, actor, 'openNip', person) ? await openNip(db, person.id) : undefined
  const history = can(personPolicy, actor, 'readHistory', person) ? await listHistory(db, person.id) : undefined
  const [units, standings] = [await listUnits(db), await listStandingsOf(db, person.id)]
  const mayCorrect = can(personPolicy, actor, 'correct', person)
  const mayReadRegister = can(registerPolicy, actor, 'read', db)
  return c.render(<PersonPage {...{ person, nip, units, standings, history, mayCorrect, mayReadRegister }} />)
})
