import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { type ProjectView, titleOf } from '#project'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { DateField, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { evidenceObstacle } from '../evidence.ts'
import type { EvidenceDesk } from '../evidence-view.ts'
import { LineChoice } from './line-choice.tsx'
import { evidenceFamilies } from './report-form.tsx'

type Props = { project: ProjectView; desk: EvidenceDesk; form: Form; most: number }

/** Evidence by itself: many files at once, a link, the day that they prove, and which activities. */
export function BringPage({ project: { project }, desk, form, most }: Props) {
  const obstacle = desk.lines.length === 0 ? 'Rencana aksi belum ditetapkan.' : evidenceObstacle(project)
  return (
    <ReadingPage
      title="Tambah eviden"
      lead="Setiap berkas dan tautan menjadi satu eviden dan diperiksa sekretariat satu per satu."
      breadcrumbs={[
        { path: `/proyek/${project.code}`, label: titleOf(project) },
        { path: desk.path, label: 'Eviden' },
      ]}
      form={form}
    >
      {obstacle !== null ? (
        <Alert>{obstacle}</Alert>
      ) : (
        <PostForm form={form} action={`${desk.path}/baru`} files guarded>
          <HiddenFields form={form} names={['link_id']} />
          <UploadField
            form={form}
            name="files"
            label="Berkas"
            hint="Pilih beberapa berkas sekaligus. Unggahan yang terputus dapat dilanjutkan."
            wanted={evidenceFamilies}
            most={most}
            multiple
            camera="picture"
            optional
          />
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
            hint="Misalnya tanggal rapat, bukan tanggal notulennya diunggah."
          />
          <LineChoice form={form} lines={desk.lines} />
          <FormBar>
            <ButtonLink href={desk.path}>Batal</ButtonLink>
            <Button kind="primary">Tambah eviden</Button>
          </FormBar>
        </PostForm>
      )}
    </ReadingPage>
  )
}
