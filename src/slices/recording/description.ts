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

/** What a licence is called and where its text stands. Copyright of the agency is Indonesian law (UU 28/2014). */
export const licences: Record<Licence, { name: string; address: string | null }> = {
  agency: { name: 'Hak cipta instansi', address: null },
  'cc-by-4.0': { name: 'CC BY 4.0', address: 'https://creativecommons.org/licenses/by/4.0/' },
  'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', address: 'https://creativecommons.org/licenses/by-sa/4.0/' },
  'cc0-1.0': { name: 'CC0 1.0', address: 'https://creativecommons.org/publicdomain/zero/1.0/' },
}

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
