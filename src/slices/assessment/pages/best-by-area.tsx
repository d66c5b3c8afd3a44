import { Facts } from '#web/facts.tsx'
import { MoreWords } from '#web/section.tsx'
import type { AssessmentView } from '../view.ts'
import { bestTitles } from './ranking-words.ts'

/** The first of each reform area, as the ranking has them; equals stand together. No mark is among it. */
export const BestByArea = ({ view: { best, projects } }: { view: Pick<AssessmentView, 'best' | 'projects'> }) =>
  best.length === 0 ? null : (
    <MoreWords label="Terbaik menurut area perubahan">
      <Facts facts={best.map((one) => ({ term: one.name, detail: bestTitles(one, projects).join('; ') }))} />
    </MoreWords>
  )
