/**
 * A number that is exact: one whole number over another, which is above zero. Weights and marks are decimals; their
 * products and means are compared as they are, never as binary fractions.
 */
export type Exact = { over: bigint; under: bigint }

/** The exact number of a decimal in plain figures ("-82.5"), as the database and `plainDecimal` write it. */
export function exact(text: string | number): Exact {
  const read = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(text))
  if (!read) throw new Error(`"${text}" is no decimal.`)
  const [, sign, whole = '', fraction = ''] = read
  const figures = BigInt(whole + fraction)
  return lowest(sign ? -figures : figures, 10n ** BigInt(fraction.length))
}

export const zero: Exact = { over: 0n, under: 1n }

export const plus = (a: Exact, b: Exact): Exact => lowest(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Exact, b: Exact): Exact => plus(a, { ...b, over: -b.over })
export const times = (a: Exact, b: Exact): Exact => lowest(a.over * b.over, a.under * b.under)

/** The quotient; dividing by nothing is a fault of ours. */
export function by(a: Exact, b: Exact): Exact {
  if (b.over === 0n) throw new Error('Division by zero.')
  const sign = b.over < 0n ? -1n : 1n
  return lowest(sign * a.over * b.under, sign * a.under * b.over)
}

/** Below zero when `a` is less, zero when they are equal: across the fractions, so nothing is rounded. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.over * b.under - b.over * a.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const sumOf = (numbers: readonly Exact[]): Exact => numbers.reduce(plus, zero)

/** The least whole number that makes whole numbers of all these. */
export const wholeBy = (numbers: readonly Exact[]): bigint =>
  numbers.reduce(
    (common, { under }) => (common % under === 0n ? common : (common * under) / factorOf(common, under)),
    1n,
  )

/** The mean; undefined of nothing. */
export const meanOf = (numbers: readonly Exact[]): Exact | undefined =>
  numbers.length === 0 ? undefined : by(sumOf(numbers), exact(numbers.length))

/** As Indonesians write it, with so many decimals, rounded half up (away from zero): "82,35". */
export function inFigures({ over, under }: Exact, places = 2): string {
  const scale = 10n ** BigInt(places)
  const size = over < 0n ? -over : over
  const rounded = (2n * size * scale + under) / (2n * under)
  const figures = rounded.toString().padStart(places + 1, '0')
  const [whole, fraction] = [figures.slice(0, figures.length - places), figures.slice(figures.length - places)]
  const sign = over < 0n && rounded > 0n ? '-' : ''
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${places > 0 ? `,${fraction}` : ''}`
}

/** A stored decimal as it is written here, figure for figure: "82.50" is "82,50". */
export const withComma = (text: string): string => text.replace('.', ',')

/** A stored decimal as it is read here, with a point between thousands: "1900.50" is "1.900,50". */
export function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.')
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${fraction === undefined ? '' : `,${fraction}`}`
}

/** A stored decimal as it is typed here, without zeros that say nothing: "82.50" is "82,5". */
export const asTyped = (text: string): string => withComma(text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/**
 * A decimal as people type it here ("1.234,5"), in plain figures ("1234.5"); undefined where it is none. A point
 * before one or two last figures can only be meant as a comma, and is taken as one.
 */
export function plainDecimal(typed: string): string | undefined {
  const text = typed.trim().replace(/^(\d+)\.(\d{1,2})$/, '$1,$2')
  if (!/^(\d{1,3}(\.\d{3})+|\d{1,15})(,\d{1,6})?$/.test(text)) return undefined
  return text.replaceAll('.', '').replace(',', '.')
}

/** The greatest common factor. */
function factorOf(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other]
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}

function lowest(over: bigint, under: bigint): Exact {
  const factor = factorOf(over, under)
  return factor > 1n ? { over: over / factor, under: under / factor } : { over, under }
}
