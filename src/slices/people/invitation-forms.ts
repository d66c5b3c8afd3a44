import * as z from 'zod'
import { type Role, roles } from '#kit/actor.ts'
import { optionalEmail, optionalId, revision, rowId, text } from '#kit/schema.ts'
import { email, newPassword } from './sign-in-forms.ts'

/** Boxes of a form, each of which may be ticked. */
const someRoles = z
  .union([z.enum(roles), z.array(z.enum(roles))], 'Pilih peran dari daftar.')
  .optional()
  .transform((value): Role[] => (value === undefined ? [] : [value].flat()))

/** Formulir undangan. */
export const inviteForm = z.object({
  id: rowId,
  personId: optionalId,
  name: text('Isi nama.'),
  email: optionalEmail,
  roles: someRoles,
})

/** Formulir terima undangan, for who has no account yet. */
export const acceptForm = z.object({ name: text('Isi nama Anda.'), email, password: newPassword })

/** Formulir peran. */
export const rolesForm = z.object({ revision, roles: someRoles })
