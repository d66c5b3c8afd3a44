import { type OutSheet, writeWorkbook } from '#documents/sheet.ts'
import { nameInFull, nipInGroups } from '#people'
import type { DatedProgramme } from './calendar.ts'
import { personOf, unitName } from './cast.ts'

const columns: OutSheet['columns'] = [
  { header: 'No', width: 5 },
  { header: 'Nama dan gelar', width: 36 },
  { header: 'NIP / NI PPPK', width: 24, format: 'text' },
  { header: 'Jabatan', width: 44 },
  { header: 'Pangkat/golongan', width: 28 },
  { header: 'Unit kerja', width: 52 },
  { header: 'Tingkat', width: 10 },
]

/** The annex of a programme's decree as an office keeps it: one row for each agent, without e-mails. */
export const annexOf = ({ projects }: Pick<DatedProgramme, 'projects'>): OutSheet => ({
  name: 'Lampiran',
  columns,
  rows: projects.map(({ agent }, at) => {
    const person = personOf(agent)
    const { nip, position, grade, unit } = person
    return [at + 1, nameInFull(person), nipInGroups(nip), position, grade, unitName(unit), 'Pusat']
  }),
})

/** The same as an XLSX file. */
export const annexFile = (programme: Pick<DatedProgramme, 'projects'>, at: Date): Promise<Uint8Array> =>
  writeWorkbook([annexOf(programme)], at)
