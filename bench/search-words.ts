/** Words of such texts, the commonest first: what is asked for in the bench stands here by its place. */
const known =
  'layanan perpustakaan digital kegiatan pelatihan laporan rapat notulen dokumentasi pelayanan naskah rujukan arsip ' +
  'koleksi pemustaka pustakawan aplikasi sosialisasi evaluasi penguatan pengawasan integritas akuntabilitas kinerja ' +
  'reformasi birokrasi inovasi percepatan penyederhanaan prosedur standar kepuasan masyarakat pengaduan daring antrean ' +
  'jadwal anggaran monitoring kerja unit pegawai tim foto undangan daftar hadir surat keputusan matriks indikator ' +
  'target capaian triwulan semester tahunan wawancara rekaman kunjungan literasi membaca kelas bimbingan teknis katalog ' +
  'pengolahan preservasi konservasi restorasi alih media mikrofilm majalah surat kabar audiobook tunanetra difabel ramah'
const syllables =
  'ba ca da fa ga ja ka la ma na pa ra sa ta wa bi di ki li mi ni ri si ti bu du ku lu mu ru su tu'.split(' ')

/** A small generator of numbers below 1 that gives the same ones in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const random = seeded(20_261_126)
const invented = Array.from({ length: 6000 }, () =>
  Array.from({ length: 3 + Math.floor(random() * 2) }, () => syllables[Math.floor(random() * syllables.length)]).join(
    '',
  ),
)
const words = [...new Set([...known.split(' '), ...invented])]

/** As many words as are wanted, the n-th commonest about n times as rare as the commonest (Zipf). */
export const wordsOf = (draw: () => number, count: number): string =>
  Array.from({ length: count }, () => words[Math.floor(words.length ** draw()) - 1]).join(' ')
