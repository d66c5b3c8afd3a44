import { GridEditor, type Writing } from './grid-editor.tsx'
import { type Choice, cornersOf } from './grid-move.ts'
import { type GridState, type Mine, rowsOf } from './grid-state.ts'
import { type GridColumn, GridRow, GridTable } from './grid-table.tsx'
import { troubleInWords } from './grid-words.ts'

/** Everything that the open grid shows. */
export type Shown = {
  state: GridState
  choice: Choice
  writing: Writing | null
  /** Who else has the grid open, and by row and column where they stand. */
  names: readonly string[]
  others: ReadonlyMap<string, Readonly<Record<string, string>>>
  status: string
  troubles: number
  canUndo: boolean
  canRedo: boolean
}

type Acts = {
  undo(): void
  redo(): void
  nextTrouble(): void
  decide(whose: 'mine' | 'theirs'): void
  dropGone(): void
  typed(text: string): void
}

type Props = { shown: Shown; acts: Acts; columns: readonly GridColumn[]; areas: readonly string[]; path: string }

export function GridView({ shown, acts, columns, areas, path }: Props) {
  const { state, choice, writing, others } = shown
  const { top, bottom, left, right } = cornersOf(choice)
  const indexes = new Map(rowsOf(state).map((row, index) => [row.id, index]))
  const column = columns[choice.focus.column - 1]
  const editor = writing && column && (
    <GridEditor {...{ column, areas }} text={writing.text} base={writing.base} typed={acts.typed} />
  )
  return (
    <>
      <Bar shown={shown} acts={acts} />
      <div class="grid-box">
        <GridTable
          columns={columns}
          groups={state.groups}
          isLive
          row={(row) => {
            const index = indexes.get(row.id) ?? -1
            const hasFocus = index === choice.focus.row
            return (
              <GridRow
                key={row.id}
                {...{ row, columns, path }}
                isLive
                mine={state.mine.get(row.id)}
                chosen={
                  index >= top && index <= bottom
                    ? { left, right, focus: hasFocus ? choice.focus.column : null }
                    : undefined
                }
                editor={hasFocus && editor ? editor : undefined}
                others={others.get(row.id)}
              />
            )
          }}
        />
      </div>
      <Note {...{ shown, acts, columns }} />
    </>
  )
}

const Bar = ({ shown, acts }: { shown: Shown; acts: Acts }) => (
  <div class="grid-bar">
    <button type="button" class="button" disabled={!shown.canUndo} onClick={acts.undo}>
      Batalkan
    </button>
    <button type="button" class="button" disabled={!shown.canRedo} onClick={acts.redo}>
      Ulangi
    </button>
    <p role="status">{shown.status}</p>
    {shown.troubles > 0 && (
      <button type="button" class="button" onClick={acts.nextTrouble}>
        {troubleInWords(shown.troubles)}
      </button>
    )}
    {shown.names.length > 0 && <p class="grid-names">Juga di lembar ini: {shown.names.join(', ')}</p>}
  </div>
)

/** What is to be said of the cell that has the focus: why it can't be saved, or what somebody else saved in it. */
function Note({ shown: { state, choice, others }, acts, columns }: Pick<Props, 'shown' | 'acts' | 'columns'>) {
  const row = rowsOf(state)[choice.focus.row]
  const key = columns[choice.focus.column - 1]?.key ?? ''
  const own: Mine | undefined = row && state.mine.get(row.id)?.[key]
  const other = row && others.get(row.id)?.[key]
  return (
    <div class="grid-note" id="grid-cell-note" aria-live="polite">
      {row?.isGone && (
        <p>
          Kegiatan ini sudah dihapus orang lain. Salin isian Anda bila masih perlu, lalu{' '}
          <button type="button" class="button quiet" onClick={acts.dropGone}>
            buang baris ini
          </button>
          .
        </p>
      )}
      {own?.reason && <p class="error">{own.reason}</p>}
      {own?.theirs !== undefined && (
        <>
          <p class="error">
            Orang lain mengubah sel ini. Tersimpan sekarang: <q>{own.theirs || '(kosong)'}</q>. Isian Anda:{' '}
            <q>{own.text || '(kosong)'}</q>.
          </p>
          <div class="actions">
            <button type="button" class="button" onClick={() => acts.decide('mine')}>
              Pakai isian saya
            </button>
            <button type="button" class="button" onClick={() => acts.decide('theirs')}>
              Pakai yang tersimpan
            </button>
          </div>
        </>
      )}
      {other && <p>{other} sedang di sel ini.</p>}
    </div>
  )
}
