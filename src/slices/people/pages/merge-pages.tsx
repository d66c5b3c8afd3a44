import type { Form } from '#kit/form.ts'
import { capital, numberInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Prose, Section } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Candidate } from '../candidate-store.ts'
import type { Moving } from '../merge-store.ts'
import { nipInGroups } from '../nip.ts'
import { nameInFull, type Person, type PersonFacts } from '../person.ts'
import type { Unit } from '../unit.ts'
import { CandidateSearch } from './person-choice.tsx'
import { factWords } from './person-words.ts'

type ChooseProps = { person: Person; words: string; candidates: Candidate[] }

/** Which other record is of the same person. */
export function ChooseMergePage({ person, words, candidates }: ChooseProps) {
  const path = `/orang/${person.id}`
  return (
    <DeskPage
      title={`Gabungkan dengan ${nameInFull(person)}`}
      lead="Cari catatan lain dari orang yang sama. Sebelum digabung, Anda melihat apa yang berpindah."
      breadcrumbs={[{ path, label: nameInFull(person) }]}
    >
      <CandidateSearch action={`${path}/gabung`} words={words} />
      <DataTable
        caption="Catatan lain dengan nama itu"
        rows={candidates}
        keyOf={({ id }) => id}
        empty={<EmptyState title="Tidak ada catatan lain dengan nama itu" />}
        columns={[
          { header: 'Nama', cell: ({ id, name }) => <a href={`${path}/gabung?dengan=${id}`}>{name}</a> },
          { header: 'Jabatan', cell: ({ position }) => position },
          { header: 'Unit kerja', cell: ({ unitName }) => unitName },
        ]}
      />
    </DeskPage>
  )
}

type PreviewProps = {
  form: Form
  staying: Person
  givenUp: Person
  /** The facts of both, and what they are after it. */
  facts: Record<'staying' | 'givenUp' | 'merged', PersonFacts>
  units: Unit[]
  moving: Moving[]
  /** Why it cannot be done; null when it can. */
  obstacle: string | null
  /** What speaks against it. */
  doubts: string[]
}

/** What becomes of two records when they are made one. */
export function MergePreviewPage({ form, staying, givenUp, facts, units, moving, ...judged }: PreviewProps) {
  const { obstacle, doubts } = judged
  const path = `/orang/${staying.id}`
  return (
    <DeskPage
      title="Gabungkan dua catatan"
      lead="Periksa dahulu: penggabungan tidak dapat dibatalkan."
      breadcrumbs={[{ path, label: nameInFull(staying) }]}
      form={form}
    >
      {obstacle && <Alert kind="late" title={obstacle} />}
      {!obstacle && doubts.length > 0 && (
        <Alert kind="soon" title="Mungkin ini dua orang yang berbeda">
          {doubts.join(' ')} Pastikan dahulu bahwa kedua catatan memang milik satu orang.
        </Alert>
      )}
      <Section title="Data" act={<a href={`/orang/${givenUp.id}/gabung?dengan=${staying.id}`}>Tukar keduanya</a>}>
        <FactTable facts={facts} units={units} />
      </Section>
      <Section title="Yang berpindah">
        <Moved moving={moving} />
      </Section>
      {obstacle === null ? (
        <PostForm form={form} action={`${path}/gabung`}>
          <input type="hidden" name="given_up_id" value={givenUp.id} />
          <input type="hidden" name="given_up_revision" value={givenUp.revision} />
          <input type="hidden" name="staying_revision" value={staying.revision} />
          <TextArea
            form={form}
            name="reason"
            label="Alasan"
            hint="Misalnya bagaimana diketahui bahwa keduanya satu orang."
            rows={3}
            limit={{ most: 500, unit: 'karakter' }}
          />
          <FormBar>
            <ButtonLink href={path}>Batal</ButtonLink>
            <Button kind="danger">Gabungkan catatan</Button>
          </FormBar>
        </PostForm>
      ) : (
        <div class="actions confirm-acts">
          <ButtonLink href={path}>Batal</ButtonLink>
        </div>
      )}
    </DeskPage>
  )
}

function FactTable({ facts, units }: Pick<PreviewProps, 'facts' | 'units'>) {
  const names = Object.keys(factWords) as (keyof PersonFacts)[]
  const shown = (whose: PersonFacts, name: keyof PersonFacts) => {
    const value = whose[name]
    if (value === null || value === '') return '–'
    if (name === 'nip') return <span class="nowrap">{nipInGroups(value)}</span>
    return name === 'unitId' ? units.find(({ id }) => id === value)?.name : value
  }
  return (
    <DataTable
      caption="Data kedua catatan dan hasilnya"
      rows={names.filter((name) => facts.staying[name] || facts.givenUp[name])}
      keyOf={(name) => name}
      empty={null}
      columns={[
        { header: 'Isian', cell: (name) => capital(factWords[name]) },
        { header: 'Catatan yang dipakai', cell: (name) => shown(facts.staying, name) },
        { header: 'Catatan yang dilepas', cell: (name) => shown(facts.givenUp, name) },
        { header: 'Hasil', cell: (name) => <strong>{shown(facts.merged, name)}</strong> },
      ]}
    />
  )
}

function Moved({ moving }: { moving: Moving[] }) {
  if (moving.length === 0) return <p>Tidak ada yang berpindah dari catatan yang dilepas.</p>
  const byWord = Map.groupBy(moving, ({ table }) => movedWords[table] ?? 'catatan lain')
  return (
    <Prose>
      <ul>
        {[...byWord].map(([word, each]) => (
          <li key={word}>
            {numberInWords(each.reduce((sum, { count }) => sum + count, 0))} {word}
          </li>
        ))}
      </ul>
      <p>Jejak audit tidak diubah: yang pernah terjadi tetap tercatat atas catatan yang dilepas.</p>
    </Prose>
  )
}

/** What the tables hold that name a person most often; the rest is counted together. */
const movedWords: Record<string, string> = {
  standing: 'hubungan tugas',
  appointment: 'penetapan',
  access: 'akun',
  invitation: 'undangan',
  correction: 'koreksi',
}
