import { addressOf, familyOf } from '#files'
import { asTyped } from '#kit/decimal.ts'
import { type EvidenceRow, Preview } from '#progress'
import { activitiesOf } from '#project'
import { PlayedRecording } from '#recording'
import { Facts } from '#web/facts.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Reading } from '../reading-view.ts'

/** What a judge reads while marking, beside the sheet: description, matrix, evidence and films in place, the public side. */
export const AboutProject = ({ reading }: { reading: Reading }) => (
  <Section title="Tentang proyek">
    <Facts
      long
      facts={[
        { term: 'Keadaan semula', detail: reading.presentCondition },
        { term: 'Masalah', detail: reading.problem },
        { term: 'Keadaan yang dituju', detail: reading.wantedCondition },
      ].filter(({ detail }) => detail !== '')}
    />
    <MoreWords label="Matriks rencana aksi">
      <DataTable
        caption="Kegiatan"
        rows={activitiesOf(reading.matrix)}
        keyOf={({ id }) => id}
        empty={<p>Matriks belum diisi.</p>}
        columns={[
          { header: 'Kegiatan', cell: ({ title }) => title },
          { header: 'Keluaran', cell: ({ output }) => output, priority: 2 },
          { header: 'Indikator', cell: ({ indicator, indicatorUnit }) => `${indicator} (${indicatorUnit})` },
          { header: 'Semula', cell: ({ baseline }) => (baseline === null ? '–' : asTyped(baseline)), align: 'end' },
          { header: 'Capaian', cell: ({ lineId }) => reachedInWords(reading.reached.get(lineId)), align: 'end' },
          { header: 'Target', cell: ({ target }) => (target === null ? '–' : asTyped(target)), align: 'end' },
        ]}
      />
    </MoreWords>
    <MoreWords label={`Eviden (${reading.evidence.length})`}>
      {reading.evidence.length === 0 ? (
        <p>Belum ada eviden.</p>
      ) : (
        <ul class="exhibits">
          {reading.evidence.map((piece) => (
            <li key={piece.id}>
              <h3>{piece.name}</h3>
              <State is={piece.state === 'verified' ? 'done' : 'soon'}>
                {piece.state === 'verified' ? 'terverifikasi' : 'belum diverifikasi'}
              </State>
              <Preview piece={piece} />
              <ReadHere piece={piece} />
            </li>
          ))}
        </ul>
      )}
    </MoreWords>
    <MoreWords label={`Dokumentasi (${reading.recordings.length})`}>
      {reading.recordings.length === 0 ? (
        <p>Belum ada dokumentasi.</p>
      ) : (
        reading.recordings.map((played) => <PlayedRecording key={played.row.id} played={played} />)
      )}
    </MoreWords>
    {reading.publicSide && <MoreWords label="Sisi publik">{reading.publicSide}</MoreWords>}
  </Section>
)

/** A PDF, or an office file as one, opens where it stands; browsers without a viewer of their own follow the link above. */
function ReadHere({ piece: { name, file, pdf } }: { piece: EvidenceRow }) {
  const shown = pdf ?? (file && familyOf(file.mediaType) === 'pdf' ? file : null)
  if (!shown) return null
  return (
    <MoreWords label="Baca di sini">
      <iframe class="read-here" src={addressOf(shown)} title={name} loading="lazy" />
    </MoreWords>
  )
}

const reachedInWords = (reached: { percent: number; value: string | null } | undefined): string =>
  reached ? `${reached.value === null ? '–' : asTyped(reached.value)} (${reached.percent}%)` : '–'
