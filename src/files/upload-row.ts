import { sizeInWords } from '#web/file-size.ts'
import type { UploadState } from './upload-state.ts'

/** What one can do with an upload that is on its way. */
export type Acts = { pause(): void; resume(): void; cancel(): void; again(): void }

/** The line of one file in the list, as a script draws it. */
export type UploadRow = {
  item: HTMLLIElement
  coming(sent: number): void
  /** It stands still, with the reason where there is one; it can go on. */
  waits(reason: string): void
  /** It does not get through, and is tried again by itself. */
  triesAgain(sentence: string): void
  /** All of it is sent, and something is still looked at. */
  checked(sentence: string): void
  /** The form carries the reason in `field`. `isDamaged`: it can be sent once more. */
  refused(field: string, reason: string, isDamaged?: boolean): void
  arrived(field: string, value: string, found: Extract<UploadState, { state: 'kept' }>): void
}

export function drawRow(file: File, acts: Acts): UploadRow {
  const item = document.createElement('li')
  const words = make('div', 'file-words')
  const name = make('span', '', file.name)
  const bar = document.createElement('progress')
  bar.max = file.size
  bar.setAttribute('aria-label', `Terunggah dari ${file.name}`)
  const note = make('p', 'file-note')
  const [pause, resume, cancel, takeOut, again] = [
    button('Jeda', file, acts.pause),
    button('Lanjutkan', file, acts.resume),
    button('Batalkan', file, acts.cancel),
    button('Hapus', file, acts.cancel),
    button('Kirim lagi', file, acts.again),
  ]
  words.append(name, bar, note)
  item.append(words)
  show('Menunggu', [pause, cancel])

  function show(sentence: string, buttons: HTMLButtonElement[], isWrong = false): void {
    note.className = isWrong ? 'state late' : 'file-note'
    note.textContent = sentence
    // The button that was pressed is replaced by its opposite: whoever came to it by keyboard stays there.
    const hadFocus = item.contains(document.activeElement)
    for (const old of item.querySelectorAll('button')) if (!buttons.includes(old)) old.remove()
    // In its place too: a second press there must not meet the button that cancels.
    for (const [at, one] of buttons.entries())
      if (one.parentNode !== item)
        item.insertBefore(one, buttons.slice(at + 1).find((next) => next.parentNode === item) ?? null)
    if (hadFocus && !item.contains(document.activeElement)) buttons[0]?.focus()
  }

  function carry(field: string, value: string): void {
    const carrier = document.createElement('input')
    carrier.type = 'hidden'
    carrier.name = field
    carrier.value = value
    item.append(carrier)
  }

  return {
    item,
    coming(sent) {
      bar.value = sent
      show(`${Math.floor((sent / file.size) * 100)}% dari ${sizeInWords(file.size)}`, [pause, cancel])
    },
    waits: (reason) => show(reason, [resume, cancel], reason !== paused),
    triesAgain: (sentence) => show(sentence, [pause, cancel], true),
    checked(sentence) {
      bar.value = file.size
      show(sentence, [cancel])
    },
    refused(field, reason, isDamaged = false) {
      bar.remove()
      carry(field, `${file.name}: ${reason}`)
      show(reason, isDamaged ? [again, takeOut] : [takeOut], true)
    },
    arrived(field, value, { isSame, known }) {
      bar.remove()
      carry(field, value)
      show(`${sizeInWords(file.size)}, selesai diunggah${isSame ? ', sidik jari cocok' : ''}`, [takeOut])
      if (known) words.append(sameAs(known))
    },
  }
}

export const paused = 'Dijeda'

/** Nothing forbids to bring a file twice; whoever does so should know. */
function sameAs({ name, path }: { name: string; path: string }): HTMLElement {
  const remark = make('p', 'file-note', 'Berkas yang sama sudah tersimpan: ')
  const link = document.createElement('a')
  link.href = path
  link.target = '_blank'
  link.textContent = name
  remark.append(link)
  return remark
}

function make(tag: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.textContent = text
  return element
}

function button(act: string, file: File, press: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'button quiet'
  element.textContent = act
  element.setAttribute('aria-label', `${act} ${file.name}`)
  element.addEventListener('click', press)
  return element
}
