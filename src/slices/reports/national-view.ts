import type { Context } from 'hono'
import * as z from 'zod'
import { pageNumber } from '#kit/list.ts'
import type { Web } from '#web/request.ts'
import { type AimCount, arrange, orders, type Wanted, type WatchedAgency } from './national.ts'
import { listAims, listWatched, listYears } from './national-store.ts'

/** What the page and its workbook show: every figure of the agencies that are wanted, in the order that is. */
export type National = {
  year: number
  years: number[]
  wanted: Wanted
  agencies: WatchedAgency[]
  areas: AimCount[]
  targets: AimCount[]
}

const longestWords = 100
const address = z.object({
  tahun: z.coerce.number().int().min(1900).max(9999).optional().catch(undefined),
  nama: z.string().trim().catch(''),
  urut: z.enum(orders).catch('nama'),
  turun: z.literal('ya').optional().catch(undefined),
})

/** The figures of this request's year: the present one where it names none. Three queries. */
export async function nationalOf(c: Context<Web>): Promise<National> {
  const { db, actor, now, today } = c.var
  const { tahun, nama, urut, turun } = address.parse(c.req.query())
  const asked = { accountId: actor.accountId, year: tahun ?? Number(today.slice(0, 4)), now }
  const years = await listYears(db, asked)
  const wanted: Wanted = {
    words: nama.slice(0, longestWords),
    order: urut,
    descending: turun === 'ya',
    number: pageNumber(c.req.query('halaman')),
  }
  const agencies = arrange(await listWatched(db, asked), wanted)
  return {
    year: asked.year,
    years: years.includes(asked.year) ? years : [asked.year, ...years].toSorted((a, b) => b - a),
    wanted,
    agencies,
    ...(await listAims(db, asked, wanted.words === '' ? null : agencies.map(({ agencyId }) => agencyId))),
  }
}
