import { plainWords } from '#documents/sheet-text.ts'
import type { Activity } from './matrix.ts'

export type ColumnKind = 'text' | 'number' | 'day' | 'areas'

/** The columns that every activity has, with what they are called by default; widths in letters, for sheets. */
const known = [
  { key: 'title', label: 'Kegiatan', kind: 'text', width: 40 },
  { key: 'output', label: 'Keluaran', kind: 'text', width: 30 },
  { key: 'indicator', label: 'Indikator', kind: 'text', width: 30 },
  { key: 'indicatorUnit', label: 'Satuan', kind: 'text', width: 12 },
  { key: 'baseline', label: 'Nilai awal', kind: 'number', width: 10 },
  { key: 'target', label: 'Target', kind: 'number', width: 10 },
  { key: 'startsOn', label: 'Mulai', kind: 'day', width: 12 },
  { key: 'endsOn', label: 'Selesai', kind: 'day', width: 12 },
  { key: 'inCharge', label: 'Penanggung jawab', kind: 'text', width: 24 },
  { key: 'parties', label: 'Pihak terlibat', kind: 'text', width: 24 },
  { key: 'resources', label: 'Sumber daya', kind: 'text', width: 30 },
  { key: 'risk', label: 'Risiko', kind: 'text', width: 30 },
  { key: 'mitigation', label: 'Mitigasi risiko', kind: 'text', width: 30 },
  { key: 'areaCodes', label: 'Area perubahan', kind: 'areas', width: 30 },
] as const

/** Columns of text that a programme may add for itself. */
export const ownKeys = ['own1', 'own2', 'own3', 'own4', 'own5', 'own6'] as const
export type OwnKey = (typeof ownKeys)[number]
export type ColumnKey = (typeof known)[number]['key'] | OwnKey

/** Kolom matriks, as a programme shows and calls it. */
export type MatrixColumn = { key: ColumnKey; label: string; kind: ColumnKind; width: number; isShown: boolean }

/** What a programme's template says of a column. */
export type SavedColumn = Pick<MatrixColumn, 'key' | 'label' | 'isShown'>

/** The columns of a programme without a template of its own: no regulation fixes them. */
export const defaultColumns: MatrixColumn[] = known.map((column) => ({ ...column, isShown: true }))

export const columnKeys: ColumnKey[] = [...known.map(({ key }) => key), ...ownKeys]

export const isOwn = (key: ColumnKey): key is OwnKey => ownKeys.some((own) => own === key)

/**
 * The columns of a programme in its order. What its template does not name stands behind as it is by default, so that
 * a column that came later is seen; an activity always shows its title.
 */
export function columnsOf(saved: readonly SavedColumn[]): MatrixColumn[] {
  const named = saved.map(({ key, label, isShown }): MatrixColumn => {
    const base = known.find((column) => column.key === key) ?? { key, label, kind: 'text' as const, width: 30 }
    return { ...base, label: label || base.label, isShown: isShown || key === 'title' }
  })
  const others = defaultColumns.filter(({ key }) => !named.some((column) => column.key === key))
  return [...named, ...others]
}

/** The own columns in which something stands although the programme does not have them, or no longer. */
export const goneIn = (columns: readonly MatrixColumn[], more: Activity['more']): OwnKey[] =>
  ownKeys.filter((own) => more[own] && !columns.some(({ key }) => key === own))

/** How a programme's matrices are drawn: its columns, and what areas are called. */
export type MatrixLayout = { columns: readonly MatrixColumn[]; areaNames: ReadonlyMap<string, string> }

export const shownOf = (columns: readonly MatrixColumn[]): MatrixColumn[] => columns.filter(({ isShown }) => isShown)

/** What stands in a cell as it is stored, areas by their codes; null where nothing does. */
export function textIn(activity: Activity, key: ColumnKey): string | null {
  if (isOwn(key)) return activity.more[key] || null
  if (key === 'areaCodes') return activity.areaCodes.join(', ') || null
  return activity[key] || null
}

/** The areas of an activity by name, one after the other. */
export const areasInWords = (
  { areaCodes }: Pick<Activity, 'areaCodes'>,
  areaNames: MatrixLayout['areaNames'],
): string => areaCodes.map((code) => areaNames.get(code) ?? code).join('; ')

/** The code of the area that somebody names in these words, or by its code; undefined where the programme has none such. */
export const areaNamed = (words: string, areaNames: MatrixLayout['areaNames']): string | undefined =>
  [...areaNames].find(
    ([code, name]) => code === words || plainWords(name).join(' ') === plainWords(words).join(' '),
  )?.[0]

export const noSuchArea = 'Area ini tidak ada dalam program. Tulis nama areanya, dipisahkan titik koma.'
