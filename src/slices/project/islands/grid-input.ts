import { isOfGrid, readTabs, writeHtml, writeTabs } from './grid-clipboard.ts'
import { readHtml } from './grid-html.ts'
import type { GridModel } from './grid-model.ts'
import { at, type Place } from './grid-move.ts'
import { hiddenInWords } from './grid-words.ts'

type Ports = {
  draw(): void
  /** Something was written. */
  wrote(): void
  /** What was being written is given up. */
  gaveUp(): void
  undo(): void
  redo(): void
}

/** Hears keys, pointer and clipboard over a grid, as a spreadsheet does. `focus` puts the focus into its cell. */
export function listenTo(element: HTMLElement, grid: GridModel, { draw, wrote, gaveUp, undo, redo }: Ports) {
  /** After Esc, Tab leaves the grid from wherever it stands. */
  let isFree = false
  let isDragging = false
  /** What a finger came down on: a tap chooses the cell, or writes in the one that was chosen; a swipe does neither. */
  let finger: { isAgain: boolean } | undefined

  function focus(): void {
    const { row, column } = grid.choice().focus
    const tr = element.querySelectorAll('tr[data-row]')[row]
    const cell = tr?.querySelector<HTMLElement>(`[data-column="${column}"]`)
    const editor = cell?.querySelector<HTMLElement>('textarea, input')
    ;(editor ?? cell)?.focus()
  }

  function show(): void {
    draw()
    focus()
  }

  function begin(isFresh: boolean): void {
    if (!grid.begin(isFresh)) return
    show()
    // An empty box has its caret at the end; asking for it would lay the whole table out once more.
    if (isFresh) return
    const editor = element.querySelector<HTMLTextAreaElement>('textarea.grid-editor')
    editor?.setSelectionRange(editor.value.length, editor.value.length)
  }

  /** Ends the writing, if there is one. */
  function end(isTaken: boolean): void {
    if (!grid.isWriting()) return
    if (grid.end(isTaken)) wrote()
    else gaveUp()
  }

  /** Takes what was written and goes on to another cell, drawn once: a layout of a long table is dear. */
  function endAndGo(go: () => void): void {
    const isTaken = grid.end(true)
    go()
    if (isTaken) wrote()
    else gaveUp()
    focus()
  }

  /** Follows the link to the form of the row that has the focus. */
  function openForm(): void {
    const { row } = grid.choice().focus
    element.querySelectorAll('tr[data-row]')[row]?.querySelector('a')?.click()
  }

  function keyWhileWriting(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape') {
      end(false)
      focus()
    } else if (event.key === 'Enter' && event.altKey) {
      const editor = event.target
      if (!(editor instanceof HTMLTextAreaElement)) return
      editor.setRangeText('\n', editor.selectionStart, editor.selectionEnd, 'end')
      grid.typed(editor.value)
      draw()
    } else if (event.key === 'Enter') {
      endAndGo(() => grid.move(event.shiftKey ? 'ArrowUp' : 'ArrowDown', { isFar: false, isLonger: false }))
    } else if (event.key === 'Tab') {
      endAndGo(() => grid.tab(event.shiftKey ? -1 : 1))
    } else if (!isBetweenBoxes(event)) return
    event.preventDefault()
  }

  /** The arrows go from box to box, since Tab goes on to the next cell. */
  function isBetweenBoxes({ key, target }: KeyboardEvent): boolean {
    const by = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 0
    const boxes = Array.from(element.querySelectorAll<HTMLElement>('.grid-editor input'))
    const from = target instanceof HTMLElement ? boxes.indexOf(target) : -1
    if (by === 0 || from === -1) return false
    boxes[from + by]?.focus()
    return true
  }

  function keyWithControl(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase()
    if (key === 'z' && !event.shiftKey) undo()
    else if (key === 'y' || key === 'z') redo()
    else if (key === 'd') {
      if (grid.fillDown()) wrote()
    } else if (key === 'a') {
      const { rows, columns } = grid.size()
      grid.choose({ anchor: { row: rows - 1, column: columns - 1 }, focus: { row: 0, column: 1 } })
    } else return grid.move(event.key, { isFar: true, isLonger: event.shiftKey })
    return true
  }

  function keyInCell(event: KeyboardEvent): void {
    if (event.key === 'Tab') {
      // One cell alone takes the focus by Tab, so the browser goes on behind the grid.
      const isLeaving = isFree || !grid.tab(event.shiftKey ? -1 : 1)
      isFree = false
      if (isLeaving) return
      show()
      event.preventDefault()
      return
    }
    // The Shift of Shift+Tab comes as a key of its own.
    if (event.key !== 'Shift') isFree = event.key === 'Escape'
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      if (!keyWithControl(event)) return
      show()
    } else if (event.key === 'Enter' || event.key === 'F2') {
      if (grid.choice().focus.column === 0) openForm()
      else begin(false)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      if (grid.clear()) wrote()
      focus()
    } else if (grid.move(event.key, { isFar: false, isLonger: event.shiftKey })) show()
    else if (event.key.length === 1 && !event.altKey) {
      // The key itself is typed into the empty editor, which has the focus by now; a box is not ticked by it.
      begin(true)
      if (element.querySelector('textarea.grid-editor')) return
    } else return
    event.preventDefault()
  }

  const placeOf = (target: EventTarget | null): Place | undefined => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
    const tr = cell?.closest('tr[data-row]')
    if (!cell || !tr) return undefined
    const row = Array.from(element.querySelectorAll('tr[data-row]')).indexOf(tr)
    return { row, column: Number(cell.dataset.column) }
  }
  const isInEditor = (target: EventTarget | null) =>
    target instanceof Element && target.closest('.grid-editor') !== null
  const isInGrid = (target: EventTarget | null) => target instanceof Element && target.closest('.grid') !== null

  element.addEventListener('keydown', (event) => {
    if (!isInGrid(event.target)) return
    if (grid.isWriting()) keyWhileWriting(event)
    else keyInCell(event)
  })

  element.addEventListener('pointerdown', (event) => {
    const place = placeOf(event.target)
    finger = undefined
    if (!place || isInEditor(event.target) || event.button !== 0) return
    const { focus: old } = grid.choice()
    const isAgain = place.row === old.row && place.column === old.column && element.contains(document.activeElement)
    if (event.pointerType !== 'mouse') {
      finger = { isAgain }
      return
    }
    end(true)
    isDragging = true
    grid.choose(event.shiftKey ? { ...grid.choice(), focus: place } : at(place))
    draw()
  })
  element.addEventListener('pointerover', (event) => {
    const place = isDragging && event.buttons === 1 ? placeOf(event.target) : undefined
    if (!place) return
    const { anchor, focus: old } = grid.choice()
    if (place.row === old.row && place.column === old.column) return
    grid.choose({ anchor, focus: place })
    show()
  })
  addEventListener('pointerup', () => {
    isDragging = false
  })
  element.addEventListener('click', (event) => {
    const place = placeOf(event.target)
    if (!place || isInEditor(event.target)) return
    // A finger has no double click: a second tap on the cell that was chosen writes in it.
    if (finger?.isAgain) return begin(false)
    if (finger) {
      end(true)
      grid.choose(at(place))
      draw()
    }
    focus()
  })
  element.addEventListener('dblclick', (event) => {
    if (placeOf(event.target) && !isInEditor(event.target)) begin(false)
  })
  element.addEventListener('focusin', (event) => {
    const place = placeOf(event.target)
    const { focus: old } = grid.choice()
    if (!place || isDragging || (place.row === old.row && place.column === old.column)) return
    grid.choose(at(place))
    draw()
  })
  element.addEventListener('focusout', (event) => {
    // An editor that is being taken away loses the focus too, and nothing more is to be done.
    if (!grid.isWriting() || !isInEditor(event.target) || isInEditor(event.relatedTarget)) return
    // Where the window lost the focus and not the editor, one comes back to the cell.
    const isWindow = document.activeElement === event.target
    end(true)
    if (isWindow) focus()
  })

  function copy(event: ClipboardEvent): boolean {
    if (grid.isWriting() || !isInGrid(event.target)) return false
    event.clipboardData?.setData('text/plain', writeTabs(grid.chosenBlock()))
    event.clipboardData?.setData('text/html', writeHtml(grid.chosenBlock(), grid.chosenKinds()))
    event.preventDefault()
    return true
  }

  element.addEventListener('copy', copy)
  element.addEventListener('cut', (event) => {
    if (copy(event) && grid.clear()) wrote()
  })
  element.addEventListener('paste', (event) => {
    if (grid.isWriting() || !isInGrid(event.target) || !event.clipboardData) return
    event.preventDefault()
    const [text, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData?.getData(type) ?? '')
    const table = html && !isOfGrid(html) ? readHtml(html) : undefined
    const block = table?.block ?? (text ? readTabs(text) : undefined)
    if (block && grid.fill(block, table && hiddenInWords(table.left))) {
      wrote()
      focus()
    }
  })

  return { focus }
}
