import type { Database, Db } from '#db'
import { blankForm } from '#kit/form.ts'
import { authorize, can } from '#kit/policy.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { routes, signedIn } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import type { Agency } from './agency.ts'
import { changeSettings } from './agency-commands.ts'
import { settingsForm } from './agency-forms.ts'
import { settingsPolicy } from './agency-policy.ts'
import { findAgency } from './agency-store.ts'
import { type BackupState, SettingsPage } from './pages/settings-page.tsx'

/** The settings of the agency; `findBackup` says how the installation's daily copies stand. */
export function settingsRoutes(findBackup: (database: Database) => Promise<BackupState>) {
  const app = routes()
  const stateOf = async (db: Db) => ({ backup: await findBackup(db), arkNaan: db.arkNaan })

  app.get('/pengaturan', signedIn, async (c) => {
    const { db, actor } = c.var
    authorize(settingsPolicy, actor, 'read', db)
    const form = blankForm(typedAgency(await findAgency(db)))
    const state = await stateOf(db)
    return c.render(<SettingsPage form={form} mayChange={can(settingsPolicy, actor, 'change', db)} {...state} />)
  })

  app.post('/pengaturan', signedIn, async (c) => {
    const { db, actor, now } = c.var
    authorize(settingsPolicy, actor, 'change', db)
    const state = await stateOf(db)
    const read = await readPosted(c, settingsForm)
    if (!read.ok) return c.render(<SettingsPage form={read.form} mayChange {...state} />, read.status)
    try {
      await changeSettings(db, actor, read.value, now)
      say(c, 'Pengaturan disimpan.')
      return c.redirect('/pengaturan', 303)
    } catch (error) {
      const stored = typedAgency(await findAgency(db))
      const { form, status } = refusedForm(error, read.typed, { field: 'name', stored })
      return c.render(<SettingsPage form={form} mayChange {...state} />, status)
    }
  })

  return app
}

const typedAgency = (agency: Agency) => ({
  revision: String(agency.revision),
  name: agency.name,
  zone: agency.zone,
  contact_email: agency.contactEmail ?? '',
  mails_from: agency.mailsFrom,
  mails_until: agency.mailsUntil,
})
