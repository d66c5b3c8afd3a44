import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import type { PieceView } from '../evidence-view.ts'
import { LineChoice } from './line-choice.tsx'

type Props = { view: PieceView; form: Form; alone: string[] }

/** Which activities a piece of evidence proves, chosen again. */
export function AssignPage({ view: { piece, desk }, form, alone }: Props) {
  const own = `${desk.path}/${piece.id}`
  return (
    <ReadingPage
      title="Ubah kegiatan yang dibuktikan"
      lead={piece.name}
      breadcrumbs={[
        { path: desk.path, label: 'Eviden' },
        { path: own, label: piece.name },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${own}/kegiatan`}>
        <HiddenFields form={form} names={['revision']} />
        <LineChoice form={form} lines={desk.lines} alone={alone} />
        <FormBar>
          <ButtonLink href={own}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
