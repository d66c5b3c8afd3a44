import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import type { Role } from '#kit/actor.ts'
import { blankForm, type Form } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { rowId } from '#kit/schema.ts'
import { only, routes, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import {
  invitationPath,
  inviteAccount,
  renewInvitation,
  sendInvitation,
  withdrawInvitation,
} from './invitation-commands.ts'
import { inviteForm } from './invitation-forms.ts'
import { invitationPolicy } from './invitation-policy.ts'
import { findInvitation, listInvitations, listUninvited } from './invitation-store.ts'
import { InvitationListPage } from './pages/invitation-list-page.tsx'
import { InvitationPage } from './pages/invitation-page.tsx'
import { InvitePage } from './pages/invite-page.tsx'
import { nameInFull } from './person.ts'
import { findPerson } from './person-store.ts'

/** Inviting people; each invitation can be sent, copied as a link or printed, so that no mail server is needed. */
export function invitationRoutes(publicUrl: string, sendsMail: boolean) {
  const app = routes()
  const office = only('admin', 'secretariat')

  app.get('/orang/undangan', office, async (c) => {
    const { db, now, zone, actor } = c.var
    const invitations = await listInvitations(db)
    const uninvited = await listUninvited(db)
    const mayShow = (invitation: (typeof invitations)[number]) => can(invitationPolicy, actor, 'showLink', invitation)
    return c.render(<InvitationListPage {...{ invitations, uninvited, now, zone, mayShow }} />)
  })

  app.get('/orang/undangan/baru', office, async (c) => {
    const person = await findAsked(c)
    const known = person && { person_id: person.id, name: nameInFull(person), email: person.email ?? '' }
    return drawInvite(c, blankForm({ id: randomUUIDv7(), ...known }))
  })

  app.post('/orang/undangan', office, async (c) => {
    const { db, actor, now } = c.var
    const read = await readPosted(c, inviteForm)
    if (!read.ok) return drawInvite(c, read.form, read.status)
    const id = await inviteAccount(db, actor, read.value, now)
    say(c, 'Undangan dibuat. Kirimkan tautannya dengan salah satu cara di bawah ini.')
    return c.redirect(`/orang/undangan/${id}`, 303)
  })

  app.get('/orang/undangan/:id', office, async (c) => {
    const { db, actor, now, zone } = c.var
    const invitation = await findInvitation(db, idInPath(c))
    authorize(invitationPolicy, actor, 'showLink', invitation)
    const link = `${publicUrl}${invitationPath(db, invitation)}`
    return c.render(<InvitationPage {...{ invitation, link, now, zone, sendsMail }} />)
  })

  app.post('/orang/undangan/:id/kirim', office, async (c) => {
    await sendInvitation(c.var.db, c.var.actor, idInPath(c), c.var)
    say(c, sendsMail ? 'Undangan dikirim lewat surel.' : keptHere)
    return c.redirect(`/orang/undangan/${idInPath(c)}`, 303)
  })

  app.post('/orang/undangan/:id/perbarui', office, async (c) => {
    await renewInvitation(c.var.db, c.var.actor, idInPath(c), c.var.now)
    say(c, 'Tautan diperbarui. Tautan yang lama tidak berlaku lagi.')
    return c.redirect(`/orang/undangan/${idInPath(c)}`, 303)
  })

  app.post('/orang/undangan/:id/tarik', office, async (c) => {
    await withdrawInvitation(c.var.db, c.var.actor, idInPath(c), c.var.now)
    say(c, 'Undangan ditarik.')
    return c.redirect('/orang/undangan', 303)
  })

  return app
}

const keptHere =
  'Suratnya sudah ditulis, tetapi Rintis ini belum terhubung dengan server surel. Salin tautannya, atau cetak halaman ini.'

/** The person whom the list of the uninvited named, if any. */
async function findAsked(c: Context<Web>) {
  const id = rowId.safeParse(c.req.query('pegawai'))
  return id.success ? findPerson(c.var.db, id.data) : undefined
}

const adminOnly: Role[] = ['admin']

function drawInvite(c: Context<Web>, form: Form, status: 200 | 422 = 200) {
  const mayGiveRoles = can(invitationPolicy, c.var.actor, 'invite', { agencyId: c.var.db.agencyId, roles: adminOnly })
  return c.render(<InvitePage form={form} mayGiveRoles={mayGiveRoles} />, status)
}
