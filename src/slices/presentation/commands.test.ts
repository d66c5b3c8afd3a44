import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { closeFollowUp, finishFollowUp, listFollowUps } from '#follow-up'
import { listEntries, listEntriesOf } from '#journal'
import { findProject, listPlans } from '#project'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { agreeAcceptedPlan, decidePresentation } from './decision-commands.ts'
import { makeSitting, makeVerified, moment, openPresentation, passGates, sittingFacts } from './make-presentation.ts'
import type { Decision } from './presentation.ts'
import { dropFeedback, noteFeedback } from './presentation-commands.ts'
import { listFeedback, listPresentations, listSlots } from './presentation-store.ts'
import { arrangeSitting, changeSitting, scheduleSitting } from './sitting-commands.ts'
import { findSitting } from './sitting-store.ts'

const database = await freshDatabase()
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await makeVerified(scene)
})

const project = async () => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}
const plan = async () => (await listPlans(scene.db, (await project()).id)).at(-1)
const followUps = async () => listFollowUps(scene.db, scene.secretariat, { projectId: (await project()).id })
const newest = async () => (await listEntries(scene.db, 1)).rows.map(({ event }) => event)

type Said = Parameters<typeof decidePresentation>[3]
async function decide(decision: Decision, but: Partial<Said> = {}) {
  const { id, revision } = await openPresentation(scene, code)
  const change = { what: 'Lampirkan data waktu jawab', ownerId: scene.agent.personId ?? '', dueOn: '2026-12-01' }
  const followUps = decision === 'accepted_with_changes' ? [change] : []
  const note = decision === 'again' ? 'Hitung ulang tenaganya.' : ''
  const said = { id, revision, decision, note, reason: null, followUps, ...but }
  await decidePresentation(scene.db, scene.secretariat, code, said, moment)
  return said
}

describe('calling a sitting', () => {
  test('gives each project its slot in order, and is done once however often it is posted', async () => {
    const other = await makeVerified(scene, await scene.addSeat(2))
    const id = await makeSitting(scene, [other, code])
    const again = { id, facts: sittingFacts, codes: [code], minutes: 20 }
    await scheduleSitting(scene.db, scene.secretariat, again, moment)
    expect((await listSlots(scene.db, id)).map((slot) => [slot.beginsAt, slot.code])).toEqual([
      ['09:00', other],
      ['09:20', code],
    ])
    expect(await newest()).toEqual(
      expect.arrayContaining(['sitting.scheduled', 'presentation.scheduled', 'presentation.scheduled']),
    )
  })

  test('is refused for a plan that already has its slot, and to anybody but the secretariat', async () => {
    await makeSitting(scene, [code])
    await expect(makeSitting(scene, [code])).rejects.toThrow('sudah dijadwalkan')
    const own = { id: randomUUIDv7(), facts: sittingFacts, codes: [], minutes: 20 }
    await expect(scheduleSitting(scene.db, scene.agent, own, moment)).rejects.toThrow('forbidden')
  })
})

describe('changing a sitting', () => {
  test('to another hour moves those who still have to present', async () => {
    const id = await makeSitting(scene, [code])
    await changeSitting(scene.db, scene.secretariat, id, { ...sittingFacts, beginsAt: '10:00', revision: 1 }, moment)
    expect((await newest()).slice(0, 2)).toEqual(['presentation.moved', 'sitting.changed'])
    const renamed = { ...sittingFacts, beginsAt: '10:00', title: 'Sidang lain', revision: 2 }
    await changeSitting(scene.db, scene.secretariat, id, renamed, moment)
    expect((await newest())[0]).toBe('sitting.changed')
    await expect(changeSitting(scene.db, scene.secretariat, id, renamed, moment)).rejects.toThrow('stale')
  })

  test('in its order moves whose hour changes, and takes out what is not kept', async () => {
    const other = await makeVerified(scene, await scene.addSeat(2))
    const id = await makeSitting(scene, [code, other])
    const [first, second] = await listSlots(scene.db, id)
    const kept = [second, first].map((slot, at) => ({
      ...{ id: slot?.id ?? '', beginsAt: at === 0 ? '09:00' : '09:30', minutes: 30, isFixed: false },
    }))
    await arrangeSitting(
      scene.db,
      scene.secretariat,
      id,
      { revision: 1, endsAt: '11:00', kept, codes: [], minutes: 20 },
      moment,
    )
    expect((await listSlots(scene.db, id)).map((slot) => slot.code)).toEqual([other, code])
    const only = { revision: 2, endsAt: '11:00', kept: kept.slice(0, 1), codes: [], minutes: 20 }
    await arrangeSitting(scene.db, scene.secretariat, id, only, moment)
    expect((await listSlots(scene.db, id)).map((slot) => slot.code)).toEqual([other])
    expect((await newest())[0]).toBe('sitting.changed')
    expect((await newest())[1]).toBe('presentation.cancelled')
    expect((await findSitting(scene.db, id))?.revision).toBe(3)
  })

  test('cannot take out what was decided', async () => {
    const id = await makeSitting(scene, [code])
    await decide('accepted')
    const none = { revision: 1, endsAt: '11:00', kept: [], codes: [], minutes: 20 }
    await expect(arrangeSitting(scene.db, scene.secretariat, id, none, moment)).rejects.toThrow('sudah diputuskan')
  })
})

describe('a decision', () => {
  test('accepted agrees the plan at once', async () => {
    await makeSitting(scene, [code])
    await decide('accepted')
    expect(await plan()).toMatchObject({ state: 'agreed' })
    expect(await project()).toMatchObject({ state: 'running' })
  })

  test('again sends it back with the notes, and the plan is presented anew after it was mended', async () => {
    await makeSitting(scene, [code])
    await decide('again')
    expect(await plan()).toMatchObject({ state: 'returned', returnedGate: 'presentation', version: 1 })
    await passGates(scene, code)
    await makeSitting(scene, [code])
    await decide('accepted')
    expect((await listPresentations(scene.db, (await project()).id)).map(({ decision }) => decision).sort()).toEqual([
      'accepted',
      'again',
    ])
  })

  test('with changes waits until each follow-up is closed, then the secretariat agrees the plan', async () => {
    await makeSitting(scene, [code])
    await decide('accepted_with_changes')
    expect(await plan()).toMatchObject({ state: 'verified' })
    const agree = () => agreeAcceptedPlan(scene.db, scene.secretariat, code, moment)
    await expect(agree()).rejects.toThrow('1 tindak lanjut paparannya belum ditutup')
    const [followUp] = await followUps()
    await finishFollowUp(scene.db, scene.agent, followUp?.id ?? '', 'Terlampir.', moment)
    await expect(agree()).rejects.toThrow('conflict')
    await closeFollowUp(scene.db, scene.secretariat, followUp?.id ?? '', moment)
    await agree()
    expect(await plan()).toMatchObject({ state: 'agreed' })
  })

  test('is taken once: the same one posted twice changes nothing, another one is refused', async () => {
    await makeSitting(scene, [code])
    const said = await decide('accepted_with_changes')
    await decidePresentation(scene.db, scene.secretariat, code, said, moment)
    expect(await followUps()).toHaveLength(1)
    const other = decidePresentation(scene.db, scene.secretariat, code, { ...said, decision: 'accepted' }, moment)
    await expect(other).rejects.toThrow('sudah diputuskan')
    const entries = await listEntriesOf(scene.db, [said.id])
    expect(entries[0]).toMatchObject({
      event: 'presentation.decided',
      details: { decision: said.decision, version: 1 },
    })
  })

  test('is nobody’s but the secretariat’s, not from an old page, and not before the day', async () => {
    await makeSitting(scene, [code], { heldOn: '2026-11-25' })
    await expect(decide('accepted')).rejects.toThrow('baru diadakan')
    await expect(decide('accepted', { revision: 7 })).rejects.toThrow('stale')
    const { id } = await openPresentation(scene, code)
    const said = { id, revision: 1, decision: 'accepted' as const, note: '', reason: null, followUps: [] }
    for (const actor of [scene.agent, scene.head, scene.leadership])
      await expect(decidePresentation(scene.db, actor, code, said, moment)).rejects.toThrow('forbidden')
  })

  test('without a sitting says why, and is refused while one is called', async () => {
    const reason = 'Perubahan kecil pada jadwal.'
    const said = { id: randomUUIDv7(), revision: 1, decision: 'accepted' as const, note: '', reason, followUps: [] }
    const decideSo = () => decidePresentation(scene.db, scene.secretariat, code, said, moment)
    await decideSo()
    await decideSo()
    expect(await plan()).toMatchObject({ state: 'agreed' })
    expect(await listPresentations(scene.db, (await project()).id)).toMatchObject([{ reason, sittingId: null }])
    code = await makeVerified(scene, await scene.addSeat(2))
    await makeSitting(scene, [code])
    const late = { ...said, id: randomUUIDv7() }
    const refused = decidePresentation(scene.db, scene.secretariat, code, late, moment)
    await expect(refused).rejects.toThrow('sudah dijadwalkan')
  })

  test('is what agreeing asks for', async () => {
    const agree = agreeAcceptedPlan(scene.db, scene.secretariat, code, moment)
    await expect(agree).rejects.toThrow('belum diterima dalam paparan')
  })
})

describe('what is said', () => {
  test('is noted once, by person or guest, and can be taken out until something is decided', async () => {
    await makeSitting(scene, [code])
    const { id } = await openPresentation(scene, code)
    const said = { id: randomUUIDv7(), personId: scene.head.personId, guest: '', words: 'Sebut ukurannya.' }
    const guest = { id: randomUUIDv7(), personId: null, guest: 'Ibu Ratna, komunitas baca', words: 'Bagus.' }
    for (const [minute, each] of [said, said, guest].entries()) {
      const now = new Date(moment.now.getTime() + minute * 60_000)
      await noteFeedback(scene.db, scene.secretariat, id, each, { ...moment, now })
    }
    expect((await listFeedback(scene.db, [id])).map(({ by }) => by)).toEqual(['Bonar Hutapea', guest.guest])
    await dropFeedback(scene.db, scene.secretariat, id, guest.id, moment)
    await decide('accepted')
    await expect(dropFeedback(scene.db, scene.secretariat, id, said.id, moment)).rejects.toThrow('sudah diputuskan')
    await expect(noteFeedback(scene.db, scene.agent, id, said, moment)).rejects.toThrow('forbidden')
  })
})
