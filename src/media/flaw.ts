import { type Failure, ToolFailure } from './run-tool.ts'

const again = 'Berkas aslinya tetap disimpan.'

const known: [RegExp, string][] = [
  [
    /moov atom not found/i,
    'Film ini tidak utuh: daftar isinya, yang ditulis kamera paling akhir, tidak ada. Perekaman atau penyalinannya ' +
      'terputus. Salin ulang dari kamera, lalu unggah lagi.',
  ],
  [
    /max pixel count|cannot allocate memory/i,
    'Gambar film ini lebih besar daripada yang dapat diolah di sini (8K). Simpan ulang lebih kecil, lalu unggah lagi.',
  ],
  [
    /encrypted|drm|protected/i,
    'Film ini dikunci (DRM) dan tidak dapat diputar oleh program lain. Simpan salinannya tanpa kunci, lalu unggah lagi.',
  ],
  [
    /unknown codec|unsupported codec|decoder .*not found|could not find codec|no decoder/i,
    'Gambar film ini disandikan dengan cara yang tidak dikenal di sini. Simpan ulang sebagai MP4 (H.264), lalu unggah lagi.',
  ],
  [
    /invalid data found|header missing|error reading header|end of file|truncat|partial file/i,
    'Isi film ini rusak atau terpotong sehingga tidak dapat dibaca. Periksa dengan memutarnya di komputer Anda, lalu unggah lagi.',
  ],
]

/** In words, what is wrong with a film, by what the program said about it. */
export function flawOf(failure: Failure, said: string): string {
  if (failure === 'late') return `Mengolah film ini terlalu lama, jadi dihentikan. ${again}`
  const [, sentence] = known.find(([pattern]) => pattern.test(said)) ?? []
  return `${sentence ?? 'Film ini tidak dapat diolah; mungkin ada bagiannya yang rusak.'} ${again}`
}

/**
 * Whether something could not be written because the disk is full: no fault of what is worked on. What ffmpeg reads from
 * a film, its title say, it indents; that is a stranger's word, and a film that is called so would be tried for ever.
 */
export function isDiskFull(error: unknown): boolean {
  if (!(error instanceof ToolFailure)) return full.test(String(error))
  return error.failure === 'refused' && full.test(error.said)
}

const full = /^\S.*(no space left on device|disk quota|ENOSPC|EDQUOT)/im
