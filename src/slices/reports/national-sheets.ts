import type { OutSheet } from '#documents/sheet.ts'
import { type AimCount, closedShare, figureNames, totalOf, type WatchedAgency } from './national.ts'
import type { National } from './national-view.ts'
import { figureWords } from './words.ts'

const noProject = 'belum dapat dihitung'

/** The figures of all agencies that the page would show, whatever page of it was open. They name no person. */
export function nationalSheets({ year, agencies, areas, targets }: National): OutSheet[] {
  const lineOf = ({ name, ...one }: Omit<WatchedAgency, 'agencyId'>) => [
    name,
    ...figureNames.map((figure) => one[figure]),
    closedShare(one) ?? noProject,
  ]
  return [
    {
      name: `Instansi ${year}`,
      columns: [
        { header: 'Instansi', width: 44 },
        ...figureNames.map((figure) => ({ header: figureWords[figure], width: 14 })),
        { header: 'Bagian selesai', width: 20 },
      ],
      rows: [...agencies.map(lineOf), lineOf({ name: 'Jumlah', ...totalOf(agencies) })],
    },
    aimSheet('Area perubahan', areas),
    aimSheet('Sasaran', targets),
  ]
}

const aimSheet = (name: string, aims: AimCount[]): OutSheet => ({
  name,
  columns: [
    { header: name, width: 60 },
    { header: 'Proyek', width: 12 },
  ],
  rows: aims.map((aim) => [aim.name, aim.projects]),
})
