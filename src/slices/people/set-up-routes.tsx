import type { Context } from 'hono'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { deadLink, notFound } from '#kit/refusal.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import type { Identity } from './identity.ts'
import { SetUpPage, ShownAroundPage } from './pages/set-up-page.tsx'
import { setUp } from './set-up-commands.ts'
import { setUpForm } from './set-up-forms.ts'
import { hasAgency } from './set-up-store.ts'
import { signInHere } from './sign-in-routes.tsx'

/** Fills in the demonstration; returns with what its people sign in. It takes a minute. */
export type FillDemo = () => Promise<{ email: string; password: string; word: string }[]>

/** The first visit: whoever holds the link from the terminal makes the agency and becomes its admin. */
export function setUpRoutes(people: Identity, fillDemo: FillDemo | undefined) {
  const app = routes()

  app.get('/pasang', anyone, async (c) => {
    await guard(c, people)
    return draw(c, blankForm({ zone: 'Asia/Jakarta' }))
  })

  app.post('/pasang/peragaan', anyone, async (c) => {
    await guard(c, people)
    if (!fillDemo) throw notFound()
    return c.render(<ShownAroundPage accounts={await fillDemo()} />)
  })

  app.post('/pasang', anyone, async (c) => {
    await guard(c, people)
    const read = await readPosted(c, setUpForm)
    if (!read.ok) return draw(c, read.form, read.status)
    const { agencyName, zone, ...admin } = read.value
    const problem = await people.judgePassword(admin.password, { ...admin, agencies: [agencyName] })
    if (problem !== null) return draw(c, refuseField(read.typed, 'password', problem), 422)
    if (!(await setUp(c.var.database, { agency: { name: agencyName, zone }, admin }, c.var.now))) throw deadLink(isDone)
    return signInHere(c, people, admin)
  })

  function draw(c: Context<Web>, form: Form, status: 200 | 422 = 200) {
    const key = `?kunci=${encodeURIComponent(c.req.query('kunci') ?? '')}`
    const demoPath = fillDemo && `/pasang/peragaan${key}`
    return c.render(<SetUpPage form={form} path={`/pasang${key}`} demoPath={demoPath} />, status)
  }

  return app
}

async function guard(c: Context<Web>, people: Identity): Promise<void> {
  if (await hasAgency(c.var.database)) throw deadLink(isDone)
  if (!people.isSetUpKey(c.req.query('kunci') ?? '')) throw deadLink(wrongKey)
}

const isDone = 'Rintis sudah dipasang. Masuklah dengan akun Anda.'
const wrongKey = 'Kunci pemasangan tidak cocok. Salin seluruh tautan “Pasang: …” dari terminal.'
