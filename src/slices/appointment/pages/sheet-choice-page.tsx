import type { Sheet } from '#documents/workbook.ts'
import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { Decree } from '../decree.ts'
import { crumbsOf } from './words.ts'

type Props = { decree: Decree; form: Form; sheets: readonly Sheet[]; candidates: readonly Sheet[] }

/** Asks which sheet is meant where several may be, or none looks like a list of agents. */
export const SheetChoicePage = ({ decree, form, sheets, candidates }: Props) => (
  <ReadingPage
    title="Pilih lembar"
    lead={
      candidates.length > 0
        ? 'Beberapa lembar dalam berkas ini berisi daftar nama.'
        : 'Tidak ada lembar yang jelas berisi daftar nama. Pilih lembar yang Anda maksud.'
    }
    breadcrumbs={crumbsOf(decree)}
    form={form}
  >
    <PostForm form={form} action={`/keputusan/${decree.code}/impor`} files>
      <HiddenFields form={form} names={['workbook', 'level']} />
      <RadioFields
        form={form}
        name="chosen_sheet"
        label="Lembar yang memuat agen"
        choices={sheets.flatMap((sheet, index) =>
          candidates.length === 0 || candidates.includes(sheet)
            ? [{ value: String(index), label: sheet.name, hint: hintOf(sheet) }]
            : [],
        )}
      />
      <FormBar>
        <ButtonLink href={`/keputusan/${decree.code}/impor`}>Kembali</ButtonLink>
        <Button kind="primary">Baca lembar ini</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)

const hintOf = ({ cells, isHidden }: Sheet) => `${cells.length} baris${isHidden ? ', tersembunyi dalam berkas' : ''}`
