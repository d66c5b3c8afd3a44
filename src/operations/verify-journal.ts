import { forAgency } from '#db'
import { type Broken, verifyJournal } from '#journal'
import { Halt } from '#kit/halt.ts'
import type { Parts } from '../processes/parts.ts'
import { withParts } from './installation.ts'
import type { Operation } from './operation.ts'

const words: Record<Broken['why'], string> = { missing: 'hilang', changed: 'berubah' }

export const verifyJournals: Operation = {
  summary: 'memeriksa rantai jurnal; mencetak entri pertama yang rusak',
  usage: '[--agency SLUG]',
  options: { agency: { type: 'string' } },
  run: ({ environment, values }) =>
    withParts(environment, async ({ database }) => {
      const found = []
      for (const { id, slug } of await listAgencies(database, values.agency))
        found.push({ agency: slug, broken: (await verifyJournal(forAgency(database, id))) ?? null })
      const lines = found.map(({ agency, broken }) =>
        broken ? `${agency}: entri ${broken.sequence} ${words[broken.why]}` : `${agency}: utuh`,
      )
      if (lines.length === 0) lines.push('Belum ada instansi.')
      return { lines, value: found, isWell: found.every(({ broken }) => broken === null) }
    }),
}

async function listAgencies(database: Parts['database'], slug: string | boolean | undefined) {
  const agencies = await database.query.selectFrom('agency').select(['id', 'slug']).orderBy('slug').execute()
  const wanted = agencies.filter((agency) => slug === undefined || agency.slug === slug)
  if (slug !== undefined && wanted.length === 0) throw new Halt('usage', `Tidak ada instansi dengan slug "${slug}".`)
  return wanted
}
