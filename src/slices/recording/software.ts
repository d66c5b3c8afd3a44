import { version } from '../../root.ts'

/** This program as an agent of preservation events. */
export const software = `Rintis ${version}`
