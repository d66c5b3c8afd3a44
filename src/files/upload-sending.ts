import { type DetailedError, Upload } from 'tus-js-client'

/** Large enough that parts cost nothing, small enough that a broken line loses little. */
const partSize = 16 * 1024 * 1024
/** Ten minutes of trying: a telephone on a train is away for longer than half of one. */
const pauses = [0, 1000, 3000, 5000, 10_000, 20_000, ...Array<number>(19).fill(30_000)]

/** The sending of one file, which begins with `resumeOrStart`. */
export const sendingOf = (file: File, endpoint: string): Upload =>
  new Upload(file, {
    endpoint,
    chunkSize: partSize,
    retryDelays: pauses,
    metadata: { filename: file.name },
    onShouldRetry: (error) => refusalIn(error as DetailedError) === null,
  })

/** Addresses of uploads that a row of this page is sending to: the same file in another field is another upload. */
const underway = new Set<string>()

/** The same file, chosen again after the browser was closed, goes on where it stood. */
export async function resumeOrStart(upload: Upload): Promise<void> {
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

/** The browser forgets that it ever sent this: the same file, chosen again, is another upload. */
export async function forget(upload: Upload): Promise<void> {
  for (const { uploadUrl, urlStorageKey } of await upload.findPreviousUploads())
    if (uploadUrl === upload.url) await upload.options.urlStorage?.removeUpload(urlStorageKey)
}

/** The sentence with which the server refused; null when the line or the server itself gave way, or will in a moment. */
export function refusalIn(error: Error | DetailedError): string | null {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  const status = answer?.getStatus() ?? 0
  const passes = status === 0 || status === 409 || status === 423 || (status >= 500 && status !== noSpace)
  return passes ? null : (answer?.getBody() ?? '')
}

const noSpace = 507
const signedOut = 401

/** Refusals that pass: the disk is given room, the person signs in again. */
export function canGoOn(error: Error | DetailedError): boolean {
  const status = 'originalResponse' in error ? error.originalResponse?.getStatus() : undefined
  return status === noSpace || status === signedOut
}
