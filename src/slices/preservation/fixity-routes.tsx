import type { Context } from 'hono'
import { writeCsv, writeWorkbook } from '#documents/sheet.ts'
import { sendSheet } from '#project'
import { only, routes, type Web } from '#web/request.ts'
import { countOwn, listFileChecks, listFindings, listOwnChecks } from './fixity-report-store.ts'
import { reportSheet, reportTable } from './fixity-sheet.ts'
import { countContents, findLastRound, findOpenRound, listEnded, listSpoilt } from './fixity-store.ts'
import { FixityPage } from './pages/fixity-page.tsx'

/** How the files of the installation stand: what was read when, and what of the agency's own is spoilt. */
export function fixityRoutes(storages: readonly string[]) {
  const nameOf = (c: Context<Web>) => `keutuhan-berkas-${c.var.today}`
  return routes()
    .get('/pengaturan/keutuhan', only('admin', 'secretariat'), async (c) => {
      const { db } = c.var
      const checks = await listOwnChecks(db)
      const places = []
      for (const storage of storages)
        places.push({
          storage,
          open: await findOpenRound(db, storage),
          last: await findLastRound(db, storage),
          own: checks.find((one) => one.storage === storage),
        })
      return c.render(
        <FixityPage
          places={places}
          own={await countOwn(db)}
          contents={await countContents(db)}
          spoilt={await listSpoilt(db)}
          findings={await listFindings(db)}
          ended={await listEnded(db)}
        />,
      )
    })
    .get('/pengaturan/keutuhan.xlsx', only('admin', 'secretariat'), async (c) => {
      const sheet = reportSheet(await listFileChecks(c.var.db, storages), c.var.zone)
      return sendSheet(c, nameOf(c), await writeWorkbook([sheet], c.var.now))
    })
    .get('/pengaturan/keutuhan.csv', only('admin', 'secretariat'), async (c) =>
      c.body(writeCsv(reportTable(await listFileChecks(c.var.db, storages), c.var.zone), 'office'), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${nameOf(c)}.csv"`,
      }),
    )
}
