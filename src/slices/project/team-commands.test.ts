import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { listEntriesOf } from '#journal'
import { standingsInForce } from '#people'
import { freshDatabase } from '#test/database.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { beginProject } from './commands.ts'
import { findProject, listTeam } from './store.ts'
import { joinTeam, leaveTeam } from './team-commands.ts'

const database = await freshDatabase()
const moment = { now: new Date('2026-03-02T02:00:00Z'), today: '2026-03-02' }
let scene: Scene
let code: string
let projectId: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  projectId = (await findProject(scene.db, code))?.id ?? ''
})

const member = () => ({ id: randomUUIDv7(), personId: scene.stranger.personId ?? '', part: 'Menyusun modul' })
const join = (who = member(), actor = scene.agent) => joinTeam(scene.db, actor, code, who, moment)
const standings = () => standingsInForce(scene.db, scene.stranger.personId ?? '', moment.today)

test('whoever joins stands as a member towards the project; the same form twice adds one', async () => {
  const who = member()
  await join(who)
  await join(who)
  expect(await listTeam(scene.db, projectId)).toMatchObject([{ personId: who.personId, part: 'Menyusun modul' }])
  expect(await standings()).toEqual([{ relation: 'member', thingId: projectId }])
  const entries = await listEntriesOf(scene.db, [projectId])
  expect(entries.filter(({ event }) => event === 'project.team-changed')).toHaveLength(1)
})

test('whoever leaves stands to it no more, from that day on, and may join again', async () => {
  const who = member()
  await join(who)
  await leaveTeam(scene.db, scene.agent, code, who.id, moment)
  expect([await listTeam(scene.db, projectId), await standings()]).toEqual([[], []])
  await join()
  expect(await standings()).toHaveLength(1)
})

test('nobody joins twice, and the agent does not join their own team', async () => {
  await join()
  await expect(join()).rejects.toThrow('sudah menjadi anggota')
  await expect(join({ ...member(), personId: scene.agent.personId ?? '' })).rejects.toThrow('memimpin proyek ini')
  await expect(join({ ...member(), personId: randomUUIDv7() })).rejects.toThrow('Pilih pegawai')
})

test('the secretariat does it atas nama the agent; a member or the head may not', async () => {
  await join(member(), scene.secretariat)
  const [entry] = await listEntriesOf(scene.db, [projectId])
  expect(entry).toMatchObject({ event: 'project.team-changed', onBehalfOf: scene.agent.personId })
  const asMember = { ...scene.stranger, standings: [{ relation: 'member' as const, thingId: projectId }] }
  await expect(join(member(), asMember)).rejects.toThrow('forbidden')
  await expect(join(member(), scene.head)).rejects.toThrow('forbidden')
})
