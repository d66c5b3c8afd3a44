import { sentenceOf } from '#journal'
import { dayInWords, instantInWords } from '#kit/date.ts'
import { titleOf } from '#project'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { Timeline } from '#web/timeline.tsx'
import { lkeQuestions } from '../evidence-question.ts'
import type { EvidenceRow } from '../evidence-store.ts'
import type { PieceView } from '../evidence-view.ts'
import type { Walk } from '../evidence-walk.ts'
import { EvidenceActs } from './evidence-table.tsx'
import { Preview } from './preview.tsx'
import { progressEvents, stateWords } from './words.ts'

type Props = { view: PieceView; walk: Walk<EvidenceRow> }

/** One piece of evidence: the proof itself, what is known of it, what it proves, and what was decided about it. */
export function EvidencePage({ view, walk }: Props) {
  const { zone } = useShell()
  const { piece, desk, project, entries, names } = view
  const happenings = entries.map((entry) => ({
    id: entry.id,
    at: entry.at,
    sentence: sentenceOf(entry, names, progressEvents),
  }))
  return (
    <DeskPage
      title={piece.name}
      breadcrumbs={[
        { path: `/proyek/${project.project.code}`, label: titleOf(project.project) },
        { path: desk.path, label: 'Eviden' },
      ]}
      actions={<EvidenceActs row={piece} desk={desk} />}
    >
      {piece.state === 'returned' && (
        <Alert kind="soon" title="Eviden ini dikembalikan">
          <p>{piece.remark}</p>
        </Alert>
      )}
      <Section title="Pratinjau">
        <Preview piece={piece} />
      </Section>
      <Section title="Keterangan">
        <Facts facts={factsOf(view, instantInWords(zone, piece.addedAt))} />
      </Section>
      <Section title="Riwayat">
        <Timeline happenings={happenings} zone={zone} />
      </Section>
      <Waiting walk={walk} path={desk.path} />
    </DeskPage>
  )
}

function factsOf({ piece, desk }: PieceView, addedAt: string): Fact[] {
  const { state, file } = piece
  const served = desk.lines.filter(({ lineId }) => piece.lineIds.includes(lineId))
  const reused = desk.reused.get(piece.id)
  return [
    { term: 'Keadaan', detail: <State is={stateWords[state].is}>{stateWords[state].word}</State> },
    { term: 'Tanggal yang dibuktikan', detail: dayInWords(piece.provesOn) },
    {
      term: 'Membuktikan kegiatan',
      detail:
        served.length === 0 ? (
          'Kegiatan yang tidak lagi ada dalam rencana'
        ) : (
          <ul>
            {served.map(({ lineId, number, title, path }) => (
              <li key={lineId}>
                <a href={path}>
                  {number} {title}
                </a>
              </li>
            ))}
          </ul>
        ),
    },
    ...(piece.questions.length > 0
      ? [
          {
            term: 'Membuktikan pertanyaan LKE',
            detail: (
              <ul>
                {piece.questions.map((question) => (
                  <li key={question}>{lkeQuestions[question]}</li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    { term: 'Ditambahkan', detail: `${addedAt} oleh ${piece.authorName}` },
    ...(file
      ? [
          { term: 'Ukuran', detail: sizeInWords(file.size) },
          { term: 'Jenis', detail: file.mediaType },
          { term: 'SHA-256', detail: <code class="hash">{file.sha256}</code> },
        ]
      : []),
    ...(reused ? [{ term: 'Dipakai sebelumnya', detail: reused }] : []),
  ]
}

/** For whoever looks at evidence: what else waits, one after the other. */
const Waiting = ({ walk: { before, after, waiting }, path }: { walk: Walk<EvidenceRow>; path: string }) =>
  after && before ? (
    <nav class="pager" aria-label="Eviden yang menunggu verifikasi">
      <p>{waiting} eviden lain menunggu verifikasi</p>
      {before.id !== after.id && (
        <ButtonLink href={`${path}/${before.id}`} icon="chevron-left">
          Sebelumnya<span class="hidden">: {before.name}</span>
        </ButtonLink>
      )}
      <ButtonLink href={`${path}/${after.id}`} icon="chevron-right">
        Berikutnya<span class="hidden">: {after.name}</span>
      </ButtonLink>
    </nav>
  ) : null
