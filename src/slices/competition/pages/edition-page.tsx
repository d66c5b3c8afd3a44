import { dayIn, dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { type Standing, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import { awardsOf, type EditionChange } from '../compare-editions.ts'
import { type Edition, type EditionField, fieldsOf } from '../edition.ts'
import type { KeptEdition, Origin } from '../edition-store.ts'
import { weightInWords } from '../entry-paper.ts'
import { lettersOf } from '../letter.ts'
import { type Certainty, certaintyWords, type EditionPart, editionParts, partWords } from '../provenance.ts'
import { videoInWords } from '../video.ts'
import { yearsInWords } from './edition-list-page.tsx'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = {
  of: KeptEdition
  versions: KeptEdition[]
  /** What is other than in the version before. */
  changes: EditionChange[]
  mayCorrect: boolean
}

const originWords: Record<Origin, string> = {
  program: 'bawaan Rintis',
  file: 'dimuat dari berkas',
  page: 'dibetulkan di halaman',
}

/** One edition: its rules, its fields, and for each part how sure it is and by whom it is told. */
export function EditionPage({ of: { edition, version }, versions, changes, mayCorrect }: Props) {
  const home = `/usulan/edisi/${edition.key}`
  const isNewest = version === (versions[0]?.version ?? null)
  return (
    <DeskPage
      title={edition.label}
      lead={edition.basis}
      breadcrumbs={[...entryCrumbs(), { path: '/usulan/edisi', label: 'Edisi dan formulir' }]}
      actions={
        <>
          <ButtonLink
            href={version === null ? `${home}.json` : `${home}.json?versi=${version}`}
            icon="download"
            download
          >
            Unduh berkas
          </ButtonLink>
          {mayCorrect && isNewest && <ButtonLink href={`${home}/berikutnya`}>Buat edisi tahun lain</ButtonLink>}
          {mayCorrect && isNewest && (
            <ButtonLink kind="primary" href={`${home}/ubah`}>
              Betulkan
            </ButtonLink>
          )}
        </>
      }
    >
      <Columns>
        <div>
          <Section title="Bidang">
            <DataTable
              caption="Bidang"
              rows={fieldsOf(edition)}
              keyOf={({ key }) => key}
              columns={fieldColumns}
              empty={<EmptyState title="Belum ada bidang" />}
            />
          </Section>
          <Section title="Asal-usul">
            <DataTable
              caption="Asal-usul tiap bagian"
              rows={editionParts.map((part) => ({ part, ...edition.provenance[part] }))}
              keyOf={({ part }) => part}
              columns={originColumns}
              empty={<EmptyState title="Belum ada" />}
            />
          </Section>
        </div>
        <div>
          <Section title="Aturan">
            <div class="spaced">
              <p>{edition.remark}</p>
              <Facts facts={rulesOf(edition)} long />
            </div>
          </Section>
          {changes.length > 0 && (
            <Section title="Yang berubah" note="sejak versi sebelumnya">
              <ul>
                {changes.map(({ sentence }) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Section>
          )}
          {versions.length > 0 && <Versions versions={versions} home={home} />}
        </div>
      </Columns>
    </DeskPage>
  )
}

const fieldColumns: Column<EditionField>[] = [
  {
    header: 'Bidang',
    cell: ({ number, label, question, points }) => (
      <>
        {number}. {label}
        <small>{question}</small>
        {points.length > 0 && <small>Memuat: {points.join('; ')}</small>}
      </>
    ),
  },
  {
    header: 'Batas dan bobot',
    cell: (field) => (
      <>
        {field.limit === null ? 'Batas belum diketahui' : `${field.limit} kata`}
        <small>{weightInWords(field)}</small>
        {field.needsEvidence && <small>Bukti dukung wajib</small>}
      </>
    ),
  },
]

export const sureness: Record<Certainty, Standing> = {
  read: 'good',
  'second-hand': 'soon',
  remembered: 'late',
  unknown: 'open',
}

const originColumns: Column<{ part: EditionPart; certainty: Certainty; source: string }>[] = [
  { header: 'Bagian', cell: ({ part }) => partWords[part] },
  {
    header: 'Kepastian',
    cell: ({ certainty, source }) => (
      <>
        <State is={sureness[certainty]}>{certaintyWords[certainty]}</State>
        {source && <small>{source.split('\n').join('; ')}</small>}
      </>
    ),
  },
]

function rulesOf(edition: Edition) {
  const labelled = (rows: { label: string }[], none = 'Tidak ada') => rows.map(({ label }) => label).join('; ') || none
  const unknown = 'Belum diketahui'
  return [
    { term: 'Kelompok', detail: edition.group },
    { term: 'Pendaftaran dibuka', detail: edition.opensOn ? dayInWords(edition.opensOn) : unknown },
    { term: 'Pendaftaran ditutup', detail: edition.closingOn ? dayInWords(edition.closingOn) : unknown },
    {
      term: 'Umur paling sedikit',
      detail: [yearsInWords(edition.minimumYears), edition.ageNote].filter(Boolean).join('. '),
    },
    { term: 'Paling banyak per instansi', detail: edition.quota === null ? unknown : `${edition.quota} usulan` },
    { term: 'Inovasi yang diterima', detail: edition.needsPublicService ? 'Pelayanan publik saja' : 'Semua' },
    { term: 'Penghargaan terdahulu', detail: awardsOf(edition) ?? 'Tidak diatur' },
    { term: 'Kategori', detail: labelled(edition.categories) },
    {
      term: 'Tujuan TPB',
      detail: edition.goals.map(({ key, label }) => `${key}. ${label}`).join('; ') || 'Tidak ditanyakan',
    },
    { term: 'Pertanyaan identitas', detail: labelled(edition.identity) },
    { term: 'Video', detail: videoInWords(edition) },
    { term: 'Surat', detail: labelled(lettersOf(edition), 'Tidak diminta') },
    { term: 'Pernyataan', detail: labelled(edition.checks.filter(({ kind }) => kind === 'statement')) },
    { term: 'Tahap', detail: labelled(edition.stages) },
  ]
}

function Versions({ versions, home }: { versions: KeptEdition[]; home: string }) {
  const { zone } = useShell()
  return (
    <Section title="Versi" note="Usulan memegang versi ketika dimulai">
      <ul class="links">
        {versions.map(({ version, origin, reason, createdAt }) => (
          <li key={version}>
            <a href={`${home}?versi=${version}`}>Versi {version}</a>:{' '}
            {version === 1 && origin === 'page' ? 'dibuat di halaman' : originWords[origin]}
            {createdAt && `, ${dayInWords(dayIn(zone, createdAt))}`}
            {reason && `. ${reason}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
