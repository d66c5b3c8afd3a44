import { addressOf, UploadField } from '#files'
import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { RecordingRow } from '../store.ts'
import type { EarlierVersion } from '../version-store.ts'
import { recordingFamilies } from './recording-form-page.tsx'

/**
 * Earlier originals: by which they were replaced, when and by whom. What they were called and why they went may say who
 * was in them: that is for whoever may open them.
 */
export function EarlierVersions({ earlier, mayOpen }: { earlier: EarlierVersion[]; mayOpen: boolean }) {
  const { zone } = useShell()
  if (earlier.length === 0) return null
  return (
    <Section title="Versi terdahulu" note={`Yang berlaku: versi ${earlier.length + 1}`}>
      <ul>
        {earlier.map(({ number, fileId, name, size, reason, replacedAt, by }) => (
          <li key={number}>
            Versi {number}
            {mayOpen && (
              <>
                : <a href={`${addressOf({ id: fileId, name })}?unduh`}>{name}</a> ({sizeInWords(size)})
              </>
            )}
            , digantikan versi {number + 1} pada {instantInWords(zone, replacedAt)}
            {by && ` oleh ${by}`}. {mayOpen && reason}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Puts another original in the place of a recording's. */
export const ReplacePage = ({ row, form, most }: { row: RecordingRow; form: Form; most: number }) => (
  <ReadingPage
    title="Ganti berkas"
    lead="Alamat dan keterangannya tetap. Berkas yang sekarang disimpan sebagai versi terdahulu."
    breadcrumbs={[{ path: `/dokumentasi/${row.code}`, label: row.title }]}
    form={form}
  >
    <PostForm form={form} action={`/dokumentasi/${row.code}/ganti-berkas`} files guarded>
      <HiddenFields form={form} names={['revision']} />
      <UploadField form={form} name="recording" label="Berkas pengganti" wanted={recordingFamilies} most={most} />
      <TextArea form={form} name="reason" label="Alasan" rows={3} />
      <CheckboxField
        form={form}
        name="same_people"
        label="Orang yang terekam sama, jadi persetujuannya tetap berlaku"
        hint="Bila tidak, persetujuan ditanyakan lagi. Yang tadinya tampil untuk umum kembali tampil setelah sekretariat atau penanggung jawab dokumentasi melihatnya."
        optional
      />
      <FormBar>
        <ButtonLink href={`/dokumentasi/${row.code}`}>Batal</ButtonLink>
        <Button kind="primary">Ganti berkas</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
