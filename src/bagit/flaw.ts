/** What is wrong with a bag, and where. */
export type Flaw = { why: keyof typeof flawWords; path: string }

export const flawWords = {
  'no-bag': 'bukan kantong BagIt',
  'no-zip': 'bukan ZIP yang utuh',
  roots: 'ZIP-nya tidak berisi tepat satu folder kantong',
  locked: 'terkunci sandi',
  packed: 'dipak dengan cara yang tidak didukung',
  bomb: 'isinya jauh lebih besar daripada ZIP-nya',
  overlap: 'bertumpang tindih dengan isi lain dalam ZIP',
  'no-manifest': 'tidak mempunyai manifes SHA-256 atau SHA-512',
  unreadable: 'tidak dapat dibaca sebagai bagian kantong',
  outside: 'menunjuk ke luar kantong',
  'not-nfc': 'namanya tidak berbentuk NFC',
  clash: 'namanya hanya berbeda huruf besar dan kecil dari yang lain',
  link: 'bukan berkas biasa',
  missing: 'disebut manifes tetapi tidak ada',
  unlisted: 'ada tetapi tidak disebut manifes',
  changed: 'isinya tidak sama dengan sidiknya di manifes',
  oxum: 'jumlah bita atau berkas tidak sama dengan Payload-Oxum',
  fetch: 'menyebut berkas yang harus diambil dari tempat lain',
} as const
