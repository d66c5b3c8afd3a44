import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { FileField } from '#web/file-field.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Decree } from '../decree.ts'
import { crumbsOf, levelChoices } from './words.ts'

const most = 10 * 1024 * 1024

/** Where the annex of a decree is uploaded. */
export const AnnexUploadPage = ({ decree, form }: { decree: Decree; form: Form }) => (
  <ReadingPage
    title="Impor lampiran"
    lead="Unggah daftar agen seperti adanya. Rintis membacanya, menunjukkan setiap sel yang perlu diperbaiki, dan belum menyimpan apa pun sebelum Anda menetapkannya."
    breadcrumbs={crumbsOf(decree)}
    form={form}
  >
    <PostForm form={form} action={`/keputusan/${decree.code}/impor`} files>
      <FileField
        form={form}
        name="annex"
        label="Lampiran keputusan"
        hint={
          <>
            Berkas .xlsx atau .csv, paling besar 10 MB. Belum punya?{' '}
            <a href="/keputusan/templat-lampiran.xlsx">Unduh templat lampiran</a>
          </>
        }
        accept=".xlsx,.csv,.txt"
        most={most}
      />
      <RadioFields
        form={form}
        name="level"
        label="Tingkat agen"
        hint="Untuk agen yang tingkatnya tidak disebut dalam lampiran."
        choices={levelChoices}
      />
      <FormBar>
        <ButtonLink href={`/keputusan/${decree.code}`}>Batal</ButtonLink>
        <Button kind="primary">Baca lampiran</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
