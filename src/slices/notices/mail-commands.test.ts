import { beforeEach, describe, expect, test } from 'vitest'
import { select, transact, update } from '#db'
import { type Details, findEntry, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Letter } from '#mail'
import type { MailChoice } from '#people'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { watchWaiting } from '#test/waiting.ts'
import { readAllNotices, tellOfProject } from './commands.ts'
import { sendAwaiting } from './mail-commands.ts'
import { tellOfSitting } from './sitting-commands.ts'
import { listNotices } from './store.ts'

const letters: Letter[] = []
const database = await freshDatabase({
  send: async (_, __, data) => {
    const { sealed } = data as { sealed: string }
    letters.push(JSON.parse(database.vault.open(Buffer.from(sealed, 'base64'))))
  },
})
const countWaiting = watchWaiting(database)
let scene: Scene
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  projectId = (await makeRunningProject(scene.db, scene)).id
  letters.length = 0
})

/** Monday, 23 November 2026: of the night before, when the office opens, in the afternoon; and the next morning. */
const [night, morning, afternoon] = ['2026-11-22T18:00Z', '2026-11-23T00:05Z', '2026-11-23T08:05Z'].map(
  (instant) => new Date(instant),
) as [Date, Date, Date]
const nextMorning = new Date('2026-11-24T00:05Z')

async function happens(event: string, period: string, now: Date, more: Details = {}): Promise<void> {
  const thing = { kind: 'project' as const, id: projectId }
  const details = { projectId, period, dueOn: '2026-11-05', ...more }
  const id = await transact(scene.db, (tx) => record(tx, 'system', { event, thing, details }, now))
  const entry = await findEntry(scene.db, id)
  if (entry) await tellOfProject(scene.db, entry, now)
}
const chooses = ({ accountId }: Actor, mailChoice: MailChoice) =>
  update(scene.db, 'access').set({ mailChoice }).where('accountId', '=', accountId).execute()
/** What went to whom since it was last asked. */
const sent = () => letters.splice(0).map(({ greeting, subject }) => `${greeting.slice(5)}: ${subject}`)

describe('reminders', () => {
  test('are told at once in the house, and by letter when the office opens', async () => {
    await happens('progress.overdue', '2026-10', night)
    expect((await listNotices(scene.db, scene.agent, 1)).rows).toMatchObject([
      {
        subject: 'Laporan kemajuan Anda terlambat',
        sentence: expect.stringContaining('Laporan Oktober 2026 proyek “Layanan rujukan satu hari jawab”'),
      },
    ])
    await sendAwaiting(scene.db, night)
    expect(sent()).toEqual([])
    for (const _ of [1, 2]) await sendAwaiting(scene.db, morning)
    expect(sent()).toEqual(['Nadia Kusumastuti: Laporan kemajuan Anda terlambat'])
  })

  test('reach the head too once they are late for long', async () => {
    await happens('progress.escalated', '2026-10', night)
    await sendAwaiting(scene.db, morning)
    expect(sent()).toEqual([
      'Nadia Kusumastuti: Laporan kemajuan Anda terlambat',
      'Bonar Hutapea: Agen di unit kerja Anda terlambat melapor',
    ])
  })

  test('go as one letter a day that lists all that waits; what comes later waits for the next', async () => {
    await happens('progress.overdue', '2026-09', night)
    await happens('progress.reminded', '2026-10', night)
    await sendAwaiting(scene.db, morning)
    expect(letters).toMatchObject([
      {
        subject: 'Rangkuman hari ini: dua pengingat',
        paragraphs: [
          expect.stringMatching(/^Laporan kemajuan Anda terlambat: Laporan September 2026/),
          expect.stringMatching(/^Laporan kemajuan Anda ditunggu: Laporan Oktober 2026/),
        ],
        button: { path: '/pemberitahuan' },
      },
    ])
    letters.length = 0
    await happens('progress.overdue', '2026-10', morning)
    await sendAwaiting(scene.db, afternoon)
    expect(sent()).toEqual([])
    await sendAwaiting(scene.db, nextMorning)
    expect(sent()).toHaveLength(1)
  })

  test('go one by one, or not at all, to whoever chose so', async () => {
    await chooses(scene.agent, 'each')
    for (const period of ['2026-09', '2026-10']) await happens('progress.overdue', period, night)
    await sendAwaiting(scene.db, morning)
    expect(sent()).toHaveLength(2)
    await chooses(scene.agent, 'decisions')
    await happens('progress.overdue', '2026-11', morning)
    await sendAwaiting(scene.db, nextMorning)
    expect(sent()).toEqual([])
  })

  test('that were read in the house go no more', async () => {
    await happens('progress.overdue', '2026-10', night)
    await readAllNotices(scene.db, scene.agent, night)
    await sendAwaiting(scene.db, morning)
    expect(sent()).toEqual([])
  })

  test('wait for the working hours that the agency has set', async () => {
    await database.query.updateTable('agency').set({ mailsFrom: '15:00' }).where('id', '=', scene.agencyId).execute()
    await happens('progress.overdue', '2026-10', night)
    await sendAwaiting(scene.db, morning)
    expect(sent()).toEqual([])
    await sendAwaiting(scene.db, afternoon)
    expect(sent()).toHaveLength(1)
  })
})

describe('decisions', () => {
  test('who sits as judge is invited to the whole sitting, and excused', async () => {
    const { personId } = scene.stranger
    for (const [at, event] of ['sitting.judge-invited', 'sitting.judge-excused'].entries()) {
      const thing = { kind: 'sitting' as const, id: projectId }
      const hours = { heldOn: '2026-12-02', beginsAt: '09:00', endsAt: '11:00' }
      const details = { personId, ...hours, sequence: at + 2 }
      const id = await transact(scene.db, (tx) => record(tx, 'system', { event, thing, details }, night))
      const entry = await findEntry(scene.db, id)
      if (entry) await tellOfSitting(scene.db, entry, night)
    }
    expect(letters.map(({ paragraphs }) => paragraphs)).toEqual([
      ['Anda diundang sebagai penilai ke Sidang paparan, Rabu, 2 Desember 2026, pukul 09.00–11.00 WIB.'],
      [expect.stringContaining('tidak lagi diundang')],
    ])
    expect(letters.map(({ calendars }) => [calendars?.[0]?.method, calendars?.[0]?.event.sequence])).toEqual([
      ['REQUEST', 2],
      ['CANCEL', 3],
    ])
  })

  test('go at once by day and by night', async () => {
    await happens('project.stopped', '', night)
    expect(sent()).toEqual(['Nadia Kusumastuti: Proyek Anda dihentikan', 'Bonar Hutapea: Proyek dihentikan'])
  })

  test('wait for the morning for whoever chose working hours, each in a letter of its own', async () => {
    await chooses(scene.agent, 'office-hours')
    await happens('project.stopped', '', night)
    expect(sent()).toHaveLength(1)
    await happens('progress.returned', '', afternoon)
    expect(sent()).toEqual(['Nadia Kusumastuti: Laporan kemajuan Anda dikembalikan'])
    await sendAwaiting(scene.db, morning)
    expect(sent()).toHaveLength(1)
  })
})

test('two workers that meet send a letter once', async () => {
  await happens('progress.overdue', '2026-10', night)
  const meeting = await transact(scene.db, async (tx) => {
    await select(tx, 'notice').select('id').forUpdate().execute()
    const both = Promise.all([sendAwaiting(scene.db, morning), sendAwaiting(scene.db, morning)])
    await expect.poll(countWaiting).toBe(2)
    return { both }
  })
  await meeting.both
  expect(sent()).toHaveLength(1)
})
