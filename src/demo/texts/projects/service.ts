import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const readingForAll: DemoProject = {
  agent: 'agen10',
  stage: 'running',
  title: 'Baca Tanpa Batas: koleksi siap dengar bagi pemustaka netra',
  presentCondition: prose`
    Dari 3,4 juta judul koleksi, 1.126 judul tersedia dalam braille atau suara. Pemustaka netra memesan judul lain dan
    menunggu rata-rata 74 hari. Selama setahun tercatat 310 kunjungan pemustaka netra, sebagian besar dari Jakarta dan
    Bekasi.`,
  problem: prose`
    Satu buku dibacakan dan disunting oleh orang yang sama, hasilnya hanya dapat dipinjam sebagai cakram di tempat,
    dan laman layanan tidak dapat dipakai dengan pembaca layar pada 11 dari 16 halamannya. Pemustaka di luar Jakarta
    praktis tidak terlayani.`,
  wantedCondition: prose`
    Buku pesanan siap didengar dalam 10 hari dan dikirim ke ponsel pemustaka terverifikasi di seluruh Indonesia. Semua
    halaman layanan dapat dipakai dengan pembaca layar. Jumlah judul bertambah 600, dan pemustaka netra aktif mencapai
    2.000 orang.`,
  areaCodes: ['pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'extended',
  startedOn: -760,
  members: [
    { person: 'staf10', part: 'Mengatur relawan pembaca dan memeriksa mutu rekaman' },
    { person: 'staf11', part: 'Mendampingi pemustaka netra dan mencatat pesanan' },
  ],
  matrix: [
    {
      title: 'Buku yang lebih cepat siap didengar',
      activities: [
        {
          title: 'Membagi pembacaan satu buku kepada beberapa relawan',
          output: 'Panduan suara dan pembagian bab yang seragam',
          indicator: 'Waktu penyiapan satu buku suara',
          indicatorUnit: 'hari',
          baseline: '74',
          target: '10',
          from: 50,
          until: 140,
          inCharge: 'Siti Khadijah Marasabessy',
          resources: 'Dua bilik rekam; 60 relawan yang lulus uji baca',
          risk: 'Suara antarbab berbeda. Contoh tempo dan nada diputar sebelum setiap perekaman.',
          progress: [
            {
              on: 72,
              percent: 30,
              value: '41',
              note: 'Sebelas buku pertama selesai rata-rata dalam 41 hari. Tiga puluh delapan relawan sudah aktif.',
              obstacle: 'Bilik rekam penuh pada sore hari karena relawan baru dapat hadir setelah jam kerja.',
              solution: 'Jam rekam diperpanjang sampai pukul 20.00 pada hari Selasa dan Kamis.',
            },
            {
              on: 96,
              percent: 55,
              value: '19',
              note: 'Dua puluh tiga buku berikutnya selesai rata-rata dalam 19 hari setelah jam rekam diperpanjang.',
            },
          ],
        },
        {
          title: 'Memeriksa mutu rekaman bersama pemustaka netra',
          output: 'Lembar periksa dengar dan 12 pemeriksa netra terlatih',
          indicator: 'Rekaman yang harus diulang',
          indicatorUnit: 'persen',
          baseline: '22',
          target: '5',
          from: 60,
          until: 150,
          inCharge: 'Muhammad Sarbini',
          resources: 'Honorarium pemeriksa Rp250.000,00 untuk setiap buku',
          risk: 'Pemeriksa berhalangan. Setiap buku mempunyai satu pemeriksa cadangan.',
          progress: [
            {
              on: 94,
              percent: 50,
              value: '13',
              note: prose`
                Dua belas pemeriksa dilatih; 13 persen rekaman bulan ini masih diulang, terbanyak karena nama asing.`,
            },
          ],
        },
        {
          title: 'Menambah 600 judul menurut pesanan terbanyak',
          output: 'Enam ratus judul siap dengar dengan penanda bab',
          indicator: 'Judul baru yang siap didengar',
          indicatorUnit: 'judul',
          baseline: '0',
          target: '600',
          from: 75,
          until: 343,
          inCharge: 'Siti Khadijah Marasabessy',
          resources: 'Izin penerbit; pengecualian hak cipta bagi penyandang disabilitas netra',
          risk: 'Penerbit ragu memberi berkas. Penjelasan hukum disiapkan bersama Biro Hukum.',
          progress: [
            {
              on: 96,
              percent: 6,
              value: '34',
              note: 'Tiga puluh empat judul sudah siap, lima belas di antaranya buku pelajaran SMA.',
              obstacle: 'Empat penerbit meminta perjanjian kerahasiaan sebelum menyerahkan berkas teks.',
              solution: 'Biro Hukum menyiapkan satu naskah perjanjian yang disetujui keempat penerbit.',
            },
          ],
        },
      ],
    },
    {
      title: 'Layanan yang menjangkau seluruh Indonesia',
      activities: [
        {
          title: 'Memverifikasi pemustaka netra melalui perpustakaan provinsi',
          output: 'Prosedur verifikasi jarak jauh tanpa menyimpan data kesehatan',
          indicator: 'Pemustaka netra terverifikasi',
          indicatorUnit: 'orang',
          baseline: '188',
          target: '2000',
          from: 80,
          until: 300,
          inCharge: 'Dedi Kurniawan Syah',
          resources: 'Perpustakaan di 38 provinsi; organisasi tunanetra',
          risk: 'Data disabilitas bocor. Yang disimpan hanya tanda terverifikasi dan tanggalnya.',
          progress: [
            {
              on: 95,
              percent: 10,
              value: '402',
              note: 'Perpustakaan di Makassar, Banjarmasin, dan Padang sudah memverifikasi 214 orang.',
            },
          ],
        },
        {
          title: 'Memperbaiki halaman layanan agar terbaca pembaca layar',
          output: 'Enam belas halaman yang lolos uji pembaca layar',
          indicator: 'Halaman layanan yang dapat dipakai pembaca layar',
          indicatorUnit: 'halaman',
          baseline: '5',
          target: '16',
          from: 98,
          until: 168,
          inCharge: 'Tim layanan daring Pusat Data',
          resources: 'Uji oleh enam pemustaka netra; 20 hari kerja pengembang',
          risk: 'Halaman lama dibuat pihak ketiga. Perbaikannya dicantumkan dalam kontrak pemeliharaan.',
        },
        {
          title: 'Mengantar buku suara ke ponsel pemustaka',
          output: 'Peminjaman buku suara melalui aplikasi dengan masa pinjam 21 hari',
          indicator: 'Peminjaman buku suara setiap bulan',
          indicatorUnit: 'peminjaman',
          baseline: '95',
          target: '1500',
          from: 170,
          until: 322,
          inCharge: 'Muhammad Sarbini',
          resources: 'Aplikasi perpustakaan digital; ruang simpan 2 TB',
          risk: 'Kuota data pemustaka terbatas. Rekaman disediakan dalam ukuran 15 MB setiap jam.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted',
    feedback: [
      {
        by: 'penilai01',
        text: prose`
          Pelibatan pemustaka netra sebagai pemeriksa adalah bagian terkuat. Tuliskan sebagai prosedur agar daerah
          dapat menirunya tanpa menunggu tim pusat.`,
      },
      {
        by: 'penilai04',
        text: 'Cantumkan cara mengukur pemustaka aktif. Orang yang terverifikasi belum tentu meminjam.',
      },
    ],
    followUps: [
      {
        what: 'Menulis prosedur pemeriksaan mutu rekaman oleh pemustaka netra',
        owner: 'agen10',
        dueOn: 105,
      },
      {
        what: 'Menetapkan batasan pemustaka aktif dalam kamus indikator',
        owner: 'agen01',
        dueOn: 92,
      },
    ],
  },
}

export const manuscriptOrder: DemoProject = {
  agent: 'agen11',
  stage: 'returned at presentation',
  replicates: 'Jawab Satu Jam: pertanyaan rujukan lewat pesan',
  title: 'Pesan Naskah: membaca naskah kuno dengan janji waktu',
  presentCondition: prose`
    Peneliti datang tanpa kepastian naskahnya tersedia. Dari 1.520 kunjungan tahun lalu, 410 pulang tanpa membaca
    karena naskah sedang dirawat, sudah dipinjam, atau nomornya keliru. Peneliti dari luar kota rata-rata tinggal 3
    hari untuk membaca 2 naskah.`,
  problem: prose`
    Katalog naskah tidak menyebut kondisi dan ketersediaan, permintaan ditulis di atas kertas, dan satu naskah dapat
    dikeluarkan tiga kali sehari untuk pembaca yang berlainan. Naskah yang rapuh ikut terpapar karena salinan
    digitalnya tidak ditawarkan.`,
  wantedCondition: prose`
    Peneliti memesan dari rumah, mengetahui kondisi naskah dan jam bacanya, serta ditawari salinan digital bila ada.
    Tidak lebih dari 2 persen pembaca pulang tanpa hasil, dan pengeluaran naskah rapuh berkurang separuhnya.`,
  areaCodes: ['pelayanan-publik', 'tatalaksana'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'adapted',
  startedOn: 112,
  members: [
    { person: 'staf10', part: 'Melayani meja baca dan mencatat alasan kunjungan gagal' },
    { person: 'staf07', part: 'Menilai kondisi naskah yang paling sering diminta' },
  ],
  matrix: [
    {
      title: 'Ketersediaan naskah yang pasti',
      activities: [
        {
          title: 'Menandai kondisi dan ketersediaan 12.000 naskah',
          output: 'Keterangan kondisi dan salinan digital dalam katalog naskah',
          indicator: 'Naskah dengan keterangan kondisi terkini',
          indicatorUnit: 'naskah',
          baseline: '1900',
          target: '12000',
          from: 112,
          until: 252,
          inCharge: 'Desak Putu Rahayu',
          resources: 'Tiga pemeriksa; 90 naskah per hari kerja',
          risk: 'Pemeriksaan menghambat layanan. Naskah yang paling sering diminta didahulukan.',
        },
        {
          title: 'Membuka pemesanan naskah dengan pilihan jam baca',
          output: 'Pemesanan daring untuk 14 meja baca',
          indicator: 'Kunjungan yang berakhir tanpa membaca',
          indicatorUnit: 'persen',
          baseline: '27',
          target: '2',
          from: 140,
          until: 203,
          inCharge: 'Cecep Nurjaman',
          resources: 'Sistem pemesanan ruang yang ada; 15 hari kerja pengembang',
          risk: 'Pemesan tidak datang. Pesanan gugur 30 menit setelah jam mulai dan ditawarkan kepada antrean.',
        },
      ],
    },
    {
      title: 'Naskah rapuh yang terlindungi',
      activities: [
        {
          title: 'Menawarkan salinan digital sebelum naskah asli dikeluarkan',
          output: 'Tautan salinan digital pada halaman pemesanan',
          indicator: 'Pengeluaran naskah rapuh setiap bulan',
          indicatorUnit: 'kali',
          baseline: '86',
          target: '43',
          from: 170,
          until: 315,
          inCharge: 'Siti Khadijah Marasabessy',
          resources: 'Salinan digital 4.300 naskah yang sudah ada',
          risk: 'Peneliti memerlukan kertas dan jilidnya. Alasan itu dicatat dan naskah asli tetap diberikan.',
        },
        {
          title: 'Menyiapkan pembacaan naskah jarak jauh melalui kamera meja',
          output: 'Dua meja kamera dengan pendamping pembacaan',
          indicator: 'Sesi baca jarak jauh setiap bulan',
          indicatorUnit: 'sesi',
          baseline: '0',
          target: '30',
          from: 210,
          until: 322,
          inCharge: 'Cecep Nurjaman',
          resources: 'Dua kamera dokumen; pengadaan Rp46.000.000,00',
          risk: 'Cahaya kamera merusak tinta. Lama penyinaran dibatasi 20 menit untuk setiap naskah.',
        },
        {
          title: 'Mengukur kepuasan peneliti pada akhir kunjungan',
          output: 'Laporan kepuasan triwulanan berisi saran yang ditindaklanjuti',
          indicator: 'Nilai kepuasan pembaca naskah',
          indicatorUnit: 'skor',
          baseline: '71',
          target: '88',
          from: 220,
          until: 343,
          inCharge: 'Kelompok layanan naskah',
          resources: 'Kuesioner lima butir di meja pengembalian',
          risk: 'Pembaca terburu-buru pulang. Tautan kuesioner dikirim malam harinya.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 91,
    decision: 'again',
    feedback: [
      {
        by: 'penilai03',
        text: prose`
          Kegiatan 1.1 meminta 90 naskah per hari, padahal kecepatan tahun lalu 38. Hitung ulang tenaganya atau
          kurangi cakupannya menjadi naskah yang benar-benar diminta.`,
      },
      {
        by: 'atasan05',
        text: 'Pusat Pelestarian perlu dilibatkan dalam penetapan batas penyinaran kamera. Angka 20 menit belum diuji.',
      },
      {
        by: 'ketua-forum',
        text: 'Gagasan pembacaan jarak jauh dinanti peneliti daerah. Perbaiki jadwalnya, jangan kurangi tujuannya.',
      },
    ],
    followUps: [
      { what: 'Menghitung ulang tenaga dan cakupan pemeriksaan kondisi naskah', owner: 'agen11', dueOn: 103 },
      { what: 'Menguji lama penyinaran kamera bersama Pusat Pelestarian', owner: 'agen08', dueOn: 105 },
    ],
  },
  reason: prose`
    Sidang meminta paparan ulang. Cakupan kegiatan 1.1 melampaui tenaga yang tersedia, dan batas penyinaran pada
    kegiatan 2.2 belum diuji oleh konservator. Bagian lain sudah dapat diterima.`,
}
