import { GridEditor, type Writing } from './grid-editor.tsx'
import { type Choice, cornersOf } from './grid-move.ts'
import { type GridState, isNameless, type Mine, rowsOf, unsavedIn } from './grid-state.ts'
import { type GridColumn, GridRow, GridTable } from './grid-table.tsx'
import { troubleInWords, unsavedInWords } from './grid-words.ts'

/** Everything that the open grid shows. */
export type Shown = {
  state: GridState
  choice: Choice
  writing: Writing | null
  /** Who else has the grid open, and by row and column where they stand. */
  names: readonly string[]
  others: ReadonlyMap<string, Readonly<Record<string, string>>>
  status: string
  /** What is to be said of the last act. */
  notice: string
  /** Why nothing can be written any more; null while it can. */
  closed: string | null
  isKept: boolean
  isWithoutAreas: boolean
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

type Props = {
  shown: Shown
  acts: Acts
  columns: readonly GridColumn[]
  areas: readonly string[]
  path: string
  /** Whether one wrote this oneself, in another window. */
  isOwn: (id: string, key: string, text: string) => boolean
}

export function GridView({ shown, acts, columns, areas, path, isOwn }: Props) {
  const { state, choice, writing, others } = shown
  const { top, bottom, left, right } = cornersOf(choice)
  const indexes = new Map(rowsOf(state).map((row, index) => [row.id, index]))
  const column = columns[choice.focus.column - 1]
  const number = rowsOf(state)[choice.focus.row]?.number
  const editor = writing && column && (
    <GridEditor {...{ column, number, areas }} text={writing.text} base={writing.base} typed={acts.typed} />
  )
  return (
    <>
      <Bar shown={shown} acts={acts} />
      {shown.closed !== null && <Closed {...{ path }} sentence={shown.closed} {...shown} />}
      <Note {...{ shown, acts, columns, path, isOwn }} />
      <p class="grid-hint" id="grid-hint">
        {shown.closed === null ? (
          <>
            <span class="by-keys">Ketik untuk mengisi sel. Enter menyimpan. Esc lalu Tab keluar dari lembar.</span>
            <span class="by-finger">Ketuk sel dua kali untuk mengisinya. Nomor kegiatan membuka formulirnya.</span>
          </>
        ) : (
          'Isi lembar masih dapat dibaca dan disalin.'
        )}
      </p>
      <div class="grid-box">
        <GridTable
          columns={columns}
          groups={state.groups}
          isLive
          isClosed={shown.closed !== null}
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
    </>
  )
}

const Bar = ({ shown, acts }: { shown: Shown; acts: Acts }) => (
  <div class="grid-bar">
    <button type="button" class="button" disabled={!shown.canUndo || shown.closed !== null} onClick={acts.undo}>
      Batalkan
    </button>
    <button type="button" class="button" disabled={!shown.canRedo || shown.closed !== null} onClick={acts.redo}>
      Ulangi
    </button>
    <p role="status">
      {shown.status}
      {/* The button that follows shows it; here it is announced. */}
      {shown.troubles > 0 && <span class="hidden">{`${shown.status && '. '}${troubleInWords(shown.troubles)}`}</span>}
    </p>
    {shown.troubles > 0 && (
      <button type="button" class="button" onClick={acts.nextTrouble}>
        {troubleInWords(shown.troubles)}
      </button>
    )}
    {shown.names.length > 0 && <p class="grid-names">Juga di lembar ini: {shown.names.join(', ')}</p>}
  </div>
)

/** What stands in the way of writing on, and where that is which is not stored. */
const Closed = ({
  path,
  sentence,
  state,
  isKept,
}: { path: string; sentence: string } & Pick<Shown, 'state' | 'isKept'>) => (
  <div class="alert late" role="alert">
    <p>
      {sentence} {unsavedInWords(unsavedIn(state), isKept)} <a href={path}>Lihat rencana</a>
    </p>
  </div>
)

/**
 * What is to be said of the cell that has the focus and of the last act. The cell is described by the first part only,
 * the whole is announced.
 */
function Note({ shown, acts, columns, path, isOwn }: Pick<Props, 'shown' | 'acts' | 'columns' | 'path' | 'isOwn'>) {
  const { state, choice, others, notice, isWithoutAreas } = shown
  const row = rowsOf(state)[choice.focus.row]
  const key = columns[choice.focus.column - 1]?.key ?? ''
  const own: Mine | undefined = row && state.mine.get(row.id)?.[key]
  const other = row && others.get(row.id)?.[key]
  return (
    <div class="grid-note" aria-live="polite">
      <div id="grid-cell-note">
        {row?.isGone && (
          <p>
            Kegiatan ini sudah dihapus. Salin isian Anda bila masih perlu, lalu{' '}
            <button type="button" class="button quiet" onClick={acts.dropGone}>
              buang baris ini
            </button>
            .
          </p>
        )}
        {own?.reason && <p class="error">{own.reason}</p>}
        {own?.theirs !== undefined && (
          <p class="error">
            <span>
              {row && isOwn(row.id, key, own.theirs)
                ? 'Anda mengubah sel ini di jendela lain.'
                : 'Sel ini sudah diubah setelah Anda mulai mengisinya.'}{' '}
              Tersimpan sekarang: <q>{own.theirs || '(kosong)'}</q>. Isian Anda: <q>{own.text || '(kosong)'}</q>.
            </span>
          </p>
        )}
        {row && isNameless(state, row) && <p>Kegiatan ini tersimpan setelah diberi nama.</p>}
        {isWithoutAreas && (
          <p>
            Proyek ini belum memilih area perubahan, jadi tidak ada yang dapat dicentang.{' '}
            <a href={path.replace(/\/rencana$/, '/ubah')}>Pilih area proyek</a>
          </p>
        )}
        {other && <p>{other} sedang di sel ini.</p>}
      </div>
      {own?.theirs !== undefined && shown.closed === null && (
        <div class="actions">
          <button type="button" class="button" onClick={() => acts.decide('mine')}>
            Pakai isian saya
          </button>
          <button type="button" class="button" onClick={() => acts.decide('theirs')}>
            Pakai yang tersimpan
          </button>
        </div>
      )}
      {notice && <p>{notice}</p>}
    </div>
  )
}
