/** The fields of a form in their order, without its revision. */
export type Fields = [name: string, value: string][]

/** What became of a try to save. */
export type Outcome =
  | { kind: 'saved'; revision: string }
  /** With a revision where all but what is wrong was saved. */
  | { kind: 'wrong'; errors: Record<string, string>; revision?: string }
  | { kind: 'theirs' | 'signed-out' | 'refused' | 'unsent' }

export type SaverPorts = {
  read(): Fields
  send(fields: Fields, revision: string): Promise<Outcome>
  /** Keeps what is not yet acknowledged in the browser. */
  keep(fields: Fields, revision: string): void
  forget(): void
  /** Told once when a save begins, however many tries it takes, and once what it came to. */
  began(): void
  came(outcome: Outcome): void
}

export type SaverStart = {
  revision: string
  /** What is stored under that revision; null where the form holds something else from the beginning. */
  stored: Fields | null
  /** Saves only when the person sends the form: it came back for them to compare. */
  waits: boolean
}

/**
 * Saves a form, one try at a time, each under the revision that the last one left behind. A try that stayed without an
 * answer may have arrived: it goes out once more as it was, before anything newer, so that the server can tell a
 * repetition from somebody else's change.
 */
export function makeSaver(ports: SaverPorts, start: SaverStart) {
  let revision = start.revision
  let stored = start.stored && textOf(start.stored)
  let { waits } = start
  let refused: string | null = null
  let inDoubt: Fields | null = null
  let last: Outcome | null = null
  let running: Promise<void> | null = null
  let isWanted = false
  let isBegun = false

  const isOver = () => last?.kind === 'theirs' || last?.kind === 'refused'
  const isStored = () => textOf(ports.read()) === stored

  /** Keeps the form as it is now; nothing is kept of one that is stored. */
  function touch(): void {
    if (inDoubt === null && isStored()) ports.forget()
    else ports.keep(ports.read(), revision)
  }

  function begin(): void {
    if (!isBegun) ports.began()
    isBegun = true
  }

  function end(outcome: Outcome): void {
    isBegun = false
    ports.came(outcome)
  }

  /** What was wrong was taken back: the form is again what is stored. */
  function sayRight(): void {
    if (last?.kind !== 'wrong') return
    refused = null
    last = { kind: 'saved', revision }
    end(last)
  }

  async function trySave(): Promise<void> {
    do {
      isWanted = false
      const fields = inDoubt ?? ports.read()
      const text = textOf(fields)
      if (isOver() || text === refused) return
      if (inDoubt === null && text === stored) return sayRight()
      const isRepeated = inDoubt !== null
      begin()
      last = await ports.send(fields, revision)
      inDoubt = last.kind === 'unsent' ? fields : null
      refused = last.kind === 'wrong' ? text : null
      if (last.kind === 'saved') {
        revision = last.revision
        stored = text
      }
      if (last.kind === 'wrong' && last.revision !== undefined) {
        // What is stored now is no form that ever stood here: whatever comes next is sent.
        revision = last.revision
        stored = null
      }
      touch()
      if (last.kind === 'saved' && !isStored() && (isRepeated || isWanted)) {
        // "Tersimpan" is said of what stands in the form, not of what stood there.
        isWanted = true
        continue
      }
      end(last)
      if (last.kind === 'unsent' || last.kind === 'signed-out') return
      if (isRepeated && !isStored()) isWanted = true
    } while (isWanted)
  }

  async function run(): Promise<void> {
    if (running !== null) {
      isWanted = true
      return running
    }
    running = trySave().finally(() => {
      running = null
    })
    return running
  }

  return {
    touch,
    /** Goes on by itself, unless the form waits for the person. */
    async save(): Promise<void> {
      if (!waits) await run()
    },
    /** The person sends the form: saves it now, and says whether the line is down. */
    async flush(): Promise<{ isUnsent: boolean }> {
      waits = false
      await run()
      return { isUnsent: last?.kind === 'unsent' }
    },
    /** Goes on from a draft that was drawn from this revision. */
    resumeFrom(older: string): void {
      revision = older
      stored = null
    },
    /**
     * Takes over what another page stored, where nothing written here would be lost by it; the form is then to be
     * filled with it. What is written here meets it at the next save.
     */
    adopt(newer: string, fields: Fields): boolean {
      const isQuiet = running === null && inDoubt === null && !waits && !isOver()
      if (!isQuiet || !isStored() || Number(newer) <= Number(revision)) return false
      revision = newer
      stored = textOf(fields)
      return true
    },
    revision: () => revision,
    isStored,
  }
}

const textOf = (fields: Fields): string => JSON.stringify(fields)
