export type { Happened, PreservationEvent } from './preservation-event.ts'
export { listPreservation, recordPreservation } from './store.ts'
export { figuresInWords, preservationSentence } from './words.ts'
