/** A request that was understood and will not be carried out. Thrown once, caught once (`src/app.ts`). */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly reason: 'not-found' | 'forbidden' | 'conflict' | 'stale' | 'too-large' | 'too-many'
  /** What the person reads: what happened, and what to do. Indonesian. */
  readonly sentence: string
  /** The heading where the reason's own would mislead: a link that is over is no missing page. */
  readonly title: string | undefined
  /** The field of its form that the sentence is about, where the rule knows it. */
  readonly field: string | undefined

  constructor(reason: Refusal['reason'], sentence: string, title?: string, field?: string) {
    super(`${reason}: ${sentence}`)
    this.reason = reason
    this.sentence = sentence
    this.title = title
    this.field = field
  }
}

/** 404: it is not there, or not there for this person. */
export const notFound = (sentence = 'Halaman ini tidak ada, atau Anda tidak berhak melihatnya.') =>
  new Refusal('not-found', sentence)

/** 404: the link of a letter, a message or the terminal opens nothing, or nothing any more. */
export const deadLink = (sentence: string) => new Refusal('not-found', sentence, 'Tautan tidak berlaku')

/** 403: it is there, and this act on it is not this person's. */
export const forbidden = (
  sentence = 'Anda tidak berhak melakukan ini. Bila menurut Anda keliru, hubungi sekretariat.',
) => new Refusal('forbidden', sentence)

/** 409: it cannot be done in the state in which the thing is now; `field` where one field of the form is why. */
export const conflict = (sentence: string, field?: string) => new Refusal('conflict', sentence, undefined, field)

/** 409: somebody else saved the same thing in the meantime. A form's route catches it to show both values. */
export const stale = () =>
  new Refusal('stale', 'Isian ini sudah diubah orang lain sejak Anda membukanya. Muat ulang halaman, lalu coba lagi.')

/** 413: what was sent is larger than may be. */
export const tooLarge = (sentence: string) => new Refusal('too-large', sentence)

/** 429: tried too often; the sentence says when to try again. */
export const tooMany = (sentence: string) => new Refusal('too-many', sentence)

export const isStale = (error: unknown): error is Refusal => error instanceof Refusal && error.reason === 'stale'

export const isConflict = (error: unknown): error is Refusal => error instanceof Refusal && error.reason === 'conflict'

/** Throws `stale` unless the revision that a form was drawn from is the one that is stored. */
export function compareRevision(stored: number, drawnFrom: number): void {
  if (stored !== drawnFrom) throw stale()
}
