import { render } from 'preact'
import { dropDraft, keepDraft, listDrafts } from '#web/autosave/drafts.ts'
import { offer } from '#web/autosave/offer.ts'
import { draftOf, writtenIn } from './grid-draft.ts'
import { listenTo } from './grid-input.ts'
import { makeGrid } from './grid-model.ts'
import { makeSender } from './grid-sender.ts'
import type { GridColumn } from './grid-table.tsx'
import { GridView } from './grid-view.tsx'
import { openWindows } from './grid-windows.ts'
import { lookNow, type Now, sendRows } from './grid-wire.ts'
import { outcomeInWords, saving } from './grid-words.ts'

type Props = { account: string; path: string; columns: GridColumn[]; areas: string[] }

const beforeNextTry = 15_000
/** What is being written is kept when the keys rest so long. */
const beforeKeeping = 500
/** A save that is answered sooner is not announced. */
const noticeable = 400
/** How often one looks what is new: often while somebody else is there or something is written, else seldom. */
const often = 3000
const seldom = 15_000

/** Makes the matrix a sheet to write in, which saves each cell when it is left and shows what others save. */
export function mount(element: HTMLElement, { account, path, columns, areas }: Props): void {
  const address = `${path}/lembar`
  const page = newId()
  const grid = makeGrid(columns, newId, areas)
  let isKept = true
  let status = ''
  let closed: string | null = null
  let others: Now['others'] = []
  let kept: Promise<unknown> = Promise.resolve()
  let retry: ReturnType<typeof setTimeout> | undefined
  let looking: ReturnType<typeof setTimeout> | undefined
  let announcing: ReturnType<typeof setTimeout> | undefined
  let keeping: ReturnType<typeof setTimeout> | undefined
  let isOpened = false
  let wroteAt = 0
  /** How many saves were answered: a look that one of them overtook is old. */
  let saves = 0
  const root = document.createElement('div')

  const say = (words: string) => {
    status = words
    draw()
  }

  const sender = makeSender({
    waiting: grid.waiting,
    send: (rows) => sendRows(address, account, rows),
    began() {
      clearTimeout(retry)
      clearTimeout(announcing)
      announcing = setTimeout(() => say(saving), noticeable)
    },
    came(rows, outcome) {
      saves += 1
      clearTimeout(announcing)
      if (outcome.kind === 'saved') {
        redraw(() => grid.answered(rows, outcome.answer))
        windows.saved(
          outcome.answer.rows.flatMap(({ id, saved }) =>
            Object.entries(saved).map(([key, text]) => ({ id, key, text })),
          ),
        )
      }
      if (outcome.kind === 'refused') return close(outcome.sentence)
      if (outcome.kind === 'unsent') retry = setTimeout(() => void sender.send(), beforeNextTry)
      keep()
      void kept.then(() => say(outcomeInWords(outcome, new Date(), isKept)))
    },
  })

  /** What is not acknowledged, or still being written, lies in this browser, under the account and this page. */
  function keep(): void {
    clearTimeout(keeping)
    const fields = draftOf(grid.unsaved())
    const key = { account, path: address, page }
    const act = () =>
      fields.length === 0 ? dropDraft(key) : keepDraft({ ...key, revision: '', fields, at: Date.now() })
    kept = kept.then(act).then(
      () => {
        isKept = true
      },
      () => {
        isKept = fields.length === 0
      },
    )
  }

  /** The server takes nothing more of this page: one reads and copies, and types nothing that can't be saved. */
  function close(sentence: string): void {
    closed = sentence
    status = ''
    redraw(() => grid.close())
    keep()
    void kept.then(draw)
  }

  /** Something was written: it is kept, shown and sent. */
  function wrote(): void {
    wroteAt = Date.now()
    keep()
    draw()
    void sender.send()
  }

  const acts = {
    undo: () => grid.undo() && wrote(),
    redo: () => grid.redo() && wrote(),
    nextTrouble() {
      grid.nextTrouble()
      draw()
      input.focus()
    },
    decide(whose: 'mine' | 'theirs') {
      grid.decide(whose)
      wrote()
      input.focus()
    },
    dropGone() {
      grid.dropGone()
      wrote()
      input.focus()
    },
    typed(text: string) {
      grid.typed(text)
      draw()
      clearTimeout(keeping)
      keeping = setTimeout(keep, beforeKeeping)
    },
  }

  function draw(): void {
    if (!isOpened) return
    const shown = { ...grid.shown(), status, closed, isKept }
    render(<GridView {...{ shown, acts, columns, areas, path }} isOwn={windows.wrote} />, root)
    windows.moved()
  }

  const windows = openWindows(new BroadcastChannel(`rintis ${account} ${address}`), page, {
    at: () => (isOpened && grid.focused()) || null,
    heard(isSaved) {
      if (isSaved) return void look()
      grid.looked({ others: [...others, ...windows.others()] })
      draw()
    },
  })
  addEventListener('pagehide', windows.leave)
  addEventListener('pageshow', (event) => event.persisted && windows.back())

  const input = listenTo(element, grid, { draw, wrote, gaveUp, undo: acts.undo, redo: acts.redo })

  /** What was being written is not to be kept after all. */
  function gaveUp(): void {
    keep()
    draw()
  }

  /** Shows what came from elsewhere. The focus stays in the grid, also where its cell went. */
  function redraw(change: () => void): void {
    const hadFocus = root.querySelector('.grid')?.contains(document.activeElement)
    change()
    draw()
    if (hadFocus && !root.contains(document.activeElement)) input.focus()
  }

  async function look(): Promise<void> {
    clearTimeout(looking)
    if (closed !== null) return
    windows.here()
    if (!document.hidden) {
      const savesBefore = saves
      const now = await lookNow(address, account, {
        revision: grid.state().revision,
        at: (isOpened && grid.focused()) || null,
      })
      if (now && 'refused' in now) return isOpened ? close(now.refused) : undefined
      // While something is on its way, one's own save could look like somebody else's.
      const isCurrent = sender.isQuiet() && saves === savesBefore
      if (now) {
        others = now.others
        const all = [...others, ...windows.others()]
        redraw(() => grid.looked(isCurrent ? { ...now, others: all } : { others: all }))
      }
      if (now?.grid && !isOpened) await open()
      else if (now?.grid) keep()
    }
    const isLively = grid.shown().names.length > 0 || Date.now() - wroteAt < 60_000
    // Another look may have been asked for while this one was on its way.
    clearTimeout(looking)
    looking = setTimeout(() => void look(), isLively ? often : seldom)
  }

  async function open(): Promise<void> {
    isOpened = true
    element.replaceChildren(root)
    draw()
    const drafts = await listDrafts(account, address).catch(() => [])
    offer(element, drafts, async (draft) => {
      grid.restore(writtenIn(draft.fields))
      wrote()
      await kept
    })
  }

  addEventListener('online', () => void sender.send())
  document.addEventListener('visibilitychange', () => {
    // Whoever comes back may have signed in again in another tab.
    if (!document.hidden) void sender.send()
    void look()
  })
  addEventListener('beforeunload', (event) => {
    keep()
    if (!isKept && draftOf(grid.unsaved()).length > 0) event.preventDefault()
  })
  void look()
}

/** A UUID, also where the page came without TLS and `randomUUID` is not there. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
