import { addressOf, type StoredFile } from '#files'
import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { Columns, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Picture } from '../picture-store.ts'
import type { Condition } from '../processing.ts'
import type { KeptFacts } from '../processing-store.ts'
import { durationInWords } from '../recording.ts'
import type { Asked, Said } from '../said-view.ts'
import type { RecordingRow } from '../store.ts'
import type { EarlierVersion } from '../version-store.ts'
import { type AroundInWords, DescribedFacts, ReachSection } from './described.tsx'
import { LastingAddress } from './lasting-address.tsx'
import { PictureGrid, picturesKept } from './pictures.tsx'
import { filmMedia, Player, sourceOf } from './player.tsx'
import { mediaFacts, ProcessingState } from './processing.tsx'
import { Transcript } from './transcript.tsx'
import { EarlierVersions } from './versions.tsx'
import { kindInWords } from './words.ts'

type Props = {
  row: RecordingRow
  master: StoredFile | undefined
  /** Of a recording of pictures; none of another. */
  pictures: Picture[]
  /** What was made of it, by name. */
  derived: string[]
  said: Said
  asked: Asked
  condition: Condition | null
  facts: KeptFacts | undefined
  steward: string | null
  around: AroundInWords
  /** The signed forms; null for whoever may not read them. */
  forms: StoredFile[] | null
  earlier: EarlierVersion[]
  may: (act: 'change' | 'takeOut' | 'bringBack' | 'process') => boolean
  mayReadProject: boolean
  mayReadRetention: boolean
  /** Somebody changed it since it was asked to be brought back, so that it was not. */
  isChanged: boolean
}

const isSpoken = ({ kind }: RecordingRow) => kind === 'film' || kind === 'sound'

/** A recording: it plays where it stands, with what is known of it. */
export function RecordingPage(props: Props) {
  const { zone } = useShell()
  const { row, master, pictures, derived, said, condition, asked, around, forms, earlier, may } = props
  return (
    <DeskPage
      title={row.title}
      breadcrumbs={[{ path: '/dokumentasi', label: 'Dokumentasi' }]}
      actions={<Acts {...props} />}
    >
      {props.isChanged && (
        <Alert kind="soon" title="Dokumentasi ini diubah orang lain sejak Anda membukanya">
          <p>Belum ada yang dipulihkan. Lihat keadaannya sekarang, lalu pulihkan lagi bila tetap.</p>
        </Alert>
      )}
      {row.removedAt && (
        <Alert
          kind="soon"
          title={`${row.destroyedAt ? 'Dimusnahkan' : 'Dihapus'} ${instantInWords(zone, row.destroyedAt ?? row.removedAt)}`}
        >
          <p>{row.removedBecause}</p>
        </Alert>
      )}
      {pictures.length > 1 && (
        <PictureGrid
          pictures={picturesKept(row.code, pictures, derived)}
          pathOf={(id) => `/dokumentasi/${row.code}/gambar/${id}`}
        />
      )}
      {master && pictures.length < 2 && (
        <Player
          kind={row.kind}
          title={pictures[0]?.caption || row.title}
          src={sourceOf(row, master, derived)}
          poster={derived.includes('poster.webp') ? `/media/${row.code}/poster.webp` : undefined}
          media={filmMedia(row.code, said.tracks, derived)}
          at={asked.at}
        />
      )}
      <ProcessingState {...{ row, condition }} hasLight={derived.includes('film.mp4')} mayRetry={may('process')} />
      {master && <Transcript path={`/dokumentasi/${row.code}`} {...{ said, asked }} />}
      <LastingAddress of={row} />
      <Columns>
        <div>
          <Section title="Uraian">
            <p class="kept-lines">{row.description || 'Belum diuraikan.'}</p>
          </Section>
          <Section title="Isi dan hak">
            <DescribedFacts row={row} around={around} mayChange={may('change')} />
          </Section>
        </div>
        <Section title="Keterangan">
          <Facts facts={[...factsOf(props), { term: 'Disimpan', detail: instantInWords(zone, row.createdAt) }]} />
        </Section>
      </Columns>
      <ReachSection row={row} forms={forms} mayChange={may('change')} />
      <EarlierVersions earlier={earlier} mayOpen={forms !== null} />
    </DeskPage>
  )
}

function Acts({ row, pictures, may }: Props) {
  const path = `/dokumentasi/${row.code}`
  if (row.removedAt) {
    return may('bringBack') && !row.destroyedAt ? (
      <ActButton kind="primary" action={`${path}/pulihkan`} hidden={{ revision: String(row.revision) }}>
        Pulihkan
      </ActButton>
    ) : null
  }
  return (
    <>
      {may('change') && <ButtonLink href={`${path}/ubah`}>Lengkapi keterangan</ButtonLink>}
      {may('change') && row.kind === 'picture' && <ButtonLink href={`${path}/gambar`}>Atur gambar</ButtonLink>}
      {may('change') && pictures.length < 2 && <ButtonLink href={`${path}/ganti-berkas`}>Ganti berkas</ButtonLink>}
      {may('change') && isSpoken(row) && <ButtonLink href={`${path}/takarir`}>Takarir</ButtonLink>}
      {may('takeOut') && <ButtonLink href={`${path}/hapus`}>Hapus</ButtonLink>}
    </>
  )
}

function factsOf({ row, master, pictures, steward, mayReadProject, mayReadRetention, facts }: Props): Fact[] {
  const project = mayReadProject ? <a href={`/proyek/${row.projectCode}`}>{row.projectTitle}</a> : row.projectTitle
  return [
    { term: 'Jenis', detail: kindInWords(row.kind, pictures.length) },
    { term: 'Proyek', detail: project },
    { term: 'Penanggung jawab', detail: steward ?? 'Belum ditunjuk' },
    ...(row.duration ? [{ term: 'Panjang', detail: durationInWords(row.duration) }] : []),
    ...mediaFacts(facts),
    ...(pictures.length > 1 ? setFacts(pictures) : master ? fileFacts(master) : []),
    { term: 'Kode', detail: row.code },
    { term: 'Riwayat', detail: <a href={`/dokumentasi/${row.code}/riwayat`}>Riwayat pelestarian</a> },
    ...(mayReadRetention
      ? [{ term: 'Retensi', detail: <a href={`/dokumentasi/${row.code}/retensi`}>Masa simpan dan keputusan</a> }]
      : []),
  ]
}

const fileFacts = (master: StoredFile): Fact[] => [
  {
    term: 'Berkas asli',
    detail: (
      <a href={`${addressOf(master)}?unduh`} download>
        {master.name} ({sizeInWords(master.size)})
      </a>
    ),
  },
  { term: 'SHA-256', detail: <code class="hash">{master.sha256}</code> },
]

const setFacts = (pictures: readonly Picture[]): Fact[] => [
  {
    term: 'Berkas asli',
    detail: `${pictures.length} gambar, ${sizeInWords(pictures.reduce((sum, { size }) => sum + size, 0))}. Masing-masing diunduh dari halamannya.`,
  },
]

/** Asks why a recording is taken out. */
export const TakeOutPage = ({ row, form }: { row: RecordingRow; form: Form }) => (
  <ReadingPage
    title="Hapus dokumentasi"
    lead={`${row.title} hilang dari daftar. Berkasnya tetap disimpan, dan dapat dipulihkan.`}
    breadcrumbs={[{ path: `/dokumentasi/${row.code}`, label: row.title }]}
    form={form}
  >
    <PostForm form={form} action={`/dokumentasi/${row.code}/hapus`}>
      <HiddenFields form={form} names={['revision']} />
      <TextArea
        form={form}
        name="reason"
        label="Alasan"
        hint="Umum membacanya pada alamat tetap dokumentasi ini bila ia pernah diterbitkan."
        rows={3}
      />
      <FormBar>
        <ButtonLink href={`/dokumentasi/${row.code}`}>Batal</ButtonLink>
        <Button kind="danger">Hapus dokumentasi</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
