import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { blankForm, type Form } from '#kit/form.ts'
import { forbidden, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { listCandidates, nameInFull } from '#people'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { memberForm } from './forms.ts'
import { TeamPage } from './pages/team-page.tsx'
import { isOpenTo } from './policy.ts'
import { listTeam } from './store.ts'
import { joinTeam, leaveTeam } from './team-commands.ts'
import { type ProjectView, viewOf } from './view.ts'

async function viewToChange(c: Context<Web>): Promise<ProjectView> {
  const view = await viewOf(c)
  const { project, plan } = view
  if (!isOpenTo(c.var.actor, 'team', { ...project, plan })) throw forbidden('Tim proyek ini tidak dapat Anda ubah.')
  return view
}

async function drawTeam(c: Context<Web>, { project, agent }: ProjectView, form: Form, status: 200 | 409 | 422) {
  const words = c.req.query('cari')?.trim() ?? ''
  const team = await listTeam(c.var.db, project.id)
  const found = await listCandidates(c.var.db, { words, unitId: project.unitId })
  const joined = new Set([agent?.personId, ...team.map((member) => member.personId)])
  const candidates = found.filter(({ id }) => !joined.has(id))
  return c.render(<TeamPage {...{ project, team, form, words, candidates }} />, status)
}

export const teamRoutes = routes()
  .get('/proyek/:code/tim', signedIn, async (c) =>
    drawTeam(c, await viewToChange(c), blankForm({ id: randomUUIDv7() }), 200),
  )
  .post('/proyek/:code/tim', signedIn, async (c) => {
    const view = await viewToChange(c)
    const read = await readPosted(c, memberForm)
    if (!read.ok) return drawTeam(c, view, read.form, read.status)
    try {
      await joinTeam(c.var.db, c.var.actor, view.project.code, read.value, momentOf(c))
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'person_id' })
      return drawTeam(c, view, form, status)
    }
    say(c, 'Anggota tim ditambahkan.')
    return c.redirect(`/proyek/${view.project.code}/tim`, 303)
  })
  .get('/proyek/:code/tim/:id/hapus', signedIn, async (c) => {
    const { project } = await viewToChange(c)
    const member = (await listTeam(c.var.db, project.id)).find(({ id }) => id === c.req.param('id'))
    if (!member) throw notFound()
    const page = { action: c.req.path, act: 'Keluarkan anggota', back: `/proyek/${project.code}/tim` }
    return c.render(
      <ConfirmPage {...page} question={`Keluarkan ${nameInFull(member)} dari tim?`}>
        <p>Sejak hari ini pegawai itu tidak lagi membaca proyek ini sebagai anggota tim.</p>
      </ConfirmPage>,
    )
  })
  .post('/proyek/:code/tim/:id/hapus', signedIn, async (c) => {
    await leaveTeam(c.var.db, c.var.actor, c.req.param('code'), c.req.param('id'), momentOf(c))
    say(c, 'Anggota dikeluarkan dari tim.')
    return c.redirect(`/proyek/${c.req.param('code')}/tim`, 303)
  })
