import type { Context } from 'hono'
import { type Files, listQuarantined } from '#files'
import { notFound } from '#kit/refusal.ts'
import { isId } from '#kit/text.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { only, routes, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { letInQuestion, QuarantinePage, removeQuestion } from './pages/quarantine-page.tsx'
import { letInUpload, removeQuarantined } from './quarantine-commands.ts'

const place = '/pengaturan/karantina'

/** What the virus scanner holds back, and what an admin decides about it. */
export function quarantineRoutes(files: Files) {
  const app = routes()
  const admin = only('admin')

  app.get(place, admin, async (c) => {
    const uploads = await listQuarantined(c.var.db)
    return c.render(
      <QuarantinePage
        uploads={uploads}
        hasScanner={files.scanner !== undefined}
        away={await files.scanner?.whyAway()}
      />,
    )
  })

  const findHeld = async (c: Context<Web>) => {
    const held = (await listQuarantined(c.var.db)).find(({ id }) => id === c.req.param('id'))
    if (!held) throw notFound('Berkas ini tidak ada lagi di karantina.')
    return held
  }
  app.get(`${place}/:id/terima`, admin, async (c) =>
    c.render(<ConfirmPage {...letInQuestion(await findHeld(c))} back={place} />),
  )
  app.get(`${place}/:id/hapus`, admin, async (c) =>
    c.render(<ConfirmPage {...removeQuestion(await findHeld(c))} back={place} />),
  )

  const idIn = (c: Context<Web>): string => {
    const id = c.req.param('id') ?? ''
    if (!isId(id)) throw notFound()
    return id
  }
  app.post(`${place}/:id/terima`, admin, async (c) => {
    await letInUpload(c.var.db, c.var.actor, idIn(c), c.var.now)
    say(c, 'Berkas diterima. Pengunggahnya diberi tahu agar mengirim formulirnya lagi.')
    return c.redirect(place, 303)
  })
  app.post(`${place}/:id/hapus`, admin, async (c) => {
    await removeQuarantined(c.var.db, files, c.var.actor, idIn(c), c.var.now)
    say(c, 'Berkas dihapus dari karantina.')
    return c.redirect(place, 303)
  })

  return app
}
