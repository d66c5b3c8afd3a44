import { compare, type Exact, inFigures, zero } from '#kit/decimal.ts'
import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
import { discussionOf } from '../consensus.ts'
import { type Correction, comparable } from '../correction.ts'
import type { Ranked } from '../ranking.ts'
import { drawAnew, seedOf } from '../sensitivity.ts'
import type { AssessmentView } from '../view.ts'

type Props = { view: AssessmentView; ranking: Ranked[] }

/** How firmly the order stands: whether lenient judges bear on it, and how far it hangs on who was on the panel. */
export const RankingNotes = ({ view, ranking, correction }: Props & { correction: Correction }) => (
  <>
    <CorrectionWords view={view} correction={correction} />
    <SensitivityWords view={view} ranking={ranking} />
  </>
)

function CorrectionWords({ view, correction }: { view: AssessmentView; correction: Correction }) {
  if (correction.kind === 'unneeded')
    return (
      <p>
        Semua penilai menilai semua proyek, jadi koreksi penilai tidak diperlukan: penilai yang murah atau ketat
        menaikkan atau menurunkan semua proyek sama besar.
      </p>
    )
  if (correction.kind === 'impossible')
    return (
      <p>
        Tidak semua penilai menilai semua proyek, tetapi proyek yang dinilai bersama terlalu sedikit untuk membedakan
        penilai yang murah dari proyek yang baik. Nilai terkoreksi tidak ditampilkan.
      </p>
    )
  return (
    <>
      <p>
        Tidak semua penilai menilai semua proyek. Nilai terkoreksi memperkirakan rata-rata bila semua penilai sama murah
        atau ketatnya. Nilai itu bahan pertimbangan; peringkat tetap menurut nilai di kolom <em>Nilai</em>.
      </p>
      <MoreWords label="Cara mengoreksi">
        <p>
          Jumlah setiap lembar dianggap mutu proyek ditambah kemurahan penilai (model aditif dua arah, kuadrat terkecil,
          dihitung tanpa pembulatan). Dibanding rata-rata panel, setiap penilai memberi:
        </p>
        <Facts
          facts={correction.judges.map(({ judgeId, effect }) => ({
            term: view.names.get(judgeId) ?? '',
            detail: signed(effect),
          }))}
        />
      </MoreWords>
    </>
  )
}

const signed = (effect: Exact) => `${compare(effect, zero) > 0 ? '+' : ''}${inFigures(effect)}`

function SensitivityWords({ view, ranking }: Props) {
  const judged = comparable(ranking)
  const first = judged.filter(({ place }) => place === 1)
  if (judged.length < 2) return null
  const { seed, draws, firstCounts } = drawAnew(judged, seedOf(view.assessment.id))
  const titleOf = (id: string) => view.projects.find((project) => project.id === id)?.title ?? ''
  return (
    <>
      {first.map(({ projectId, isFinal }) => (
        <p key={projectId}>
          {titleOf(projectId)} {isFinal ? 'menurut rata-rata penilai menjadi yang pertama' : 'tetap pertama'} dalam{' '}
          <strong>{firstCounts.get(projectId)?.toLocaleString('id-ID')}</strong> dari {draws.toLocaleString('id-ID')}{' '}
          pengambilan ulang penilai.
        </p>
      ))}
      <p class="quiet-words">
        Pengambilan ulang: penilai yang sama banyaknya diambil acak dari panel ini, boleh berulang, lalu rata-ratanya
        dihitung lagi. Makin mendekati {draws.toLocaleString('id-ID')}, makin sedikit hasilnya bergantung pada satu
        penilai. Benih acak {seed}; hasilnya selalu sama untuk panel ini.
      </p>
    </>
  )
}

/** Of which projects the judges should speak before the choice, and why. */
export function Discussion({ view, ranking }: Props) {
  const path = `/penilaian/${view.assessment.id}`
  const mayAgree = view.assessment.state === 'open' && view.may('decide')
  return (
    <ul>
      {discussionOf(ranking).map((ranked) => {
        const project = view.projects.find(({ id }) => id === ranked.projectId)
        return (
          <li key={ranked.projectId}>
            <a href={`${path}/peringkat/${project?.code}`}>{project?.title}</a>: {talkInWords(ranked, view.names)}
            {ranked.isFinal && '; nilai akhir sudah disepakati'}
            {mayAgree && (
              <>
                {'. '}
                <a href={`${path}/nilai-akhir/${project?.code}`}>
                  Catat nilai akhir<span class="hidden"> {project?.title}</span>
                </a>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Why judges should speak about a project. */
export function talkInWords({ spread, outlierIds }: Ranked, names: ReadonlyMap<string, string>): string {
  const far = outlierIds.map((id) => names.get(id) ?? '').filter(Boolean)
  return [
    ...(spread ? [`selisih tertinggi dan terendah ${inFigures(spread)}`] : []),
    ...(far.length > 0 ? [`nilai ${far.join(', ')} jauh dari penilai lain`] : []),
  ].join('; ')
}
