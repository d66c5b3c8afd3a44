import { asTyped } from '#kit/decimal.ts'
import { activitiesOf } from '#project'
import { Facts } from '#web/facts.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Reading } from '../reading-view.ts'

/** What a judge reads before marking, in the same screen: description, matrix, evidence, films, the public page. */
export const AboutProject = ({ reading }: { reading: Reading }) => (
  <Section title="Tentang proyek" act={reading.publicPath && <a href={reading.publicPath}>Halaman publik</a>}>
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
        <ul>
          {reading.evidence.map(({ id, name, address, isVerified }) => (
            <li key={id}>
              <a href={address}>{name}</a>{' '}
              <State is={isVerified ? 'done' : 'soon'}>{isVerified ? 'terverifikasi' : 'belum diverifikasi'}</State>
            </li>
          ))}
        </ul>
      )}
    </MoreWords>
    <MoreWords label={`Dokumentasi (${reading.recordings.length})`}>
      {reading.recordings.length === 0 ? (
        <p>Belum ada dokumentasi.</p>
      ) : (
        <ul>
          {reading.recordings.map(({ code, title }) => (
            <li key={code}>
              <a href={`/dokumentasi/${code}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </MoreWords>
  </Section>
)

const reachedInWords = (reached: { percent: number; value: string | null } | undefined): string =>
  reached ? `${reached.value === null ? '–' : asTyped(reached.value)} (${reached.percent}%)` : '–'
