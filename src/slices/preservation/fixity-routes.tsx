import { only, routes } from '#web/request.ts'
import { countContents, findLastRound, findOpenRound, listSpoilt } from './fixity-store.ts'
import { FixityPage } from './pages/fixity-page.tsx'

/** How the files of the installation stand: what was read when, and what of the agency's own is spoilt. */
export const fixityRoutes = (storages: readonly string[]) =>
  routes().get('/pengaturan/keutuhan', only('admin', 'secretariat'), async (c) => {
    const { db } = c.var
    const rounds = []
    for (const storage of storages)
      rounds.push({ storage, open: await findOpenRound(db, storage), last: await findLastRound(db, storage) })
    return c.render(<FixityPage rounds={rounds} contents={await countContents(db)} spoilt={await listSpoilt(db)} />)
  })
