import { Fragment } from 'preact'
import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
import { aimsInWords, bestByCategory, noCategory } from '../choice.ts'
import type { AssessmentView } from '../view.ts'
import { bestTitles } from './ranking-words.ts'

/** The first of each category that is aimed at, edition by edition; equals stand together. No mark is among it. */
export const BestByCategory = ({ view: { aimed, ranking, projects } }: { view: AssessmentView }) => (
  <>
    {bestByCategory(ranking ?? [], aimed).map(({ edition, groups }) => (
      <Fragment key={edition}>
        <h3>Terbaik menurut kategori {edition}</h3>
        <Facts facts={groups.map((one) => ({ term: one.name, detail: bestTitles(one, projects).join('; ') }))} />
      </Fragment>
    ))}
  </>
)

/** The first of each reform area, as the ranking has them; equals stand together. No mark is among it. */
export const BestByArea = ({ view: { best, projects } }: { view: Pick<AssessmentView, 'best' | 'projects'> }) =>
  best.length === 0 ? null : (
    <MoreWords label="Terbaik menurut area perubahan">
      <Facts facts={best.map((one) => ({ term: one.name, detail: bestTitles(one, projects).join('; ') }))} />
    </MoreWords>
  )

/** At which category a project aims, beneath its name; nothing where nobody named any. */
export function AimNote({ view: { aimed }, projectId }: { view: Pick<AssessmentView, 'aimed'>; projectId: string }) {
  if (aimed.length === 0) return null
  const aims = aimsInWords(aimed, projectId)
  return <span class="note">{aims.length > 0 ? `Kategori: ${aims.join('; ')}` : noCategory.name}</span>
}
