import type { Context } from 'hono'
import { blankForm, type Form, staleForm, typedOf } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { isStale } from '#kit/refusal.ts'
import { only, routes, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import { giveRoles, removeAccess } from './access-commands.ts'
import { accessPolicy } from './access-policy.ts'
import { findAccess, listAccesses } from './access-store.ts'
import { makeResetLink } from './account-commands.ts'
import { rolesForm } from './invitation-forms.ts'
import { AccessListPage } from './pages/access-list-page.tsx'
import { AccessPage, ResetLinkPage } from './pages/access-page.tsx'

/** Who may act for the agency, and in which roles. */
export function accessRoutes(publicUrl: string) {
  const app = routes()
  const office = only('admin', 'secretariat')

  app.get('/orang/peran', office, async (c) => {
    const number = Math.max(1, Number.parseInt(c.req.query('halaman') ?? '1', 10) || 1)
    return c.render(<AccessListPage page={await listAccesses(c.var.db, number)} />)
  })

  app.get('/orang/peran/:id', office, async (c) => {
    const access = await findAccess(c.var.db, idInPath(c))
    authorize(accessPolicy, c.var.actor, 'read', access)
    return draw(c, blankForm(typedOf({ roles: [...access.roles], revision: access.revision })))
  })

  app.post('/orang/peran/:id', office, async (c) => {
    const { db, actor, now } = c.var
    const read = await readPosted(c, rolesForm)
    if (!read.ok) return draw(c, read.form, read.status)
    const accessId = idInPath(c)
    try {
      await giveRoles(db, actor, { accessId, ...read.value }, now)
    } catch (error) {
      if (!isStale(error)) throw error
      const stored = await findAccess(db, accessId)
      return draw(c, staleForm(read.typed, { revision: String(stored?.revision ?? '') }), 409)
    }
    say(c, 'Peran disimpan.')
    return c.redirect('/orang/peran', 303)
  })

  app.post('/orang/peran/:id/akhiri', office, async (c) => {
    await removeAccess(c.var.db, c.var.actor, idInPath(c), c.var.now)
    say(c, 'Akun itu tidak dapat lagi masuk ke instansi ini.')
    return c.redirect('/orang/peran', 303)
  })

  app.post('/orang/peran/:id/tautan-sandi', office, async (c) => {
    const access = await findAccess(c.var.db, idInPath(c))
    authorize(accessPolicy, c.var.actor, 'resetPassword', access)
    const path = await makeResetLink(c.var.db, c.var.actor, access.id, c.var.now)
    return c.render(<ResetLinkPage access={access} link={`${publicUrl}${path}`} />)
  })

  return app
}

async function draw(c: Context<Web>, form: Form, status: 200 | 409 | 422 = 200) {
  const { db, actor } = c.var
  const access = await findAccess(db, idInPath(c))
  authorize(accessPolicy, actor, 'read', access)
  const may = {
    changeRoles: can(accessPolicy, actor, 'changeRoles', access),
    end: can(accessPolicy, actor, 'end', access),
    resetPassword: can(accessPolicy, actor, 'resetPassword', access),
  }
  return c.render(<AccessPage form={form} access={access} may={may} />, status)
}
