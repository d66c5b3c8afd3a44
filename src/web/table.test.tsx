import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DataTable } from './table.tsx'

const rows = [{ id: '1', title: 'Satu Meja', count: 3 }]
const table = (more: object = {}) =>
  render(
    <DataTable
      caption="Proyek"
      columns={[
        { header: 'Proyek', sort: 'title', cell: (row: (typeof rows)[number]) => row.title },
        { header: 'Kegiatan', align: 'end', cell: ({ count }) => count },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
      empty={<p>Belum ada proyek.</p>}
      {...more}
    />,
  )

const sorted = (by: string, descending: boolean) => ({
  sorting: { by, descending, pathOf: (to: string, down: boolean) => `?urut=${to}${down ? '-turun' : ''}` },
})

test('without rows stands what is said instead, and no table', () => {
  expect(table({ rows: [] })).toBe('<p>Belum ada proyek.</p>')
})

test('the first column names its row, the others their column on a phone', () => {
  expect(table()).toContain('<th scope="row" role="rowheader">Satu Meja</th>')
  expect(table()).toContain('<td role="cell" class="end" data-label="Kegiatan">3</td>')
})

test('the order is told, and pressing again turns it round', () => {
  expect(table(sorted('title', false))).toMatch(/aria-sort="ascending">.*href="\?urut=title-turun"/)
  expect(table(sorted('title', true))).toMatch(/aria-sort="descending">.*href="\?urut=title"/)
  expect(table(sorted('due', false))).not.toContain('aria-sort')
})

test('a page of a list says which rows it shows and leads on', () => {
  const page = { rows, total: 201, number: 2, size: 100 }
  const html = table({ page, pathOf: (number: number) => `?halaman=${number}` })
  expect(html).toContain('101–200 dari 201')
  expect(html).toContain('href="?halaman=1" rel="prev"')
  expect(html).toContain('href="?halaman=3" rel="next"')
})
