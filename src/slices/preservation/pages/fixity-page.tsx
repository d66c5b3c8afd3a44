import { instantInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import type { FixityRound } from '../fixity.ts'
import type { listSpoilt } from '../fixity-store.ts'

type Rounds = { storage: string; open: FixityRound | undefined; last: FixityRound | undefined }
type Spoilt = Awaited<ReturnType<typeof listSpoilt>>
type Props = { rounds: Rounds[]; contents: number; spoilt: Spoilt }

const storageWords: Record<string, string> = {
  local: 'Penyimpanan utama',
  s3: 'Penyimpanan utama (S3)',
  mirror: 'Salinan kedua',
}
const flawWords = { missing: 'hilang', changed: 'berubah' }

/** Pemeriksaan berkas: of each storage, when everything was last read and how far the round under way has come. */
export const FixityPage = ({ rounds, contents, spoilt }: Props) => (
  <DeskPage
    title="Keutuhan berkas"
    lead="Setiap minggu isi semua berkas dibaca dan dibandingkan dengan sidik SHA-256-nya."
    breadcrumbs={[{ path: '/pengaturan', label: 'Pengaturan' }]}
  >
    {spoilt.length === 0 ? <p>Tidak ada berkas instansi ini yang diketahui rusak.</p> : <SpoiltFiles spoilt={spoilt} />}
    {rounds.map((one) => (
      <Section key={one.storage} title={storageWords[one.storage] ?? one.storage}>
        <RoundFacts {...one} contents={contents} />
      </Section>
    ))}
  </DeskPage>
)

const SpoiltFiles = ({ spoilt }: { spoilt: Spoilt }) => {
  const { zone } = useShell()
  return (
    <Alert kind="late" title={`${numberInWords(spoilt.length)} berkas hilang atau berubah.`}>
      <p>Salinan yang utuh tidak ditemukan. Hubungi pengelola server untuk memulihkannya dari cadangan lain.</p>
      <ul>
        {spoilt.map(({ id, name, flaw, checkedAt }) => (
          <li key={id}>
            {name}: {flaw && flawWords[flaw as keyof typeof flawWords]}, ditemukan {instantInWords(zone, checkedAt)}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

function RoundFacts({ open, last, contents }: Rounds & { contents: number }) {
  const { zone } = useShell()
  const facts: Fact[] = [
    {
      term: 'Pemeriksaan terakhir',
      detail: last?.endedAt ? `selesai ${instantInWords(zone, last.endedAt)}` : 'Belum ada yang selesai',
    },
    ...(last ? [{ term: 'Hasilnya', detail: foundIn(last) }] : []),
    ...(open
      ? [
          {
            term: 'Sedang berjalan',
            detail: `sejak ${instantInWords(zone, open.beganAt)}, ${numberInWords(open.checked)} dari ${numberInWords(contents)} isi berkas. ${foundIn(open)}`,
          },
        ]
      : []),
  ]
  return <Facts facts={facts} />
}

const foundIn = ({ checked, bytes, spoilt, mended }: FixityRound): string =>
  `${numberInWords(checked)} isi berkas (${sizeInWords(bytes)}): ${
    spoilt === 0 ? 'semua utuh' : `${numberInWords(spoilt)} rusak, ${numberInWords(mended)} sudah dipulihkan`
  }.`
