import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { update } from '#db'
import type { Actor } from '#kit/actor.ts'
import { can } from '#kit/policy.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles, upload } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { addRecording } from './commands.ts'
import { recordingPolicy } from './policy.ts'
import type { RecordingAccess } from './recording.ts'
import { findRecording, listRecordings, listRecordingsOf, placeOf } from './store.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const film = readFileSync(new URL('../../demo/media/contoh.mp4', import.meta.url))
const accesses: RecordingAccess[] = ['public', 'agency', 'team']
let scene: Scene
let projectId: string
const codes: string[] = []

beforeAll(async () => {
  scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  projectId = project.id
  for (const access of accesses) {
    const uploadId = await upload(files, scene.db, scene.agent, { name: 'film.mp4', bytes: film }, testNow)
    const said = { id: crypto.randomUUID(), uploadId, title: access, description: '', recordedOn: null }
    const code = await addRecording(scene.db, scene.agent, project.code, said, testNow)
    await update(scene.db, 'recording').set({ access }).where('code', '=', code).execute()
    codes.push(code)
  }
})

/** Somebody of the agency who stands to nothing, but for what the test says. */
const standing = (relation: Actor['standings'][number]['relation'], thingId: string): Actor => ({
  ...scene.stranger,
  standings: [{ relation, thingId }],
})

test('the lists show what the policy lets read, to whomever', async () => {
  const rows = await Promise.all(codes.map((code) => findRecording(scene.db, code)))
  const { seatId = '', unitId = '', programmeId = '' } = rows[0] ?? {}
  const actors = [
    ...[scene.agent, scene.head, scene.secretariat, scene.leadership, scene.stranger],
    ...[
      standing('agent', seatId),
      standing('former-agent', seatId),
      standing('head', unitId),
      standing('member', projectId),
    ],
    ...[standing('steward', projectId), standing('steward', programmeId), standing('judge', projectId)],
  ]
  const seen = new Set<number>()
  for (const actor of actors) {
    const readable = rows
      .flatMap((row) => row ?? [])
      .filter((row) => can(recordingPolicy, actor, 'read', { ...row, place: placeOf(row) }))
      .map(({ title }) => title)
      .toSorted()
    const titles = (list: { title: string }[]) => list.map(({ title }) => title).toSorted()
    expect(titles((await listRecordings(scene.db, actor, { words: '', programmeId: null, number: 1 })).rows)).toEqual(
      readable,
    )
    expect(titles(await listRecordingsOf(scene.db, actor, projectId))).toEqual(readable)
    seen.add(readable.length)
  }
  expect(seen).toEqual(new Set([2, 3]))
})
