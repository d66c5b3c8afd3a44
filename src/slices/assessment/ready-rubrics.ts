import * as z from 'zod'
import type { NewCriterion } from './rubric.ts'
import kipp2022 from './rubrics/kipp-2022.json' with { type: 'json' }
import kipp2023 from './rubrics/kipp-2023.json' with { type: 'json' }
import internal from './rubrics/seleksi-internal.json' with { type: 'json' }
import unpsa from './rubrics/unpsa.json' with { type: 'json' }

const decimal = z.string().regex(/^\d{1,4}(\.\d{1,2})?$/)
const said = z.string().min(1)

const criterion: z.ZodType<NewCriterion> = z.strictObject({
  name: said,
  description: z.string(),
  weight: decimal.nullable(),
  minMark: decimal,
  maxMark: decimal,
  tieOrder: z.number().int().positive().nullable(),
  levels: z.array(z.strictObject({ from: decimal, words: said })),
  commentBelow: decimal.nullable(),
  commentAbove: decimal.nullable(),
})

const readyRubric = z.strictObject({
  key: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: said,
  /** The rule that it follows. */
  basis: said,
  /** How sure what stands here is. */
  remark: said,
  criteria: z.array(criterion).min(1),
})

/** A rubric that an assessment can begin with. Each is a file; weights that are not known are null there. */
export const readyRubrics = z.array(readyRubric).parse([kipp2023, internal, kipp2022, unpsa])

/** What a new assessment begins with where nobody says otherwise: the criteria whose weights are published. */
export const usualRubric = 'kipp-2023'

export const findReady = (key: string) => readyRubrics.find((rubric) => rubric.key === key)
