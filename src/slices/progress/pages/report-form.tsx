import { type Family, UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { TextArea } from '#web/text-area.tsx'

/** What proves something; a web page's code is no such thing. */
export const evidenceFamilies: Family[] = ['document', 'sheet', 'slides', 'pdf', 'picture', 'text', 'film', 'sound']

type Props = { form: Form; path: string; back: string; unit: string; most: number }

/** The next report of an activity, with what proves it. */
export const ReportForm = ({ form, path, back, unit, most }: Props) => (
  <PostForm form={form} action={path} files guarded>
    <HiddenFields form={form} names={['id', 'link_id']} />
    <FormPart title="Laporkan kemajuan" note="Laporan sebelumnya tetap tersimpan. Yang terakhir yang dihitung.">
      <FieldRow>
        <NumberField form={form} name="percent" label="Persentase" unit="%" width={4} whole />
        <NumberField form={form} name="value" label="Nilai indikator" unit={unit} optional />
      </FieldRow>
      <TextArea form={form} name="note" label="Yang sudah dicapai" rows={3} />
      <TextArea form={form} name="obstacle" label="Hambatan" rows={2} optional />
      <TextArea form={form} name="solution" label="Penyelesaian" rows={2} optional />
    </FormPart>
    <FormPart title="Eviden" note="Yang membuktikan kemajuan ini. Sekretariat memeriksanya satu per satu.">
      <UploadField form={form} name="files" label="Berkas" wanted={evidenceFamilies} most={most} multiple optional />
      <TextField
        form={form}
        name="link"
        label="Tautan"
        width="full"
        hint="Bila buktinya halaman web, misalnya https://instansi.go.id/berita."
        optional
      />
      <DateField
        form={form}
        name="proves_on"
        label="Tanggal yang dibuktikan"
        hint="Misalnya tanggal rapat, bukan tanggal notulennya diunggah. Tanpa eviden, biarkan kosong."
        isConditional
      />
    </FormPart>
    <FormBar>
      <ButtonLink href={back}>Batal</ButtonLink>
      <Button kind="primary">Kirim laporan</Button>
    </FormBar>
  </PostForm>
)
