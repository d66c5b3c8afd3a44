import type { GridColumn } from './grid-table.tsx'

/** A cell that is being written, and what was stored in it when that began. */
export type Writing = { text: string; base: string }

type Props = {
  column: GridColumn
  /** Of its row; undefined or empty for a new one. */
  number: string | undefined
  text: string
  /** What was stored when the writing began: an area that is unticked keeps its box. */
  base: string
  /** The project's areas by name. */
  areas: readonly string[]
  typed: (text: string) => void
}

/** What a cell is written in: text in a box that grows with it, areas by ticking them. */
export function GridEditor({ column: { key, label: name, kind }, number, text, base, areas, typed }: Props) {
  const label = number ? `${name}, kegiatan ${number}` : `${name}, kegiatan baru`
  if (kind === 'areas') return <AreaBoxes {...{ label, text, base, areas, typed }} />
  return (
    <textarea
      class="grid-editor"
      aria-label={label}
      aria-describedby="grid-cell-note"
      rows={1}
      value={text}
      inputMode={kind === 'number' ? 'decimal' : 'text'}
      data-key={key}
      onInput={(event) => typed(event.currentTarget.value)}
    />
  )
}

const partsOf = (text: string): string[] => text.split(/[;\n]/).flatMap((part) => part.trim() || [])

function AreaBoxes({ label, text, base, areas, typed }: Omit<Props, 'column' | 'number'> & { label: string }) {
  const chosen = partsOf(text)
  // What stands there although the project does not name it can be taken away, and is not lost by looking.
  const all = [...new Set([...areas, ...partsOf(base), ...chosen])]
  const toggle = (area: string) =>
    typed(all.filter((one) => (one === area ? !chosen.includes(one) : chosen.includes(one))).join('; '))
  return (
    <fieldset class="grid-editor areas">
      <legend class="hidden">{label}</legend>
      {all.map((area) => (
        <label key={area}>
          <input type="checkbox" checked={chosen.includes(area)} onChange={() => toggle(area)} /> {area}
        </label>
      ))}
    </fieldset>
  )
}
