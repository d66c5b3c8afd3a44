import { asTyped, by, compare, type Exact, exact, plainDecimal } from '#kit/decimal.ts'
import { conflict } from '#kit/refusal.ts'
import { type Criterion, needsComment } from './rubric.ts'

/** Marks by the id of their criterion, as decimals in text. */
export type Marks = ReadonlyMap<string, string>

/** Why a judge gave a mark, by the id of its criterion; only where there is something to say. */
export type Comments = ReadonlyMap<string, string>

/** What a total is made of. */
export type Weighed = Pick<Criterion, 'id' | 'weight'>

/**
 * What a judge gives a project: Σ weight × mark / 100, exact. Undefined while a mark or a weight is missing: half a
 * sheet has no total. Server and browser use this one function.
 */
export function totalOf(criteria: readonly Weighed[], marks: Marks): Exact | undefined {
  let sum = 0
  for (const { id, weight } of criteria) {
    const mark = marks.get(id)
    if (weight === null || mark === undefined) return undefined
    sum += hundredths(weight) * hundredths(mark)
  }
  // Hundredths of percent times hundredths of marks: whole numbers far below those that a number holds exactly.
  return criteria.length === 0 ? undefined : by(exact(sum), exact(1_000_000))
}

/** A weight or mark in hundredths: neither has more than two decimals, in forms or in the database. */
function hundredths(text: string): number {
  const read = /^(\d+)(?:\.(\d{1,2}))?$/.exec(text)
  if (!read) throw new Error(`"${text}" has more than two decimals.`)
  const [, whole = '', decimals = ''] = read
  return Number(whole + decimals.padEnd(2, '0'))
}

/** A mark as it was typed: in plain figures, or the sentence that says what is wrong with it. */
export function readMark(
  typed: string,
  { minMark, maxMark }: Pick<Criterion, 'minMark' | 'maxMark'>,
): { mark: string; error?: never } | { mark?: never; error: string } {
  const range = `${asTyped(minMark)} sampai ${asTyped(maxMark)}`
  const mark = plainDecimal(typed)
  if (mark === undefined) return { error: `Isi angka ${range}, dengan koma untuk pecahan, misalnya 82,5.` }
  if (/\.\d{3,}$/.test(mark)) return { error: 'Paling banyak dua angka di belakang koma.' }
  const value = exact(mark)
  if (compare(value, exact(minMark)) < 0 || compare(value, exact(maxMark)) > 0)
    return { error: `Nilai harus ${range}.` }
  return { mark }
}

/** Lembar penilaian: what a judge gives a project, with a note; locked once it is submitted. */
export type Scoresheet = {
  agencyId: string
  id: string
  assessmentId: string
  projectId: string
  judgeId: string
  declaredAt: Date
  note: string
  submittedAt: Date | null
  revision: number
}

/** The first thing that a sheet lacks to be submitted, by field; null when nothing is missing. */
export function sheetGapOf(
  criteria: readonly Criterion[],
  { marks, comments, note }: { marks: Marks; comments: Comments; note: string },
): string | null {
  const missing = criteria.filter(({ id }) => !marks.has(id)).map(({ name }) => name)
  if (missing.length > 0) return `Nilai belum lengkap: ${missing.join(', ')}.`
  const unexplained = criteria
    .filter((criterion) => needsComment(criterion, marks.get(criterion.id) ?? '0') && !comments.has(criterion.id))
    .map(({ name }) => name)
  if (unexplained.length > 0) return `Tulis alasan nilai ${unexplained.join(', ')}.`
  return note === '' ? 'Tulis catatan yang menjelaskan nilai Anda.' : null
}

/** Throws a conflict when a mark is none of these criteria's, or lies outside its range. */
export function checkMarks(criteria: readonly Criterion[], marks: Marks): void {
  for (const [id, mark] of marks) {
    const criterion = criteria.find((one) => one.id === id)
    const error = criterion ? readMark(mark, criterion).error : 'Kriteria ini tidak ada dalam rubrik.'
    if (error) throw conflict(error)
  }
}

/** What a judge's form says. Nothing can be kept as typed of the `unkept` criteria, and of a note that is null. */
export type TypedMarks = { marks: Marks; comments: Comments; note: string | null; unkept: readonly string[] }

/**
 * What a draft holds next: what was typed, and where that cannot be kept what the draft held before. One wrong mark does
 * not hold back the others.
 */
export function draftOf(
  held: { marks: Marks; comments: Comments; note: string },
  typed: TypedMarks,
): { marks: Marks; comments: Comments; note: string } {
  const among = (texts: ReadonlyMap<string, string>, isUnkept: boolean) =>
    [...texts].filter(([id]) => typed.unkept.includes(id) === isUnkept)
  return {
    marks: new Map([...among(typed.marks, false), ...among(held.marks, true)]),
    comments: new Map([...among(typed.comments, false), ...among(held.comments, true)]),
    note: typed.note ?? held.note,
  }
}

/** Versi lembar: what a sheet held when it was saved. */
export type SheetVersion = { savedAt: Date; marks: Marks; comments: Comments; note: string }

/** What differs between two versions of a sheet, in words; the first version differs from an empty sheet. */
export function changesOf(
  criteria: readonly Pick<Criterion, 'id' | 'name'>[],
  before: Omit<SheetVersion, 'savedAt'> | undefined,
  after: Omit<SheetVersion, 'savedAt'>,
): string[] {
  const marks = criteria.flatMap(({ id, name }) => {
    const [was, is] = [before?.marks.get(id), after.marks.get(id)]
    const [from, to] = [was === undefined ? 'kosong' : asTyped(was), is === undefined ? 'kosong' : asTyped(is)]
    return from === to ? [] : [`${name}: ${from} menjadi ${to}`]
  })
  const comments = criteria.flatMap(({ id, name }) =>
    (before?.comments.get(id) ?? '') === (after.comments.get(id) ?? '') ? [] : [`alasan ${name} diubah`],
  )
  return [...marks, ...comments, ...((before?.note ?? '') === after.note ? [] : ['catatan diubah'])]
}
