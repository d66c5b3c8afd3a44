import { numberInWords } from '#kit/text.ts'

const units = ['bita', 'kB', 'MB', 'GB', 'TB']

/** "1,4 MB"; thousands, as disks and telephones count. */
export function sizeInWords(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${numberInWords(Number(amount.toFixed(amount < 10 && step > 0 ? 1 : 0)))} ${units[step]}`
}
