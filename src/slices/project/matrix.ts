import type { Day } from '#kit/date.ts'
import { type ColumnKey, defaultColumns, type MatrixColumn, type OwnKey } from './columns.ts'

/** Kegiatan: a row of the matrix. Numbers are decimals in text, exact as typed. */
export type Activity = {
  id: string
  initiativeId: string
  lineId: string
  position: number
  title: string
  output: string
  indicator: string
  indicatorUnit: string
  baseline: string | null
  target: string | null
  startsOn: Day | null
  endsOn: Day | null
  inCharge: string
  /** Units and persons beside the one in charge. */
  parties: string
  resources: string
  risk: string
  mitigation: string
  /** The reform areas that it serves, of the project's own. */
  areaCodes: string[]
  /** What stands in the programme's own columns, by their key. */
  more: Partial<Record<OwnKey, string>>
  revision: number
}

/** Program dalam matriks: a heading row that holds activities. */
export type Initiative = { id: string; lineId: string; position: number; title: string; revision: number }

/** Matriks: a plan's initiatives in order, each with its activities in order. */
export type Matrix = (Initiative & { activities: Activity[] })[]

/** All activities of a matrix, in order. */
export const activitiesOf = (matrix: Matrix): Activity[] => matrix.flatMap((initiative) => initiative.activities)

/** The number that stands before an activity, as 2.1. */
export const numberOf = (initiative: Initiative, activity: Activity): string =>
  `${initiative.position}.${activity.position}`

type Described = {
  title: string
  presentCondition: string
  problem: string
  wantedCondition: string
  innovationKind: string | null
  areaCodes: string[]
}

/** What keeps a plan from being submitted: a sentence, and where it is mended. */
export type Gap = { sentence: string; at: 'description' | 'matrix'; activityId?: string }

/**
 * What is missing before a plan may be submitted; empty when nothing is. Only columns that the programme shows are asked
 * for: no regulation fixes them (Permenpan RB 27/2014 asks for a plan, not for its form).
 */
export function gapsOf(
  project: Described,
  matrix: Matrix,
  programme: { fromOn: Day; untilOn: Day },
  columns: readonly MatrixColumn[] = defaultColumns,
): Gap[] {
  const shown = new Set(columns.filter(({ isShown }) => isShown).map(({ key }) => key))
  const described: [boolean, string][] = [
    [project.title === '', 'Isi judul proyek.'],
    [project.presentCondition === '', 'Isi kondisi saat ini.'],
    [project.problem === '', 'Isi masalah yang hendak diselesaikan.'],
    [project.wantedCondition === '', 'Isi kondisi yang diharapkan.'],
    [project.innovationKind === null, 'Pilih jenis pembaruan.'],
    [project.areaCodes.length === 0, 'Pilih paling sedikit satu area perubahan.'],
  ]
  const gaps: Gap[] = described
    .filter(([missing]) => missing)
    .map(([, sentence]) => ({ sentence, at: 'description' as const }))
  if (activitiesOf(matrix).length === 0) gaps.push({ sentence: 'Isi paling sedikit satu kegiatan.', at: 'matrix' })
  for (const initiative of matrix) {
    for (const activity of initiative.activities) gaps.push(...gapsOfActivity(initiative, activity, programme, shown))
  }
  return gaps
}

function gapsOfActivity(
  initiative: Initiative,
  activity: Activity,
  programme: { fromOn: Day; untilOn: Day },
  shown: ReadonlySet<ColumnKey>,
): Gap[] {
  const { startsOn, endsOn } = activity
  const outside = (startsOn ?? endsOn ?? '') < programme.fromOn || (endsOn ?? '') > programme.untilOn
  const checks: [boolean, ColumnKey, string][] = [
    [activity.title === '', 'title', 'isi nama kegiatan'],
    [activity.output === '', 'output', 'isi keluaran'],
    [activity.indicator === '', 'indicator', 'isi indikator'],
    [activity.target === null, 'target', 'isi target'],
    [startsOn === null || endsOn === null, 'endsOn', 'isi tanggal mulai dan selesai'],
    [startsOn !== null && endsOn !== null && outside, 'endsOn', 'sesuaikan tanggal dengan masa program'],
    [activity.inCharge === '', 'inCharge', 'isi penanggung jawab'],
  ]
  return checks
    .filter(([isMissing, column]) => isMissing && shown.has(column))
    .map(([, , sentence]) => ({
      sentence: `Kegiatan ${numberOf(initiative, activity)}: ${sentence}.`,
      at: 'matrix' as const,
      activityId: activity.id,
    }))
}
