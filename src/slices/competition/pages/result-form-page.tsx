import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField, HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Edition } from '../edition.ts'
import type { Entry } from '../entry.ts'
import { newsStates, newsWords } from '../news.ts'
import { outcomeAt } from '../result.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = { entry: Entry; form: Form }

/** What a national stage decided. */
export const ResultFormPage = ({ entry, stage, form }: Props & { stage: Edition['stages'][number] }) => (
  <ReadingPage title={stage.label} lead="Hasil menurut pengumuman resmi." breadcrumbs={crumbs(entry)} form={form}>
    <PostForm form={form} action={`/usulan/${entry.code}/tahap/${stage.key}`}>
      <HiddenFields form={form} names={['revision']} />
      <RadioFields
        form={form}
        name="outcome"
        label="Hasil"
        choices={(['passed', 'failed'] as const).map((value) => ({ value, label: outcomeAt(stage, value) }))}
      />
      <DateField form={form} name="decided_on" label="Tanggal hasil" />
      <TextArea form={form} name="note" label="Catatan" hint="Misalnya nomor pengumuman atau alasannya." optional />
      <Bar entry={entry} />
    </PostForm>
  </ReadingPage>
)

/** What became of the innovation in a year. */
export const NewsFormPage = ({ entry, year, form }: Props & { year: number }) => (
  <ReadingPage
    title={`Kabar inovasi ${year}`}
    lead="Ditanyakan sekali setahun."
    breadcrumbs={crumbs(entry)}
    form={form}
  >
    <PostForm form={form} action={`/usulan/${entry.code}/kabar/${year}`}>
      <HiddenFields form={form} names={['revision']} />
      <RadioFields
        form={form}
        name="state"
        label="Keadaan inovasi"
        choices={newsStates.map((value) => ({ value, label: newsWords[value] }))}
      />
      <TextArea
        form={form}
        name="replicated_by"
        label="Ditiru oleh"
        hint="Satu unit atau instansi per baris."
        rows={3}
        optional
      />
      <TextArea form={form} name="note" label="Catatan" hint="Bila berhenti, sebut sebabnya." optional />
      <Bar entry={entry} />
    </PostForm>
  </ReadingPage>
)

const crumbs = (entry: Entry) => [...entryCrumbs(entry), { path: `/usulan/${entry.code}/tahap`, label: 'Hasil' }]

const Bar = ({ entry }: { entry: Entry }) => (
  <FormBar>
    <ButtonLink href={`/usulan/${entry.code}/tahap`}>Batal</ButtonLink>
    <Button kind="primary">Simpan</Button>
  </FormBar>
)
