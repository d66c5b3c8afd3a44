import { DatabaseError } from 'pg'

/** Whether the database refused a write by this constraint (a name that is taken, terms that overlap). */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseError && error.constraint === constraint
