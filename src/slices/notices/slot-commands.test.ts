import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { insert, transact, update } from '#db'
import { type Details, type Entry, findEntry, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Letter } from '#mail'
import { noteAbsence } from '#presentation'
import { listPlans } from '#project'
import { freshDatabase } from '#test/database.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { sendAwaiting } from './mail-commands.ts'
import { gatherSlot, tellOfAbsence, tellOfSchedules } from './slot-commands.ts'
import { listNotices } from './store.ts'

const published: string[] = []
const letters: Letter[] = []
const database = await freshDatabase({
  publish: async (_, __, { entryId }) => void published.push(entryId),
  send: async (_, __, data) => {
    const { sealed } = data as { sealed: string }
    letters.push(JSON.parse(database.vault.open(Buffer.from(sealed, 'base64'))))
  },
})
let scene: Scene
let project: Awaited<ReturnType<typeof makeRunningProject>>
let sittingId: string
let slotId: string

/** The office is closed: Sunday night, and the hour at which it opens. */
const night = new Date('2026-11-22T18:00Z')
const morning = new Date('2026-11-23T01:05Z')
const atNight = (minutes: number) => new Date(night.getTime() + minutes * 60_000)

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeRunningProject(scene.db, scene)
  ;[sittingId, slotId] = [randomUUIDv7(), randomUUIDv7()]
  const hours = { heldOn: '2026-12-02', beginsAt: '09:00', endsAt: '11:00' }
  await insert(scene.db, 'sitting', { id: sittingId, title: 'Sidang I', ...hours, place: 'Aula', link: '' }).execute()
  letters.length = 0
})

/** The secretariat did this so many minutes after midnight, and the job answers it, twice. */
async function happens(event: string, minutes: number, beginsAt: string, more: Details = {}): Promise<Entry> {
  const at = atNight(minutes)
  const slot = { sittingId, heldOn: '2026-12-02', beginsAt, minutes: 20, sequence: minutes }
  const details = { projectId: project.id, ...slot, ...more }
  const thing = { kind: 'presentation' as const, id: slotId }
  const id = await transact(scene.db, (tx) => record(tx, scene.secretariat, { event, thing, details }, at))
  const entry = (await findEntry(scene.db, id)) as Entry
  for (const _ of [1, 2]) await gatherSlot(scene.db, entry, at)
  return entry
}
const from = (fromBeginsAt: string): Details => ({ fromSittingId: sittingId, fromBeginsAt, fromMinutes: 20 })
const readBy = async (actor: Actor) => (await listNotices(scene.db, actor, 1)).rows.map(({ sentence }) => sentence)
const invited = () =>
  letters.splice(0).map(({ calendars }) => calendars?.map(({ method, event }) => [method, event.sequence]))

describe('what is changed of a schedule', () => {
  test('is told agent, team and head once it is at rest: one notice and one invitation, of where the slot is', async () => {
    const member = await scene.addActor('Galih Pratama')
    await insert(scene.db, 'projectMember', {
      id: randomUUIDv7(),
      projectId: project.id,
      personId: member.personId ?? '',
    }).execute()
    await happens('presentation.scheduled', 0, '09:00')
    for (const minutes of [1, 2, 3, 4]) await happens('presentation.moved', minutes, `09:${minutes}0`, from('09:00'))
    await tellOfSchedules(database, atNight(8))
    expect(await readBy(scene.agent)).toEqual([])
    for (const _ of [1, 2]) await tellOfSchedules(database, atNight(9))
    for (const actor of [scene.agent, member, scene.head])
      expect(await readBy(actor)).toEqual([
        expect.stringContaining('dijadwalkan pada Rabu, 2 Desember 2026, pukul 09.40–10.00 WIB.'),
      ])
    expect(await readBy(scene.secretariat)).toEqual([])
    expect(invited()).toEqual(Array.from({ length: 3 }, () => [['REQUEST', 4]]))
  })

  test('and put back says nothing; what is taken out takes its invitation back', async () => {
    await happens('presentation.moved', 0, '10:00', from('09:00'))
    await happens('presentation.moved', 1, '09:00', from('10:00'))
    await tellOfSchedules(database, atNight(6))
    expect([await readBy(scene.agent), invited()]).toEqual([[], []])
    await happens('presentation.cancelled', 7, '09:00')
    await tellOfSchedules(database, atNight(12))
    expect(await readBy(scene.agent)).toEqual([expect.stringContaining('dikeluarkan dari sidang')])
    expect(invited()).toEqual(Array.from({ length: 2 }, () => [['CANCEL', 7]]))
  })

  test('is not told as it was before: an answer that comes again, or late, says nothing of what was changed since', async () => {
    const scheduled = await happens('presentation.scheduled', 0, '09:00')
    await happens('presentation.cancelled', 1, '09:00')
    await tellOfSchedules(database, atNight(6))
    await gatherSlot(scene.db, scheduled, atNight(7))
    await tellOfSchedules(database, atNight(12))
    expect([await readBy(scene.agent), invited()]).toEqual([[], []])
  })

  test('is not told once the slot was begun or decided: whoever comes is there', async () => {
    await happens('presentation.moved', 0, '10:00', from('09:00'))
    const of = { id: slotId, projectId: project.id, planId: project.planId, sittingId, beginsAt: '10:00', minutes: 20 }
    await insert(scene.db, 'presentation', { ...of, startedAt: atNight(1) }).execute()
    await tellOfSchedules(database, atNight(6))
    expect([await readBy(scene.agent), invited()]).toEqual([[], []])
    await happens('presentation.moved', 7, '10:30', from('09:00'))
    await update(scene.db, 'presentation')
      .set({ decision: 'accepted', decidedAt: atNight(8) })
      .execute()
    await tellOfSchedules(database, atNight(12))
    expect([await readBy(scene.agent), invited()]).toEqual([[], []])
  })

  test('of several slots is one notice and one letter, which invites to each, also where it waits for the morning', async () => {
    await update(scene.db, 'access').set({ mailChoice: 'office-hours' }).execute()
    await happens('presentation.scheduled', 0, '09:00')
    const first = slotId
    slotId = randomUUIDv7()
    await happens('presentation.scheduled', 1, '09:20')
    await tellOfSchedules(database, atNight(6))
    const [said = '', ...others] = await readBy(scene.head)
    expect([said.match(/pukul 09\.[02]0/g), others]).toEqual([['pukul 09.00', 'pukul 09.20'], []])
    expect(letters).toEqual([])
    await sendAwaiting(scene.db, morning)
    expect(letters.map(({ calendars }) => calendars?.map(({ event }) => event.uid))).toEqual(
      Array.from({ length: 2 }, () => [`${first}@rintis`, `${slotId}@rintis`]),
    )
  })
})

test('what is told of three slots reads as many times as of one', async () => {
  await update(scene.db, 'access').set({ mailChoice: 'office-hours' }).execute()
  const counted = async (slots: number, minutes: number) => {
    for (let at = 0; at < slots; at++) {
      slotId = randomUUIDv7()
      await happens('presentation.scheduled', minutes, `09:${at}0`)
    }
    const before = database.statements.length
    await tellOfSchedules(database, atNight(minutes + 6))
    return database.statements.length - before
  }
  const one = await counted(1, 0)
  expect(await counted(3, 10)).toBe(one)
  expect((await readBy(scene.agent)).map((sentence) => sentence.match(/pukul/g)?.length)).toEqual([3, 1])
})

test('that somebody is away at the hour of a slot to which they are expected is told the secretariat, and no other absence', async () => {
  const plan = (await listPlans(scene.db, project.id)).at(-1)
  const slot = { id: slotId, projectId: project.id, planId: plan?.id ?? '', sittingId, beginsAt: '09:00', minutes: 20 }
  await insert(scene.db, 'presentation', slot).execute()
  for (const [beginsAt, endsAt] of [
    ['10:00', '11:00'],
    ['09:10', '09:30'],
  ] as const) {
    const absence = { id: randomUUIDv7(), personId: scene.head.personId ?? '', onDay: '2026-12-02', beginsAt, endsAt }
    published.length = 0
    await noteAbsence(scene.db, scene.head, absence, { now: night, today: '2026-11-23' })
    const entry = await findEntry(scene.db, published[0] ?? '')
    if (entry) await tellOfAbsence(scene.db, entry, night)
  }
  expect(await readBy(scene.secretariat)).toEqual([
    'Bonar Hutapea berhalangan pada Rabu, 2 Desember 2026, padahal diundang ke satu paparan: “Layanan rujukan satu hari jawab” pukul 09.00–09.20. Pindahkan paparannya, atau sepakati siapa yang mewakili.',
  ])
})
