import type { Form } from '#kit/form.ts'
import { type Candidate, CandidateFields, CandidateSearch, type NamedStanding } from '#people'
import { Button, ButtonLink } from '#web/button.tsx'
import { RadioFields } from '#web/choices.tsx'
import { DateField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { StewardList } from './project-recordings-page.tsx'

type Props = {
  form: Form
  /** What is documented: a project's title, or a programme's name. */
  of: string
  path: string
  back: string
  words: string
  candidates: Candidate[]
  stewards: NamedStanding[]
  deputies: NamedStanding[]
  /** The form of the day by which all of a programme is documented; null for a project. */
  due: Form | null
}

const relations = [
  { value: 'steward', label: 'Penanggung jawab' },
  {
    value: 'deputy',
    label: 'Wakil',
    hint: 'Berhak sama dengan penanggung jawab, agar selalu ada yang dapat dihubungi.',
  },
]

/** Names who documents and keeps; whoever did so before ends on the day before. */
export const StewardPage = ({ form, of, path, back, words, candidates, stewards, deputies, due }: Props) => (
  <DeskPage
    title="Penanggung jawab dokumentasi"
    lead={`${of}. Yang ditunjuk mendokumentasikan dan menyimpan, agar mudah ditemukan kelak.`}
    breadcrumbs={[{ path: back, label: 'Dokumentasi' }]}
    form={form}
  >
    <CandidateSearch action={path} words={words} />
    <PostForm form={form} action={words ? `${path}?cari=${encodeURIComponent(words)}` : path}>
      <CandidateFields form={form} name="person_id" label="Pegawai" candidates={candidates} />
      <RadioFields form={form} name="relation" label="Sebagai" choices={relations} />
      <DateField form={form} name="from_on" label="Mulai" hint="Yang lama berakhir sehari sebelumnya." />
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">Tunjuk</Button>
      </FormBar>
    </PostForm>
    <Section title="Yang pernah ditunjuk">
      <StewardList stewards={stewards} />
      {deputies.length > 0 && (
        <>
          <h3>Wakil</h3>
          <StewardList stewards={deputies} />
        </>
      )}
    </Section>
    {due && (
      <Section title="Batas waktu dokumentasi">
        <PostForm form={due} action={path.replace('penanggung-jawab', 'batas-dokumentasi')} prefix="due-">
          <DateField
            form={due}
            name="due_on"
            label="Setiap proyek mempunyai film dan penanggung jawab sampai"
            hint="Bila kosong, batasnya mengikuti tahap penyelesaian program."
            optional
          />
          <div class="actions">
            <Button>Simpan batas waktu</Button>
          </div>
        </PostForm>
      </Section>
    )}
  </DeskPage>
)
