import type { Sheet } from '#documents/workbook.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FileField } from '#web/file-field.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type Project, titleOf } from '../project.ts'

const most = 10 * 1024 * 1024

/** Where an import is, in the project that it is of. */
export const importCrumbs = (project: Project) => [
  { path: `/proyek/${project.code}`, label: titleOf(project) },
  { path: `/proyek/${project.code}/rencana`, label: 'Rencana aksi' },
]

/** Where the file with a matrix is uploaded. */
export const ImportUploadPage = ({ project, form }: { project: Project; form: Form }) => (
  <ReadingPage
    title="Impor dari Excel atau Word"
    lead="Unggah matriks seperti adanya. Rintis membacanya, menunjukkan sel yang belum dipahami dan semua perbedaannya, dan belum mengubah apa pun sebelum Anda menerapkannya."
    breadcrumbs={importCrumbs(project)}
    form={form}
  >
    <PostForm form={form} action={`/proyek/${project.code}/rencana/impor`} files>
      <FileField
        form={form}
        name="table"
        label="Berkas matriks"
        hint="Berkas .xlsx, .docx, atau .csv, paling besar 10 MB. Matriks yang diunduh dari Rintis dikenali per baris."
        accept=".xlsx,.docx,.csv,.txt"
        most={most}
      />
      <FormBar>
        <ButtonLink href={`/proyek/${project.code}/rencana`}>Batal</ButtonLink>
        <Button kind="primary">Baca matriks</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

type ChoiceProps = { project: Project; form: Form; sheets: readonly Sheet[]; candidates: readonly Sheet[] }

/** Asks which sheet or table is meant where several may be, or none looks like a matrix. */
export const TableChoicePage = ({ project, form, sheets, candidates }: ChoiceProps) => (
  <ReadingPage
    title="Pilih tabel"
    lead={
      candidates.length > 0
        ? 'Beberapa tabel dalam berkas ini dapat berisi matriks.'
        : 'Tidak ada tabel yang jelas berisi matriks. Pilih tabel yang Anda maksud.'
    }
    breadcrumbs={importCrumbs(project)}
    form={form}
  >
    <PostForm form={form} action={`/proyek/${project.code}/rencana/impor`} files>
      <HiddenFields form={form} names={['workbook']} />
      <RadioFields
        form={form}
        name="chosen_sheet"
        label="Tabel yang memuat matriks"
        choices={sheets.flatMap((sheet, index) =>
          candidates.length === 0 || candidates.includes(sheet)
            ? [{ value: String(index), label: sheet.name, hint: hintOf(sheet) }]
            : [],
        )}
      />
      <FormBar>
        <ButtonLink href={`/proyek/${project.code}/rencana/impor`}>Kembali</ButtonLink>
        <Button kind="primary">Baca tabel ini</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

const hintOf = ({ cells, isHidden }: Sheet) => `${cells.length} baris${isHidden ? ', tersembunyi dalam berkas' : ''}`
