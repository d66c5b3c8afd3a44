import { randomUUIDv7 } from 'node:crypto'
import { insert } from '#db'
import type { Moment } from '#kit/date.ts'
import type { Scene } from '#test/scene.ts'
import { createEntry } from './commands.ts'
import { confirmationsFor, lettersOf } from './letter.ts'
import { anEdition } from './make-entry.ts'

type App = { request: (path: string, init: RequestInit) => Response | Promise<Response> }

/** Attaches each letter of the edition, signed, scanned and confirmed, as its agent would. */
export async function attachLetters(app: App, scene: Scene, code: string): Promise<void> {
  for (const check of lettersOf(anEdition())) {
    const body = new FormData()
    for (const one of confirmationsFor(check)) body.append('confirmed', one)
    const said = { revision: '0', number: 'B/12', dated_on: '2023-04-20', stated_on: '2021-02-22' }
    for (const [name, value] of Object.entries(said)) body.set(name, value)
    body.set('proof', new File(['%PDF-1.7\n%âãÏÓ\n1 0 obj'], 'surat.pdf'))
    const headers = await scene.headersOf(scene.agent)
    const answer = await app.request(`/usulan/${code}/surat/${check.key}`, { method: 'POST', headers, body })
    if (answer.status !== 303) throw new Error(`The letter ${check.key} was answered with ${answer.status}.`)
  }
}

/** A running project of the scene's seat with an entry into the edition: its ids and code. */
export async function enterProject({ db, secretariat, programmeId, seatId, unitId }: Scene, moment: Moment) {
  const projectId = randomUUIDv7()
  const place = {
    programmeId,
    seatId,
    unitId,
    state: 'running' as const,
    title: 'Jawab satu jam',
    isPublicService: true,
  }
  await insert(db, 'project', { id: projectId, code: projectId.slice(-8), ...place }).execute()
  const made = { id: randomUUIDv7(), projectId, editionCode: anEdition().key, isArchive: true }
  return { projectId, code: await createEntry(db, secretariat, made, moment) }
}
