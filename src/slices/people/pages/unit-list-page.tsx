import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { type Branch, Tree } from '#web/tree.tsx'
import type { Head } from '../head.ts'
import type { Unit } from '../unit.ts'
import { headKindWords } from './head-words.ts'

type UnitListProps = {
  /** In the order of the tree; closed ones too where they are to be seen. */
  units: Unit[]
  heads: Map<string, Head[]>
  showsClosed: boolean
  mayAdd: boolean
}

export function UnitListPage({ units, heads, showsClosed, mayAdd }: UnitListProps) {
  const addUnit = mayAdd && (
    <ButtonLink kind="primary" icon="plus" href="/unit/tambah">
      Tambah unit kerja
    </ButtonLink>
  )
  return (
    <DeskPage
      title="Unit kerja"
      lead="Susunan unit kerja instansi, beserta siapa yang memimpinnya hari ini."
      actions={units.length > 0 && addUnit}
    >
      {units.length === 0 ? (
        <EmptyState title="Belum ada unit kerja" act={addUnit}>
          Agen perubahan, atasan, dan proyek berada di unit kerja. Mulailah dari unit yang paling atas.
        </EmptyState>
      ) : (
        <Tree label="Susunan unit kerja" branches={branchesOf(units, heads)} />
      )}
      <p class="quiet-words">
        {showsClosed ? (
          <a href="/unit">Sembunyikan unit yang sudah ditutup</a>
        ) : (
          <a href="/unit?ditutup=ya">Perlihatkan juga unit yang sudah ditutup</a>
        )}
      </p>
    </DeskPage>
  )
}

/** Units whose parent is not shown stand at the root, so that none is lost. */
function branchesOf(units: Unit[], heads: Map<string, Head[]>): Branch[] {
  const shown = new Set(units.map(({ id }) => id))
  const below = Map.groupBy(units, ({ parentId }) => (parentId !== null && shown.has(parentId) ? parentId : null))
  const branches = (parentId: string | null): Branch[] =>
    (below.get(parentId) ?? []).map((unit) => ({
      id: unit.id,
      words: <a href={`/unit/${unit.slug}`}>{unit.name}</a>,
      note: unit.untilOn ? (
        <State is="stopped">Sampai {dayInWords(unit.untilOn)}</State>
      ) : (
        <OwnHead unit={unit} head={heads.get(unit.id)?.[0]} />
      ),
      below: branches(unit.id),
    }))
  return branches(null)
}

function OwnHead({ unit, head }: { unit: Unit; head: Head | undefined }) {
  if (head?.unitId !== unit.id) return <>Belum ada atasan</>
  return (
    <>
      {head.kind !== 'definitive' && `${headKindWords[head.kind]} `}
      {head.name}
    </>
  )
}
