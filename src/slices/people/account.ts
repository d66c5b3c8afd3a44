/** Akun: who signs in, by e-mail, across agencies. */
export type Account = { id: string; name: string; email: string }

/** How long a link to a new password holds, in minutes. */
export const resetMinutes = 60
