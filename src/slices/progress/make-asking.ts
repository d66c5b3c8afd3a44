import { randomUUIDv7 } from 'node:crypto'
import type { Actor } from '#kit/actor.ts'
import type { makeApp } from '#test/app.ts'
import type { Scene } from '#test/scene.ts'
import { listEvidence } from './evidence-store.ts'

type Typed = Record<string, string | string[]>

/** A file of minutes, but for what the test says. */
export const minutes = (text = 'Notula rapat', name = 'notula.txt') => new File([text], name, { type: 'text/plain' })

/** What is asked about the evidence of a project, with pages and forms as a browser would send them. */
export function askingAbout(
  app: ReturnType<typeof makeApp>,
  scene: Scene,
  project: { id: string; code: string; first: string },
) {
  const all = `/proyek/${project.code}/eviden`
  const open = async (actor: Actor, at: string) => app.request(at, { headers: await scene.headersOf(actor) })
  async function post(actor: Actor, at: string, typed: Typed = {}, ...files: File[]) {
    const body = new FormData()
    for (const [name, value] of Object.entries(typed)) for (const one of [value].flat()) body.append(name, one)
    for (const file of files) body.append('files', file)
    return app.request(at, { method: 'POST', headers: await scene.headersOf(actor), body })
  }
  /** The form with which evidence of the first activity is brought, but for what the test says. */
  const brought = (but: Typed = {}): Typed => ({
    link_id: randomUUIDv7(),
    proves_on: '2026-11-20',
    line_ids: project.first,
    ...but,
  })
  return {
    open,
    words: async (actor: Actor, at: string) => (await open(actor, at)).text(),
    post,
    brought,
    /** Brings it and returns the id of the last piece. */
    bring: async (actor: Actor, but: Typed = {}, ...files: File[]) => {
      const answer = await post(actor, `${all}/baru`, brought(but), ...files)
      if (answer.status !== 303) throw new Error(`Evidence was answered with ${answer.status}.`)
      const [latest] = await listEvidence(scene.db, project.id)
      return latest?.id ?? ''
    },
    evidenceIn: (lineId = project.first) => listEvidence(scene.db, project.id, { lineId }),
  }
}
