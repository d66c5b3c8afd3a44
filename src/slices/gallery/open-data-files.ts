import { type OutSheet, writeCsv } from '#documents/sheet.ts'
import {
  cellOf,
  type OpenColumn,
  type OpenDataset,
  openDataLicence,
  openDatasets,
  openDataVersion,
  valuesOf,
} from './open-data.ts'

type Head = { url: string; changedAt: Date }

/** A file as it is written piece by piece: what opens it, its rows, and what closes it. */
export type Written<Row> = {
  opens: string
  rows: (rows: readonly Row[], isFirst: boolean) => string
  closes: (count: number) => string
}

/** CSV with commas, as programs read it; what a spreadsheet would run as a formula gets an apostrophe (RFC 4180). */
export const asCsv = <Row>(dataset: OpenDataset<Row>, url: string): Written<Row> => ({
  opens: `${dataset.columns.map(({ name }) => name).join()}\r\n`,
  rows: (rows) =>
    rows.length === 0
      ? ''
      : `${writeCsv(
          rows.map((row) => valuesOf(dataset, row, url).map(cellOf)),
          'machine',
        )}\r\n`,
  closes: () => '',
})

/** JSON: what it is, since when and under which licence, then a row in each line, and how many they are. */
export function asJson<Row>(dataset: OpenDataset<Row>, { url, changedAt }: Head): Written<Row> {
  const about = {
    skema: openDataVersion,
    nama: dataset.name,
    uraian: dataset.means,
    diperbarui: changedAt.toISOString(),
    lisensi: openDataLicence.address,
    kamus: `${url}/data#${dataset.name}`,
  }
  const names = dataset.columns.map(({ name }) => name)
  const lineOf = (row: Row) =>
    JSON.stringify(Object.fromEntries(valuesOf(dataset, row, url).map((value, at) => [names[at], value])))
  return {
    opens: `${JSON.stringify(about).slice(0, -1)},"data":[`,
    rows: (rows, isFirst) => rows.map((row, at) => `${isFirst && at === 0 ? '\n' : ',\n'}${lineOf(row)}`).join(''),
    closes: (count) => `\n],"jumlah":${count}}\n`,
  }
}

/** A sheet of all rows. */
export const asSheet = <Row>(dataset: OpenDataset<Row>, rows: readonly Row[], url: string): OutSheet => ({
  name: dataset.title,
  columns: dataset.columns.map(({ name, type }) => ({ header: name, width: widths[type] })),
  rows: rows.map((row) => valuesOf(dataset, row, url).map(cellOf)),
})

/** Letters of a column by what stands in it. */
const widths: Record<OpenColumn<unknown>['type'], number> = { string: 30, integer: 12, boolean: 12, date: 12, list: 30 }

/** All files for machines: a Frictionless Data Package (specs.frictionlessdata.io) that describes the CSV of each. */
export const dataPackageOf = (url: string, changedAt: Date) => ({
  profile: 'tabular-data-package',
  name: 'galeri-proyek-perubahan',
  title: 'Galeri proyek perubahan',
  version: openDataVersion,
  homepage: `${url}/data`,
  created: changedAt.toISOString(),
  licenses: [{ name: 'CC-BY-4.0', title: openDataLicence.name, path: openDataLicence.address }],
  resources: Object.values(openDatasets).map(({ name, title, means, columns }) => ({
    profile: 'tabular-data-resource',
    name,
    title,
    description: means,
    path: `${url}/data/${name}.csv`,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        type: column.type === 'list' ? 'string' : column.type,
        description: column.type === 'list' ? `${column.means} Beberapa, dipisahkan "; ".` : column.means,
      })),
      primaryKey: name === 'area' ? ['kode', 'lingkup'] : ['kode'],
    },
  })),
})
