import { prose } from '../prose.ts'
import type { DemoAssessment } from '../shape.ts'

/**
 * The assessment of 2021, held and decided. Marks stand in the order of the rubric: Signifikansi, Adaptabilitas,
 * Kebaruan, Keberlanjutan, Latar belakang, Implementasi, Sumber daya. The fifth judge works in the unit of "Jawab Satu
 * Jam" and has no sheet of it.
 */
export const pastAssessment: DemoAssessment = {
  title: 'Penilaian Proyek Perubahan 2021',
  begunOn: 344,
  openedOn: 345,
  judges: ['penilai01', 'penilai02', 'penilai03', 'penilai04', 'penilai05'],
  sheets: [
    {
      judge: 'penilai01',
      agent: 'agen10',
      on: 350,
      marks: ['90', '88.5', '78', '86', '90', '92', '88'],
      note: prose`Waktu jawab turun tajam dan datanya lengkap sejak awal. Cara kerjanya sudah ditanyakan dua unit lain.
        Giliran jaga akhir pekan perlu dituangkan dalam keputusan agar tidak bergantung pada kesediaan petugas.`,
    },
    {
      judge: 'penilai01',
      agent: 'ketua-forum',
      on: 350,
      marks: ['86', '82', '84.5', '83', '88', '85', '90'],
      note: prose`Penerbit yang kembali menyerahkan terbitan dapat dihitung satu per satu. Satu petugas untuk satu
        penerbit mudah ditiru, tetapi beban petugas belum dibagi menurut jumlah terbitan.`,
    },
    {
      judge: 'penilai01',
      agent: 'agen08',
      on: 350,
      marks: ['88', '74', '80', '79.5', '85', '82', '76'],
      note: prose`Naskah yang terselamatkan jelas jumlahnya. Peniruannya terbatas pada lembaga yang memiliki naskah dan
        peralatan yang sama.`,
    },
    {
      judge: 'penilai01',
      agent: 'agen01',
      on: 350,
      marks: ['78', '84', '70', '82', '86', '88', '90'],
      note: prose`Belanja akhir tahun terbukti lebih merata. Kalendernya dapat dipakai unit mana pun tanpa biaya.`,
    },
    {
      judge: 'penilai02',
      agent: 'agen10',
      on: 350,
      marks: ['88', '90', '82.5', '80', '86', '90', '85'],
      note: prose`Antrean tunggal menghilangkan pertanyaan yang tercecer. Simpanan jawaban tanpa data penanya adalah
        keputusan yang tepat.`,
    },
    {
      judge: 'penilai02',
      agent: 'ketua-forum',
      on: 350,
      marks: ['84', '86', '82', '81', '84', '86', '82.25'],
      note: prose`Riwayat hubungan dengan penerbit kini berada di satu tempat. Pencocokan daftar penerimaan sebaiknya
        dijalankan otomatis setiap malam.`,
    },
    {
      judge: 'penilai02',
      agent: 'agen08',
      on: 350,
      marks: ['86', '72', '83', '78', '84', '80', '74'],
      note: prose`Satu kali pengeluaran untuk tiga pekerjaan adalah penyederhanaan yang nyata. Ketahanan penyimpanan
        berkas gambar belum dijelaskan.`,
    },
    {
      judge: 'penilai02',
      agent: 'agen01',
      on: 350,
      marks: ['58', '64', '58.5', '68', '76', '80', '82'],
      note: prose`Pengingat mingguan lewat surel sudah lazim. Kemajuannya ada, tetapi sebagian berasal dari perubahan
        aturan revisi pada tahun yang sama.`,
    },
    {
      judge: 'penilai03',
      agent: 'agen10',
      on: 351,
      marks: ['91', '86', '80', '84.5', '88', '87', '86'],
      note: prose`Masalahnya dirasakan langsung oleh masyarakat dan hasilnya terukur. Yang paling siap dibawa ke luar
        instansi.`,
    },
    {
      judge: 'penilai03',
      agent: 'ketua-forum',
      on: 351,
      marks: ['88', '84', '86', '84', '86', '84', '80'],
      note: prose`Perubahan dari teguran menjadi percakapan adalah perubahan budaya. Perlu dijaga bila petugasnya
        dipindahkan.`,
    },
    {
      judge: 'penilai03',
      agent: 'agen08',
      on: 351,
      marks: ['87', '76.5', '78', '80', '86', '84', '78'],
      note: prose`Urutan menurut kerusakan lebih bertanggung jawab daripada nomor panggil. Dokumentasinya rapi.`,
    },
    {
      judge: 'penilai03',
      agent: 'agen01',
      on: 351,
      marks: ['74', '80', '66', '78', '82', '84', '86'],
      note: prose`Manfaatnya bagi tata kelola jelas, bagi masyarakat tidak langsung. Layak diteruskan sebagai kebijakan
        internal.`,
    },
    {
      judge: 'penilai04',
      agent: 'agen10',
      on: 351,
      marks: ['87.5', '87', '76', '82', '85', '88', '84'],
      note: prose`Sebagai pustakawan saya melihat mutu jawaban ikut naik, bukan hanya kecepatannya. Penjaga mutu jawaban
        perlu ditunjuk.`,
    },
    {
      judge: 'penilai04',
      agent: 'ketua-forum',
      on: 351,
      marks: ['89', '85.5', '85', '86', '87', '86', '84'],
      note: prose`Kepatuhan penerbit naik tanpa menambah surat teguran. Pembagian wilayah kerja petugas sudah masuk
        akal.`,
    },
    {
      judge: 'penilai04',
      agent: 'agen08',
      on: 351,
      marks: ['90', '73', '79', '81', '88', '85', '77'],
      note: prose`Isi naskah yang hancur tidak dapat diganti; di sinilah nilai proyek ini. Kemampuan tim masih
        bergantung pada tiga orang.`,
    },
    {
      judge: 'penilai04',
      agent: 'agen01',
      on: 351,
      marks: ['76', '82', '68', '80', '84', '86', '88'],
      note: prose`Sederhana dan murah. Bukti penurunan penumpukan belanja lengkap untuk satu tahun anggaran.`,
    },
    {
      judge: 'penilai05',
      agent: 'ketua-forum',
      on: 352,
      marks: ['85', '83', '84', '82.5', '86', '85', '83'],
      note: prose`Penerbit kecil paling terbantu. Panduan bagi petugas baru perlu ditulis sebelum program berakhir.`,
    },
    {
      judge: 'penilai05',
      agent: 'agen08',
      on: 352,
      marks: ['89', '75', '81', '80', '86', '83', '78'],
      note: prose`Pembaca sudah memakai salinannya. Permintaan terbanyak sebaiknya ikut menentukan urutan.`,
    },
    {
      judge: 'penilai05',
      agent: 'agen01',
      on: 352,
      marks: ['77', '81', '69', '79.5', '83', '87', '88'],
      note: prose`Pemegang kegiatan di unit saya terbantu. Bentuknya dapat dipakai untuk kegiatan di luar pengadaan.`,
    },
  ],
  decision: {
    on: 354,
    agent: 'agen10',
    reason: prose`Peringkat pertama di antara proyek pelayanan publik. Hasilnya terukur sejak keadaan semula, dirasakan
      langsung oleh masyarakat, dan cara kerjanya dapat ditiru perpustakaan lain tanpa biaya besar.`,
  },
}

/** The assessment of the current programme: named, with judges, and not opened before the projects are finished. */
export const currentAssessment: DemoAssessment = {
  title: 'Penilaian Proyek Perubahan',
  begunOn: 92,
  openedOn: null,
  judges: ['penilai01', 'penilai02', 'penilai03', 'penilai04'],
  sheets: [],
  decision: null,
}
