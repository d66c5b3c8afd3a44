import { numberInWords } from '#kit/text.ts'

type LineChartProps = {
  /** What is measured, of whom, per what: "Pertanyaan yang dijawab dalam satu hari kerja, per bulan". */
  title: string
  points: { label: string; value: number }[]
  /** The line that is to be reached. */
  target?: number
  unit?: string
}

const width = 460
const height = 150
const left = 8
const right = 76
const top = 14
const bottom = 24

/** One value over time, labelled where it stands, with its numbers in a table below. Starts at nought. */
export function LineChart({ title, points, target, unit = '' }: LineChartProps) {
  const most = Math.max(target ?? 0, ...points.map(({ value }) => value)) || 1
  const x = (index: number) => left + (index * (width - left - right)) / Math.max(1, points.length - 1)
  const y = (value: number) => top + (1 - value / most) * (height - top - bottom)
  const last = points.at(-1)
  if (last === undefined) return null
  const now = `${numberInWords(last.value)}${unit}`
  return (
    <figure class="line-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. Terakhir ${now}.`}>
        <path class="axis" d={`M${left} ${y(0)}H${width - right}`} />
        {target !== undefined && (
          <>
            <path class="target" d={`M${left} ${y(target)}H${width - right}`} />
            <text class="target-label" x={width - right + 8} y={y(target) + 4}>
              target {numberInWords(target)}
              {unit}
            </text>
          </>
        )}
        <polyline class="line" points={points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')} />
        {points.map(({ label, value }, index) => (
          <g key={label}>
            <circle class="point" cx={x(index)} cy={y(value)} r="3.5" />
            <text class="tick" x={x(index)} y={height - 6} text-anchor={index === 0 ? 'start' : 'middle'}>
              {label}
            </text>
          </g>
        ))}
        <text class="now" x={width - right + 8} y={y(last.value) + 4}>
          kini {now}
        </text>
      </svg>
      <details class="more-words numbers">
        <summary>Angka dalam tabel</summary>
        <table>
          <caption class="hidden">{title}</caption>
          <tbody>
            {points.map(({ label, value }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>
                  {numberInWords(value)}
                  {unit}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
