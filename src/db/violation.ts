import { DatabaseError } from 'pg'

/** Whether the database refused a write by this constraint (a name that is taken, terms that overlap). */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof DatabaseError && error.constraint === constraint

/** Whether the database refused a write because another row holds the place: a unique key, or terms that overlap. */
export const clashes = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === uniqueViolation || error.code === exclusionViolation)

const uniqueViolation = '23505'
const exclusionViolation = '23P01'
