import type { Form, Typed } from '#kit/form.ts'
import { ownPath } from './sign-in.ts'

/** A form that met an ended session: where it was going, from which page, and what was typed. */
export type Interrupted = { path: string; from: string | null; typed: Typed }

/** The hidden fields in which the sign-in page carries an interrupted form, so that nothing of it is in an address. */
export const carried = ['resume_path', 'resume_from', 'resume_typed'] as const

const remark =
  'Masa masuk Anda habis sebelum isian terkirim. Isian Anda tidak hilang: masuklah, periksa lagi, lalu kirim.'

/** The sign-in form that carries the interrupted one. */
export const carrying = ({ path, from, typed }: Interrupted): Form => ({
  values: { resume_path: path, resume_from: from ?? '', resume_typed: JSON.stringify(typed) },
  errors: {},
})

/** The form with the word that nothing is lost, for as long as it carries an interrupted one. */
export const reassuring = (form: Form): Form => (carriedBy(form.values) === null ? form : { ...form, remark })

/** The interrupted form that a sign-in form carries; null when it carries none, or none that we could have written. */
export function carriedBy(form: Typed): Interrupted | null {
  const [path, from] = [ownPath(one(form.resume_path)), ownPath(one(form.resume_from))]
  const typed = readTyped(one(form.resume_typed))
  return path === null || typed === null ? null : { path, from, typed }
}

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : undefined)

function readTyped(text: string | undefined): Typed | null {
  if (!text?.startsWith('{')) return null
  const pairs = Object.entries(parsed(text)).filter((pair): pair is [string, string | string[]] =>
    [pair[1]].flat().every((value) => typeof value === 'string'),
  )
  return Object.fromEntries(pairs)
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
