import type { Context } from 'hono'
import { blankForm, type Form, refuseField } from '#kit/form.ts'
import { deadLink } from '#kit/refusal.ts'
import { anyone, routes, type Web } from '#web/request.ts'
import { readPosted } from '#web/typed.ts'
import type { Identity } from './identity.ts'
import { SetUpPage } from './pages/set-up-page.tsx'
import { setUp } from './set-up-commands.ts'
import { setUpForm } from './set-up-forms.ts'
import { hasAgency } from './set-up-store.ts'
import { signInHere } from './sign-in-routes.tsx'

/** The first visit: whoever holds the link from the terminal makes the agency and becomes its admin. */
export function setUpRoutes(people: Identity) {
  const app = routes()

  app.get('/pasang', anyone, async (c) => {
    await guard(c, people)
    return draw(c, blankForm({ zone: 'Asia/Jakarta' }))
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

  return app
}

async function guard(c: Context<Web>, people: Identity): Promise<void> {
  if (await hasAgency(c.var.database)) throw deadLink(isDone)
  if (!people.isSetUpKey(c.req.query('kunci') ?? '')) throw deadLink(wrongKey)
}

const isDone = 'Rintis sudah dipasang. Masuklah dengan akun Anda.'
const wrongKey = 'Kunci pemasangan tidak cocok. Salin seluruh tautan "Pasang: …" dari terminal.'

const draw = (c: Context<Web>, form: Form, status: 200 | 422 = 200) =>
  c.render(<SetUpPage form={form} path={`/pasang?kunci=${encodeURIComponent(c.req.query('kunci') ?? '')}`} />, status)
