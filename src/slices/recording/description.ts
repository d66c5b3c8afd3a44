/** What somebody did for a recording, as credits name it. */
export const contributorRoles = [
  'camera',
  'editor',
  'director',
  'writer',
  'speaker',
  'presenter',
  'photographer',
  'sound',
  'sign-language',
  'translator',
  'support',
] as const
export type ContributorRole = (typeof contributorRoles)[number]

export const contributorWords: Record<ContributorRole, string> = {
  camera: 'Juru kamera',
  editor: 'Penyunting',
  director: 'Sutradara',
  writer: 'Penulis naskah',
  speaker: 'Narasumber',
  presenter: 'Pembawa acara',
  photographer: 'Juru foto',
  sound: 'Penata suara',
  'sign-language': 'Juru bahasa isyarat',
  translator: 'Penerjemah',
  support: 'Pendukung',
}

/** Kontributor: who took part in a recording, by role and name; never by NIP. */
export type Contribution = { role: ContributorRole; name: string }

/** Under what a recording may be used by others. */
export const licenceCodes = ['agency', 'cc-by-4.0', 'cc-by-sa-4.0', 'cc0-1.0'] as const
export type Licence = (typeof licenceCodes)[number]

/**
 * What a licence is called, what it lets others do, and where its text stands. Copyright of the agency is Indonesian
 * law (UU 28/2014).
 */
export const licences: Record<Licence, { name: string; means: string; address: string | null }> = {
  agency: { name: 'Hak cipta instansi', means: 'Dipakai orang lain hanya dengan izin.', address: null },
  'cc-by-4.0': {
    name: 'CC BY 4.0',
    means: 'Boleh dipakai dan diubah siapa pun dengan menyebut sumbernya.',
    address: 'https://creativecommons.org/licenses/by/4.0/',
  },
  'cc-by-sa-4.0': {
    name: 'CC BY-SA 4.0',
    means: 'Seperti itu, dan hasil ubahannya dibagikan dengan lisensi yang sama.',
    address: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  'cc0-1.0': {
    name: 'CC0 1.0',
    means: 'Dilepaskan menjadi milik umum.',
    address: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
}

/** Whose copyright it is, or which licence. */
export const licenceInWords = (licence: Licence, agencyName: string): string =>
  licences[licence].name.replace('instansi', agencyName)

/** Languages spoken in recordings, by BCP 47: the national one, the largest regional ones, and what guests speak. */
export const languages = {
  id: 'Bahasa Indonesia',
  jv: 'Bahasa Jawa',
  su: 'Bahasa Sunda',
  mad: 'Bahasa Madura',
  min: 'Bahasa Minangkabau',
  bjn: 'Bahasa Banjar',
  bug: 'Bahasa Bugis',
  ban: 'Bahasa Bali',
  ace: 'Bahasa Aceh',
  btk: 'Bahasa Batak',
  en: 'Bahasa Inggris',
  ar: 'Bahasa Arab',
  zxx: 'Tanpa percakapan',
} as const
export type Language = keyof typeof languages

/** The words of a line, parted by commas: each once, in the order in which they were typed. */
export function keywordsOf(line: string): string[] {
  const words = line.split(/[,;\n]/).map((word) => word.replace(/\s+/g, ' ').trim())
  return words.filter(
    (word, at) => word !== '' && words.findIndex((one) => one.toLowerCase() === word.toLowerCase()) === at,
  )
}

/** What a recording still lacks to be found and used in twenty years. */
export type Described = {
  description: string
  recordedOn: string | null
  keywords: readonly string[]
  place: string
  consent: string
  areas: readonly unknown[]
  contributors: readonly unknown[]
}

/** What is not said yet, as words that follow "Belum ada:". */
export function missingFrom(said: Described): string[] {
  const lacks: [boolean, string][] = [
    [said.description === '', 'uraian'],
    [said.recordedOn === null, 'tanggal direkam'],
    [said.place === '', 'tempat'],
    [said.areas.length === 0, 'area perubahan'],
    [said.keywords.length === 0, 'kata kunci'],
    [said.contributors.length === 0, 'kontributor'],
    [said.consent === 'unasked', 'persetujuan mereka yang terekam'],
  ]
  return lacks.flatMap(([isMissing, words]) => (isMissing ? [words] : []))
}
