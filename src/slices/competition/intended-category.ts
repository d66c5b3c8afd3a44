import type { AimedEdition } from '#assessment'
import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Edition } from './edition.ts'
import { isOver } from './edition-window.ts'

/** Kategori yang dituju: at which category of an edition a project aims, named long before there is an entry. */
export type IntendedCategory = {
  projectId: string
  /** Key of the edition. */
  edition: string
  /** Key of the category in it; null where one was named and taken back. */
  category: string | null
  reason: string
  chosenAt: Date
  revision: number
}

/** What an edition's categories are named from. */
type Categories = Pick<Edition, 'key' | 'label' | 'form' | 'group' | 'year' | 'closingOn' | 'categories'>

/**
 * The editions of which a project names a category: those that are still to close. Settled: while the next is not known
 * those of the newest year stand in, so that nobody has to wait for the Ministry to think about it.
 */
export function offeredOn<Kept extends Categories>(editions: readonly Kept[], today: Day): Kept[] {
  const known = editions.filter(({ form, categories }) => form === 'kipp' && categories.length > 0)
  const open = known.filter((edition) => !isOver(edition, today))
  const newest = Math.max(...known.map(({ year }) => year ?? 0))
  return open.length > 0 ? open : known.filter(({ year }) => year === newest)
}

/** At what a project aims in an edition, and of which edition that was said. */
export type Aim = { category: { key: string; label: string }; reason: string; chosenAt: Date; from: string }

/**
 * At which category of the edition a project aims. What was said of the edition itself stands, also that none is meant;
 * else what was said last of another of the same group, where the category is the same in both, by key and label.
 * `intended` is what one project said.
 */
export function aimIn(
  edition: Categories,
  intended: readonly IntendedCategory[],
  editions: readonly Categories[],
): Aim | null {
  const own = intended.find((one) => one.edition === edition.key)
  const others = intended.filter((one) => {
    const other = editions.find(({ key }) => key === one.edition)
    return other?.form === edition.form && other.group === edition.group && one.category !== null
  })
  const last = own ?? others.toSorted((a, b) => b.chosenAt.getTime() - a.chosenAt.getTime())[0]
  const from = editions.find(({ key }) => key === last?.edition)
  const said = from?.categories.find(({ key }) => key === last?.category)
  const category = edition.categories.find(({ key, label }) => key === said?.key && label === said.label)
  return last && from && category ? { category, reason: last.reason, chosenAt: last.chosenAt, from: from.label } : null
}

/** The editions that are offered, with what these projects aim at in each; one at which nobody aims is left out. */
export const aimedIn = (
  intended: readonly IntendedCategory[],
  projectIds: readonly string[],
  editions: readonly Categories[],
  today: Day,
): AimedEdition[] => {
  const said = Map.groupBy(intended, ({ projectId }) => projectId)
  return offeredOn(editions, today).flatMap((edition) => {
    const aims = projectIds.flatMap((projectId) => {
      const aim = aimIn(edition, said.get(projectId) ?? [], editions)
      return aim ? [{ projectId, category: aim.category.key, reason: aim.reason }] : []
    })
    const categories = edition.categories.filter(({ key }) => aims.some(({ category }) => category === key))
    return aims.length === 0 ? [] : [{ label: edition.label, categories, aims }]
  })
}

/** Refuses a category that the edition does not have, and any of a project that was stopped. */
export function demandCategory(
  { categories }: Pick<Edition, 'categories'>,
  category: string | null,
  state: string,
): void {
  if (state === 'stopped') throw conflict('Proyek ini sudah dihentikan, jadi tidak lagi menuju kompetisi.')
  if (category !== null && !categories.some(({ key }) => key === category))
    throw conflict('Pilih salah satu kategori edisi ini.')
}
