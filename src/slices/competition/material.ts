import type { Edition, Source } from './edition.ts'
import type { Around } from './preflight.ts'
import { isSummary } from './proposal.ts'
import { wholeOf } from './source-text.ts'

/** Bahan usulan: what Rintis holds and lacks for one aspect of a form. */
export type Material = {
  label: string
  /** Percent of the whole mark; null where nobody knows it. */
  weight: string | null
  held: Source[]
  missing: Source[]
  /** Evidence that somebody verified; null where the aspect looks for none. */
  evidence: number | null
}

/**
 * What an entry could be filled from today, aspect by aspect, long before there is one: what is to be measured before
 * and after has to be collected while the project runs. Aspects that only sum up the others are left out. No score.
 */
export function materialOf(
  { aspects }: Pick<Edition, 'aspects'>,
  { facts, verifiedEvidence }: Pick<Around, 'facts' | 'verifiedEvidence'>,
): Material[] {
  return aspects.flatMap(({ label, weight, fields: all }) => {
    const fields = all.filter((field) => !isSummary(field))
    const sources = [...new Set(fields.flatMap((field) => field.sources))]
    const evidence = fields.some(({ signals }) => signals.includes('verified-evidence')) ? verifiedEvidence : null
    if (sources.length === 0 && evidence === null) return []
    const has = (source: Source) => wholeOf(source, facts) !== ''
    const [held, missing] = [sources.filter(has), sources.filter((source) => !has(source))]
    return [{ label, weight, held, missing, evidence }]
  })
}
