import { describe, expect, test } from 'vitest'
import type { Actor } from '#kit/actor.ts'
import { findProject, listPlans } from '#project'
import { testNow } from '#test/app.ts'
import { noBrowser } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { makeScene } from '#test/scene.ts'
import { answerInAnHour } from '../../src/demo/texts/projects/past.ts'
import { savePasswordHash } from '../../src/slices/people/account-store.ts'
import { hashPassword } from '../../src/slices/people/password-hash.ts'
import * as agent from './whole/agent.ts'
import * as head from './whole/head.ts'
import { enter, openOffice, password } from './whole/office.ts'
import * as secretary from './whole/secretary.ts'

const database = await freshDatabase()
const project = answerInAnHour
const [activity] = project.matrix[0]?.activities ?? []
const [change] = project.presentation?.followUps ?? []

describe.skipIf(noBrowser !== '')(`without a script${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('a project goes from its seat to a verified report with a file, and a follow-up is finished', async () => {
    if (!activity || !change) throw new Error('The texts of the project are not whole.')
    const scene = await makeScene(database)
    const office = await openOffice(database)
    const hash = await hashPassword(password)
    const signIn = async ({ accountId }: Actor) => {
      await savePasswordHash(database, accountId, hash, testNow)
      const account = await database.query.selectFrom('account').select('email').where('id', '=', accountId)
      const page = await office.open({ javaScriptEnabled: false, viewport: { width: 360, height: 780 } })
      await enter(page, (await account.executeTakeFirstOrThrow()).email, password)
      return page
    }
    const [author, chief, desk] = [await signIn(scene.agent), await signIn(scene.head), await signIn(scene.secretariat)]

    const code = await agent.beginProject(author, project, '2023-02-23')
    await agent.writeMatrix(author, code, project.matrix[0]?.title ?? '', [activity])
    await agent.submitPlan(author, code)
    await head.approvePlan(chief, project)
    await secretary.verifyPlan(desk, project)
    await secretary.acceptWithoutSitting(desk, code)
    const { id = '' } = (await findProject(scene.db, code)) ?? {}
    expect(await listPlans(scene.db, id)).toMatchObject([{ state: 'agreed' }])

    await agent.reportProgress(author, code, activity, 'rekap-pertanyaan.pdf')
    await secretary.verifyProgress(desk, activity.title, 'rekap-pertanyaan.pdf')

    await secretary.agreeFollowUp(desk, code, change.what)
    await agent.finishFollowUp(author, change.what, change.done?.how ?? '')
    await secretary.closeFollowUp(desk, code, change.what)
  }, 180_000)
})
