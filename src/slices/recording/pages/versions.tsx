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
  const replaced = earlier.filter(({ isTakenOut }) => !isTakenOut)
  const versionOf = (one: EarlierVersion) => replaced.length - replaced.indexOf(one)
  const note = replaced.length > 0 ? `Yang berlaku: versi ${replaced.length + 1}` : undefined
  return (
    <Section title={replaced.length > 0 ? 'Versi terdahulu' : 'Gambar yang dikeluarkan'} {...(note && { note })}>
      <ul>
        {earlier.map((one) => (
          <li key={one.number}>
            {one.isTakenOut ? 'Gambar' : `Versi ${versionOf(one)}`}
            {mayOpen && (
              <>
                : <a href={`${addressOf({ id: one.fileId, name: one.name })}?unduh`}>{one.name}</a> (
                {sizeInWords(one.size)})
              </>
            )}
            , {one.isTakenOut ? 'dikeluarkan' : `digantikan versi ${versionOf(one) + 1}`} pada{' '}
            {instantInWords(zone, one.replacedAt)}
            {one.by && ` oleh ${one.by}`}
            {mayOpen && `: ${one.reason}`}
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
