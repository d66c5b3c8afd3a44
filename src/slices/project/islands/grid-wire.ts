import type { Grid } from '../grid/draw.ts'
import type { GridOutcome } from './grid-sender.ts'
import type { SavedRows, SentRow } from './grid-state.ts'

/** What a look at the server brings: who else is there, and the matrix where it is newer. */
export type Now = { others: { name: string; at: { id: string; key: string } | null }[]; grid?: Grid }

const longest = 20_000

const post = (address: string, account: string, body: object): Promise<Response> =>
  fetch(address, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'rintis-account': account },
    body: JSON.stringify(body),
    redirect: 'manual',
    signal: AbortSignal.timeout(longest),
  })

const fallback = 'Lembar ini tidak dapat diisi lagi. Muat ulang halaman.'

/** Sends rows to be saved, in the name of the account for which the page was drawn. */
export async function sendRows(address: string, account: string, rows: SentRow[]): Promise<GridOutcome> {
  try {
    const answer = await post(address, account, { rows })
    if (answer.ok) return { kind: 'saved', answer: (await answer.json()) as SavedRows }
    if (answer.status === 401) return { kind: 'signed-out' }
    if (answer.status >= 500 || answer.status === 429) return { kind: 'unsent' }
    return { kind: 'refused', sentence: await sentenceIn(answer) }
  } catch {
    return { kind: 'unsent' }
  }
}

/** Looks what is new; undefined where there was no answer that says so. */
export async function lookNow(
  address: string,
  account: string,
  asked: { revision: number; at: { id: string; key: string } | null },
): Promise<Now | { refused: string } | undefined> {
  try {
    const answer = await post(`${address}/kini`, account, asked)
    if (answer.ok) return (await answer.json()) as Now
    const isPassing = answer.status === 401 || answer.status === 429 || answer.status >= 500
    return isPassing ? undefined : { refused: await sentenceIn(answer) }
  } catch {
    return undefined
  }
}

async function sentenceIn(answer: Response): Promise<string> {
  const isJson = answer.headers.get('content-type')?.startsWith('application/json')
  const said: unknown = isJson ? await answer.json() : undefined
  return typeof said === 'object' && said !== null && 'refused' in said ? String(said.refused) : fallback
}
