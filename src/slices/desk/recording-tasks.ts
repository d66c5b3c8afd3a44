import { type Actor, runsProgramme, stands } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import type { Waiting } from './tasks.ts'

type Lacking = { id: string; programmeId: string; hasFilm: boolean }

const path = '/dokumentasi#tanpa-film'

/** The projects without a film that wait for the steward named for them or for their programme: one line. */
export function filmsWaiting(actor: Actor, lacking: Lacking[], due: Day | null): Waiting[] {
  const own = lacking.filter(
    ({ hasFilm, id, programmeId }) =>
      !hasFilm && (stands(actor, 'steward', id) || stands(actor, 'steward', programmeId)),
  )
  if (own.length === 0) return []
  const title = `Dokumentasikan ${own.length} proyek yang belum mempunyai film`
  return [{ title, path, note: 'Sebagai penanggung jawab dokumentasi', due }]
}

/** The proposals to destroy a recording that wait for a second person: one line. */
export function destructionsWaiting(proposals: { code: string; title: string }[]): Waiting[] {
  const [first] = proposals
  if (!first) return []
  const isOne = proposals.length === 1
  return [
    {
      title: isOne
        ? `Setujui atau tolak usul musnah: ${first.title}`
        : `Setujui atau tolak ${proposals.length} usul musnah`,
      path: isOne ? `/dokumentasi/${first.code}/retensi` : '/dokumentasi/retensi',
      note: 'Pemusnahan memerlukan persetujuan orang kedua',
      due: null,
    },
  ]
}

/** Whether the day by which projects were to be documented has passed. */
export const isOverdue = (due: Day | null, today: Day): due is Day => due !== null && due < today

/** What still lacks a film or a steward after the day on which it was to have both, for the secretariat: one line. */
export function documentationLate(actor: Actor, lacking: Lacking[], due: Day | null, today: Day): Waiting[] {
  if (!runsProgramme(actor) || !isOverdue(due, today) || lacking.length === 0) return []
  const title = `Ingatkan ${lacking.length} proyek tanpa film atau penanggung jawab dokumentasi`
  return [{ title, path, note: 'Batas waktu dokumentasi sudah lewat', due }]
}
