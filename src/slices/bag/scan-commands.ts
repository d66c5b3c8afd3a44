import type { BagReader } from '#bagit'
import type { Scanner } from '#files'
import type { Row } from './carried.ts'

/**
 * What the virus scanner has against the files of a bag, in sentences. Like an upload, what is infected never comes in,
 * and what is too large for the scanner only where whoever imports says so (decision 26).
 */
export async function scan(
  bag: BagReader,
  files: readonly Row[],
  places: ReadonlyMap<string, string>,
  scanner: Scanner,
  letsIn: boolean,
): Promise<string[]> {
  const away = await scanner.whyAway()
  if (away !== null) return [`Pemeriksa virus sedang tidak bekerja (${away}). Ulangi bila sudah bekerja.`]
  const named = new Map(files.map((file) => [places.get(String(file.id)) ?? '', file.name]))
  const flaws: string[] = []
  for (const [place, name] of named) {
    const checked = await scanner.check(bag.open(place)).catch((error) => {
      scanner.failed(error)
      return undefined
    })
    if (!checked) return [`${name} tidak dapat diperiksa dari virus. Ulangi bila pemeriksa virus sudah bekerja.`]
    if (checked.found === 'threat') flaws.push(`${name}: terjangkit virus (${checked.threat}), di ${place}.`)
    if (checked.found === 'too large' && !letsIn)
      flaws.push(
        `${name}: terlalu besar untuk diperiksa dari virus, di ${place}. Pakai --unchecked bila asalnya dikenal.`,
      )
  }
  return flaws
}
