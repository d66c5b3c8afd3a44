import type { Fields } from './saver.ts'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const controlsOf = (form: HTMLFormElement): Control[] =>
  Array.from(form.elements).filter(
    (one): one is Control => /^(INPUT|TEXTAREA|SELECT)$/.test(one.tagName) && one.getAttribute('name') !== null,
  )

/**
 * The revision goes apart. Files come and go only when the person sends the form: not while it is written, where a tick
 * too many would delete one.
 */
const isLeftOut = (name: string): boolean => name === 'revision' || /_(upload|dropped)$/.test(name)

/** Whether files wait for the form to be sent: some that came, or some that are to go. */
export const hasFilesWaiting = (form: HTMLFormElement): boolean =>
  [...new FormData(form).keys()].some((name) => name !== 'revision' && isLeftOut(name))

/** What stands in a form now, but for its files. */
export const fieldsOf = (form: HTMLFormElement): Fields =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && !isLeftOut(name) ? [[name, value] as [string, string]] : [],
  )

/** Puts fields into the form as if they were typed there. */
export function fillForm(form: HTMLFormElement, fields: Fields): void {
  for (const control of controlsOf(form)) {
    if (isLeftOut(control.name) || control.type === 'file') continue
    if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
      control.checked = fields.some(([name, value]) => name === control.name && value === control.value)
    } else {
      setValue(control, fields.find(([name]) => name === control.name)?.[1] ?? '')
    }
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}

/** Another text moves the caret to its end: whoever stands in it stays where they were. */
function setValue(control: Control, value: string): void {
  if (control.value === value) return
  const area = control instanceof HTMLTextAreaElement && control === document.activeElement ? control : null
  const caret = area?.selectionStart ?? 0
  control.value = value
  area?.setSelectionRange(caret, caret)
}

/** Whether something was typed before the script came. */
export const isTouched = (form: HTMLFormElement): boolean =>
  controlsOf(form).some((control) => {
    if (control instanceof HTMLSelectElement) return false
    const isTicked = control instanceof HTMLInputElement && control.checked !== control.defaultChecked
    return isTicked || control.value !== control.defaultValue
  })

/** Says beside each field what is wrong with it; what was said before is gone. */
export function markErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  form.querySelector('.error-summary')?.remove()
  for (const field of form.querySelectorAll<HTMLElement>('.field.wrong')) clear(field)
  for (const [name, message] of Object.entries(errors)) {
    const control = controlsOf(form).find((one) => one.name === name)
    const field = control?.closest<HTMLElement>('.field')
    if (control && field) mark(field, control, message)
  }
}

function mark(field: HTMLElement, control: Control, message: string): void {
  const words = document.createElement('p')
  words.className = 'error'
  words.id = `${control.id}-error`
  words.textContent = message
  field.append(words)
  field.classList.add('wrong')
  control.setAttribute('aria-invalid', 'true')
  const described = field.tagName === 'FIELDSET' ? field : control
  described.setAttribute('aria-describedby', [...describersOf(described), words.id].join(' '))
}

function clear(field: HTMLElement): void {
  const errors = [...field.querySelectorAll('.error')]
  const gone = errors.map(({ id }) => id)
  for (const words of errors) words.remove()
  field.classList.remove('wrong')
  for (const control of field.querySelectorAll('[aria-invalid]')) control.removeAttribute('aria-invalid')
  for (const described of [field, ...field.querySelectorAll('[aria-describedby]')]) {
    const left = describersOf(described).filter((id) => !gone.includes(id))
    if (left.length > 0) described.setAttribute('aria-describedby', left.join(' '))
    else described.removeAttribute('aria-describedby')
  }
}

const describersOf = (element: Element): string[] =>
  (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '')
