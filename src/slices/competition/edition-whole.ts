import * as z from 'zod'
import { compare, exact, inFigures, sumOf } from '#kit/decimal.ts'

type Place = (string | number)[]

/** One thing that parts of an edition demand of each other, and where it is not so. */
type WholeFault = { path: Place; sentence: string }

const named = z.array(z.object({ key: z.string().catch('') }).catch({ key: '' })).catch([])
const day = z.string().nullable().catch(null)
const noAspect = { weight: null, fields: [] }

/** As much of an edition as can be read, however much of it is wrong. */
const readable = z
  .object({
    opensOn: day,
    closingOn: day,
    aspects: z.array(z.object({ weight: z.string().nullable().catch(null), fields: named }).catch(noAspect)).catch([]),
    categories: named,
    goals: named,
    checks: named,
    stages: named,
    identity: z
      .array(
        z
          .object({ key: z.string().catch(''), onlyIf: z.object({ key: z.string() }).nullable().catch(null) })
          .catch({ key: '', onlyIf: null }),
      )
      .catch([]),
  })
  .catch({
    opensOn: null,
    closingOn: null,
    aspects: [],
    categories: [],
    goals: [],
    checks: [],
    stages: [],
    identity: [],
  })

/**
 * What is wrong between the parts of an edition. It is looked for in whatever can be read, so that whoever corrects a
 * form or a file reads it together with what is wrong within a part, not after it.
 */
export function wholeFaults(file: unknown): WholeFault[] {
  const one = readable.parse(file)
  const fields = one.aspects.flatMap(({ fields: own }, at) =>
    own.map(({ key }, index) => ({ key, path: ['aspects', at, 'fields', index, 'key'] })),
  )
  const lists = (['categories', 'goals', 'identity', 'checks', 'stages'] as const).map((list) =>
    one[list].map(({ key }, at) => ({ key, path: [list, at, 'key'] })),
  )
  return [
    ...weightFaults(one.aspects.map(({ weight }) => weight)),
    ...[fields, ...lists].flatMap(twice),
    ...one.identity.flatMap(({ onlyIf }, at) =>
      onlyIf && !one.identity.slice(0, at).some(({ key }) => key === onlyIf.key)
        ? [{ path: ['identity', at, 'onlyIf', 'key'], sentence: 'Pertanyaan ini tidak ada di atasnya.' }]
        : [],
    ),
    ...(one.opensOn && one.closingOn && one.opensOn > one.closingOn
      ? [{ path: ['closingOn'], sentence: 'Penutupan tidak boleh sebelum pembukaan.' }]
      : []),
  ]
}

function twice(list: { key: string; path: Place }[]): WholeFault[] {
  const seen = new Set<string>()
  return list.flatMap(({ key, path }) => {
    const isTaken = key !== '' && seen.has(key)
    seen.add(key)
    return isTaken ? [{ path, sentence: 'Nama ini sudah dipakai di atasnya.' }] : []
  })
}

/** Settled: known weights sum to 100 exactly, as decimals; an edition with unknown ones says so by null. */
function weightFaults(weights: (string | null)[]): WholeFault[] {
  const known = weights.filter((value) => value !== null && /^\d{1,3}(\.\d{1,2})?$/.test(value))
  const sum = sumOf(known.map((value) => exact(value ?? '')))
  if (known.length === 0 || known.length < weights.length || compare(sum, exact(100)) === 0) return []
  const sentence = `Semua bobot harus berjumlah tepat 100, sekarang ${inFigures(sum).replace(/,00$|(?<=,\d)0$/, '')}.`
  return [{ path: ['aspects', 0, 'weight'], sentence }]
}
