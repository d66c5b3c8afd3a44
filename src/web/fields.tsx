import type { ComponentChildren } from 'preact'
import { allTypedIn, type Form, typedIn } from '#kit/form.ts'
import { Field, type FieldProps, type Width, withLabels } from './field.tsx'
import { Island } from './island.tsx'

type TextProps = FieldProps & {
  width?: Width
  autocomplete?: string
  maxLength?: number
  autofocus?: boolean
  /** The id of a `datalist` with words to choose from; any other may be typed all the same. */
  list?: string
}

const widthClass = (width: Width) => `w-${width}`

export const TextField = ({ width = 30, autocomplete, maxLength, autofocus, list, ...props }: TextProps) => (
  <Field
    {...props}
    control={(ties) => (
      <input
        type="text"
        class={widthClass(width)}
        value={typedIn(props.form, props.name)}
        autocomplete={autocomplete}
        maxLength={maxLength}
        autofocus={autofocus}
        list={list}
        {...ties}
      />
    )}
  />
)

export const EmailField = ({ width = 30, autocomplete = 'email', autofocus, ...props }: TextProps) => (
  <Field
    {...props}
    control={(ties) => (
      <input
        type="email"
        class={widthClass(width)}
        value={typedIn(props.form, props.name)}
        autocomplete={autocomplete}
        autofocus={autofocus}
        spellcheck={false}
        {...ties}
      />
    )}
  />
)

type PasswordProps = FieldProps & { autocomplete: 'current-password' | 'new-password' }

/** A password never comes back to the page; a script adds the button that shows it. */
export const PasswordField = ({ autocomplete, ...props }: PasswordProps) => (
  <Island name="password">
    <Field
      {...props}
      control={(ties) => (
        <span class="affixed whole">
          <input type="password" class="w-20" autocomplete={autocomplete} spellcheck={false} {...ties} />
        </span>
      )}
    />
  </Island>
)

type NumberProps = FieldProps & { width?: Width; unit?: string; whole?: boolean }

/** Numbers are typed as Indonesians write them (1.234,5): a browser's own number field refuses that. */
export const NumberField = ({ width = 8, unit, whole, ...props }: NumberProps) => (
  <Field
    {...props}
    control={(ties) => (
      <span class="affixed">
        <input
          type="text"
          class={`number ${widthClass(width)}`}
          inputMode={whole ? 'numeric' : 'decimal'}
          value={typedIn(props.form, props.name)}
          autocomplete="off"
          {...ties}
        />
        {unit && <span class="unit">{unit}</span>}
      </span>
    )}
  />
)

/** A day; `min` and `max` are plain days. */
export const DateField = ({ min, max, ...props }: FieldProps & { min?: string; max?: string }) => (
  <Field
    {...props}
    control={(ties) => (
      <input type="date" class="w-12" value={typedIn(props.form, props.name)} min={min} max={max} {...ties} />
    )}
  />
)

/** An hour on the clock, `HH:MM`. */
export const TimeField = (props: FieldProps) => (
  <Field
    {...props}
    control={(ties) => <input type="time" class="w-9" value={typedIn(props.form, props.name)} {...ties} />}
  />
)

export type Option = { value: string; label: string }

type SelectProps = FieldProps & { options: Option[]; width?: Width; empty?: string }

/** One of many: from about seven on, below that radio buttons. `empty` is what stands there before a choice. */
export const SelectField = ({ options, width = 30, empty = 'Pilih', ...props }: SelectProps) => (
  <Field
    {...props}
    form={withLabels(props.form, props.name, options)}
    control={(ties) => (
      <select class={widthClass(width)} {...ties}>
        <option value="">{empty}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === typedIn(props.form, props.name)}>
            {label}
          </option>
        ))}
      </select>
    )}
  />
)

/** Fields that nobody sees: ids, the revision that the form was drawn from. */
export const HiddenFields = ({ form, names }: { form: Form; names: string[] }) => (
  <>
    {names.flatMap((name) => {
      const [first = '', ...others] = allTypedIn(form, name)
      return [first, ...others].map((value) => <input key={name + value} type="hidden" name={name} value={value} />)
    })}
  </>
)

/** Fields of one line that belong together: from and until, number and date. */
export const FieldRow = ({ children }: { children: ComponentChildren }) => <div class="field-row">{children}</div>
