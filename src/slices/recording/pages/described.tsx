import { AttachedFiles, type StoredFile } from '#files'
import { dayInWords, instantInWords } from '#kit/date.ts'
import { listInWords, safeHref } from '#kit/text.ts'
import { type Fact, Facts } from '#web/facts.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { type Contribution, contributorWords, languages, licences, missingFrom } from '../description.ts'
import type { RecordingRow } from '../store.ts'
import { accessWords, consentWords } from './words.ts'

/** What is said of a recording beside its own row, in names. */
export type AroundInWords = { areas: string[]; targets: string[]; contributors: Contribution[] }

/** What is said of a recording, and what is not said yet. */
export function DescribedFacts({
  row,
  around,
  mayChange,
}: {
  row: RecordingRow
  around: AroundInWords
  mayChange: boolean
}) {
  const missing = missingFrom({ ...row, ...around })
  return (
    <>
      <Facts facts={factsOf(row, around)} long />
      {mayChange && missing.length > 0 && (
        <p class="quiet-words">
          Belum ada: {listInWords(missing)}. <a href={`/dokumentasi/${row.code}/ubah`}>Lengkapi</a>
        </p>
      )}
    </>
  )
}

function factsOf(row: RecordingRow, { areas, targets, contributors }: AroundInWords): Fact[] {
  const facts: [string, string | null][] = [
    ['Judul lain', row.alternativeTitle],
    ['Direkam', row.recordedOn && dayInWords(row.recordedOn)],
    ['Tempat', row.place],
    ['Bahasa', languages[row.language]],
    ['Area perubahan', areas.join('; ')],
    ['Sasaran', targets.join('; ')],
    ['Kata kunci', row.keywords.join(', ')],
    ['Kontributor', contributors.map(({ role, name }) => `${name} (${contributorWords[role]})`).join('; ')],
    ['Hak', [licences[row.licence].name, row.rightsNote].filter(Boolean).join('. ')],
  ]
  const said = facts.flatMap(([term, detail]): Fact[] => (detail ? [{ term, detail }] : []))
  if (row.source === '') return said
  return [...said, { term: 'Sumber', detail: <a href={safeHref(row.source)}>{row.source}</a> }]
}

type ReachProps = { row: RecordingRow; forms: StoredFile[] | null; mayChange: boolean }

/** Who may see a recording, and whether those who were filmed agreed. */
export function ReachSection({ row, forms, mayChange }: ReachProps) {
  const { zone } = useShell()
  const isWaiting = row.access === 'public' && row.consent === 'unasked'
  const asked = [
    consentWords[row.consent],
    row.consentOn && `surat tanggal ${dayInWords(row.consentOn)}`,
    row.consentAt && `dicatat ${instantInWords(zone, row.consentAt)}`,
  ]
  return (
    <Section title="Akses dan persetujuan" act={mayChange && <a href={`/dokumentasi/${row.code}/akses`}>Atur</a>}>
      <Facts
        facts={[
          {
            term: 'Dapat dilihat',
            // What came after the project was published waits for the next time: to be silent of it misled stewards.
            detail:
              row.access === 'public'
                ? 'Umum, setelah proyeknya diterbitkan. Yang ditambahkan sesudahnya menunggu diterbitkan lagi.'
                : accessWords[row.access],
          },
          ...(row.embargoUntil ? [{ term: 'Tampil untuk umum', detail: `Mulai ${dayInWords(row.embargoUntil)}` }] : []),
          {
            term: 'Persetujuan',
            detail: isWaiting ? 'Persetujuan belum dicatat' : asked.filter(Boolean).join(', '),
          },
        ]}
      />
      {forms && <AttachedFiles files={forms} label="Surat persetujuan" />}
    </Section>
  )
}
