import { ButtonLink } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, MoreWords } from '#web/section.tsx'
import type { Grid } from '../grid/draw.ts'
import { type GridColumn, GridRow, GridTable } from '../islands/grid-table.tsx'
import { type Project, titleOf } from '../project.ts'

type Props = {
  project: Project
  grid: Grid
  columns: readonly GridColumn[]
  /** The project's areas by name. */
  areas: string[]
  account: string
}

/** The matrix as a sheet to write in. Without a script it is the table, each row leading to its form. */
export function GridPage({ project, grid, columns, areas, account }: Props) {
  const path = `/proyek/${project.code}/rencana`
  const shown = columns.map(({ key, label, kind }) => ({ key, label, kind }))
  const groups = grid.groups.map(({ id, title, rows }) => ({
    ...{ id, title },
    rows: rows.map((row) => ({ ...row, groupId: id, isNew: false, isGone: false })),
  }))
  return (
    <DeskPage
      title="Lembar isian"
      lead={titleOf(project)}
      breadcrumbs={[
        { path: '/proyek', label: 'Proyek' },
        { path: `/proyek/${project.code}`, label: titleOf(project) },
        { path, label: 'Rencana aksi' },
      ]}
      actions={<ButtonLink href={path}>Selesai</ButtonLink>}
    >
      {grid.groups.length === 0 ? (
        <EmptyState
          title="Matriks masih kosong"
          act={<ButtonLink href={`${path}/program/baru`}>Tambah program</ButtonLink>}
        >
          Tambahkan satu program lebih dahulu. Kegiatannya lalu dapat diisi di lembar ini.
        </EmptyState>
      ) : (
        <>
          <MoreWords label="Cara mengisi lembar">
            <Keys />
          </MoreWords>
          <noscript>
            <p class="grid-hint">
              Peramban ini tidak menjalankan skrip. Buka nomor kegiatan untuk mengisinya lewat formulir.
            </p>
          </noscript>
          <Island name="matrix-grid" props={{ account, path, columns: shown, areas }}>
            <div class="grid-box">
              <GridTable
                columns={shown}
                groups={groups}
                isLive={false}
                row={(row) => <GridRow key={row.id} row={row} columns={shown} path={path} />}
              />
            </div>
          </Island>
        </>
      )}
    </DeskPage>
  )
}

const keys: [string, string][] = [
  ['Panah, Tab, Enter', 'pindah sel; Tab pada sel terakhir keluar dari lembar'],
  ['Esc lalu Tab', 'keluar dari lembar dari sel mana pun'],
  ['Ketik, F2, atau klik dua kali', 'mengisi sel; Enter menyimpan, Esc membatalkan'],
  ['Alt+Enter', 'baris baru di dalam sel'],
  ['Shift+panah', 'memilih beberapa sel'],
  ['Ctrl+C, Ctrl+X, Ctrl+V', 'menyalin, memotong, menempel; juga dari Excel atau Word'],
  ['Ctrl+D', 'mengisi ke bawah dengan isi sel teratas, atau dengan isi sel di atasnya'],
  ['Delete', 'mengosongkan sel yang dipilih'],
  ['Ctrl+Z, Ctrl+Y', 'membatalkan dan mengulangi; kegiatan yang baru dibuat ikut dibatalkan'],
]

const Keys = () => (
  <dl class="grid-keys">
    {keys.map(([press, does]) => (
      <div key={press}>
        <dt>{press}</dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
)
