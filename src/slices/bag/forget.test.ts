import { randomUUIDv7 } from 'node:crypto'
import { expect, test } from 'vitest'
import { insert, select, update } from '#db'
import { listEntries } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { createRetentionRule } from '#recording'
import { makeApp, testNow } from '#test/app.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { addFilm } from '#test/film.ts'
import { freshFolder } from '#test/folder.ts'
import { makePdf } from '#test/pdf.ts'
import { makeRunningProject } from '#test/project.ts'
import { makeScene } from '#test/scene.ts'
import { bagJobs } from './jobs.ts'
import { endRequest, findRequest } from './request-store.ts'

test('what is destroyed lives on in no bag: those that may hold it are forgotten, one that is being made begins anew', async () => {
  const database = await freshDatabase()
  const files = makeFiles(freshFolder())
  const app = makeApp(database, undefined, { files })
  const scene = await makeScene(database)
  const { db, secretariat, programmeId } = scene
  const project = await makeRunningProject(db, scene)
  const other = await makeRunningProject(db, { programmeId, ...(await scene.addSeat(2)) }, { code: 'c7k3m9qt' })
  const { id, code } = await addFilm(scene, files, project.code)

  const made = {
    state: 'done',
    objects: 1,
    sha256: 'a'.repeat(64),
    size: 1,
    keptUntil: testNow,
    endedAt: testNow,
  } as const
  const run = randomUUIDv7()
  const of = { agency: {}, programme: { programmeId }, project: { programmeId, projectId: project.id } }
  const add = async (scope: keyof typeof of, more: object) => {
    const request = { id: randomUUIDv7(), scope, accountId: secretariat.accountId, askedAt: testNow, ...of[scope] }
    await insert(db, 'bagRequest', { ...request, ...more } as never).execute()
    return request.id
  }
  const later = new Date(testNow.getTime() + 1000)
  const forgotten = [await add('agency', made), await add('programme', made), await add('project', made)]
  const kept = [
    await add('project', { ...made, projectId: other.id }),
    await add('agency', { ...made, askedAt: later }),
  ]
  const beingMade = await add('agency', { state: 'running', run, heardAt: testNow, attempts: 1 })

  const post = async (who: Actor, act: string, fields: Record<string, string | File> = {}) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return app.request(`/dokumentasi/${code}/${act}`, { method: 'POST', headers: await scene.headersOf(who), body })
  }
  const rule = { id: randomUUIDv7(), code: 'HM.01', name: 'Film', activeYears: 1, inactiveYears: 1 }
  const said = { ...rule, fate: 'destroy', basis: 'recorded', kinds: ['film' as const] } as const
  await createRetentionRule(db, secretariat, { ...said, kinds: ['film'] }, testNow)
  await update(db, 'recording').set({ recordedOn: '2020-01-01' }).where('id', '=', id).execute()
  const paper = new File([new Uint8Array(makePdf(''))], 'berita-acara.pdf')
  const verdict = { id: randomUUIDv7(), revision: '1', verdict: 'destroy', reason: 'Lewat masa.', paper }
  await post(secretariat, 'retensi', verdict)
  expect((await post(scene.leadership, 'musnahkan', { revision: '2' })).status).toBe(303)
  const tools = { files, url: '', stopping: new AbortController().signal }
  for (const entry of (await listEntries(db, 1)).rows)
    for (const job of bagJobs)
      if ('answer' in job && job.events.includes(entry.event)) await job.answer(db, entry, testNow, tools)

  const stateOf = async (request: string) => (await findRequest(db, request))?.state
  expect(await Promise.all(forgotten.map(stateOf))).toEqual(['removed', 'removed', 'removed'])
  expect(await Promise.all(kept.map(stateOf))).toEqual(['done', 'done'])
  expect(await select(db, 'bagRequest').select(['state', 'attempts']).where('id', '=', beingMade).execute()).toEqual([
    { state: 'waiting', attempts: 0 },
  ])
  expect(await endRequest(db, beingMade, run, { state: 'failed', reason: 'Lain.' }, testNow)).toBe(false)
})
