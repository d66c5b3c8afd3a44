import { writeWorkbook } from '#documents/sheet.ts'
import { forbidden } from '#kit/refusal.ts'
import { sendSheet } from '#project'
import { routes, signedIn } from '#web/request.ts'
import { nationalSheets } from './national-sheets.ts'
import { nationalOf } from './national-view.ts'
import { NationalPage } from './pages/national-page.tsx'
import { watchesNation } from './policy.ts'

export const nationalRoutes = routes()
  .get('/nasional', signedIn, async (c) => {
    if (!watchesNation(c.var.actor)) throw forbidden()
    return c.render(<NationalPage national={await nationalOf(c)} />)
  })
  .get('/nasional.xlsx', signedIn, async (c) => {
    if (!watchesNation(c.var.actor)) throw forbidden()
    const national = await nationalOf(c)
    return sendSheet(c, `nasional-${national.year}`, await writeWorkbook(nationalSheets(national), c.var.now))
  })
