import { AttachedFiles, type StoredFile, UploadField } from '#files'
import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { shortened } from '#kit/text.ts'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import { Timeline } from '#web/timeline.tsx'
import { type FollowUpAct, type FollowUpNote, followUpAllows, proofFamilies } from '../follow-up.ts'
import type { FollowUpRow } from '../store.ts'
import { ProjectName, Standing } from './follow-up-table.tsx'
import { noteWords, originOf } from './words.ts'

type Props = {
  row: FollowUpRow
  form: Form
  notes: FollowUpNote[]
  files: StoredFile[]
  /** Bytes that one file may have. */
  most: number
  may: (act: FollowUpAct) => boolean
  /** The act that came too late: its form stays, with what was typed. */
  refused: FollowUpAct | undefined
  opensProject: boolean
}

/** One follow-up: how it stands, and what can be done about it by whoever reads it. */
export function FollowUpPage({ row, form, notes, files, most, may, refused, opensProject }: Props) {
  const path = `/tindak-lanjut/${row.id}`
  const title = shortened(row.what)
  const isOpen = (act: FollowUpAct) => may(act) && (act === refused || followUpAllows(row.state, act))
  return (
    <DeskPage
      title={title}
      breadcrumbs={[{ path: '/tindak-lanjut', label: 'Tindak lanjut' }]}
      actions={isOpen('change') && <ButtonLink href={`${path}/koreksi`}>Koreksi pemilik atau batas</ButtonLink>}
      form={form}
    >
      {title !== row.what && (
        <Section title="Yang harus dilakukan">
          <p class="post-text">{row.what}</p>
        </Section>
      )}
      <Facts
        facts={[
          { term: 'Keadaan', detail: <Standing row={row} /> },
          { term: 'Pemilik', detail: row.ownerName },
          { term: 'Batas', detail: weekdayInWords(row.dueOn) },
          { term: 'Asal', detail: originOf(row) },
          ...(row.projectCode ? [{ term: 'Proyek', detail: <ProjectName row={row} isLink={opensProject} /> }] : []),
        ]}
      />
      {isOpen('finish') && <Finish form={form} path={path} most={most} />}
      {isOpen('close') && (
        <ActButton kind="primary" action={`${path}/tutup`}>
          Tutup tindak lanjut
        </ActButton>
      )}
      {notes.length > 0 && <Notes notes={notes} files={files} />}
      {(isOpen('reopen') || isOpen('drop')) && (
        <Section title={isOpen('reopen') ? (isOpen('drop') ? 'Kembalikan atau batalkan' : 'Kembalikan') : 'Batalkan'}>
          <PostForm form={form} action={`${path}/${isOpen('reopen') ? 'kembalikan' : 'batalkan'}`} prefix="catatan-">
            <TextArea form={form} name="remark" label="Alasan" rows={3} />
            <div class="actions">
              {isOpen('reopen') && <Button formAction={`${path}/kembalikan`}>Kembalikan</Button>}
              {isOpen('drop') && (
                <Button kind="danger" formAction={`${path}/batalkan`}>
                  Batalkan
                </Button>
              )}
            </div>
          </PostForm>
        </Section>
      )}
    </DeskPage>
  )
}

const Finish = ({ form, path, most }: { form: Form; path: string; most: number }) => (
  <Section title="Nyatakan selesai">
    <PostForm form={form} action={`${path}/selesai`} files guarded>
      <HiddenFields form={form} names={['id']} />
      <TextArea form={form} name="outcome" label="Yang sudah dilakukan" hint="Sebut hasilnya." />
      <UploadField
        form={form}
        name="files"
        label="Berkas bukti"
        hint="Dokumen, lembar kerja, salindia, PDF, atau gambar."
        wanted={proofFamilies}
        most={most}
        multiple
        optional
      />
      <Button kind="primary">Nyatakan selesai</Button>
    </PostForm>
  </Section>
)

/** Everything that was said, also of what was sent back, each with the files that came with it. */
function Notes({ notes, files }: { notes: FollowUpNote[]; files: StoredFile[] }) {
  const { zone } = useShell()
  return (
    <Section title="Hasil dan catatan">
      <Timeline
        zone={zone}
        happenings={notes.map(({ id, kind, words, notedAt }) => ({
          id,
          at: notedAt,
          sentence: noteWords[kind],
          note: words,
          more: <AttachedFiles label="Berkas bukti" files={files.filter(({ thingId }) => thingId === id)} />,
        }))}
      />
    </Section>
  )
}
