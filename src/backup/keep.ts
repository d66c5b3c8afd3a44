import { type Day, daysBetween } from '#kit/date.ts'

const dailies = 7
const weeklies = 4

/** A Monday, from which weeks are counted. */
const someMonday = '2024-01-01'

const weekOf = (day: Day): number => Math.floor(daysBetween(someMonday, day) / 7)

/** Which daily copies stay: the newest seven, and before them the newest of each of the four weeks next before. */
export function copiesToKeep(days: readonly Day[]): Day[] {
  const newestFirst = [...new Set(days)].sort().reverse()
  const kept = newestFirst.slice(0, dailies)
  const weeks = new Set(kept.map(weekOf))
  const before = newestFirst.slice(dailies)
  for (const day of before) {
    if (weeks.has(weekOf(day))) continue
    weeks.add(weekOf(day))
    kept.push(day)
    if (kept.length === dailies + weeklies) break
  }
  return kept
}
