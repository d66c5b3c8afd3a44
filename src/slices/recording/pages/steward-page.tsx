import type { Form } from '#kit/form.ts'
import { type Candidate, CandidateFields, CandidateSearch, type NamedStanding } from '#people'
import { Button, ButtonLink } from '#web/button.tsx'
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
}

/** Names who documents and keeps; whoever did so before ends on the day before. */
export const StewardPage = ({ form, of, path, back, words, candidates, stewards }: Props) => (
  <DeskPage
    title="Penanggung jawab dokumentasi"
    lead={`${of}. Yang ditunjuk mendokumentasikan dan menyimpan, agar mudah ditemukan kelak.`}
    breadcrumbs={[{ path: back, label: 'Dokumentasi' }]}
    form={form}
  >
    <CandidateSearch action={path} words={words} />
    <PostForm form={form} action={words ? `${path}?cari=${encodeURIComponent(words)}` : path}>
      <CandidateFields form={form} name="person_id" label="Pegawai" candidates={candidates} />
      <DateField form={form} name="from_on" label="Mulai" hint="Yang lama berakhir sehari sebelumnya." />
      <FormBar>
        <ButtonLink href={back}>Batal</ButtonLink>
        <Button kind="primary">Tunjuk</Button>
      </FormBar>
    </PostForm>
    <Section title="Yang pernah ditunjuk">
      <StewardList stewards={stewards} />
    </Section>
  </DeskPage>
)
