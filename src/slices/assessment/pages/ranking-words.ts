import { inFigures } from '#kit/decimal.ts'
import type { BestOfGroup } from '../choice.ts'
import { type Correction, comparable } from '../correction.ts'
import type { Ranked } from '../ranking.ts'
import { drawAnew, seedOf } from '../sensitivity.ts'

/** Whether lenient or strict judges bear on the order. */
export const correctionWords: Record<Correction['kind'], string> = {
  unneeded:
    'Semua penilai menilai semua proyek, jadi koreksi penilai tidak diperlukan: penilai yang murah atau ketat menaikkan atau menurunkan semua proyek sama besar.',
  impossible:
    'Tidak semua penilai menilai semua proyek, tetapi proyek yang dinilai bersama terlalu sedikit untuk membedakan penilai yang murah dari proyek yang baik. Nilai terkoreksi tidak ditampilkan.',
  made: 'Tidak semua penilai menilai semua proyek. Nilai terkoreksi memperkirakan rata-rata bila semua penilai sama murah atau ketatnya. Nilai itu bahan pertimbangan; peringkat tetap menurut nilai.',
}

/** How the correction is reckoned. */
export const correctionMethod =
  'Jumlah setiap lembar dianggap mutu proyek ditambah kemurahan penilai (model aditif dua arah, kuadrat terkecil, dihitung tanpa pembulatan).'

/** How often each first stays first when the panel is drawn anew, in sentences; and how that is drawn. */
export function sensitivityWords(ranking: readonly Ranked[], assessmentId: string, titleOf: (id: string) => string) {
  const judged = comparable(ranking)
  if (judged.length < 2) return null
  const { seed, draws, firstCounts } = drawAnew(judged, seedOf(assessmentId))
  const all = draws.toLocaleString('id-ID')
  const sentences = judged
    .filter(({ place }) => place === 1)
    .map(({ projectId, isFinal }) => {
      const stands = isFinal ? 'menurut rata-rata penilai menjadi yang pertama' : 'tetap pertama'
      const count = (firstCounts.get(projectId) ?? 0).toLocaleString('id-ID')
      return `${titleOf(projectId)} ${stands} dalam ${count} dari ${all} pengambilan ulang penilai.`
    })
  const method = `Pengambilan ulang: penilai yang sama banyaknya diambil acak dari panel ini, boleh berulang, lalu rata-ratanya dihitung lagi. Makin mendekati ${all}, makin sedikit hasilnya bergantung pada satu penilai. Benih acak ${seed}; hasilnya selalu sama untuk panel ini.`
  return { sentences, method }
}

/** The titles of those who stand first in a group. */
export const bestTitles = ({ projectIds }: BestOfGroup, projects: readonly { id: string; title: string }[]): string[] =>
  projectIds.map((id) => projects.find((project) => project.id === id)?.title ?? '')

/** Why judges should speak about a project. */
export function talkInWords({ spread, outlierIds }: Ranked, names: ReadonlyMap<string, string>): string {
  const far = outlierIds.map((id) => names.get(id) ?? '').filter(Boolean)
  return [
    ...(spread ? [`selisih tertinggi dan terendah ${inFigures(spread)}`] : []),
    ...(far.length > 0 ? [`nilai ${far.join(', ')} jauh dari penilai lain`] : []),
  ].join('; ')
}
