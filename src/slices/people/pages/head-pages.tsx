import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField, FieldRow } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import type { Candidate } from '../candidate-store.ts'
import type { NamedStanding } from '../standing-store.ts'
import type { Unit } from '../unit.ts'
import { headKindWords } from './head-words.ts'
import { CandidateFields, CandidateSearch } from './person-choice.tsx'
import { termInWords } from './term-words.ts'

type NameHeadProps = {
  form: Form
  unit: Unit
  /** What was searched for; without words the unit's own persons stand to be chosen. */
  words: string
  candidates: Candidate[]
}

export function NameHeadPage({ form, unit, words, candidates }: NameHeadProps) {
  const path = `/unit/${unit.slug}`
  const search = words ? `?cari=${encodeURIComponent(words)}` : ''
  return (
    <DeskPage title={`Tunjuk atasan ${unit.name}`} breadcrumbs={[{ path, label: unit.name }]} form={form}>
      <CandidateSearch action={`${path}/atasan`} words={words} />
      <PostForm form={form} action={`${path}/atasan${search}`}>
        <CandidateFields form={form} name="person_id" label="Pegawai" candidates={candidates} />
        <RadioFields
          form={form}
          name="kind"
          label="Jenis"
          choices={[
            { value: 'definitive', label: 'Definitif' },
            { value: 'plt', label: 'Plt.', hint: 'Pelaksana tugas: jabatannya kosong.' },
            { value: 'plh', label: 'Plh.', hint: 'Pelaksana harian: pejabatnya berhalangan untuk sementara.' },
          ]}
        />
        <FieldRow>
          <DateField form={form} name="from_on" label="Mulai" />
          <DateField form={form} name="until_on" label="Hari terakhir" optional />
        </FieldRow>
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="primary">Tunjuk atasan</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}

type EndHeadProps = { form: Form; unit: Unit; head: NamedStanding }

export function EndHeadPage({ form, unit, head }: EndHeadProps) {
  const path = `/unit/${unit.slug}`
  const kind = head.headKind && head.headKind !== 'definitive' ? ` (${headKindWords[head.headKind]})` : ''
  return (
    <DeskPage
      title={`Akhiri masa ${head.name}`}
      lead={`Atasan ${unit.name}${kind}, ${termInWords(head.fromOn, head.untilOn)}.`}
      breadcrumbs={[{ path, label: unit.name }]}
      form={form}
    >
      <PostForm form={form} action={`${path}/atasan/${head.id}`}>
        <DateField
          form={form}
          name="until_on"
          label="Hari terakhir"
          hint="Bila sebelum tanggal mulainya, penunjukan ini dihapus karena tidak pernah berlaku."
        />
        <FormBar>
          <ButtonLink href={path}>Batal</ButtonLink>
          <Button kind="danger">Akhiri masa</Button>
        </FormBar>
      </PostForm>
    </DeskPage>
  )
}
