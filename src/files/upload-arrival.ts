import type { UploadState } from './upload-state.ts'

/** Milliseconds between two questions about an upload that is still looked into. */
const pause = 3000

type Question = {
  address: string
  /** The SHA-256 of the file as it lies on this device; null where the browser could not tell. */
  sha256: string | null
  /** Hears why it still waits. */
  waits: (sentence: string) => void
  signal: AbortSignal
}

/**
 * Asks the server what became of a whole upload until that is settled. Throws where it cannot be asked: the line broke,
 * or whoever sent it is signed out.
 */
export async function settled({ address, sha256, waits, signal }: Question): Promise<UploadState> {
  for (;;) {
    const body = new URLSearchParams(sha256 === null ? {} : { sha256 })
    const answer = await fetch(`${address}/keadaan`, { method: 'POST', body, signal })
    if (!answer.ok) throw new Error(answer.status < 500 ? await answer.text() : '')
    const state: UploadState = await answer.json()
    if (state.state !== 'waiting') return state
    waits(state.sentence)
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
