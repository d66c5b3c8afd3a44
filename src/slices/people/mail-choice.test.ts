import { expect, test } from 'vitest'
import { makeApp } from '#test/app.ts'
import { asks } from '#test/ask.ts'
import { freshDatabase } from '#test/database.ts'
import { makeAgency } from '#test/people.ts'
import { signInAs } from '#test/sign-in.ts'
import { findMailChoice } from './access-store.ts'

const database = await freshDatabase()
const app = makeApp(database)

test('who is signed in chooses which letters to get, for this agency and this account alone', async () => {
  const { db } = await makeAgency(database)
  const [one, other] = [await signInAs(db), await signInAs(db)]
  const own = asks(app, one)
  expect(await own.read('/akun')).toMatch(/<input[^>]*value="usual"[^>]*checked|checked[^>]*value="usual"/)
  expect((await own.post('/akun/surel', { mail_choice: 'decisions' })).status).toBe(303)
  expect(await own.read('/akun')).toMatch(/<input[^>]*value="decisions"[^>]*checked|checked[^>]*value="decisions"/)
  expect(await findMailChoice(db, other.actor.accountId)).toBe('usual')
  await own.post('/akun/surel', { mail_choice: 'sometimes' })
  expect(await findMailChoice(db, one.actor.accountId)).toBe('decisions')
})
