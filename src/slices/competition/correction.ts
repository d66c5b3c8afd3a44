import { slugOf } from '#kit/text.ts'
import type { Edition } from './edition.ts'
import { type Certainty, editionParts } from './provenance.ts'

/** What the page of an edition lets one correct; everything else is corrected in its file. */
export type Correction = {
  label: string
  basis: string
  remark: string
  opensOn: string | null
  closingOn: string | null
  minimumYears: number | null
  quota: number | null
  videoSeconds: number | null
  videoHeight: number | null
  /** One label a line. */
  categories: string[]
  /** In the order of the aspects. */
  weights: (string | null)[]
  /** In the order of the fields. */
  limits: (number | null)[]
  questions: string[]
  /** In the order of `editionParts`. */
  certainties: Certainty[]
}

/** The edition with what was corrected. A category whose words stay keeps its key, and with it the entries in it. */
export function correct(edition: Edition, said: Correction): Edition {
  let at = -1
  const { label, basis, remark, opensOn, closingOn, minimumYears, quota } = said
  return {
    ...edition,
    ...{ label, basis, remark, opensOn, closingOn, minimumYears, quota },
    video: { ...edition.video, mostSeconds: said.videoSeconds, leastHeight: said.videoHeight },
    categories: said.categories.map(
      (words, at) => edition.categories.find(({ label }) => label === words) ?? { key: keyOf(words, at), label: words },
    ),
    aspects: edition.aspects.map((aspect, index) => ({
      ...aspect,
      weight: said.weights[index] ?? null,
      fields: aspect.fields.map((field) => {
        at += 1
        return { ...field, limit: said.limits[at] ?? null, question: said.questions[at] ?? field.question }
      }),
    })),
    provenance: Object.fromEntries(
      editionParts.map((part, index) => [
        part,
        { ...edition.provenance[part], certainty: said.certainties[index] ?? edition.provenance[part].certainty },
      ]),
    ) as Edition['provenance'],
  }
}

const keyOf = (words: string, at: number): string => slugOf(words) || `kategori-${at + 1}`

/** What stands in an edition, as the page shows it to be corrected. */
export const correctionOf = (edition: Edition): Correction => ({
  label: edition.label,
  basis: edition.basis,
  remark: edition.remark,
  opensOn: edition.opensOn,
  closingOn: edition.closingOn,
  minimumYears: edition.minimumYears,
  quota: edition.quota,
  videoSeconds: edition.video.mostSeconds,
  videoHeight: edition.video.leastHeight,
  categories: edition.categories.map(({ label }) => label),
  weights: edition.aspects.map(({ weight }) => weight),
  limits: edition.aspects.flatMap(({ fields }) => fields.map(({ limit }) => limit)),
  questions: edition.aspects.flatMap(({ fields }) => fields.map(({ question }) => question)),
  certainties: editionParts.map((part) => edition.provenance[part].certainty),
})
