import type { ComponentChildren } from 'preact'
import { withComma } from '#kit/decimal.ts'
import { Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { Edition, Source } from '../edition.ts'
import type { Material } from '../material.ts'
import { sourceLink } from './words.ts'

type Props = { edition: Pick<Edition, 'label'>; material: Material[]; projectCode: string }

/** What an entry of the project could be filled from today, and what is still to be collected while it runs. */
export const MaterialTable = ({ edition, material, projectCode }: Props) => (
  <Section title="Bahan usulan" note={`Menurut formulir ${edition.label}`}>
    <p>
      Angka sebelum dan sesudah, bukti, dan replikasi dikumpulkan selagi proyek berjalan; sesudah terkumpul, usulannya
      terisi dari sini. Ini bukan nilai.
    </p>
    <DataTable
      caption="Bahan usulan menurut aspek formulir"
      rows={material}
      keyOf={({ label }) => label}
      columns={columnsFor(projectCode)}
      empty="Formulir ini tidak diisi dari data proyek."
    />
  </Section>
)

const columnsFor = (projectCode: string): Column<Material>[] => [
  { header: 'Aspek', cell: ({ label }) => label },
  { header: 'Bobot', cell: ({ weight }) => (weight === null ? 'Belum diketahui' : `${withComma(weight)}%`) },
  {
    header: 'Sudah ada',
    cell: ({ held, evidence }) => {
      const there = [
        ...linksTo(held, projectCode),
        ...(evidence ? [<a href={`/proyek/${projectCode}/eviden`}>{evidence} eviden terverifikasi</a>] : []),
      ]
      return there.length === 0 ? '–' : <Items>{there}</Items>
    },
  },
  {
    header: 'Belum ada',
    cell: ({ missing, evidence }) => {
      const lacking = [
        ...linksTo(missing, projectCode),
        ...(evidence === 0 ? [<a href={`/proyek/${projectCode}/eviden`}>eviden terverifikasi</a>] : []),
      ]
      return lacking.length === 0 ? <State is="good">Lengkap</State> : <Items>{lacking}</Items>
    },
  },
]

const linksTo = (sources: readonly Source[], projectCode: string) =>
  sources.map((source) => {
    const { path, label } = sourceLink(source, projectCode)
    return <a href={path}>{label}</a>
  })

const Items = ({ children }: { children: ComponentChildren[] }) => (
  <ul class="links">
    {children.map((one, at) => (
      <li key={at}>{one}</li>
    ))}
  </ul>
)
