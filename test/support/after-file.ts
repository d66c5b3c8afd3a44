type Ending = () => unknown
let endings: Ending[] = []

/**
 * Has something that a test opened ended after the last test of its file, the newest first. Unlike `afterAll` it may be
 * called within a test.
 */
export function afterFile(ending: Ending): void {
  endings.push(ending)
}

/** Ends all that was opened; called by each-file.ts. */
export async function endFile(): Promise<void> {
  const all = endings.reverse()
  endings = []
  for (const end of all) await end()
}
