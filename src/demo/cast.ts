import type { Day } from '#kit/date.ts'
import { type DatedProgramme, dateIn } from './calendar.ts'
import type { DemoPerson } from './shape.ts'
import { heads, units } from './texts/agency.ts'
import { agents } from './texts/agents.ts'
import { officials } from './texts/officials.ts'
import { staff } from './texts/staff.ts'

/** Everybody of the demonstration. */
export const everybody: DemoPerson[] = [...agents, ...officials, ...staff]

const byKey = new Map(everybody.map((person) => [person.key, person]))
const unitNames = new Map(units.map(({ key, name }) => [key, name]))

export const personOf = (key: string): DemoPerson => known(byKey, key)
export const unitName = (key: string): string => known(unitNames, key)

/** A key that nobody has is a slip in the texts; their test finds it first. */
export function known<Value>(all: ReadonlyMap<string, Value>, key: string): Value {
  const value = all.get(key)
  if (value === undefined) throw new Error(`The demonstration knows no "${key}".`)
  return value
}

/** The address with which somebody of the demonstration signs in. */
export const emailOf = (key: string): string => `${key}@demo.example`

/** Who acts as head of a unit on a day: whoever stands in goes before the definitive head. */
export function headOn(unit: string, day: Day, current: Pick<DatedProgramme, 'fromOn'>): string {
  const inForce = heads.filter(
    ({ from, until, ...head }) =>
      head.unit === unit && dateIn(current, from) <= day && (until === null || dateIn(current, until) >= day),
  )
  const head = inForce.find(({ kind }) => kind !== 'definitive') ?? inForce[0]
  if (!head) throw new Error(`Nobody of the demonstration heads "${unit}" on ${day}.`)
  return head.person
}

/** The word by which outside tools know what an account is for. */
export function wordOf(key: string): string {
  if (key.startsWith('agen')) return 'agent'
  if (key.startsWith('atasan')) return 'head'
  return key.startsWith('penilai') ? 'judge' : (words[key] ?? 'agent')
}

const words: Record<string, string> = {
  admin: 'admin',
  sekretariat: 'secretariat',
  pimpinan: 'leadership',
  evaluator: 'evaluator',
  dokumentasi: 'steward',
  'ketua-forum': 'chair',
}
