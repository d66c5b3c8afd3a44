import type { Fields, Outcome } from './saver.ts'
import { outcomeOf } from './words.ts'

const longest = 20_000

/** Posts fields to their form's address, in the name of the account for which it was drawn. */
export async function sendFields(address: string, account: string, fields: Fields, revision: string): Promise<Outcome> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json', 'rintis-account': account },
      body: new URLSearchParams([...fields, ['revision', revision]]),
      redirect: 'manual',
      signal: AbortSignal.timeout(longest),
    })
    const isJson = answer.headers.get('content-type')?.startsWith('application/json')
    return outcomeOf(answer.status, isJson ? await answer.json() : undefined)
  } catch {
    return { kind: 'unsent' }
  }
}
