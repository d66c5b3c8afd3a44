import { addDays, type Day, daysBetween } from '#kit/date.ts'
import { compare, exact } from '#kit/decimal.ts'
import { listInWords } from '#kit/text.ts'
import { type ColumnKey, type MatrixLayout, shownOf } from './columns.ts'
import { type Activity, activitiesOf, type Matrix, numberOf } from './matrix.ts'

/** Saran: what a good reader of the plan would say of its substance, and what to do about it. It stops nothing. */
export type Advice = {
  sentence: string
  /** The row that it concerns; the whole plan where there is none. */
  activityId?: string
  field?: ColumnKey
}

type Programme = { fromOn: Day; untilOn: Day }

/** So many days at the programme's end leave no time to mend what comes late. */
const lastDays = 30
/** Nine months, in days: three quarterly reports without anything that is done. */
const longActivity = 274
/** From so many activities on, one person in charge of all of them is a risk and no longer a small plan. */
const manyActivities = 4

/**
 * Advice on the substance of a plan. What `gapsOf` asks for (it keeps a plan from being submitted) is not said again
 * here, nor is a column asked for that the programme does not show. No regulation has these: they are settled, from what
 * heads and secretariats write when they return plans.
 */
export function adviseOn(
  project: { areaCodes: readonly string[] },
  matrix: Matrix,
  programme: Programme,
  layout: MatrixLayout,
): Advice[] {
  const shown = shownOf(layout.columns).map(({ key }) => key)
  return [
    ...adviseOnPlan(matrix, programme),
    ...(shown.includes('areaCodes') ? adviseOnAreas(project, matrix, layout.areaNames) : []),
    ...activitiesOf(matrix)
      .flatMap((activity) => adviseOnActivity(activity, matrix))
      .filter(({ field }) => field === undefined || shown.includes(field)),
  ]
}

function adviseOnAreas(
  { areaCodes }: { areaCodes: readonly string[] },
  matrix: Matrix,
  names: MatrixLayout['areaNames'],
): Advice[] {
  const activities = activitiesOf(matrix)
  const served = new Set(activities.flatMap((activity) => activity.areaCodes))
  const idle = activities.length === 0 ? [] : areaCodes.filter((code) => !served.has(code))
  if (idle.length === 0) return []
  const named = listInWords(idle.map((code) => names.get(code) ?? code))
  return [
    {
      sentence: `Area ${named} belum dilayani kegiatan mana pun. Tandai areanya pada kegiatan, atau hapus dari uraian proyek.`,
    },
  ]
}

function adviseOnPlan(matrix: Matrix, { untilOn }: Programme): Advice[] {
  const activities = activitiesOf(matrix)
  const ends = activities.flatMap(({ endsOn }) => endsOn ?? [])
  const allLate = ends.length > 1 && ends.every((day) => day > addDays(untilOn, -lastDays) && day <= untilOn)
  const inCharge = new Set(activities.map((activity) => alike(activity.inCharge)))
  const [one = ''] = activities.map((activity) => activity.inCharge)
  const isOneBurden = activities.length >= manyActivities && inCharge.size === 1 && one !== ''
  const empty = matrix.filter((initiative) => initiative.activities.length === 0)
  return said([
    [
      allLate,
      'Semua kegiatan berakhir pada bulan terakhir program. Majukan sebagian, supaya keterlambatan terlihat selagi dapat dikejar.',
    ],
    [
      isOneBurden,
      `Semua kegiatan menjadi tanggung jawab ${one}. Bagi sebagian kepada anggota tim, supaya tidak berhenti bila satu orang berhalangan.`,
    ],
    [
      activities.length > 0 && empty.length > 0,
      `Program ${empty.map(({ position }) => position).join(', ')} belum berisi kegiatan. Isi kegiatannya, atau hapus program itu.`,
    ],
  ])
}

function adviseOnActivity(activity: Activity, matrix: Matrix): Advice[] {
  const { id, title, output, indicator, indicatorUnit, baseline, target, startsOn, endsOn } = activity
  const isPercent = /^(%|persen)$/i.test(indicatorUnit)
  const twin = indicator === '' ? undefined : earlierWith(indicator, activity, matrix)
  const sameValue = baseline !== null && target !== null && compare(exact(baseline), exact(target)) === 0
  const isLong = startsOn !== null && endsOn !== null && daysBetween(startsOn, endsOn) > longActivity
  return said([
    [
      title !== '' && !/\s/.test(title.trim()),
      'Nama ini belum menjelaskan apa-apa. Sebut apa yang dilakukan, dan untuk siapa atau di mana.',
      'title',
    ],
    [
      output !== '' && alike(output) === alike(title),
      'Keluaran mengulang nama kegiatan. Sebut dokumen, alat, atau layanan yang ada setelah kegiatan selesai.',
      'output',
    ],
    [
      twin !== undefined,
      `Indikator ini sama dengan kegiatan ${twin}. Pilih ukuran yang hanya berubah bila kegiatan ini berhasil.`,
      'indicator',
    ],
    [
      indicator !== '' && indicatorUnit === '',
      'Indikator belum bersatuan. Tulis satuannya, misalnya %, hari, atau orang, supaya targetnya dapat dibaca.',
      'indicatorUnit',
    ],
    [
      indicator !== '' && baseline === null,
      'Nilai awal belum ada. Ukur keadaan sekarang, supaya perubahannya nanti dapat dibuktikan.',
      'baseline',
    ],
    [
      sameValue,
      'Target sama dengan nilai awal, jadi tidak ada yang berubah. Ubah targetnya, atau pilih indikator lain.',
      'target',
    ],
    [
      isPercent && target !== null && compare(exact(target), exact(100)) > 0,
      'Target di atas 100%. Periksa satuannya, atau sebut dalam indikator bahwa ini kenaikan.',
      'target',
    ],
    [
      isLong,
      'Kegiatan ini lebih dari sembilan bulan. Pecah menjadi beberapa, supaya ada hasil antara yang dapat dilaporkan.',
      'endsOn',
    ],
  ]).map((advice) => ({ ...advice, activityId: id }))
}

/** The number of the first activity before this one that has the same indicator. */
function earlierWith(indicator: string, activity: Activity, matrix: Matrix): string | undefined {
  for (const initiative of matrix) {
    for (const other of initiative.activities) {
      if (other.id === activity.id) return undefined
      if (alike(other.indicator) === alike(indicator)) return numberOf(initiative, other)
    }
  }
  return undefined
}

const alike = (text: string) => text.trim().toLocaleLowerCase('id').replaceAll(/\s+/g, ' ')

const said = (checks: [boolean, string, ColumnKey?][]): Advice[] =>
  checks.filter(([holds]) => holds).map(([, sentence, field]) => ({ sentence, ...(field && { field }) }))
