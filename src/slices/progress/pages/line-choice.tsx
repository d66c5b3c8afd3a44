import type { Form } from '#kit/form.ts'
import { CheckboxFields } from '#web/choices.tsx'
import type { NamedLine } from '../evidence-view.ts'

type Props = {
  form: Form
  lines: NamedLine[]
  /** The lines that this evidence alone proves. */
  alone?: string[]
}

/** Which activities a proof serves. */
export const LineChoice = ({ form, lines, alone = [] }: Props) => (
  <CheckboxFields
    form={form}
    name="line_ids"
    label="Kegiatan yang dibuktikan"
    hint="Satu eviden dapat membuktikan beberapa kegiatan."
    choices={lines.map(({ lineId, number, title }) => ({
      value: lineId,
      label: `${number} ${title}`,
      ...(alone.includes(lineId) && { hint: 'Ini satu-satunya eviden kegiatan ini.' }),
    }))}
  />
)
