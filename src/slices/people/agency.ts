import type { Zone } from '#kit/date.ts'

/** Instansi: the public body whose programme this is. */
export type Agency = {
  id: string
  slug: string
  name: string
  /** In which its days begin and end. */
  zone: Zone
  /** Of its office, for who has a question; public. */
  contactEmail: string | null
  /** Working hours, "07:00" to "18:00": reminders are mailed in them only. */
  mailsFrom: string
  mailsUntil: string
  isDemo: boolean
  revision: number
}
