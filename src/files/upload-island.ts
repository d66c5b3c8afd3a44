import { sizeInWords } from '#web/file-size.ts'
import { fingerprint } from './fingerprint.ts'
import { takeDrops } from './take-drops.ts'
import { settled } from './upload-arrival.ts'
import { drawRow, paused, type UploadRow } from './upload-row.ts'
import { canGoOn, forget, refusalIn, resumeOrStart, sendingOf } from './upload-sending.ts'
import type { UploadState } from './upload-state.ts'

type Props = {
  /** The field that carries what has arrived, and the one that carries what was turned away. */
  name: string
  turnedAway: string
  endpoint: string
  /** Bytes. */
  maxSize: number
  /** As the browser's `accept`. */
  accept: string
  /** The same in words. */
  kinds: string
  /** Where the script lies that computes a file's SHA-256. */
  hashScript: string
}

const broken = 'Sambungan terputus. Yang sudah terunggah tidak hilang; lanjutkan bila sambungan kembali.'
const tryingAgain = 'Sambungan terputus. Dicoba lagi sendiri; yang sudah terunggah tidak hilang.'
const notYet =
  'Isian ini terkirim sendiri begitu semua unggahannya selesai. Yang terhenti perlu dilanjutkan atau dibatalkan.'
const onlyOne = 'Di sini hanya satu berkas. Hapus yang lain lebih dahulu.'

/**
 * The button with which a form was sent before all had arrived; the form goes by itself when it has. Of the whole form:
 * what one of its fields lost is not to be sent without by another.
 */
const sentBy = new WeakMap<HTMLFormElement, HTMLElement>()

/** Sends each chosen file in parts as soon as it is chosen; the form then carries what has arrived. */
export function mount(element: HTMLElement, props: Props): void {
  const input = element.querySelector<HTMLInputElement>('input[type=file]')
  const list = element.querySelector('[data-uploads]')
  if (input === null || list === null) return
  const wasRequired = input.required
  const open = new Set<UploadRow>()
  const spoken = document.createElement('p')
  spoken.className = 'hidden'
  spoken.setAttribute('role', 'status')
  element.append(spoken)
  const { form } = input
  const staysHere = () => form && sentBy.delete(form)
  const hasArrived = () => list.querySelector(`input[name="${props.name}"]:is([type=hidden], :checked)`) !== null

  /** The browser's own check must not ask for a file that has come, or is on its way. */
  const askForFile = () => {
    input.required = wasRequired && open.size === 0 && !hasArrived()
  }

  const settle = (row: UploadRow, sentence: string) => {
    open.delete(row)
    spoken.className = 'hidden'
    spoken.textContent = sentence
    askForFile()
  }

  function begin(file: File): void {
    const upload = sendingOf(file, props.endpoint)
    const ending = new AbortController()
    const row = drawRow(file, {
      pause: () => {
        isBroken = false
        void upload.abort().then(() => row.waits(paused))
      },
      resume: () => start(),
      cancel: () => void cancel(),
      again: () => {
        row.item.remove()
        begin(file)
      },
    })
    let isGone = false
    /** It stands still because nothing gets through, not because somebody wished it. */
    let isBroken = false
    list?.append(row.item)
    const refused = refusalOf(file)
    if (refused !== null) {
      isGone = true
      row.refused(props.turnedAway, refused)
      spoken.textContent = `${file.name}: ${refused}`
      return
    }
    open.add(row)
    askForFile()
    const sha256 = fingerprint(file, props.hashScript, ending.signal)
    upload.options.onProgress = (sent) => {
      isBroken = false
      row.coming(sent)
    }
    const mayGoOn = upload.options.onShouldRetry
    upload.options.onShouldRetry = (error, attempt, options) => {
      if (!mayGoOn?.(error, attempt, options)) return false
      // The first time at once, which nobody needs to hear of.
      if (attempt > 0) {
        isBroken = true
        row.triesAgain(tryingAgain)
        spoken.textContent = `${file.name}: ${tryingAgain}`
      }
      return true
    }
    const back = () => {
      if (isBroken && open.has(row)) void upload.abort().then(start)
    }
    addEventListener('online', back, { signal: ending.signal })
    upload.options.onSuccess = () => void confirm()
    upload.options.onError = (error) => {
      const sentence = refusalIn(error)
      if (sentence !== null && !canGoOn(error)) giveUp(sentence)
      else stop(sentence ?? broken)
    }
    void resumeOrStart(upload)

    function start(): void {
      isBroken = false
      row.coming(0)
      upload.start()
    }

    function stop(sentence: string): void {
      isBroken = sentence === broken
      row.waits(sentence)
      spoken.textContent = `${file.name}: ${sentence}`
    }

    function giveUp(sentence: string, isDamaged = false): void {
      isGone = true
      ending.abort()
      staysHere()
      row.refused(props.turnedAway, sentence, isDamaged)
      settle(row, `${file.name}: ${sentence}`)
    }

    /** All of it is there: now it is compared with what lies here, and looked into. */
    async function confirm(): Promise<void> {
      row.checked('Mencocokkan sidik jari berkas')
      const address = upload.url ?? ''
      try {
        const hash = await sha256
        const { signal } = ending
        const state = await settled({ address, sha256: hash, waits: (sentence) => row.checked(sentence), signal })
        // What an admin is about to let in is found again by choosing the same file.
        if (state.state !== 'held') await forget(upload)
        arrive(state)
      } catch (error) {
        if (!ending.signal.aborted) stop(error instanceof TypeError ? broken : (error as Error).message || broken)
      }
    }

    function arrive(state: UploadState): void {
      if (state.state !== 'kept') {
        giveUp(state.sentence, state.state === 'damaged')
        return
      }
      row.arrived(props.name, `${upload.url?.split('/').at(-1)}/${file.name}`, state)
      settle(row, `${file.name} selesai diunggah.${state.isSame ? ' Sidik jari cocok.' : ''}`)
      const button = form && sentBy.get(form)
      if (open.size === 0 && button) form.requestSubmit(button)
    }

    async function cancel(): Promise<void> {
      staysHere()
      ending.abort()
      row.item.remove()
      settle(row, `${file.name} dibatalkan.`)
      input?.focus()
      // What cannot be told to the server now, it takes away by itself after some days.
      await upload.abort(!isGone).catch(() => undefined)
    }
  }

  /** What can be said of a file before it is sent. */
  function refusalOf(file: File): string | null {
    const isTaken = props.accept.split(',').some((extension) => file.name.toLowerCase().endsWith(extension))
    if (!isTaken) return `Jenis berkas ini tidak diterima di sini. Pilih ${props.kinds}.`
    if (file.size > props.maxSize)
      return `${sizeInWords(file.size)}: terlalu besar, paling besar ${sizeInWords(props.maxSize)}`
    return !input?.multiple && (open.size > 0 || hasArrived()) ? onlyOne : null
  }

  // The camera's field, where there is one, brings files like the other.
  for (const source of element.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    source.addEventListener('change', () => {
      for (const file of source.files ?? []) begin(file)
      // What goes in parts must not go with the form as well.
      source.value = ''
    })
  }
  takeDrops(element, input, begin)
  form?.addEventListener('submit', (event) => {
    if (open.size === 0) return
    event.preventDefault()
    if (event.submitter) sentBy.set(form, event.submitter)
    spoken.className = 'form-remark'
    spoken.textContent = notYet
    // On a long form the field may be far from the button that was pressed.
    spoken.scrollIntoView({ block: 'nearest' })
  })
  addEventListener('beforeunload', (event) => {
    if (open.size > 0) event.preventDefault()
  })
}
