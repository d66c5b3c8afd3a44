import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { blankForm, type Form, staleForm } from '#kit/form.ts'
import { CheckboxFields, RadioFields } from './choices.tsx'
import { NumberField, SelectField, TextField } from './fields.tsx'
import { PostForm } from './form.tsx'
import { TextArea } from './text-area.tsx'

const wrong: Form = { values: { title: 'A & "B"' }, errors: { title: 'Judul sudah dipakai.' } }
const title = (form: Form, more: object = {}) => (
  <TextField form={form} name="title" label="Judul" hint="Paling banyak sepuluh kata." {...more} />
)
const inForm = (form: Form, field: VNode, prefix = '') =>
  render(
    <PostForm form={form} action="/proyek" prefix={prefix}>
      {field}
    </PostForm>,
  )

test('a field that is wrong points at its hint and its error, and keeps what was typed', () => {
  const html = render(title(wrong))
  expect(html).toContain('aria-describedby="title-hint title-error" aria-invalid="true"')
  expect(html).toMatch(/<p class="error" id="title-error">.*Judul sudah dipakai\.<\/p>/)
  expect(html).toContain('value="A &amp; &quot;B&quot;"')
})

test('label, hint, field and error follow each other', () => {
  const html = render(title(wrong))
  const places = ['<label', 'title-hint">', '<input', 'id="title-error"'].map((part) => html.indexOf(part))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(places).not.toContain(-1)
})

test('the summary names each error and leads to its field, also under a prefix', () => {
  expect(inForm(wrong, title(wrong))).toContain('<a href="#title">Judul sudah dipakai.</a>')
  const html = inForm(wrong, title(wrong), 'second-')
  expect(html).toContain('<a href="#second-title">')
  expect(html).toContain('id="second-title" name="title"')
})

test('a form without errors has no summary', () => {
  expect(inForm(blankForm(), title(blankForm()))).not.toContain('error-summary')
})

test('only a field that may stay empty says so', () => {
  expect(render(title(blankForm()))).not.toContain('(boleh kosong)')
  expect(render(title(blankForm(), { optional: true }))).toContain('(boleh kosong)')
  expect(render(title(blankForm(), { optional: true }))).not.toContain('required')
})

test('what somebody else saved stands beside what was typed', () => {
  const form = staleForm({ title: 'Milik saya' }, { title: 'Milik mereka', revision: '3' })
  const html = inForm(form, title(form))
  expect(html).toContain('value="Milik saya"')
  expect(html).toMatch(/id="title-theirs">.*Milik mereka/)
  expect(html).toContain('Bandingkan kedua nilai')
})

test('an error of a question with several answers leads to the first of them', () => {
  const form: Form = { values: { areas: ['b'] }, errors: { areas: 'Pilih paling sedikit satu.' } }
  const choices = [
    { value: 'a', label: 'Satu' },
    { value: 'b', label: 'Dua' },
  ]
  const boxes = render(<CheckboxFields form={form} name="areas" label="Area" choices={choices} />)
  expect(boxes).toMatch(/id="areas" value="a"/)
  expect(boxes).toMatch(/checked[^>]* id="areas-2" value="b"/)
  const radios = render(<RadioFields form={form} name="areas" label="Area" choices={choices} />)
  expect(radios).toMatch(/id="areas" value="a"/)
})

test('a text that begins with a new line keeps it', () => {
  const form = blankForm({ problem: '\nBaris kedua' })
  expect(render(<TextArea form={form} name="problem" label="Masalah" />)).toContain('>\n\nBaris kedua</textarea>')
})

test('a text over its limit says by how much', () => {
  const form = blankForm({ problem: 'satu dua tiga' })
  const field = <TextArea form={form} name="problem" label="Masalah" limit={{ most: 2, unit: 'kata' }} />
  expect(render(field)).toContain('3 dari 2 kata, kurangi 1 kata')
})

test('numbers are typed as Indonesians write them', () => {
  const html = render(<NumberField form={blankForm({ share: '1.234,5' })} name="share" label="Porsi" unit="%" />)
  expect(html).toContain('type="text"')
  expect(html).toContain('value="1.234,5"')
})

test('the chosen option is selected', () => {
  const options = [
    { value: 'wib', label: 'WIB' },
    { value: 'wit', label: 'WIT' },
  ]
  const html = render(<SelectField form={blankForm({ zone: 'wit' })} name="zone" label="Zona" options={options} />)
  expect(html).toMatch(/<option selected value="wit"|<option value="wit" selected/)
})
