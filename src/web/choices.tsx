import type { ComponentChildren } from 'preact'
import { allTypedIn, typedIn } from '#kit/form.ts'
import { FieldGroup, FieldNotes, type FieldProps, useTies, withLabels } from './field.tsx'

/** An answer that can be chosen, with what it means where the word alone does not say it. */
export type Choice = { value: string; label: string; hint?: ComponentChildren }

/** One of a few answers, all of them to be seen. */
export const RadioFields = ({ choices, ...props }: FieldProps & { choices: Choice[] }) => (
  <FieldGroup {...props} form={withLabels(props.form, props.name, choices)}>
    {({ id, ...ties }) =>
      choices.map((choice, index) => (
        <ChoiceRow key={choice.value} {...choice} id={index === 0 ? id : `${id}-${index + 1}`}>
          {(own) => (
            <input type="radio" checked={typedIn(props.form, props.name) === choice.value} {...ties} {...own} />
          )}
        </ChoiceRow>
      ))
    }
  </FieldGroup>
)

/** Any number of answers. */
export const CheckboxFields = ({ choices, ...props }: FieldProps & { choices: Choice[] }) => (
  <FieldGroup {...props}>
    {({ id, name, 'aria-invalid': invalid }) =>
      choices.map((choice, index) => (
        <ChoiceRow key={choice.value} {...choice} id={index === 0 ? id : `${id}-${index + 1}`}>
          {(own) => (
            <input
              type="checkbox"
              name={name}
              checked={allTypedIn(props.form, name).includes(choice.value)}
              aria-invalid={invalid}
              {...own}
            />
          )}
        </ChoiceRow>
      ))
    }
  </FieldGroup>
)

/** One statement that is true or not; the form holds "yes" where it is. */
export function CheckboxField({ hint, ...props }: FieldProps) {
  const { id, ...ties } = useTies({ ...props, hint })
  return (
    <div class={ties['aria-invalid'] ? 'field wrong' : 'field'}>
      <ChoiceRow id={id} value="yes" label={props.label} hint={hint}>
        {(own) => <input type="checkbox" checked={typedIn(props.form, props.name) === 'yes'} {...ties} {...own} />}
      </ChoiceRow>
      <FieldNotes {...props} id={id} />
    </div>
  )
}

type Own = { id: string; value: string; 'aria-describedby'?: string }

function ChoiceRow({
  id,
  value,
  label,
  hint,
  children,
}: Choice & { id: string; children: (own: Own) => ComponentChildren }) {
  return (
    <div class="choice">
      {children(hint ? { id, value, 'aria-describedby': `${id}-hint` } : { id, value })}
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  )
}
