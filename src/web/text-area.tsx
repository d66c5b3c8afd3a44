import { typedIn } from '#kit/form.ts'
import { numberInWords } from '#kit/text.ts'
import { Field, type FieldProps } from './field.tsx'
import { Island } from './island.tsx'
import { lengthOf, type TextLimit, usage } from './text-limit.ts'

type TextAreaProps = FieldProps & { rows?: number; limit?: TextLimit }

/** Several lines of text, with how much of the limit they fill: counted on the server, and while typing by a script. */
export function TextArea({ rows = 4, limit, ...props }: TextAreaProps) {
  const text = typedIn(props.form, props.name)
  const field = (
    <Field
      {...props}
      control={(ties) => (
        <textarea rows={rows} {...ties}>
          {startingWithNewline.test(text) ? `\n${text}` : text}
        </textarea>
      )}
      after={limit && <CountLine text={text} limit={limit} />}
    />
  )
  return limit ? (
    <Island name="count" props={limit}>
      {field}
    </Island>
  ) : (
    field
  )
}

// A browser drops the first newline of a textarea.
const startingWithNewline = /^\r?\n/

function CountLine({ text, limit }: { text: string; limit: TextLimit }) {
  const length = lengthOf(text, limit)
  return (
    <p class={length > limit.most ? 'count-line over' : 'count-line'} data-count>
      {text === '' ? `Paling banyak ${numberInWords(limit.most)} ${limit.unit}.` : usage(length, limit)}
    </p>
  )
}
