import { addDays, weekdayInWords } from '#kit/date.ts'
import { titleOf } from '#project'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { isOpen } from '../presentation.ts'
import type { Planned, ScheduledSlot } from '../schedule-view.ts'
import { clockOf, minutesOf, type Sitting } from '../sitting.ts'
import type { SlotMove } from '../slot-move-store.ts'
import { partWords } from './clash-words.ts'
import { remarkOn } from './remarks.ts'
import { hour, hoursInWords } from './words.ts'

type Props = {
  day: string
  sittings: Sitting[]
  slots: ScheduledSlot[]
  away: Planned['away']
  lastMove: Pick<SlotMove, 'moveId' | 'isPlan'> | undefined
}

/** A day of sittings side by side. A slot is dragged to an hour that is free or onto another; its link leads to a form. */
export const BoardPage = ({ day, sittings, slots, away, lastMove }: Props) => (
  <DeskPage
    title="Papan jadwal"
    lead={weekdayInWords(day)}
    breadcrumbs={[{ path: '/paparan', label: 'Sidang paparan' }]}
    actions={
      <>
        <ButtonLink kind="quiet" href={`/paparan/papan?hari=${addDays(day, -1)}`}>
          Hari sebelumnya
        </ButtonLink>
        <ButtonLink kind="quiet" href={`/paparan/papan?hari=${addDays(day, 1)}`}>
          Hari berikutnya
        </ButtonLink>
        {lastMove && (
          <ActButton action={`/paparan/urung/${lastMove.moveId}`}>
            {lastMove.isPlan ? 'Kembalikan susunan sebelumnya' : 'Urungkan pemindahan terakhir'}
          </ActButton>
        )}
      </>
    }
  >
    {sittings.length === 0 ? (
      <EmptyState title="Tidak ada sidang pada hari ini" />
    ) : (
      <Island name="slot-board">
        <p class="hint">
          Seret paparan ke jam kosong untuk memindahkannya, atau ke paparan lain untuk menukarnya. <b>Pindahkan</b>{' '}
          membuka formulir dengan pilihan yang sama.
        </p>
        <p class="board-said" role="alert" data-said />
        <div class="board">
          {sittings.map((sitting) => (
            <Column
              key={sitting.id}
              sitting={sitting}
              slots={slots.filter(({ sittingId }) => sittingId === sitting.id)}
              remarkOf={(slot) => remarkOn(slot, sitting, { slots, away })}
            />
          ))}
        </div>
      </Island>
    )}
  </DeskPage>
)

type ColumnProps = { sitting: Sitting; slots: ScheduledSlot[]; remarkOf: (slot: ScheduledSlot) => string | null }

function Column({ sitting, slots, remarkOf }: ColumnProps) {
  return (
    <section class="board-room">
      <h2>
        <a href={`/paparan/${sitting.id}`}>{sitting.title}</a>
      </h2>
      <p class="hint">
        {sitting.place || 'Daring'}, {hoursInWords({ from: sitting.beginsAt, until: sitting.endsAt })}
      </p>
      <ol>
        {partsOf(sitting, slots).map((part) =>
          'id' in part ? (
            <Slot key={part.id} slot={part} remark={remarkOf(part)} />
          ) : (
            <Gap key={part.from} sittingId={sitting.id} {...part} />
          ),
        )}
      </ol>
    </section>
  )
}

type Hole = { from: number; until: number }

/** The slots in their order, with the hours that are free between them. */
function partsOf(sitting: Sitting, slots: ScheduledSlot[]): (ScheduledSlot | Hole)[] {
  const parts: (ScheduledSlot | Hole)[] = []
  let at = minutesOf(sitting.beginsAt)
  for (const slot of slots) {
    if (slot.from > at) parts.push({ from: at, until: slot.from })
    parts.push(slot)
    at = Math.max(at, slot.until)
  }
  const end = minutesOf(sitting.endsAt)
  return end > at ? [...parts, { from: at, until: end }] : parts
}

function Slot({ slot, remark }: { slot: ScheduledSlot; remark: string | null }) {
  const { row, people } = slot
  const path = `/paparan/${slot.sittingId}/pindah/${slot.id}`
  const others = people.filter((one) => one.as !== 'agent')
  return (
    <li class="board-slot" {...(isOpen(row) && { draggable: true, 'data-path': path })} data-slot={slot.id}>
      <p class="board-hours">{hoursInWords({ from: row.from, until: row.until })}</p>
      <p>
        <b>{titleOf(row)}</b>
        <span class="note">{row.agent?.name ?? 'Kedudukan kosong'}</span>
        {others.map(({ personId, name, as }) => (
          <span key={`${as}${personId}`} class="note">
            {name} ({partWords[as]})
          </span>
        ))}
      </p>
      {remark && <State is="late">{remark}</State>}
      {isOpen(row) ? (
        <a href={path} aria-label={`Pindahkan ${titleOf(row)}`}>
          Pindahkan
        </a>
      ) : (
        <span class="note">{row.decision === null ? 'Sudah dimulai' : 'Sudah diputuskan'}</span>
      )}
    </li>
  )
}

const Gap = ({ from, until, sittingId }: Hole & { sittingId: string }) => (
  <li class="board-gap" data-sitting={sittingId} data-begins={clockOf(from)}>
    {hour(clockOf(from))}–{hour(clockOf(until))} kosong
  </li>
)
