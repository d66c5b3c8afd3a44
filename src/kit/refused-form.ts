import { type Form, refuseField, staleForm, type Typed } from './form.ts'
import { isConflict, isStale } from './refusal.ts'

/**
 * The form after its act was refused, with the status to draw it with: somebody else saved first (both values are
 * shown), or what was typed cannot be in the state in which things now are (said beside the field that the refusal
 * names, or else beside `field`). What is stored is given as the form would show it. Every other error is thrown on.
 */
export function refusedForm(
  error: unknown,
  typed: Typed,
  { field, stored }: { field: string; stored?: Typed },
): { form: Form; status: 409 | 422 } {
  if (stored !== undefined && isStale(error)) return { form: staleForm(typed, stored), status: 409 }
  if (isConflict(error)) return { form: refuseField(typed, error.field ?? field, error.sentence), status: 422 }
  throw error
}
