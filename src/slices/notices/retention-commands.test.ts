import { expect, test } from 'vitest'
import { transact } from '#db'
import { findEntry, record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { tellOfRetention } from './retention-commands.ts'
import { listNotices } from './store.ts'

const database = await freshDatabase()

test('whoever may confirm a destruction is told of it once; its proposer is not, nor anybody of an extension', async () => {
  const scene = await makeScene(database)
  const project = await makeRunningProject(scene.db, scene)
  const film = await addFilm(scene, makeFiles(freshFolder()), project.code)
  const admin = await scene.addActor('Tri Handayani', undefined, ['admin'])
  const tellAs = async (actor: Actor, verdict: string) => {
    const decision = {
      event: 'retention.decided',
      thing: { kind: 'recording', id: film.id },
      details: { verdict },
    } as const
    const entry = await findEntry(scene.db, await transact(scene.db, (tx) => record(tx, actor, decision, testNow)))
    if (!entry) throw new Error('no entry')
    await tellOfRetention(scene.db, entry, testNow)
    await tellOfRetention(scene.db, entry, testNow)
  }
  const told = (actor: Actor) => listNotices(scene.db, actor, 1).then(({ rows }) => rows.map(({ path }) => path))
  await tellAs(admin, 'extend')
  expect(await told(scene.leadership)).toEqual([])
  await tellAs(admin, 'destroy')
  expect(await told(scene.leadership)).toEqual([`/dokumentasi/${film.code}/retensi`])
  expect(await told(admin)).toEqual([])
  expect(await told(scene.secretariat)).toEqual([])
})
