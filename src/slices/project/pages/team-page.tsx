import type { Form } from '#kit/form.ts'
import { type Candidate, CandidateFields, CandidateSearch, nameInFull } from '#people'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { type Project, titleOf } from '../project.ts'
import type { TeamMember } from '../store.ts'

type Props = {
  project: Project
  team: TeamMember[]
  form: Form
  /** What was searched for; without words the project's own unit stands to be chosen from. */
  words: string
  candidates: Candidate[]
}

/** Who works on a project beside its agent, and the form with which somebody joins. */
export function TeamPage({ project, team, form, words, candidates }: Props) {
  const home = `/proyek/${project.code}`
  const search = words ? `?cari=${encodeURIComponent(words)}` : ''
  return (
    <DeskPage
      title="Tim proyek"
      lead="Anggota tim dapat membaca proyek ini. Yang mengubah dan mengajukannya tetap agen."
      breadcrumbs={[{ path: home, label: titleOf(project) }]}
      form={form}
    >
      <Section title="Anggota">
        <DataTable
          caption="Anggota tim"
          rows={team}
          keyOf={(member) => member.id}
          empty={<EmptyState title="Belum ada anggota">Tambahkan pegawai yang ikut mengerjakan proyek ini.</EmptyState>}
          columns={[
            { header: 'Nama', cell: nameInFull },
            { header: 'Bagian', cell: (member) => member.part },
            {
              header: 'Ubah',
              cell: (member) => (
                <a href={`${home}/tim/${member.id}/hapus`}>
                  Keluarkan<span class="hidden"> {member.name}</span>
                </a>
              ),
            },
          ]}
        />
      </Section>
      <Section title="Tambah anggota">
        <CandidateSearch action={`${home}/tim`} words={words} />
        <PostForm form={form} action={`${home}/tim${search}`}>
          <HiddenFields form={form} names={['id']} />
          <CandidateFields form={form} name="person_id" label="Pegawai" candidates={candidates} />
          <TextField
            form={form}
            name="part"
            label="Bagian dalam proyek"
            width="full"
            hint="Apa yang dikerjakannya, misalnya menyusun modul pelatihan."
          />
          <FormBar>
            <ButtonLink href={home}>Kembali ke proyek</ButtonLink>
            <Button kind="primary">Tambah anggota</Button>
          </FormBar>
        </PostForm>
      </Section>
    </DeskPage>
  )
}
