/** What a process says to the shell when it ends (documented in docs/operations.md). */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  configuration: 3,
  folder: 4,
  database: 5,
  port: 6,
  tool: 7,
  bug: 70,
} as const

/** A process cannot start or go on for a reason that whoever runs it can mend. Caught in `main` and `cli` only. */
export class Halt extends Error {
  override readonly name = 'Halt'
  readonly reason: keyof typeof exitCodes
  /** What the terminal shows: what is wrong, and what to do. One Indonesian sentence. */
  readonly sentence: string

  constructor(reason: Halt['reason'], sentence: string) {
    super(sentence)
    this.reason = reason
    this.sentence = sentence
  }
}
