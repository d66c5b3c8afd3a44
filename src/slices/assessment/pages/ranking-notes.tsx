import { compare, type Exact, inFigures, zero } from '#kit/decimal.ts'
import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
import { discussionOf } from '../consensus.ts'
import type { Correction } from '../correction.ts'
import type { Ranked } from '../ranking.ts'
import type { AssessmentView } from '../view.ts'
import { BestByArea, BestByCategory } from './best-of-groups.tsx'
import { correctionMethod, correctionWords, sensitivityWords, talkInWords } from './ranking-words.ts'

type Props = { view: AssessmentView; ranking: Ranked[] }

/** How firmly the order stands: whether lenient judges bear on it, and how far it hangs on who was on the panel. */
export const RankingNotes = ({ view, ranking, correction }: Props & { correction: Correction }) => (
  <>
    <CorrectionWords view={view} correction={correction} />
    <SensitivityWords view={view} ranking={ranking} />
    <BestByCategory view={view} />
    <BestByArea view={view} />
  </>
)

function CorrectionWords({ view, correction }: { view: AssessmentView; correction: Correction }) {
  if (correction.kind !== 'made') return <p>{correctionWords[correction.kind]}</p>
  return (
    <>
      <p>{correctionWords.made}</p>
      <MoreWords label="Cara mengoreksi">
        <p>{correctionMethod} Dibanding rata-rata panel, setiap penilai memberi:</p>
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
  const titleOf = (id: string) => view.projects.find((project) => project.id === id)?.title ?? ''
  const words = sensitivityWords(ranking, view.assessment.id, titleOf)
  if (!words) return null
  return (
    <>
      {words.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="quiet-words">{words.method}</p>
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
                  {ranked.isFinal ? 'Ubah nilai akhir' : 'Catat nilai akhir'}
                  <span class="hidden"> {project?.title}</span>
                </a>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
