import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const manuscriptClinic: DemoProject = {
  agent: 'agen08',
  stage: 'finished',
  title: 'Klinik Naskah Keliling: perawatan naskah di rumah pemiliknya',
  presentCondition: prose`
    Diperkirakan lebih dari 9.000 naskah kuno masih disimpan keluarga, surau, pura, dan keraton. Perawatan hanya
    tersedia di Jakarta. Dalam tiga tahun terakhir baru 64 naskah dibawa pemiliknya, dan 21 di antaranya bertambah
    rusak di perjalanan.`,
  problem: prose`
    Pemilik tidak bersedia melepas pusaka, tidak mengetahui cara menyimpannya, dan menanggung biaya perjalanan
    sendiri. Naskah yang dimakan rayap atau keropos oleh tintanya tidak lagi dapat dipulihkan, sehingga setiap tahun
    penundaan berarti teks yang hilang.`,
  wantedCondition: prose`
    Konservator mendatangi pemilik dengan peralatan dalam dua koper. Naskah dibersihkan, dipotret, dan diberi wadah
    bebas asam pada hari itu juga, lalu pemilik dilatih merawatnya. Dalam satu putaran di lima daerah, paling sedikit
    300 naskah terawat tanpa satu pun berpindah tangan.`,
  areaCodes: ['pelayanan-publik', 'tatalaksana'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'extended',
  startedOn: -820,
  members: [
    { person: 'staf07', part: 'Memimpin perawatan di lapangan dan menilai kondisi naskah' },
    { person: 'staf08', part: 'Menyiapkan koper alat, wadah, dan bahan bebas asam' },
  ],
  finish: {
    before: 'Perawatan hanya ada di Jakarta, sehingga pemilik harus melepas naskahnya menempuh perjalanan jauh.',
    after: 'Dua koper perawatan mendatangi pemilik di lima daerah; 338 naskah terawat tanpa berpindah tangan.',
  },
  matrix: [
    {
      title: 'Kesiapan tim dan peralatan',
      activities: [
        {
          title: 'Merakit dua koper perawatan yang lolos bagasi kabin',
          output: 'Dua set koper beserta daftar isi dan cara pakainya',
          indicator: 'Berat satu set alat perawatan',
          indicatorUnit: 'kilogram',
          baseline: '46',
          target: '14',
          from: 50,
          until: 58,
          inCharge: 'Slamet Riyanto',
          resources: 'Alat yang ada; tambahan bahan senilai Rp21.500.000,00',
          risk: 'Pelarut tidak boleh dibawa terbang. Pelarut dibeli di kota tujuan dan diuji lebih dahulu.',
          progress: [
            {
              on: 59,
              percent: 100,
              value: '13.4',
              note: 'Kedua koper selesai dan dicoba dalam perjalanan ke Cirebon tanpa kendala di bandara.',
            },
          ],
        },
        {
          title: 'Menyepakati kunjungan dengan pemilik naskah di lima daerah',
          output: 'Jadwal kunjungan dan lembar persetujuan pemilik',
          indicator: 'Pemilik naskah yang menyetujui kunjungan',
          indicatorUnit: 'pemilik',
          baseline: '0',
          target: '40',
          from: 50,
          until: 61,
          inCharge: 'Kornelis Bere Mau',
          resources: 'Bantuan perpustakaan provinsi dan tokoh adat setempat',
          risk: 'Pemilik khawatir naskahnya diambil. Lembar persetujuan menyatakan naskah tidak berpindah.',
          progress: [
            {
              on: 62,
              percent: 100,
              value: '47',
              note: 'Empat puluh tujuh pemilik di Cirebon, Bima, Buton, Minangkabau, dan Karangasem menyatakan setuju.',
              obstacle: 'Dua keluarga di Buton meminta upacara sebelum naskah dibuka.',
              solution: 'Jadwal dimundurkan dua hari dan upacara didampingi tanpa mengubah anggaran.',
            },
          ],
        },
      ],
    },
    {
      title: 'Perawatan di tempat',
      activities: [
        {
          title: 'Merawat dan mewadahi naskah di lima daerah',
          output: 'Naskah yang dibersihkan, diperkuat, dan diberi wadah bebas asam',
          indicator: 'Naskah yang terawat di tempat pemiliknya',
          indicatorUnit: 'naskah',
          baseline: '0',
          target: '300',
          from: 62,
          until: 88,
          inCharge: 'Desak Putu Rahayu',
          resources: 'Dua tim bertiga; perjalanan Rp164.000.000,00',
          risk: 'Kelembapan tinggi di musim hujan. Perawatan basah hanya dilakukan di ruang berpendingin.',
          progress: [
            {
              on: 76,
              percent: 55,
              value: '171',
              note: 'Tiga daerah selesai dengan 171 naskah; 12 di antaranya beraksara Bima yang belum pernah didaftar.',
            },
            {
              on: 89,
              percent: 100,
              value: '338',
              note: 'Seluruh daerah selesai. Tim merawat 338 naskah, 38 lebih banyak dari target.',
            },
          ],
        },
        {
          title: 'Memotret naskah dan menyerahkan salinannya kepada pemilik',
          output: 'Salinan digital naskah dalam diska bagi pemilik',
          indicator: 'Naskah yang salinan digitalnya diserahkan',
          indicatorUnit: 'naskah',
          baseline: '0',
          target: '240',
          from: 62,
          until: 90,
          inCharge: 'Kornelis Bere Mau',
          resources: 'Kamera dan alas potret lipat; diska lepas 64 GB untuk setiap pemilik',
          risk: 'Pemilik menolak naskahnya dipublikasikan. Hak akses dipilih pemilik pada lembar persetujuan.',
          progress: [
            {
              on: 91,
              percent: 100,
              value: '262',
              note: 'Sebanyak 262 naskah dipotret; pemilik 76 naskah memilih agar salinannya tidak dibuka untuk umum.',
            },
          ],
        },
        {
          title: 'Melatih pemilik merawat naskah secara mandiri',
          output: 'Pelatihan dua jam dan kartu perawatan bergambar',
          indicator: 'Pemilik yang lulus praktik perawatan dasar',
          indicatorUnit: 'pemilik',
          baseline: '0',
          target: '40',
          from: 62,
          until: 92,
          inCharge: 'Desak Putu Rahayu',
          resources: 'Kartu perawatan dalam bahasa Indonesia dan empat bahasa daerah',
          risk: 'Pemilik lanjut usia kesulitan mempraktikkan. Satu anggota keluarga muda diikutsertakan.',
          progress: [
            {
              on: 93,
              percent: 100,
              value: '45',
              note: 'Dari 47 pemilik, 45 lulus praktik. Dua lainnya diwakili keponakan yang akan dilatih ulang.',
            },
          ],
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted',
    feedback: [
      {
        by: 'penilai03',
        text: prose`
          Kekuatan proyek ini ada pada kepercayaan pemilik. Rekam suara mereka, bukan hanya naskahnya, karena cerita
          itulah yang akan meyakinkan daerah lain.`,
      },
      {
        by: 'atasan04',
        text: prose`
          Salinan yang boleh dibuka untuk umum sebaiknya langsung masuk ke katalog agar tidak dikerjakan dua kali.`,
      },
    ],
    followUps: [
      {
        what: 'Merekam keterangan paling sedikit lima pemilik naskah',
        owner: 'dokumentasi',
        dueOn: 90,
        done: { on: 87, how: 'Tujuh wawancara direkam dan disimpan beserta lembar persetujuannya.' },
      },
    ],
  },
}

export const catalogueInPublication: DemoProject = {
  agent: 'agen09',
  stage: 'approved late',
  title: 'Katalog Dua Hari: data buku siap sebelum buku dicetak',
  presentCondition: prose`
    Permohonan katalog dalam terbitan berjumlah 340 judul sebulan dan selesai rata-rata dalam 8 hari kerja. Sebanyak
    27 persen permohonan dikembalikan karena naskah daftar isi atau riwayat pengarang belum lengkap. Permohonan yang
    sama dapat diperiksa oleh tiga orang secara berurutan.`,
  problem: prose`
    Pemohon baru mengetahui kekurangannya setelah antre. Tajuk subjek ditentukan ulang untuk setiap judul meskipun
    buku sejenis sudah pernah diolah, dan hasilnya dikirim sebagai gambar yang harus diketik lagi oleh penerbit dan
    perpustakaan.`,
  wantedCondition: prose`
    Kelengkapan diperiksa saat permohonan diisi, tajuk subjek disarankan dari buku sejenis, dan satu pengatalog
    bertanggung jawab dari awal sampai selesai. Katalog terbit dalam 2 hari kerja dan dapat disalin langsung sebagai
    data.`,
  areaCodes: ['tatalaksana', 'pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'raised',
  startedOn: 119,
  members: [
    { person: 'staf09', part: 'Mengembangkan saran tajuk subjek dari data katalog' },
    { person: 'staf06', part: 'Menghubungkan hasil katalog dengan data serah simpan' },
  ],
  matrix: [
    {
      title: 'Permohonan lengkap sejak awal',
      activities: [
        {
          title: 'Menata ulang formulir permohonan menurut jenis terbitan',
          output: 'Empat formulir ringkas dengan pemeriksaan kelengkapan',
          indicator: 'Permohonan yang dikembalikan karena tidak lengkap',
          indicatorUnit: 'persen',
          baseline: '27',
          target: '6',
          from: 119,
          until: 154,
          inCharge: 'Dewi Larasati Kusumaningrum',
          resources: 'Rekap 400 pengembalian terakhir; uji coba kepada 10 penerbit',
          risk: 'Penerbit kecil tidak membaca petunjuk. Contoh yang terisi ditampilkan di samping formulir.',
        },
        {
          title: 'Menugaskan satu pengatalog untuk satu permohonan',
          output: 'SOP pengatalogan dengan satu penanggung jawab',
          indicator: 'Orang yang memeriksa satu permohonan',
          indicatorUnit: 'orang',
          baseline: '3',
          target: '1',
          from: 126,
          until: 147,
          inCharge: 'Plt. Kepala Pusat Katalog dan Bibliografi Nasional',
          resources: 'Delapan pengatalog; daftar pembagian menurut subjek',
          risk: 'Mutu turun tanpa pemeriksaan kedua. Sepuluh persen hasil diperiksa secara acak setiap pekan.',
        },
      ],
    },
    {
      title: 'Pengolahan yang lebih singkat',
      activities: [
        {
          title: 'Menyusun saran tajuk subjek dari 1,2 juta cantuman',
          output: 'Saran lima tajuk teratas untuk setiap judul baru',
          indicator: 'Saran tajuk yang diterima pengatalog',
          indicatorUnit: 'persen',
          baseline: null,
          target: '75',
          from: 133,
          until: 203,
          inCharge: 'Hendra Wijaya Lim',
          resources: 'Data katalog nasional; satu komputer pengolah yang ada',
          risk: 'Saran meniru kesalahan lama. Tajuk yang sudah tidak baku disaring lebih dahulu.',
        },
        {
          title: 'Menerbitkan katalog sebagai data yang dapat disalin',
          output: 'Tautan data MARC dan teks untuk setiap katalog terbitan',
          indicator: 'Waktu penyelesaian katalog dalam terbitan',
          indicatorUnit: 'hari kerja',
          baseline: '8',
          target: '2',
          from: 204,
          until: 266,
          inCharge: 'Dewi Larasati Kusumaningrum',
          resources: 'Layanan data yang ada; 12 hari kerja pengembang',
          risk: 'Penerbit tetap memakai gambar. Gambar disertai kode yang membuka halaman datanya.',
        },
        {
          title: 'Mengajak perpustakaan daerah memakai data katalog terbitan',
          output: 'Panduan penyalinan katalog dan kelas daring',
          indicator: 'Perpustakaan yang menyalin katalog setiap bulan',
          indicatorUnit: 'perpustakaan',
          baseline: '18',
          target: '150',
          from: 245,
          until: 343,
          inCharge: 'Kelompok pembinaan pengatalogan',
          resources: 'Tiga kelas daring; forum pustakawan provinsi',
          risk: 'Perangkat lunak daerah tidak menerima MARC. Lembar kerja sederhana disediakan sebagai pilihan.',
        },
      ],
    },
  ],
}
