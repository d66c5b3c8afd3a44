import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxFields } from '#web/choices.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type LkeQuestion, lkeQuestionCodes, lkeQuestions } from '../evidence-question.ts'
import type { PieceView } from '../evidence-view.ts'

type Props = {
  view: PieceView
  form: Form
  /** The questions that nothing else proves. */
  alone: LkeQuestion[]
}

/** Which questions of the LKE a piece of evidence proves. */
export function QuestionPage({ view: { piece, desk }, form, alone }: Props) {
  const own = `${desk.path}/${piece.id}`
  return (
    <ReadingPage
      title="Pertanyaan LKE yang dibuktikan"
      lead={piece.name}
      breadcrumbs={[
        { path: desk.path, label: 'Eviden' },
        { path: own, label: piece.name },
      ]}
      form={form}
    >
      <PostForm form={form} action={`${own}/lke`}>
        <HiddenFields form={form} names={['revision']} />
        <CheckboxFields
          form={form}
          name="questions"
          label="Pertanyaan tentang agen perubahan"
          hint="Eviden dihitung pada tahun dari tanggal yang dibuktikannya. Kosongkan semua bila tidak membuktikan pertanyaan LKE."
          choices={lkeQuestionCodes.map((value) => ({
            value,
            label: lkeQuestions[value],
            ...(alone.includes(value) && { hint: 'Ini satu-satunya eviden pertanyaan ini pada tahun itu.' }),
          }))}
        />
        <FormBar>
          <ButtonLink href={own}>Batal</ButtonLink>
          <Button kind="primary">Simpan</Button>
        </FormBar>
      </PostForm>
    </ReadingPage>
  )
}
