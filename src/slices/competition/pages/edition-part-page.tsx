import type { Form } from '#kit/form.ts'
import { Button, ButtonLink, EnterButton } from '#web/button.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { EditionDraft } from '../edition-draft-store.ts'
import { originsOf, type Part } from '../edition-part.ts'
import { rowCount } from '../edition-typed.ts'
import { partInSentence } from '../provenance.ts'
import { RowFields, SaidField } from './edition-part-fields.tsx'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = {
  draft: EditionDraft
  part: Part
  form: Form
  label: string /** With an empty row at the end. */
  adds: boolean
}

/** One part of an edition, to be corrected: what it says, its rows, and where all that is known from. */
export function EditionPartPage({ draft: { key, body }, part, form, label, adds }: Props) {
  const home = `/usulan/edisi/${key}`
  const { rows } = part
  const typed = rows ? rowCount(form.values) : 0
  const isAsked = typed === 0 && Object.keys(form.errors).some((name) => name.endsWith('_1'))
  const count = typed + (adds || isAsked ? 1 : 0)
  return (
    <ReadingPage
      title={part.title}
      lead={part.lead}
      breadcrumbs={[...entryCrumbs(), { path: home, label }, { path: `${home}/ubah`, label: 'Betulkan' }]}
      form={form}
    >
      <PostForm form={form} action={`${home}/ubah/${part.key}`} guarded>
        <EnterButton name="act" value="save" />
        <HiddenFields form={form} names={['revision']} />
        {part.said.length > 0 && (
          <FormPart title="Isi">
            {part.said.map((said) => (
              <SaidField key={said.path} {...{ form, said }} draft={body} />
            ))}
          </FormPart>
        )}
        {rows && (
          <>
            <RowFields {...{ form, rows, count, adds }} draft={body} />
            <div class="actions">
              <Button icon="plus" name="act" value="add">
                Tambah {rows.noun}
              </Button>
            </div>
          </>
        )}
        {part.origins.map((origin) => (
          <FormPart key={origin} title={`Asal-usul ${partInSentence(origin)}`}>
            {originsOf(origin).map((said) => (
              <SaidField key={said.path} {...{ form, said }} draft={body} />
            ))}
          </FormPart>
        ))}
        <FormBar>
          <ButtonLink href={`${home}/ubah`}>Kembali</ButtonLink>
          <Button kind="primary" name="act" value="save">
            Simpan
          </Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
