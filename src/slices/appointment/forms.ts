import * as z from 'zod'
import { chosenId, day, optionalId, optionalText, revision, rowId, text } from '#kit/schema.ts'

const facts = {
  programmeId: chosenId('Pilih program.'),
  number: text('Isi nomor keputusan.', 120),
  about: text('Isi tentang apa keputusan ini.', 500),
  decidedOn: day('Isi tanggal keputusan.'),
  signerName: optionalText(),
  signerPosition: optionalText(),
  fromOn: day('Isi tanggal mulai berlaku.'),
  untilOn: day('Isi tanggal terakhir berlaku.'),
  amendsId: optionalId,
}

const lasts = ({ fromOn, untilOn }: { fromOn: string; untilOn: string }) => untilOn > fromOn
const tooShort = { path: ['untilOn'], error: 'Tanggal terakhir berlaku harus sesudah tanggal mulai.' }

/** Formulir keputusan baru. */
export const newDecreeForm = z.object({ id: rowId, ...facts }).refine(lasts, tooShort)

/** Formulir ubah keputusan. */
export const decreeForm = z.object({ revision, ...facts }).refine(lasts, tooShort)

/** Formulir agen, beside the one of the person: the appointment's own id, its level and unit. */
export const agentForm = z.object({
  appointmentId: rowId,
  unitId: chosenId('Pilih unit kerja.'),
  level: z.enum(['central', 'unit'], 'Pilih tingkat.'),
})

const reason = text('Isi alasannya.', 500)

/** Formulir ganti agen, beside the one of the person. */
export const successorForm = z.object({
  appointmentId: rowId,
  unitId: chosenId('Pilih unit kerja.'),
  seatId: chosenId('Pilih kedudukan yang diisi.'),
  takesOverOn: day('Isi tanggal mulai.'),
  reason,
})

/** Formulir akhiri penetapan. */
export const endForm = z.object({ untilOn: day('Isi tanggal terakhir.'), reason })
