import { roles } from '#kit/actor.ts'
import type { Form } from '#kit/form.ts'
import { CheckboxFields } from '#web/choices.tsx'
import { roleNames } from '../access.ts'

const meanings = {
  admin: 'Mengatur instansi, akun, dan peran.',
  secretariat: 'Menjalankan program: keputusan, verifikasi, paparan, dan penilaian.',
  leadership: 'Melihat seluruh program.',
  evaluator: 'Melihat seluruh program untuk evaluasi, misalnya APIP atau Kemenpan RB.',
} as const

/** The roles of an account. None is right for agents, heads and judges: what they may do follows from their tasks. */
export const RoleFields = ({ form }: { form: Form }) => (
  <CheckboxFields
    form={form}
    name="roles"
    label="Peran di instansi"
    hint="Agen, atasan, dan penilai tidak memerlukan peran: hak mereka mengikuti tugasnya."
    choices={roles.map((value) => ({ value, label: roleNames[value], hint: meanings[value] }))}
    optional
  />
)
