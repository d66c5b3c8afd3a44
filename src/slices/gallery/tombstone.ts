import type { Day, Zone } from '#kit/date.ts'

/** Yang ditarik: what stood before the public once and does no longer, with what says why. */
export type Gone = {
  title: string
  recordedOn: Day | null
  access: string
  embargoUntil: Day | null
  removedAt: Date | null
  removedBecause: string | null
  arkNaan: string | null
  arkName: string | null
  projectState: string
  takenBack: string | null
  firstAt: Date
  agencyName: string
  zone: Zone
}

/** The same of a project. */
export type GoneProject = Pick<Gone, 'title' | 'agencyName' | 'projectState' | 'takenBack'> & {
  agencyId: string
  id: string
}

/** Why a project is gone. */
export const projectGoneBecause = ({ takenBack }: GoneProject): string => takenBack ?? 'Proyeknya dihentikan.'

/** Why it is gone, in the words of whoever took it away where there are any: an address that was cited owes a reason. */
export function goneBecause({ removedBecause, takenBack, projectState, access, embargoUntil }: Gone): string {
  if (removedBecause !== null) return removedBecause
  if (takenBack !== null) return takenBack
  if (projectState === 'stopped') return 'Proyeknya dihentikan.'
  if (access !== 'public') return 'Sekarang hanya untuk lingkungan instansi.'
  return embargoUntil === null ? 'Sedang tidak diterbitkan.' : 'Penerbitannya ditunda.'
}
