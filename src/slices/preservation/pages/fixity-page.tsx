import { instantInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, MoreWords, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { type Standing, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { dueAt, type FixityRound, rateOf } from '../fixity.ts'
import type { Finding, OwnChecks } from '../fixity-report-store.ts'
import type { listSpoilt } from '../fixity-store.ts'
import { flawWords, preservationSentence, storageInWords, thingWords } from '../words.ts'

/** A storage with its rounds, and how the agency's own contents stand in it. */
type PlaceProps = {
  storage: string
  open: FixityRound | undefined
  last: FixityRound | undefined
  own: OwnChecks | undefined
}
type Spoilt = Awaited<ReturnType<typeof listSpoilt>>
type Props = {
  places: PlaceProps[]
  /** What there is of the agency, and of the whole installation. */
  own: { contents: number; bytes: number }
  contents: number
  spoilt: Spoilt
  findings: Finding[]
  ended: FixityRound[]
}

/** Pemeriksaan berkas: of each storage what was read when, what is spoilt, and what became of it. */
export const FixityPage = ({ places, own, contents, spoilt, findings, ended }: Props) => (
  <DeskPage
    title="Keutuhan berkas"
    lead="Setiap minggu isi semua berkas dibaca dan dibandingkan dengan sidik SHA-256-nya."
    breadcrumbs={[{ path: '/pengaturan', label: 'Pengaturan' }]}
    actions={
      <>
        <ButtonLink href="/pengaturan/keutuhan.xlsx" icon="download" download>
          Laporan XLSX
        </ButtonLink>
        <ButtonLink href="/pengaturan/keutuhan.csv" icon="download" download>
          Laporan CSV
        </ButtonLink>
      </>
    }
  >
    {spoilt.length > 0 && <SpoiltFiles spoilt={spoilt} />}
    {places.map((place) => (
      <Section key={place.storage} title={storageInWords(place.storage)}>
        <PlaceFacts {...place} isShared={isShared(place, places)} all={own} contents={contents} />
      </Section>
    ))}
    <Section title="Yang pernah ditemukan">
      <Findings findings={findings} />
    </Section>
    <Section title="Putaran yang selesai">
      <Ended ended={ended} />
    </Section>
    <MoreWords label="Bagaimana berkas diperiksa dan dipulihkan">
      <p>
        Setiap isi berkas dibaca seluruhnya di tempatnya, di sela-sela pekerjaan lain, dan SHA-256-nya dibandingkan
        dengan yang dicatat ketika berkas itu diterima. Yang hilang atau berubah dipulihkan dari penyimpanan lain atau
        dari cadangan harian yang masih utuh. Admin diberi tahu seketika, juga bila pemulihannya berhasil: perangkat
        yang merusak satu berkas dapat merusak yang lain.
      </p>
      <p>
        Satu putaran membaca isi berkas semua instansi di pemasangan ini; angka putaran hanya menyebut banyaknya. Nama
        berkas dan temuan di halaman ini hanya milik instansi Anda.
      </p>
      <p>
        Laporan memuat setiap berkas instansi: sidiknya, kapan terakhir diperiksa di setiap tempat simpan, dan hasilnya.
        Halaman ini dapat dicetak sebagai lampiran berita acara.
      </p>
    </MoreWords>
  </DeskPage>
)

/** Contents are moved between the storages that are kept, so that each has some; a second copy has all. */
const isShared = ({ storage }: PlaceProps, places: PlaceProps[]): boolean =>
  storage !== 'mirror' && places.filter((place) => place.storage !== 'mirror').length > 1

const SpoiltFiles = ({ spoilt }: { spoilt: Spoilt }) => {
  const { zone } = useShell()
  const total = spoilt[0]?.total ?? 0
  return (
    <>
      <Alert kind="late" title={`${numberInWords(total)} berkas hilang atau berubah.`}>
        <p>Salinan yang utuh tidak ditemukan. Hubungi pengelola server untuk memulihkannya dari cadangan lain.</p>
        {total > spoilt.length && (
          <p>Di bawah ini {numberInWords(spoilt.length)} yang ditemukan paling dahulu; laporan memuat semuanya.</p>
        )}
      </Alert>
      <DataTable
        caption="Berkas yang hilang atau berubah"
        rows={spoilt}
        keyOf={({ id, storage }) => `${id} ${storage}`}
        empty={null}
        columns={[
          {
            header: 'Berkas',
            cell: ({ name, recordingCode }) =>
              recordingCode ? <a href={`/dokumentasi/${recordingCode}/riwayat`}>{name}</a> : name,
          },
          { header: 'Milik', cell: ({ thingKind }) => thingWords[thingKind] ?? thingKind },
          { header: 'Tempat', cell: ({ storage }) => storageInWords(storage) },
          { header: 'Keadaan', cell: ({ flaw }) => <State is="late">{flaw === null ? '' : flawWords[flaw]}</State> },
          { header: 'Ditemukan', cell: ({ checkedAt }) => instantInWords(zone, checkedAt) },
          { header: 'SHA-256', cell: ({ sha256 }) => <span class="hash">{sha256}</span> },
        ]}
      />
    </>
  )
}

type PlaceFactsProps = PlaceProps & { isShared: boolean; all: Props['own']; contents: number }

function PlaceFacts({ open, last, own, isShared, all, contents }: PlaceFactsProps) {
  const { zone } = useShell()
  const facts: Fact[] = [
    { term: 'Keadaan', detail: <Condition open={open} last={last} own={own} /> },
    { term: 'Berkas instansi ini', detail: ownInWords(all, own, isShared) },
    ...(own ? [{ term: 'Pemeriksaan terlama', detail: instantInWords(zone, own.oldestAt) }] : []),
    ...(last?.endedAt
      ? [
          { term: 'Putaran terakhir', detail: `selesai ${instantInWords(zone, last.endedAt)}: ${foundIn(last)}` },
          { term: 'Berikutnya', detail: open ? 'Sedang berjalan' : instantInWords(zone, dueAt(last)) },
        ]
      : [{ term: 'Putaran terakhir', detail: 'Belum ada yang selesai; dimulai sendiri dalam sepuluh menit.' }]),
    ...(open ? [{ term: 'Sedang berjalan', detail: <Running open={open} contents={contents} /> }] : []),
  ]
  return <Facts facts={facts} />
}

function Condition({ open, last, own }: Pick<PlaceProps, 'open' | 'last' | 'own'>) {
  const [is, words]: [Standing, string] =
    own && own.spoilt > 0
      ? ['late', `${numberInWords(own.spoilt)} isi berkas rusak`]
      : own
        ? ['good', 'Semua yang diperiksa utuh']
        : open
          ? ['soon', 'Sedang diperiksa']
          : ['open', last ? 'Tidak ada isi berkas instansi ini di sini' : 'Belum diperiksa']
  return <State is={is}>{words}</State>
}

function ownInWords({ contents, bytes }: Props['own'], own: OwnChecks | undefined, isShared: boolean): string {
  const waiting = contents - (own?.checked ?? 0)
  const others = isShared
    ? 'terletak di tempat simpan lain atau belum pernah diperiksa'
    : 'belum pernah diperiksa di sini'
  const rest = waiting > 0 ? `, ${numberInWords(waiting)} ${others}` : ', semua sudah diperiksa'
  return `${numberInWords(contents)} isi berkas (${sizeInWords(bytes)})${contents === 0 ? '' : rest}`
}

function Running({ open, contents }: { open: FixityRound; contents: number }) {
  const { zone } = useShell()
  return (
    <>
      <progress max={Math.max(1, contents)} value={open.checked} aria-label="Kemajuan putaran" />
      <br />
      {numberInWords(open.checked)} dari {numberInWords(contents)} isi berkas seluruh pemasangan, sejak{' '}
      {instantInWords(zone, open.beganAt)}. {open.checked > 0 && foundIn(open)}
    </>
  )
}

/** A round reads the contents of all agencies: of others there is only how many, as of one's own. */
const foundIn = ({ checked, spoilt, mended }: FixityRound): string =>
  `${numberInWords(checked)} isi berkas seluruh pemasangan, ${
    spoilt === 0 ? 'semua utuh' : `${numberInWords(spoilt)} rusak, ${numberInWords(mended)} sudah dipulihkan`
  }.`

function Findings({ findings }: { findings: Finding[] }) {
  const { zone } = useShell()
  return (
    <DataTable
      caption="Kerusakan dan pemulihan berkas dokumentasi, terbaru dahulu"
      rows={findings}
      keyOf={({ id }) => id}
      empty={<EmptyState title="Belum ada film atau berkas dokumentasi instansi ini yang ditemukan rusak" />}
      columns={[
        { header: 'Dokumentasi', cell: ({ code, title }) => <a href={`/dokumentasi/${code}/riwayat`}>{title}</a> },
        { header: 'Waktu', cell: ({ at }) => instantInWords(zone, at) },
        { header: 'Peristiwa', cell: preservationSentence },
        { header: 'Tempat', cell: ({ figures }) => storageInWords(String(figures.storage ?? '')) },
      ]}
    />
  )
}

function Ended({ ended }: { ended: FixityRound[] }) {
  const { zone } = useShell()
  return (
    <DataTable
      caption="Putaran pemeriksaan seluruh pemasangan yang selesai, terbaru dahulu"
      rows={ended}
      keyOf={({ id }) => id}
      empty={<EmptyState title="Belum ada putaran yang selesai" />}
      columns={[
        { header: 'Selesai', cell: ({ endedAt }) => endedAt && instantInWords(zone, endedAt) },
        { header: 'Mulai', cell: ({ beganAt }) => instantInWords(zone, beganAt) },
        { header: 'Tempat', cell: ({ storage }) => storageInWords(storage) },
        { header: 'Dibaca', cell: ({ checked }) => `${numberInWords(checked)} isi` },
        {
          header: 'Laju',
          cell: (round) => {
            const rate = rateOf(round)
            return rate === null ? '' : `${numberInWords(Math.round(rate * 10) / 10)} isi per detik`
          },
        },
        {
          header: 'Hasil',
          cell: ({ spoilt, mended }) =>
            spoilt === 0 ? (
              <State is="good">utuh</State>
            ) : (
              <State is="late">
                {numberInWords(spoilt)} rusak, {numberInWords(mended)} dipulihkan
              </State>
            ),
        },
      ]}
    />
  )
}
