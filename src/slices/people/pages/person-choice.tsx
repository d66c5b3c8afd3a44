import type { ComponentChildren } from 'preact'
import type { Form } from '#kit/form.ts'
import { RadioFields } from '#web/choices.tsx'
import { TextField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { EmptyState } from '#web/section.tsx'
import type { Candidate } from '../candidate-store.ts'

type CandidateSearchProps = {
  /** The address of this page; `cari` is added to it. */
  action: string
  words: string
  children?: ComponentChildren
}

/** Finds persons by name; stands above the form that chooses one of them. */
export const CandidateSearch = ({ action, words, children }: CandidateSearchProps) => (
  <FilterForm action={action} label="Cari pegawai" act="Cari pegawai">
    {children}
    <TextField
      form={{ values: { cari: words }, errors: {} }}
      name="cari"
      label="Nama pegawai"
      width={30}
      autocomplete="off"
      optional
    />
  </FilterForm>
)

type CandidateFieldsProps = { form: Form; name: string; label: string; candidates: Candidate[] }

/** The persons that were found, one of them to be chosen. */
export const CandidateFields = ({ form, name, label, candidates }: CandidateFieldsProps) =>
  candidates.length === 0 ? (
    <EmptyState title="Tidak ada pegawai dengan nama itu">Periksa ejaannya, atau cari dengan sebagian nama.</EmptyState>
  ) : (
    <RadioFields form={form} name={name} label={label} choices={candidates.map(choiceOf)} />
  )

const choiceOf = ({ id, name, position, unitName }: Candidate) => ({
  value: id,
  label: name,
  hint: [position, unitName].filter(Boolean).join(' · '),
})
