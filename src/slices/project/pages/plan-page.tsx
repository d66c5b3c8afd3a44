import type { Actor } from '#kit/actor.ts'
import { dayInWords, instantInWords, rangeInWords, type Zone } from '#kit/date.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Matrix as MatrixTable } from '#web/matrix.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import type { ActionPlan } from '../action-plan.ts'
import { adviseOn } from '../advice.ts'
import { areasInWords, type ColumnKey, type MatrixLayout, shownOf, textIn } from '../columns.ts'
import { type Activity, type Matrix, numberOf } from '../matrix.ts'
import type { PlanReturn } from '../plan-store.ts'
import { isAdvised, isOpenTo } from '../policy.ts'
import type { ProjectView } from '../view.ts'
import { AdviceNote, type KeyedColumn, withAdvice } from './advice-note.tsx'
import { ProjectFrame } from './project-frame.tsx'
import { amount, gateWords, missing, planStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  zone: Zone
  plan: ActionPlan
  matrix: Matrix
  layout: MatrixLayout
  returns: PlanReturn[]
}
type Row = Activity & { number: string }

/** A version of the plan: its matrix, and while it is open the way to change each row. */
export function PlanPage({ view, actor, zone, plan, matrix, layout, returns }: Props) {
  const mayEdit = plan.id === view.plan.id && isOpenTo(actor, 'edit', { ...view.project, plan })
  const path = `/proyek/${view.project.code}/rencana`
  const isRead = plan.id === view.plan.id && isAdvised(actor, { ...view.project, plan })
  const advice = isRead ? adviseOn(view.project, matrix, view.programme, layout) : []
  const cells = withAdvice(drawnColumns(layout, mayEdit ? path : null), advice)
  const add = (
    <>
      <ButtonLink href={`${path}/program/baru`}>Tambah program</ButtonLink>
      <ButtonLink href={`${path}/impor`}>Impor dari Excel atau Word</ButtonLink>
    </>
  )
  return (
    <ProjectFrame view={view} actor={actor} tab="rencana">
      {returns.map((row) => (
        <Alert key={row.id} kind="soon" title={`Dikembalikan saat ${gateWords[row.gate]}`}>
          <p>{row.note}</p>
          <p>
            {row.personName}, {instantInWords(zone, row.returnedAt)}
          </p>
        </Alert>
      ))}
      <Section
        title={`Matriks versi ${plan.version}`}
        note={planStateWords[plan.state]}
        act={
          matrix.length > 0 && (
            <span class="actions screen-only">
              {mayEdit && <a href={`${path}/lembar`}>Isi di lembar</a>}
              {mayEdit && <a href={`${path}/program/baru`}>Tambah program</a>}
              {mayEdit && <a href={`${path}/impor`}>Impor dari Excel atau Word</a>}
              <a href={`${path}.xlsx?versi=${plan.version}`}>Unduh XLSX</a>
              <a href={`${path}.docx?versi=${plan.version}`}>Unduh DOCX</a>
            </span>
          )
        }
      >
        {plan.reason && <p>Alasan versi ini: {plan.reason}</p>}
        <AdviceNote advice={advice} />
        {matrix.length === 0 ? (
          <EmptyState title="Matriks masih kosong" act={mayEdit && add}>
            Mulai dengan satu program, lalu isi kegiatan di bawahnya. Matriks yang sudah ada dapat diimpor.
          </EmptyState>
        ) : (
          <MatrixTable
            caption="Matriks program dan kegiatan"
            columns={
              mayEdit
                ? [
                    ...cells,
                    { header: 'Ubah', cell: (row: Row) => <RowActs row={row} path={path} />, screenOnly: true },
                  ]
                : cells
            }
            groups={matrix.map((initiative) => ({
              key: initiative.id,
              title: `${initiative.position}. ${initiative.title}`,
              act: mayEdit && <GroupActs id={initiative.id} path={path} count={initiative.activities.length} />,
              rows: initiative.activities.map((activity) => ({ ...activity, number: numberOf(initiative, activity) })),
            }))}
            keyOf={(row) => row.id}
          />
        )}
      </Section>
      {view.plans.length > 1 && <Versions view={view} plan={plan} zone={zone} />}
    </ProjectFrame>
  )
}

/** The columns of the page: numbers carry their unit, and both days stand in one. Where it may be changed, the name of
 * an activity opens it: the menu of its row is the last column, far to the right. */
function drawnColumns({ columns, areaNames }: MatrixLayout, editPath: string | null): KeyedColumn<Row>[] {
  const shown = shownOf(columns)
  const isShown = (key: ColumnKey) => shown.some((column) => column.key === key)
  return shown.flatMap(({ key, label, kind }): KeyedColumn<Row>[] => {
    if (key === 'title')
      return [{ beside: ['title'], header: label, cell: (row) => <Title row={row} editPath={editPath} /> }]
    if (key === 'indicatorUnit' && (isShown('baseline') || isShown('target'))) return []
    if (key === 'endsOn' && isShown('startsOn')) return []
    if (key === 'startsOn')
      return [{ beside: ['startsOn', 'endsOn'], header: isShown('endsOn') ? 'Waktu' : label, cell: timeOf }]
    if (kind === 'number')
      return [
        { beside: [key], header: label, cell: (row) => amount(textIn(row, key), row.indicatorUnit), align: 'end' },
      ]
    if (kind === 'day')
      return [{ beside: [key], header: label, cell: (row) => dayInWords(textIn(row, key) ?? '') || missing }]
    const isAside = !['output', 'indicator', 'inCharge'].includes(key)
    const words = (row: Row) => (kind === 'areas' ? areasInWords(row, areaNames) : textIn(row, key)) || missing
    const beside: ColumnKey[] = key === 'indicator' ? ['indicator', 'indicatorUnit'] : [key]
    return [{ beside, header: label, cell: words, ...(isAside && { priority: 3 as const }) }]
  })
}

function Title({ row, editPath }: { row: Row; editPath: string | null }) {
  const name = `${row.number} ${row.title}`
  return (
    <span id={`kegiatan-${row.id}`}>{editPath ? <a href={`${editPath}/kegiatan/${row.id}`}>{name}</a> : name}</span>
  )
}

function timeOf({ startsOn, endsOn }: Activity): string {
  if (startsOn && endsOn) return rangeInWords(startsOn, endsOn)
  const day = startsOn ?? endsOn
  return day ? dayInWords(day) : missing
}

const RowActs = ({ row, path }: { row: Row; path: string }) => (
  <MoreMenu label={`Ubah kegiatan ${row.number}`}>
    <a href={`${path}/kegiatan/${row.id}`}>Ubah kegiatan</a>
    <ActButton kind="quiet" action={`${path}/kegiatan/${row.id}/pindah`} hidden={{ step: '-1' }}>
      Naikkan
    </ActButton>
    <ActButton kind="quiet" action={`${path}/kegiatan/${row.id}/pindah`} hidden={{ step: '1' }}>
      Turunkan
    </ActButton>
    <a href={`${path}/kegiatan/${row.id}/hapus`}>Hapus kegiatan</a>
  </MoreMenu>
)

const GroupActs = ({ id, path, count }: { id: string; path: string; count: number }) => (
  <span class="actions screen-only">
    <a href={`${path}/program/${id}/kegiatan/baru`}>{count === 0 ? 'Isi kegiatan pertama' : 'Tambah kegiatan'}</a>
    <a href={`${path}/program/${id}`}>Ubah nama</a>
    <a href={`${path}/program/${id}/hapus`}>Hapus program</a>
  </span>
)

/** All versions of the plan, the newest first. */
const Versions = ({ view, plan, zone }: { view: ProjectView; plan: ActionPlan; zone: Zone }) => (
  <Section title="Versi rencana">
    <ul>
      {view.plans.toReversed().map((one) => (
        <li key={one.id}>
          <a
            href={`/proyek/${view.project.code}/rencana?versi=${one.version}`}
            aria-current={one.id === plan.id ? 'true' : undefined}
          >
            Versi {one.version}
          </a>
          , {planStateWords[one.state].toLowerCase()}
          {one.agreedAt && ` ${instantInWords(zone, one.agreedAt)}`}
          {one.version > 1 && (
            <>
              {'. '}
              <a
                href={`/proyek/${view.project.code}/rencana/banding?dari=${one.version - 1}&ke=${one.version}`}
              >{`Bandingkan dengan versi ${one.version - 1}`}</a>
            </>
          )}
        </li>
      ))}
    </ul>
  </Section>
)
