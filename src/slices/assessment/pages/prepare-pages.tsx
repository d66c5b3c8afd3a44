import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { FieldRow, HiddenFields, NumberField, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Assessment } from '../assessment.ts'

type Of = { assessment: Pick<Assessment, 'id' | 'title'>; form: Form }

const crumbsOf = ({ id, title }: Of['assessment']) => [
  { path: '/penilaian', label: 'Penilaian' },
  { path: `/penilaian/${id}`, label: title },
]

/** The rubric: one part for each criterion, and empty ones for more. */
export const RubricPage = ({ assessment, form, rows }: Of & { rows: number }) => (
  <DeskPage
    title="Rubrik"
    lead="Bobot yang belum diketahui dikosongkan; rubrik baru dapat memeringkat bila semua bobot diketahui dan berjumlah tepat 100."
    breadcrumbs={crumbsOf(assessment)}
    actions={<ButtonLink href={`/penilaian/${assessment.id}/rubrik/pilih`}>Pakai rubrik lain</ButtonLink>}
    form={form}
  >
    <PostForm form={form} action={`/penilaian/${assessment.id}/rubrik`} guarded>
      <HiddenFields form={form} names={['revision']} />
      <FormPart title="Penilaian">
        <TextField form={form} name="title" label="Nama penilaian" maxLength={200} autocomplete="off" />
        <TextField
          form={form}
          name="rubric_name"
          label="Nama rubrik"
          hint="Saat penilaian dibuka, rubrik disimpan sebagai versi dengan nama ini dan dapat dipakai lagi."
          maxLength={200}
          autocomplete="off"
        />
      </FormPart>
      {Array.from({ length: rows }, (_, at) => at + 1).map((row) => (
        <FormPart key={row} title={`Kriteria ${row}`}>
          <TextField form={form} name={`name_${row}`} label={`Nama kriteria ${row}`} autocomplete="off" optional />
          <TextArea form={form} name={`about_${row}`} label={`Uraian kriteria ${row}`} rows={2} optional />
          <TextArea
            form={form}
            name={`levels_${row}`}
            label={`Arti nilai kriteria ${row}`}
            hint="Satu per baris, mulai dari nilai berapa: 85: dampaknya terukur."
            rows={3}
            optional
          />
          <FieldRow>
            <NumberField form={form} name={`weight_${row}`} label="Bobot" unit="%" optional />
            <NumberField form={form} name={`min_${row}`} label="Nilai terendah" />
            <NumberField form={form} name={`max_${row}`} label="Nilai tertinggi" />
            <NumberField form={form} name={`tie_${row}`} label="Urutan pemecah seri" width={4} whole optional />
          </FieldRow>
          <FieldRow>
            <NumberField form={form} name={`below_${row}`} label="Alasan wajib di bawah" optional />
            <NumberField form={form} name={`above_${row}`} label="Alasan wajib di atas" optional />
          </FieldRow>
        </FormPart>
      ))}
      <FormBar>
        <ButtonLink href={`/penilaian/${assessment.id}`}>Batal</ButtonLink>
        <Button kind="primary">Simpan rubrik</Button>
      </FormBar>
    </PostForm>
  </DeskPage>
)

type Assessable = { id: string; title: string; unitName: string; isPublicService: boolean }

/** Which projects are judged. */
export const ProjectsPage = ({ assessment, form, projects }: Of & { projects: Assessable[] }) => (
  <DeskPage title="Proyek yang dinilai" breadcrumbs={crumbsOf(assessment)} form={form}>
    {projects.length === 0 ? (
      <EmptyState title="Belum ada proyek yang dapat dinilai">
        Proyek dapat dinilai setelah rencananya ditetapkan dan proyek berjalan.
      </EmptyState>
    ) : (
      <PostForm form={form} action={`/penilaian/${assessment.id}/proyek`}>
        <HiddenFields form={form} names={['revision']} />
        <CheckboxFields
          form={form}
          name="project_ids"
          label="Proyek"
          hint="Yang terbaik dipilih di antara proyek pelayanan publik."
          choices={projects.map(({ id, title, unitName, isPublicService }) => ({
            value: id,
            label: title,
            hint: isPublicService ? unitName : `${unitName}; bukan pelayanan publik`,
          }))}
        />
        <FormBar>
          <ButtonLink href={`/penilaian/${assessment.id}`}>Batal</ButtonLink>
          <Button kind="primary">Simpan pilihan</Button>
        </FormBar>
      </PostForm>
    )}
  </DeskPage>
)
