import { type Day, dayInWords, shortDay, shortMonth } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { MoreWords } from '#web/section.tsx'
import { DataTable } from '#web/table.tsx'
import { type CurvePoint, isOn, tableDays } from '../curve.ts'
import { type Axis, labelled, placeAfter, placeOn } from '../schedule.ts'

type Props = { title: string; points: CurvePoint[]; axis: Axis; today: Day; note: string }

const lines = [
  ['planned', 'Rencana'],
  ['reported', 'Dilaporkan'],
  ['verified', 'Terverifikasi'],
] as const

/** Kurva S: planned against real, with its numbers in a table below. The axis runs from nothing to all. */
export function CurveChart({ title, points, axis, today, note }: Props) {
  const now = points.findLast(({ on, reported }) => on <= today && reported !== null) ?? points[0]
  if (!now) return null
  const ended = points.filter(({ reported }) => reported !== null)
  const drawn = (which: 'planned' | 'reported' | 'verified') =>
    (which === 'planned' ? points : ended).map((point) => `${placeOf(axis, point.on)},${100 - (point[which] ?? 0)}`)
  return (
    <figure class="curve">
      <figcaption>
        <strong>{comparedInWords(now)}</strong> {note}
      </figcaption>
      <ul class="legend">
        {lines.map(([which, label]) => (
          <li key={which}>
            <svg aria-hidden="true">
              <line class={which} x1="1" x2="27" y1="10" y2="10" />
            </svg>
            {label} {percentInWords(now[which] ?? 0)}
          </li>
        ))}
      </ul>
      <svg class="curve-box" role="img" aria-label={`${title}. ${comparedInWords(now)}`}>
        {[0, 25, 50, 75, 100].map((percent) => (
          <g key={percent}>
            <line class="tick" x1="0" x2="100%" y1={at(100 - percent)} y2={at(100 - percent)} />
            <text class="scale" x="0" dx="-8" y={at(100 - percent)} dy="4" text-anchor="end">
              {percent}%
            </text>
          </g>
        ))}
        <Labels axis={axis} />
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
          {ended.length > 1 && (
            <polygon class="ground" points={`0,100 ${drawn('reported').join(' ')} ${placeOf(axis, now.on)},100`} />
          )}
          {lines.map(([which]) => (
            <polyline key={which} class={which} points={drawn(which).join(' ')} />
          ))}
        </svg>
        {isOn(axis, today) && (
          <>
            <line class="today" x1={at(placeOf(axis, today))} x2={at(placeOf(axis, today))} y1="0" y2="100%" />
            <text class="now" x={at(placeOf(axis, today))} y="-8" text-anchor={anchorAt(placeOf(axis, today))}>
              Hari ini
            </text>
            {lines.map(([which]) => (
              <circle key={which} class={which} cx={at(placeOf(axis, now.on))} cy={at(100 - (now[which] ?? 0))} r="4" />
            ))}
          </>
        )}
      </svg>
      <CurveTable {...{ title, points, axis, today }} />
    </figure>
  )
}

/** Months or weeks below the axis; on a phone every third has room. */
const Labels = ({ axis }: { axis: Axis }) => (
  <>
    {labelled(axis, mostLabels).map((tick, index, all) => (
      <text
        key={tick}
        class={index % 3 === 0 ? 'scale' : 'scale between'}
        x={at(placeOn(axis, tick))}
        y="100%"
        dy="18"
        text-anchor="start"
      >
        {axis.steps === 'weeks' ? shortDay(tick) : monthInWords(tick, all[index - 1])}
      </text>
    ))}
  </>
)

const mostLabels = 13

/** With its year where that is another than that of the month before. */
const monthInWords = (tick: Day, before = '') =>
  tick.slice(0, 4) === before.slice(0, 4) ? shortMonth(tick) : `${shortMonth(tick)} ${tick.slice(0, 4)}`

const CurveTable = ({ title, points, axis, today }: Omit<Props, 'note'>) => {
  const told = new Set(tableDays(axis, today))
  return (
    <MoreWords label="Angka dalam tabel">
      <DataTable
        caption={title}
        rows={points.filter(({ on }) => told.has(on))}
        keyOf={({ on }) => on}
        empty={null}
        columns={[
          { header: 'Sampai', cell: ({ on }) => (on === today ? `${dayInWords(on)} (hari ini)` : dayInWords(on)) },
          ...lines.map(([which, header]) => ({
            header,
            cell: (point: CurvePoint) => amountOf(point[which]),
            align: 'end' as const,
          })),
        ]}
      />
    </MoreWords>
  )
}

const amountOf = (percent: number | null) => (percent === null ? 'belum ada' : percentInWords(percent))

/** Rounded down, as everywhere: 100% means that all is done. */
const percentInWords = (percent: number) => `${numberInWords(Math.floor(percent))}%`

/** "Dilaporkan 41%, 12 poin di bawah rencana." */
function comparedInWords({ planned, reported }: CurvePoint): string {
  const real = Math.floor(reported ?? 0)
  const points = Math.floor(planned) - real
  const compared =
    points === 0 ? 'sama dengan rencana' : `${Math.abs(points)} poin di ${points > 0 ? 'bawah' : 'atas'} rencana`
  return `Dilaporkan ${percentInWords(real)}, ${compared}.`
}

const placeOf = (axis: Axis, day: Day) => Math.round(100 * placeAfter(axis, day)) / 100
const at = (place: number) => `${place}%`
const anchorAt = (place: number) => (place < 10 ? 'start' : place > 90 ? 'end' : 'middle')
