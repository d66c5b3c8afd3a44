import { AttachedFiles } from '#files'
import { FollowUpTable } from '#follow-up'
import { dayIn, dayInWords } from '#kit/date.ts'
import { safeHref } from '#kit/text.ts'
import { Facts } from '#web/facts.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import type { Presentation } from '../presentation.ts'
import type { PresentationRow } from '../presentation-store.ts'
import type { WholePresentation } from '../view.ts'
import { decisionStates, decisionWords } from './words.ts'

/** What was decided, or that nothing was yet. */
export const DecisionState = ({ decision }: Pick<Presentation, 'decision'>) =>
  decision === null ? (
    <State is="open">Belum diputuskan</State>
  ) : (
    <State is={decisionStates[decision]}>{decisionWords[decision]}</State>
  )

/** A link out of Rintis, to where people meet. */
export const MeetingLink = ({ link }: { link: string }) => (
  <a href={safeHref(link)} rel="noreferrer">
    {link}
  </a>
)

/** Takes the sitting into one's own calendar. */
export const CalendarLink = ({ sittingId }: { sittingId: string }) => (
  <a href={`/paparan/${sittingId}/kalender.ics`} download>
    Simpan ke kalender
  </a>
)

type PartsProps = WholePresentation & {
  /** The address under which what was noted by mistake is taken out. */
  dropPath?: string | undefined
}

/** Decision, slides, feedback and follow-ups of one presentation. */
export function PresentationParts({ presentation, slides, feedback, followUps, dropPath }: PartsProps) {
  return (
    <>
      <Facts facts={decisionFacts(presentation)} />
      <AttachedFiles files={slides} label="Salindia" />
      {feedback.length > 0 && (
        <>
          <h3>Masukan</h3>
          <Facts
            long
            facts={feedback.map(({ id, by, words, followUpId }) => ({
              term: by,
              detail: (
                <>
                  {words}{' '}
                  {followUpId && (
                    <a class="screen-only" href={`/tindak-lanjut/${followUpId}`}>
                      Lihat tindak lanjutnya
                    </a>
                  )}
                  {dropPath && !followUpId && (
                    <a class="screen-only" href={`${dropPath}/${id}/tindak-lanjut`}>
                      Jadikan tindak lanjut
                    </a>
                  )}{' '}
                  {dropPath && presentation.decision === null && (
                    <a class="screen-only" href={`${dropPath}/${id}/hapus`}>
                      Hapus
                    </a>
                  )}
                </>
              ),
            }))}
          />
        </>
      )}
      {followUps.length > 0 && (
        <>
          <h3>Tindak lanjut</h3>
          <FollowUpTable rows={followUps} empty={null} />
        </>
      )}
    </>
  )
}

const decisionFacts = (presentation: PresentationRow) =>
  [
    { term: 'Keputusan', detail: <DecisionWithDay presentation={presentation} /> },
    { term: 'Catatan keputusan', detail: presentation.note },
    { term: 'Tanpa sidang karena', detail: presentation.reason },
  ].filter(({ detail }) => detail)

function DecisionWithDay({ presentation: { decision, decidedAt } }: { presentation: PresentationRow }) {
  const { zone } = useShell()
  return (
    <>
      <DecisionState decision={decision} />{' '}
      {decidedAt && <span class="note">{dayInWords(dayIn(zone, decidedAt))}</span>}
    </>
  )
}
