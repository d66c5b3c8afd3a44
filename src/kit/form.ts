import type * as z from 'zod'

/** What a browser sent, by field: one value, or several for a field that may repeat. */
export type Typed = Record<string, string | string[]>

/**
 * A form on a page: what a person typed, and what is wrong with it.
 * `theirs` holds what somebody else saved meanwhile, for the fields that differ; the fields show both.
 */
export type Form = {
  values: Typed
  errors: Record<string, string>
  theirs?: Record<string, string>
  /** A sentence above the form that is about no one field. */
  remark?: string
  /** Of a form that came back: what of it was saved all the same. Its revision is the one that it got by that. */
  kept?: string
}

/** The form as first drawn, filled with what is stored (or nothing). */
export const blankForm = (values: Typed = {}): Form => ({ values, errors: {} })

/** One field's value; the empty string when there is none. */
export function typedIn(form: Form, name: string): string {
  const value = form.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All values of a field that may repeat. */
export function allTypedIn(form: Form, name: string): string[] {
  const value = form.values[name]
  return value === undefined ? [] : Array.isArray(value) ? value : [value]
}

export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; form: Form }

/**
 * Parses what was typed. Fields are named in snake_case in a page and may be named in camelCase in the schema. The
 * first message of each field is kept under the field's name (a path is joined by dots).
 */
export function readForm<S extends z.ZodType>(schema: S, typed: Typed): ReadForm<z.output<S>> {
  const camel = Object.fromEntries(Object.entries(typed).map(([name, value]) => [camelCase(name), value]))
  const result = schema.safeParse({ ...typed, ...camel })
  if (result.success) return { ok: true, value: result.data }
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) errors[snakeCase(issue.path.join('.'))] ??= issue.message
  return { ok: false, form: { values: typed, errors } }
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
/** A field's name in the page. */
export const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Stored fields as a form shows them: names in snake_case, nothing as the empty string. */
export const typedOf = (fields: Record<string, string | number | boolean | string[] | null>): Typed =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      snakeCase(name),
      Array.isArray(value) ? value : String(value ?? ''),
    ]),
  )

/** The form again, with a message that only the server could know (a name that is taken, say). */
export const refuseField = (typed: Typed, name: string, message: string): Form => ({
  values: typed,
  errors: { [name]: message },
})

/** The form after somebody else saved first: what was typed stays, what is stored stands beside it. */
export function staleForm(typed: Typed, stored: Typed): Form {
  const theirs = Object.fromEntries(
    Object.entries(stored)
      .map(([name, value]) => [name, inWords(value)] as const)
      .filter(([name, value]) => name !== 'revision' && inWords(typed[name] ?? '').trim() !== value),
  )
  return {
    values: { ...typed, revision: stored.revision ?? '' },
    errors: {},
    theirs,
    remark:
      'Isian ini sudah disimpan orang lain atau di tab lain sejak Anda membukanya. Bandingkan kedua nilai, lalu simpan lagi yang benar.',
  }
}

const inWords = (value: string | string[]) => [value].flat().join(', ')
