import { instantInWords, type Zone } from '#kit/date.ts'
import { exact, inFigures } from '#kit/decimal.ts'
import { type LateChange, type Moved, movedBy, type Stood, stillCounts } from '../late.ts'
import type { AssessmentView } from '../view.ts'

/** What somebody reads before changing a panel of which the marks can be seen. */
export const lateWords =
  'Semua nilai sudah dapat dilihat, jadi perubahan ini beserta alasannya, pelakunya, dan peringkat sebelumnya disebut pada halaman peringkat, berita acara, dan arsip.'

/** Above the list of such changes. */
export const lateTitle = 'Perubahan setelah nilai terlihat'

type Seen = Pick<AssessmentView, 'late' | 'withdrawn' | 'ranking' | 'names' | 'projects'>

/**
 * What was changed after the marks could be seen, in sentences, the earliest first: when, by whom, what, why, and what
 * the order was before. Of one project where it is given. How things stood is said only where marks may be seen.
 */
export function lateInWords(view: Seen, zone: Zone, projectId?: string): string[] {
  const { late, withdrawn, ranking } = view
  const titleOf = (id: string | null) => view.projects.find((project) => project.id === id)?.title ?? ''
  const changes = late.flatMap((change) => {
    const moved = ranking === null ? [] : movedBy(change, late, ranking)
    const isAbout =
      projectId === undefined || change.projectId === projectId || moved.some((one) => one.projectId === projectId)
    if (!isAbout) return []
    const shown = moved.filter((one) => projectId === undefined || one.projectId === projectId)
    const said = [headOf(change, view, zone), `Alasan: ${change.reason}`, ...shown.map((one) => moveOf(one, titleOf))]
    return [{ at: change.changedAt, words: said.join(' ') }]
  })
  const takenBack = withdrawn
    .filter((one) => projectId === undefined || one.projectId === projectId)
    .map((one) => ({
      at: one.withdrawnAt,
      words: `${instantInWords(zone, one.withdrawnAt)}: ${byOf(one, view)} menarik putusan ${instantInWords(zone, one.decidedAt)} yang memilih ${titleOf(one.projectId)}.${one.despite && ` Waktu itu tetap dipilih karena: ${one.despite}`} Alasan penarikan: ${one.because}`,
    }))
  return [...changes, ...takenBack].toSorted((a, b) => a.at.getTime() - b.at.getTime()).map(({ words }) => words)
}

/** Behind what the panel agreed on about a project, where that lapsed; nothing where it still counts. */
export const lapseInWords = (agreed: { projectId: string }, at: Date, late: readonly LateChange[]): string =>
  stillCounts(agreed, at, late) ? '' : ' (tidak berlaku lagi: seorang penilai dikecualikan sesudahnya)'

const byOf = (
  { personId, accountId }: { personId: string | null; accountId: string },
  { names }: Pick<Seen, 'names'>,
) => names.get(personId ?? accountId) ?? 'Sekretariat'

function headOf(change: LateChange, view: Seen, zone: Zone): string {
  const judge = view.names.get(change.judgeId) ?? ''
  const title = view.projects.find(({ id }) => id === change.projectId)?.title ?? ''
  const did = {
    'kept-out': `mengecualikan ${judge} dari ${title}; lembarnya untuk proyek itu tidak dihitung lagi`,
    replaced: `mengganti ${judge} dengan ${view.names.get(change.successorId ?? '') ?? ''}; lembar ${judge} yang sudah dikirim tetap sah`,
    released: `membebaskan ${judge}; lembarnya yang sudah dikirim tetap sah`,
  }[change.kind]
  return `${instantInWords(zone, change.changedAt)}, setelah semua nilai dapat dilihat: ${byOf(change, view)} ${did}.`
}

const moveOf = ({ projectId, before, after }: Moved, titleOf: (id: string) => string): string =>
  `${titleOf(projectId)} semula ${stoodInWords(before)}, kemudian ${after ? stoodInWords(after) : 'tidak diperingkat'}.`

const stoodInWords = ({ place, mean }: Stood): string =>
  `${place === null ? 'tanpa peringkat' : `peringkat ${place}`} dengan rata-rata ${mean === null ? '–' : inFigures(exact(mean))}`
