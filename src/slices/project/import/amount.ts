import { plainDecimal, withComma } from '#kit/decimal.ts'

/** A number with what it counts: "80" and "%". The number is written as people type it, with a comma. */
export type Amount = { value: string; unit: string }

/** A text beyond this is no number with its unit; and the pattern takes the square of a length to say no. */
const longest = 120

/** "≥ 80%" or "minimal 3" says more than a number: taking the number alone would lose it. */
const bounded = /^(?:[<>≤≥±~≈]|(?:minimal|maksimal|min|maks|paling|sekitar|kurang|lebih|di atas|di bawah)\b)/i
const scale = /^(?:ribu|juta|jt|miliar|milyar|triliun)\b/i
const pattern = /^(rp\.?\s*)?(-?\d[\d.]*(?:,\d+)?)\s*(?:\([^)]*\))?\s*([^\d]*)$/i

/**
 * Reads "80 %", "12 dokumen", "1 (satu) dokumen" or "Rp1.500.000". Undefined where the text is no single number with
 * at most a unit behind it.
 */
export function readAmount(written: string | number): Amount | undefined {
  if (typeof written === 'number') {
    const value = withComma(String(Number(written.toPrecision(15))))
    return /^-?\d{1,15}(,\d{1,6})?$/.test(value) ? { value, unit: '' } : undefined
  }
  const text = written.replace(/\s+/g, ' ').trim()
  const found = text.length > longest || bounded.test(text) ? null : pattern.exec(text)
  if (!found) return undefined
  const [, currency, number = '', rest = ''] = found
  const unit = rest
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s.,;]+$/, '')
    .trim()
  const plain = plainDecimal(number.replace('-', ''))
  if (plain === undefined || scale.test(unit) || (currency && unit !== '')) return undefined
  const value = `${number.startsWith('-') ? '-' : ''}${withComma(plain)}`
  return { value, unit: currency ? 'rupiah' : unitOf(unit) }
}

/** A unit as the matrix writes it: "persen" is "%". */
export const unitOf = (unit: string): string => (/^(?:persen|prosen|%)$/i.test(unit.trim()) ? '%' : unit.trim())
