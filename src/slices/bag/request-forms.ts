import * as z from 'zod'
import { rowId } from '#kit/schema.ts'

const choose = 'Pilih isi kantongnya.'

/** Of what a bag is asked for: `agency`, `programme:<id>` or `project:<id>`, as the page's list has it. */
const chosenThing = z
  .string(choose)
  .regex(/^agency$|^(programme|project):/, choose)
  .refine((typed) => typed === 'agency' || z.uuid().safeParse(typed.split(':')[1]).success, choose)
  .transform((typed) => {
    const [kind = '', id = ''] = typed.split(':')
    return kind === 'agency' ? { scope: 'agency' as const } : { scope: kind as 'programme' | 'project', id }
  })
export type ChosenThing = z.infer<typeof chosenThing>

export const bagRequestForm = z.object({ id: rowId, thing: chosenThing })
