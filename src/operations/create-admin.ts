import { createAdmin } from '#people'
import { withParts } from './installation.ts'
import { demanded, type Operation } from './operation.ts'

export const invitedAdmin: Operation = {
  summary: 'mengundang seorang admin; mencetak tautan undangannya, bukan kata sandi',
  usage: '--agency SLUG --email SUREL --name NAMA',
  options: { agency: { type: 'string' }, email: { type: 'string' }, name: { type: 'string' } },
  run: (call) => {
    const [agencySlug, email, name] = [demanded(call, 'agency'), demanded(call, 'email'), demanded(call, 'name')]
    const { environment } = call
    return withParts(environment, async ({ database }) => {
      const admin = { agencySlug, email: email.trim().toLowerCase(), name: name.trim() }
      const link = `${environment.url}${await createAdmin(database, admin, environment.now())}`
      return { lines: [link], value: { link } }
    })
  },
}
