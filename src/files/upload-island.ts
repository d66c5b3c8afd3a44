import { type DetailedError, Upload } from 'tus-js-client'
import { sizeInWords } from '#web/file-size.ts'
import { drawRow, paused, type UploadRow } from './upload-row.ts'

type Props = {
  /** The field that carries what has arrived. */
  name: string
  endpoint: string
  /** Bytes. */
  maxSize: number
  /** As the browser's `accept`. */
  accept: string
}

/** Large enough that parts cost nothing, small enough that a broken line loses little. */
const partSize = 16 * 1024 * 1024
const pauses = [0, 1000, 3000, 5000, 10_000, 20_000]

const broken = 'Sambungan terputus. Yang sudah terunggah tidak hilang; lanjutkan bila sambungan kembali.'
const notYet =
  'Isian ini terkirim sendiri begitu semua unggahannya selesai. Yang terhenti perlu dilanjutkan atau dibatalkan.'

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

  /** The browser's own check must not ask for a file that has come, or is on its way. */
  const askForFile = () => {
    input.required = wasRequired && open.size === 0 && list.querySelector(`input[name="${props.name}"]`) === null
  }

  const settle = (row: UploadRow, sentence: string) => {
    open.delete(row)
    spoken.className = 'hidden'
    spoken.textContent = sentence
    askForFile()
  }

  function begin(file: File): void {
    const upload = uploadOf(file)
    const row = drawRow(file, {
      pause: () => void upload.abort().then(() => row.waits(paused)),
      resume: () => start(),
      cancel: () => void cancel(),
    })
    let isGone = false
    list?.append(row.item)
    if (file.size > props.maxSize) {
      row.refused(`${sizeInWords(file.size)}: terlalu besar, paling besar ${sizeInWords(props.maxSize)}`)
      return
    }
    open.add(row)
    askForFile()
    upload.options.onProgress = (sent) => row.coming(sent)
    upload.options.onSuccess = () => {
      row.arrived(props.name, `${upload.url?.split('/').at(-1)}/${file.name}`)
      settle(row, `${file.name} selesai diunggah.`)
      const button = form && sentBy.get(form)
      if (open.size === 0 && button) form.requestSubmit(button)
    }
    upload.options.onError = (error) => {
      const sentence = refusalIn(error)
      if (sentence !== null && !canGoOn(error)) {
        isGone = true
        staysHere()
        row.refused(sentence)
        settle(row, `${file.name}: ${sentence}`)
      } else {
        row.waits(sentence ?? broken)
        spoken.textContent = `${file.name}: ${sentence ?? broken}`
      }
    }
    void resumeOrStart(upload)

    function start(): void {
      row.coming(0)
      upload.start()
    }

    async function cancel(): Promise<void> {
      staysHere()
      row.item.remove()
      settle(row, `${file.name} dibatalkan.`)
      input?.focus()
      // What cannot be told to the server now, it takes away by itself after some days.
      await upload.abort(!isGone).catch(() => undefined)
    }
  }

  // The camera's field, where there is one, brings files like the other.
  for (const source of element.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    source.addEventListener('change', () => {
      for (const file of source.files ?? []) begin(file)
      // What goes in parts must not go with the form as well.
      source.value = ''
    })
  }
  element.closest('form')?.addEventListener('submit', (event) => {
    if (open.size === 0) return
    event.preventDefault()
    if (form && event.submitter) sentBy.set(form, event.submitter)
    spoken.className = 'form-remark'
    spoken.textContent = notYet
    // On a long form the field may be far from the button that was pressed.
    spoken.scrollIntoView({ block: 'nearest' })
  })
  addEventListener('beforeunload', (event) => {
    if (open.size > 0) event.preventDefault()
  })

  function uploadOf(file: File): Upload {
    return new Upload(file, {
      endpoint: props.endpoint,
      chunkSize: partSize,
      retryDelays: pauses,
      metadata: { filename: file.name },
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => refusalIn(error as DetailedError) === null,
    })
  }
}

/** Addresses of uploads that a row of this page is sending to: the same file in another field is another upload. */
const underway = new Set<string>()

/** The same file, chosen again after the browser was closed, goes on where it stood. */
async function resumeOrStart(upload: Upload): Promise<void> {
  upload.options.onUploadUrlAvailable = () => {
    if (upload.url) underway.add(upload.url)
  }
  const found = await upload.findPreviousUploads()
  const previous = found.find(({ uploadUrl }) => uploadUrl && !underway.has(uploadUrl))
  if (previous?.uploadUrl) {
    underway.add(previous.uploadUrl)
    upload.resumeFromPreviousUpload(previous)
  }
  upload.start()
}

/** The sentence with which the server refused; null when the line or the server itself gave way, or will in a moment. */
function refusalIn(error: Error | DetailedError): string | null {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  const status = answer?.getStatus() ?? 0
  const passes = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== noSpace)
  return passes ? null : (answer?.getBody() ?? '')
}

const noSpace = 507
const signedOut = 401

/** Refusals that pass: the disk is given room, the person signs in again. */
function canGoOn(error: Error | DetailedError): boolean {
  const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
  return status === noSpace || status === signedOut
}
