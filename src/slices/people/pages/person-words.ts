import type { Relation } from '#kit/actor.ts'
import type { PersonFacts } from '../person.ts'

/** How the facts about a person are called. */
export const factWords: Record<keyof PersonFacts, string> = {
  titlesBefore: 'gelar depan',
  name: 'nama',
  titlesAfter: 'gelar belakang',
  nip: 'NIP',
  noNipReason: 'alasan tanpa NIP',
  position: 'jabatan',
  grade: 'pangkat/golongan',
  unitId: 'unit kerja',
  email: 'surel',
}

/** What a person is to a thing. */
export const relationWords: Record<Relation, string> = {
  agent: 'Agen perubahan',
  head: 'Atasan',
  judge: 'Penilai',
  steward: 'Penanggung jawab dokumentasi',
  deputy: 'Wakil penanggung jawab dokumentasi',
  chair: 'Ketua forum',
  member: 'Anggota tim',
}
