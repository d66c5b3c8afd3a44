import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Button } from '#web/button.tsx'
import { HiddenFields, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { TextArea } from '#web/text-area.tsx'
import { titleOfEntry } from '../entry.ts'
import type { EntryRemark } from '../remark-store.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'

type Props = {
  view: EntryView
  remarks: EntryRemark[]
  names: ReadonlyMap<string, string>
  form: Form
  mayRemark: boolean
}

/** What its readers remark on an entry, field by field, until each is answered. */
export function RemarksPage({ view: { entry, edition, fields }, remarks, names, form, mayRemark }: Props) {
  const { zone } = useShell()
  const home = `/usulan/${entry.code}/catatan`
  const fieldNames = new Map(fields.map(({ field }) => [field.key, `${field.number}. ${field.label}`]))
  return (
    <DeskPage
      title="Catatan"
      lead={`${titleOfEntry(entry)}, ${edition.label}`}
      breadcrumbs={entryCrumbs(entry)}
      form={form}
    >
      <EntryTabs entry={entry} current="catatan" />
      {remarks.length === 0 && <EmptyState title="Belum ada catatan" />}
      {remarks.map(({ id, field, text, accountId, createdAt, settledAt }) => (
        <Section
          key={id}
          title={fieldNames.get(field) ?? 'Seluruh usulan'}
          note={`${names.get(accountId) ?? 'Akun yang sudah tidak ada'}, ${instantInWords(zone, createdAt)}`}
          act={
            mayRemark && (
              <form class="act" method="post" action={`${home}/${id}`}>
                <input type="hidden" name="settled" value={settledAt ? 'no' : 'yes'} />
                <Button kind="quiet">{settledAt ? 'Buka lagi' : 'Sudah dijawab'}</Button>
              </form>
            )
          }
        >
          <p class="kept-lines">{text}</p>
          <State is={settledAt ? 'done' : 'open'}>{settledAt ? 'Sudah dijawab' : 'Menunggu jawaban'}</State>
        </Section>
      ))}
      {mayRemark && (
        <Section title="Catatan baru">
          <PostForm form={form} action={home}>
            <HiddenFields form={form} names={['id']} />
            <SelectField
              form={form}
              name="field"
              label="Tentang"
              options={[...fieldNames].map(([value, label]) => ({ value, label }))}
              empty="Seluruh usulan"
              width="full"
              optional
            />
            <TextArea form={form} name="text" label="Catatan" rows={4} />
            <FormBar>
              <Button kind="primary">Simpan catatan</Button>
            </FormBar>
          </PostForm>
        </Section>
      )}
    </DeskPage>
  )
}
