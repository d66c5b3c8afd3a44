import { ConfirmPage } from '#web/confirm.tsx'
import { type LkeQuestion, lkeQuestions } from '../evidence-question.ts'
import type { PieceView } from '../evidence-view.ts'

type Props = {
  view: PieceView
  action: string
  back: string
  /** The lines that nothing else proves. */
  alone: string[]
  /** The questions of the LKE that nothing else proves. */
  questions: LkeQuestion[]
}

/** Asks once before evidence is withdrawn, and names what is left without proof. */
export function WithdrawPage({ view: { piece, desk }, action, back, alone, questions }: Props) {
  const bare = desk.lines.filter(({ lineId }) => alone.includes(lineId))
  return (
    <ConfirmPage action={action} act="Tarik eviden" question="Tarik eviden ini?" back={back}>
      <p>
        {piece.name} tidak lagi menjadi eviden proyek ini.{' '}
        {piece.file && 'Berkasnya dihapus dan tidak dapat dikembalikan. '}
        {piece.reportId && 'Laporan yang menyertainya tetap ada.'}
      </p>
      {bare.length > 0 ? (
        <>
          <p>Setelah ditarik, kegiatan ini tidak mempunyai eviden lagi:</p>
          <ul>
            {bare.map(({ lineId, number, title }) => (
              <li key={lineId}>
                {number} {title}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>Semua kegiatan yang dibuktikannya masih mempunyai eviden lain.</p>
      )}
      {questions.length > 0 && (
        <>
          <p>Pertanyaan LKE ini tidak mempunyai eviden lagi untuk {piece.provesOn.slice(0, 4)}:</p>
          <ul>
            {questions.map((question) => (
              <li key={question}>{lkeQuestions[question]}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmPage>
  )
}
