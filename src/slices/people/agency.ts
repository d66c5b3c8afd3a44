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
  isDemo: boolean
  revision: number
}
