import type { Context } from 'hono'
import * as z from 'zod'
import { blankForm, type Form } from '#kit/form.ts'
import { rowId, text } from '#kit/schema.ts'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { findMailChoice, saveMailChoice } from './access-store.ts'
import { findAccount, saveAccountName } from './account-store.ts'
import { mailChoices } from './mail-choice.ts'
import { AccountPage } from './pages/account-page.tsx'
import { listSessions, removeSession, removeSessions, saveSessionAgency } from './session-store.ts'

const nameForm = z.object({ name: text('Isi nama Anda.') })
const sessionForm = z.object({ sessionId: rowId })
const mailForm = z.object({ mailChoice: z.enum(mailChoices) })
const agencyForm = z.object({ agencyId: rowId })

/** Akun: what belongs to whoever is signed in, in whatever agency. */
export const accountRoutes = routes()

accountRoutes.get('/akun', signedIn, async (c) => {
  const account = await findAccount(c.var.db, c.var.actor.accountId)
  return draw(c, blankForm({ name: account?.name ?? '' }))
})

accountRoutes.post('/akun', signedIn, async (c) => {
  const read = await readPosted(c, nameForm)
  if (!read.ok) return draw(c, read.form, read.status)
  await saveAccountName(c.var.db, c.var.actor.accountId, read.value.name, c.var.now)
  say(c, 'Nama Anda disimpan.')
  return c.redirect('/akun', 303)
})

accountRoutes.post('/akun/surel', signedIn, async (c) => {
  const read = await readPosted(c, mailForm)
  if (read.ok) {
    await saveMailChoice(c.var.db, c.var.actor.accountId, read.value.mailChoice)
    say(c, 'Pilihan surel Anda disimpan.')
  }
  return c.redirect('/akun', 303)
})

accountRoutes.post('/akun/sesi/akhiri', signedIn, async (c) => {
  const read = await readPosted(c, sessionForm)
  if (read.ok) {
    await removeSession(c.var.db, c.var.actor.accountId, read.value.sessionId)
    say(c, 'Perangkat itu sudah dikeluarkan.')
  }
  return c.redirect('/akun', 303)
})

accountRoutes.post('/akun/sesi/akhiri-lainnya', signedIn, async (c) => {
  const { db, actor, session } = c.var
  await removeSessions(db, actor.accountId, session?.sessionId ?? null)
  say(c, 'Semua perangkat lain sudah dikeluarkan.')
  return c.redirect('/akun', 303)
})

accountRoutes.post('/akun/instansi', signedIn, async (c) => {
  const { db, actor, session } = c.var
  const read = await readPosted(c, agencyForm)
  if (read.ok && session !== null) {
    const own = { id: session.sessionId, accountId: actor.accountId }
    await saveSessionAgency(db, own, read.value.agencyId)
  }
  return c.redirect('/beranda', 303)
})

async function draw(c: Context<Web>, form: Form, status: 200 | 422 = 200) {
  const { db, actor, session, zone, now } = c.var
  const mailChoice = await findMailChoice(db, actor.accountId)
  const sessions = await listSessions(db, actor.accountId, now)
  const { email = '', sessionId = '', agency, agencies = [] } = session ?? {}
  return c.render(
    <AccountPage
      form={form}
      mailForm={blankForm({ mail_choice: mailChoice })}
      email={email}
      sessions={sessions}
      currentId={sessionId}
      agencies={agencies}
      agencyId={agency?.id ?? ''}
      zone={zone}
    />,
    status,
  )
}
