import type { EditionFault } from './edition.ts'
import { type Draft, type Part, type Said, saidIn } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { nameIn } from './edition-typed.ts'

/** What is wrong with a draft: for each part beside its fields, and what stands on no page. */
export type DraftFaults = { parts: Map<string, Record<string, string>>; elsewhere: EditionFault[] }

/** Puts each fault of a draft beside the field of the page that holds it. */
export function placeFaults(draft: Draft, faults: readonly EditionFault[]): DraftFaults {
  const parts = partsOf(draft)
  const placed = new Map<string, Record<string, string>>()
  const elsewhere: EditionFault[] = []
  for (const fault of faults) {
    const found = parts.flatMap((part) => spotIn(part, dotted(fault.at), fault) ?? [])[0]
    if (!found) elsewhere.push(fault)
    else {
      const here = placed.get(found.part) ?? {}
      here[found.name] ??= found.sentence
      placed.set(found.part, here)
    }
  }
  return { parts: placed, elsewhere }
}

/** "aspects[2].fields[0].limit" as a path: "aspects.2.fields.0.limit" */
const dotted = (place: string) => place.replaceAll(/\[(\d+)\]/g, '.$1')

const isWithin = (place: string, path: string) => place === path || place.startsWith(`${path}.`)

function spotIn(part: Part, place: string, fault: EditionFault) {
  const own = saidIn(part).find(({ path }) => isWithin(place, path) || isWithin(path, place))
  if (own) return { part: part.key, name: nameIn(own), sentence: sentenceOf(own, fault, own.label) }
  const { rows } = part
  const [first] = rows?.said ?? []
  if (!rows || !first || !isWithin(place, rows.path)) return null
  const [, index, rest = ''] = /^\.(\d+)(?:\.(.*))?$/.exec(place.slice(rows.path.length)) ?? []
  if (index === undefined)
    return { part: part.key, name: nameIn(first, 1), sentence: fault.code ? `Isi ${rows.noun}nya.` : fault.sentence }
  // The fields of an aspect stand on its own page.
  if (rest.startsWith('fields')) return null
  const said = rows.said.find(({ path }) => isWithin(rest, path)) ?? first
  const row = Number(index) + 1
  const label = `${said.label} (${rows.noun} ke-${row})`
  return { part: part.key, name: nameIn(said, row), sentence: sentenceOf(said, fault, label) }
}

/** How each kind of field says that what was typed cannot be read. */
const unread: Partial<Record<Said['kind'], string>> = {
  whole: 'isi bilangan bulat',
  kilobytes: 'isi angka, misalnya 1000',
  decimal: 'isi angka, misalnya 12,5',
  day: 'isi tanggal yang ada di kalender',
  one: 'pilih salah satu',
  several: 'pilih dari daftar',
}

function sentenceOf({ kind }: Said, { code, sentence }: EditionFault, label: string): string {
  const isShape = code === 'invalid_type' || code === 'invalid_value' || code === 'invalid_format'
  const own = isShape ? unread[kind] : undefined
  if (own !== undefined) return `${label}: ${own}.`
  if (code === 'invalid_type') return `${label}: tidak boleh kosong.`
  const [head = '', ...rest] = sentence
  return `${label}: ${head.toLowerCase()}${rest.join('')}`
}
