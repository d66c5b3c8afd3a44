import { Alert } from '#web/alert.tsx'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import type { Head } from '../head.ts'
import type { NamedStanding } from '../standing-store.ts'
import type { Unit } from '../unit.ts'
import { headKindWords } from './head-words.ts'
import { TermState } from './term-state.tsx'
import { termInWords } from './term-words.ts'

type UnitPageProps = {
  unit: Unit
  /** The units above, from the root down. */
  above: Unit[]
  below: Unit[]
  /** Who acts as its head today, in order of who is asked first; of a unit above where it has none. */
  acting: Head[]
  /** All who head it or did, newest first. */
  heads: NamedStanding[]
  mayChange: boolean
}

export function UnitPage({ unit, above, below, acting, heads, mayChange }: UnitPageProps) {
  const path = `/unit/${unit.slug}`
  const crumbs = above.map(({ slug, name }) => ({ path: `/unit/${slug}`, label: name }))
  return (
    <DeskPage
      title={unit.name}
      breadcrumbs={[{ path: '/unit', label: 'Unit kerja' }, ...crumbs]}
      actions={mayChange && <UnitActs unit={unit} path={path} />}
    >
      {unit.untilOn && <Alert title={`Unit ini ada ${termInWords(unit.fromOn, unit.untilOn)}.`} />}
      <Section title="Atasan" act={mayChange && !unit.untilOn && <a href={`${path}/atasan`}>Tunjuk atasan</a>}>
        <ActingHead unit={unit} acting={acting} above={above} />
        <HeadTable path={path} heads={heads} mayChange={mayChange} />
      </Section>
      <Section title="Tentang unit ini">
        <Facts
          facts={[
            { term: 'Berlaku', detail: termInWords(unit.fromOn, unit.untilOn) },
            { term: 'Pegawai', detail: <a href={`/orang?unit=${unit.slug}`}>Lihat pegawai unit ini</a> },
          ]}
        />
      </Section>
      <Section
        title="Unit di bawahnya"
        act={mayChange && !unit.untilOn && <a href={`/unit/tambah?induk=${unit.slug}`}>Tambah unit di bawahnya</a>}
      >
        <UnitTable below={below} />
      </Section>
    </DeskPage>
  )
}

const UnitActs = ({ unit, path }: { unit: Unit; path: string }) => (
  <>
    <ButtonLink icon="pencil" href={`${path}/ubah`}>
      Ubah
    </ButtonLink>
    <MoreMenu label="Tindakan lain pada unit ini">
      {unit.untilOn ? (
        <ActButton kind="quiet" action={`${path}/buka`} hidden={{ revision: String(unit.revision) }}>
          Buka kembali unit
        </ActButton>
      ) : (
        <a href={`${path}/tutup`}>Tutup unit</a>
      )}
    </MoreMenu>
  </>
)

/** Whoever is asked first, and how that comes about where it isn't plain. */
function ActingHead({ unit, acting, above }: { unit: Unit; acting: Head[]; above: Unit[] }) {
  const [first, ...others] = acting
  if (first === undefined) {
    return <Alert kind="soon" title="Belum ada yang memimpin unit ini maupun unit di atasnya." />
  }
  const from = above.find(({ id }) => id === first.unitId)
  if (first.unitId !== unit.id) {
    return (
      <p>
        Unit ini belum mempunyai atasan. Tugasnya beralih kepada <strong>{first.name}</strong>
        {from && `, yang memimpin ${from.name}`}.
      </p>
    )
  }
  const definitive = others.find(({ kind }) => kind === 'definitive')
  return (
    <p>
      Hari ini dipimpin <strong>{first.name}</strong>
      {first.kind !== 'definitive' && ` (${headKindWords[first.kind]})`}
      {definitive && `, selama ${definitive.name} berhalangan`}.
    </p>
  )
}

type HeadTableProps = Pick<UnitPageProps, 'heads' | 'mayChange'> & { path: string }

function HeadTable({ path, heads, mayChange }: HeadTableProps) {
  const { today } = useShell()
  return (
    <DataTable
      caption="Semua atasan unit ini, terbaru lebih dahulu"
      rows={heads}
      keyOf={({ id }) => id}
      empty={<EmptyState title="Belum pernah ada atasan yang dicatat" />}
      columns={[
        { header: 'Nama', cell: (head) => head.name },
        { header: 'Jenis', cell: ({ headKind }) => headKind && headKindWords[headKind] },
        { header: 'Masa', cell: ({ fromOn, untilOn }) => termInWords(fromOn, untilOn) },
        { header: 'Keadaan', cell: (head) => <TermState {...head} today={today} /> },
        ...(mayChange
          ? [{ header: 'Tindakan', cell: (head: NamedStanding) => <EndLink {...{ head, path, today }} /> }]
          : []),
      ]}
    />
  )
}

function EndLink({ head, path, today }: { head: NamedStanding; path: string; today: string }) {
  if (head.untilOn !== null && head.untilOn < today) return null
  return (
    <a href={`${path}/atasan/${head.id}`}>
      Akhiri<span class="hidden"> masa {head.name}</span>
    </a>
  )
}

const UnitTable = ({ below }: { below: Unit[] }) => (
  <DataTable
    caption="Unit di bawah unit ini"
    rows={below}
    keyOf={({ id }) => id}
    empty={<EmptyState title="Tidak ada unit di bawahnya" />}
    columns={[
      { header: 'Nama', cell: ({ name, slug }) => <a href={`/unit/${slug}`}>{name}</a> },
      { header: 'Berlaku', cell: ({ fromOn, untilOn }) => termInWords(fromOn, untilOn) },
    ]}
  />
)
