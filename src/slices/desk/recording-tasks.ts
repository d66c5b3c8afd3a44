import { type Actor, stands } from '#kit/actor.ts'
import type { Waiting } from './tasks.ts'

type Lacking = { id: string; programmeId: string }

/** The projects without a film that wait for the steward named for them or for their programme: one line. */
export function filmsWaiting(actor: Actor, lacking: Lacking[]): Waiting[] {
  const own = lacking.filter((one) => stands(actor, 'steward', one.id) || stands(actor, 'steward', one.programmeId))
  if (own.length === 0) return []
  const title = `Dokumentasikan ${own.length} proyek yang belum mempunyai film`
  return [{ title, path: '/dokumentasi#tanpa-film', note: 'Sebagai penanggung jawab dokumentasi', due: null }]
}
