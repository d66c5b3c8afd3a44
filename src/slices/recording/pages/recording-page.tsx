import { addressOf, type StoredFile } from '#files'
import { dayInWords, instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage, ReadingPage } from '#web/page.tsx'
import { Columns, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import { durationInWords } from '../recording.ts'
import type { RecordingRow } from '../store.ts'
import { LastingAddress } from './lasting-address.tsx'
import { Player } from './player.tsx'
import { kindWords } from './words.ts'

type Props = {
  row: RecordingRow
  master: StoredFile | undefined
  poster: StoredFile | undefined
  steward: string | null
  may: (act: 'change' | 'takeOut' | 'bringBack') => boolean
  mayReadProject: boolean
}

/** A recording: it plays where it stands, with what is known of it. */
export function RecordingPage(props: Props) {
  const { zone } = useShell()
  const { row, master, poster } = props
  return (
    <DeskPage
      title={row.title}
      breadcrumbs={[{ path: '/dokumentasi', label: 'Dokumentasi' }]}
      actions={<Acts {...props} />}
    >
      {row.removedAt && (
        <Alert kind="soon" title={`Dihapus ${instantInWords(zone, row.removedAt)}`}>
          <p>{row.removedBecause}</p>
        </Alert>
      )}
      {master && (
        <Player kind={row.kind} title={row.title} src={addressOf(master)} poster={poster && addressOf(poster)} />
      )}
      <LastingAddress of={row} />
      <p>
        <a href={`/dokumentasi/${row.code}/riwayat`}>Riwayat pelestarian</a>
      </p>
      <Columns>
        <Section title="Uraian">
          <p class="kept-lines">{row.description || 'Belum diuraikan.'}</p>
        </Section>
        <Section title="Keterangan">
          <Facts facts={[...factsOf(props), { term: 'Disimpan', detail: instantInWords(zone, row.createdAt) }]} />
        </Section>
      </Columns>
    </DeskPage>
  )
}

function Acts({ row, may }: Props) {
  const path = `/dokumentasi/${row.code}`
  if (row.removedAt) {
    return may('bringBack') ? (
      <ActButton kind="primary" action={`${path}/pulihkan`}>
        Pulihkan
      </ActButton>
    ) : null
  }
  return (
    <>
      {may('change') && <ButtonLink href={`${path}/ubah`}>Ubah keterangan</ButtonLink>}
      {may('takeOut') && <ButtonLink href={`${path}/hapus`}>Hapus</ButtonLink>}
    </>
  )
}

function factsOf({ row, master, steward, mayReadProject }: Props): Fact[] {
  const project = mayReadProject ? <a href={`/proyek/${row.projectCode}`}>{row.projectTitle}</a> : row.projectTitle
  return [
    { term: 'Jenis', detail: kindWords[row.kind] },
    { term: 'Proyek', detail: project },
    ...(row.recordedOn ? [{ term: 'Direkam', detail: dayInWords(row.recordedOn) }] : []),
    { term: 'Penanggung jawab', detail: steward ?? 'Belum ditunjuk' },
    ...(row.duration ? [{ term: 'Panjang', detail: durationInWords(row.duration) }] : []),
    ...(master ? fileFacts(master) : []),
    { term: 'Kode', detail: row.code },
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

/** Asks why a recording is taken out. */
export const TakeOutPage = ({ row, form }: { row: RecordingRow; form: Form }) => (
  <ReadingPage
    title="Hapus dokumentasi"
    lead={`${row.title} hilang dari daftar. Berkasnya tetap disimpan, dan dapat dipulihkan.`}
    breadcrumbs={[{ path: `/dokumentasi/${row.code}`, label: row.title }]}
    form={form}
  >
    <PostForm form={form} action={`/dokumentasi/${row.code}/hapus`}>
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
