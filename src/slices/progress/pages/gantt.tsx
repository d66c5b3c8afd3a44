import type { ComponentChildren } from 'preact'
import { type Day, shortDay, shortMonth } from '#kit/date.ts'
import { isOn } from '../curve.ts'
import { type Axis, type Course, labelled, placeAfter, placeOn, type Track } from '../schedule.ts'

type BarProps = { axis: Axis; track: Track; course: Course; today: Day }

/** No bar is thinner than this, in per cent of the axis, or a single day would not be seen. */
const thinnest = 0.8

/**
 * One activity on the axis: the plan as an outlined bar filled as far as was reported, below it the stroke of what
 * really went on, and dashed what is past the last day. The cells beside it say all of this in words.
 */
export function GanttBar({ axis, track: { startsOn, endsOn }, course, today }: BarProps) {
  const { begunOn, doneOn, lateBy, percent } = course
  const end = (day: Day) => Math.min(100, placeAfter(axis, day))
  const from = startsOn ?? endsOn
  const realEnd = doneOn ?? today
  return (
    <svg class="gantt" aria-hidden="true">
      <Ticks axis={axis} />
      {from !== null && endsOn !== null && (
        <PlanBar
          from={placeOn(axis, from)}
          width={Math.max(thinnest, end(endsOn) - placeOn(axis, from))}
          {...{ percent }}
        />
      )}
      {endsOn !== null && lateBy > 0 && (
        <line class="over" x1={at(end(endsOn))} x2={at(end(realEnd))} y1="16" y2="16" />
      )}
      {begunOn !== null && <line class="real" x1={at(placeOn(axis, begunOn))} x2={at(end(realEnd))} y1="30" y2="30" />}
      {doneOn !== null && <circle class="real-end" cx={at(end(doneOn))} cy="30" r="4" />}
      {isOn(axis, today) && <TodayLine axis={axis} today={today} />}
      <text class="gantt-ends" x="0" y="52">
        {shortDay(axis.from)}
      </text>
      <text class="gantt-ends" x="100%" y="52" text-anchor="end">
        {shortDay(axis.until)}
      </text>
    </svg>
  )
}

const PlanBar = ({ from, width, percent }: { from: number; width: number; percent: number }) => (
  <>
    <rect class="plan" x={at(from)} y="10" width={at(width)} height="12" />
    {percent > 0 && <rect class="done" x={at(from)} y="10" width={at((width * percent) / 100)} height="12" />}
  </>
)

const Ticks = ({ axis }: { axis: Axis }) =>
  axis.ticks.slice(1).map((tick) => {
    const x = at(placeOn(axis, tick))
    return <line key={tick} class="tick" x1={x} x2={x} y1="0" y2="100%" />
  })

function TodayLine({ axis, today }: { axis: Axis; today: Day }) {
  const x = at(placeAfter(axis, today))
  return <line class="today" x1={x} x2={x} y1="0" y2="100%" />
}

/** As many labels as find room beside each other. */
const mostLabels = 13

/** The head of the bars: months or weeks, the years above them, and today. */
export function GanttAxis({ axis, today }: { axis: Axis; today: Day }) {
  const named = labelled(axis, mostLabels)
  const place = placeAfter(axis, today)
  return (
    <>
      <span class="hidden">Bagan</span>
      <svg class="gantt-axis" aria-hidden="true">
        <Ticks axis={axis} />
        {named.map((tick, index) => (
          <g key={tick}>
            {tick.slice(0, 4) !== named[index - 1]?.slice(0, 4) && (
              <text class="year" x={at(placeOn(axis, tick))} dx="3" y="30">
                {tick.slice(0, 4)}
              </text>
            )}
            <text x={at(placeOn(axis, tick))} dx="3" y="46">
              {axis.steps === 'weeks' ? shortDay(tick) : shortMonth(tick)}
            </text>
          </g>
        ))}
        {isOn(axis, today) && (
          <>
            <text class="now" x={at(place)} y="12" text-anchor={place < 10 ? 'start' : place > 90 ? 'end' : 'middle'}>
              Hari ini
            </text>
            <line class="today" x1={at(place)} x2={at(place)} y1="16" y2="100%" />
          </>
        )}
      </svg>
    </>
  )
}

/** What the signs of the chart mean. */
export const GanttLegend = () => (
  <ul class="legend" aria-hidden="true">
    {signs.map(([label, drawn]) => (
      <li key={label}>
        <svg class="gantt" aria-hidden="true">
          {drawn}
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

const signs: [string, ComponentChildren][] = [
  ['Rencana', <rect key="plan" class="plan" x="1" y="4" width="26" height="12" />],
  ['Bagian yang dilaporkan', <rect key="done" class="done" x="1" y="4" width="26" height="12" />],
  [
    'Dari laporan pertama sampai selesai',
    <>
      <line class="real" x1="1" x2="23" y1="10" y2="10" />
      <circle class="real-end" cx="23" cy="10" r="4" />
    </>,
  ],
  ['Lewat batas', <line key="over" class="over" x1="1" x2="27" y1="10" y2="10" />],
  ['Hari ini', <line key="today" class="today" x1="14" x2="14" y1="1" y2="19" />],
]

const at = (place: number) => `${Math.round(place * 100) / 100}%`
