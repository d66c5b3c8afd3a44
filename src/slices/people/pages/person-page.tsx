import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { type Fact, Facts } from '#web/facts.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { nipInGroups } from '../nip.ts'
import { nameInFull, type Person } from '../person.ts'
import type { PersonDeed } from '../person-history-store.ts'
import type { Standing } from '../standing-store.ts'
import type { Unit } from '../unit.ts'
import { headKindWords } from './head-words.ts'
import { PersonHistory } from './person-history.tsx'
import { relationWords } from './person-words.ts'
import { TermState } from './term-state.tsx'
import { termInWords } from './term-words.ts'

type PersonPageProps = {
  person: Person
  /** Undefined for whoever may not see it, null where there is none. */
  nip: string | null | undefined
  units: Unit[]
  standings: Standing[]
  /** Undefined for whoever may not see it. */
  history: PersonDeed[] | undefined
  mayCorrect: boolean
  mayReadRegister: boolean
}

export function PersonPage({ person, nip, units, standings, history, mayCorrect, mayReadRegister }: PersonPageProps) {
  const name = nameInFull(person)
  const isKept = person.mergedIntoId === null
  return (
    <DeskPage
      title={name}
      lead={person.position}
      {...(mayReadRegister && { breadcrumbs: [{ path: '/orang', label: 'Pegawai' }] })}
      actions={mayCorrect && isKept && <PersonActs path={`/orang/${person.id}`} />}
    >
      {person.mergedIntoId && (
        <Alert title="Catatan ini sudah digabung.">
          <a href={`/orang/${person.mergedIntoId}`}>Buka catatan yang dipakai</a>
        </Alert>
      )}
      <Section title="Data pegawai">
        <Facts facts={factsOf(person, nip, units)} />
      </Section>
      <Section title="Hubungan tugas">
        <StandingTable standings={standings} units={units} />
      </Section>
      {history && (
        <Section title="Riwayat catatan">
          <PersonHistory deeds={history} />
        </Section>
      )}
    </DeskPage>
  )
}

const PersonActs = ({ path }: { path: string }) => (
  <>
    <ButtonLink icon="pencil" href={`${path}/koreksi`}>
      Koreksi
    </ButtonLink>
    <MoreMenu label="Tindakan lain pada catatan ini">
      <a href={`${path}/gabung`}>Gabungkan dengan catatan lain</a>
    </MoreMenu>
  </>
)

function factsOf(person: Person, nip: string | null | undefined, units: Unit[]): Fact[] {
  const unit = units.find(({ id }) => id === person.unitId)
  const facts: (Fact | false)[] = [
    nip !== undefined && {
      term: 'NIP',
      detail: nip === null ? 'Tidak ada' : <span class="nowrap">{nipInGroups(nip)}</span>,
    },
    person.noNipReason !== null && { term: 'Alasan tanpa NIP', detail: person.noNipReason },
    person.grade !== '' && { term: 'Pangkat, golongan', detail: person.grade },
    { term: 'Unit kerja', detail: unit ? <a href={`/unit/${unit.slug}`}>{unit.name}</a> : 'Belum diisi' },
    { term: 'Surel', detail: person.email ?? 'Belum diisi' },
  ]
  return facts.filter((fact) => fact !== false)
}

function StandingTable({ standings, units }: Pick<PersonPageProps, 'standings' | 'units'>) {
  const { today } = useShell()
  const unitOf = (standing: Standing) => units.find(({ id }) => id === standing.thingId)
  return (
    <DataTable
      caption="Hubungan tugas pegawai ini, terbaru lebih dahulu"
      rows={standings}
      keyOf={({ id }) => id}
      empty={
        <EmptyState title="Belum ada hubungan tugas">Tercatat di sini setelah ditetapkan atau ditunjuk.</EmptyState>
      }
      columns={[
        { header: 'Tugas', cell: (standing) => <StandingWords standing={standing} unit={unitOf(standing)} /> },
        { header: 'Masa', cell: ({ fromOn, untilOn }) => termInWords(fromOn, untilOn) },
        { header: 'Keadaan', cell: (standing) => <TermState {...standing} today={today} /> },
      ]}
    />
  )
}

function StandingWords({ standing, unit }: { standing: Standing; unit: Unit | undefined }) {
  const { relation, headKind } = standing
  return (
    <>
      {relationWords[relation]}
      {headKind && headKind !== 'definitive' && ` (${headKindWords[headKind]})`}
      {unit && (
        <span class="note">
          <a href={`/unit/${unit.slug}`}>{unit.name}</a>
        </span>
      )}
    </>
  )
}
