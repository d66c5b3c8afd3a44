import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const skillMap: DemoProject = {
  agent: 'agen04',
  stage: 'running, second version open',
  title: 'Peta Keahlian: penugasan pegawai menurut kemampuan yang terbukti',
  presentCondition: prose`
    Pustaka Nusantara mempunyai 712 pegawai, tetapi data keahlian yang terisi baru mencakup 190 orang. Saat Pusat
    Pelestarian membutuhkan pembaca aksara Lontara, pencariannya memakan 5 minggu dan berakhir dengan tenaga dari
    luar, padahal dua pegawai menguasainya.`,
  problem: prose`
    Data pegawai memuat ijazah dan pangkat, bukan keahlian yang benar-benar dipakai. Pelatihan dipilih dari brosur
    yang datang, sehingga 4 dari 10 lulusan pelatihan tahun lalu tidak menerapkan materinya. Kepala unit mengusulkan
    perpindahan pegawai tanpa mengetahui pilihan yang tersedia.`,
  wantedCondition: prose`
    Keahlian paling sedikit 600 pegawai tercatat, dibuktikan dengan hasil kerja, dan diperiksa atasan. Unit menemukan
    pegawai dengan keahlian tertentu dalam satu hari. Paling sedikit 80 persen pelatihan dipilih dari kesenjangan
    keahlian yang terpetakan.`,
  areaCodes: ['sdm-asn'],
  targetCodes: ['kapasitas'],
  isPublicService: false,
  innovationKind: 'adapted',
  startedOn: 51,
  members: [
    { person: 'staf04', part: 'Menyusun kamus keahlian dan memeriksa isian pegawai' },
    { person: 'staf05', part: 'Menghubungkan peta keahlian dengan basis data pegawai' },
  ],
  matrix: [
    {
      title: 'Pemetaan keahlian yang terbukti',
      activities: [
        {
          title: 'Menyusun kamus keahlian bersama sepuluh unit',
          output: 'Kamus berisi 120 keahlian dengan tiga tingkat penguasaan',
          indicator: 'Keahlian yang disepakati uraiannya',
          indicatorUnit: 'keahlian',
          baseline: '0',
          target: '120',
          from: 51,
          until: 76,
          inCharge: 'Rosdiana Ginting',
          resources: 'Lima lokakarya setengah hari; 20 pegawai senior sebagai narasumber',
          risk: 'Uraian terlalu umum. Setiap keahlian wajib disertai contoh hasil kerja.',
          progress: [
            {
              on: 77,
              percent: 100,
              value: '126',
              note: prose`
                Kamus memuat 126 keahlian, enam lebih banyak dari rencana karena pembacaan aksara dirinci per wilayah.`,
            },
          ],
        },
        {
          title: 'Mengisi peta keahlian pegawai dan memeriksanya',
          output: 'Profil keahlian pegawai yang disetujui atasan langsung',
          indicator: 'Pegawai dengan profil yang sudah diperiksa',
          indicatorUnit: 'pegawai',
          baseline: '190',
          target: '600',
          from: 77,
          until: 168,
          inCharge: 'Martince Sawaki',
          resources: 'Pengisian 20 menit per pegawai; satu pendamping di setiap unit',
          risk: 'Pegawai menilai diri terlalu tinggi. Tingkat ketiga hanya diakui dengan bukti hasil kerja.',
          progress: [
            {
              on: 95,
              percent: 35,
              value: '334',
              note: 'Sebanyak 334 profil sudah diperiksa. Unit di luar Jakarta belum satu pun yang memulai.',
              obstacle: 'Atasan di tiga unit belum membuka isian pegawainya selama lebih dari dua minggu.',
              solution: 'Daftar isian yang menunggu dibacakan dalam rapat pimpinan setiap Senin sejak pekan lalu.',
            },
          ],
        },
        {
          title: 'Membuka pencarian keahlian bagi kepala unit',
          output: 'Halaman pencarian keahlian di jaringan kantor',
          indicator: 'Waktu menemukan pegawai dengan keahlian tertentu',
          indicatorUnit: 'hari kerja',
          baseline: '25',
          target: '1',
          from: 140,
          until: 196,
          inCharge: 'Yohanis Wambrauw',
          resources: 'Basis data pegawai; 15 hari kerja pengembangan',
          risk: 'Pegawai yang sering muncul kelebihan tugas. Jumlah penugasan ditampilkan di sebelah nama.',
        },
      ],
    },
    {
      title: 'Pelatihan dan penugasan yang mengikuti peta',
      activities: [
        {
          title: 'Menyusun rencana pelatihan dari kesenjangan keahlian',
          output: 'Rencana pelatihan tahunan dengan alasan untuk setiap peserta',
          indicator: 'Pelatihan yang berasal dari kesenjangan terpetakan',
          indicatorUnit: 'persen',
          baseline: '25',
          target: '80',
          from: 197,
          until: 245,
          inCharge: 'Martince Sawaki',
          resources: 'Kerja sama dengan Pusat Pendidikan dan Pelatihan',
          risk: 'Anggaran pelatihan sudah terikat. Sepertiga kuota tahun berjalan dialihkan lebih dahulu.',
        },
        {
          title: 'Menempatkan pegawai pada penugasan tiga bulan lintas unit',
          output: 'Dua belas penugasan lintas unit dengan laporan hasil',
          indicator: 'Penugasan lintas unit yang selesai',
          indicatorUnit: 'penugasan',
          baseline: '2',
          target: '12',
          from: 210,
          until: 322,
          inCharge: 'Kepala Biro Sumber Daya Manusia dan Umum',
          resources: 'Surat tugas; persetujuan unit asal dan unit tujuan',
          risk: 'Unit asal enggan melepas pegawai. Masa penugasan dibatasi dua hari dalam sepekan.',
        },
      ],
    },
  ],
  reason: prose`
    Pembukaan profil bagi unit di Ambon dan Padang memerlukan isian luring, sehingga kegiatan 1.2 perlu tambahan enam
    minggu dan satu kegiatan pendampingan. Target 600 pegawai tidak berubah.`,
  newVersion: {
    prolonged: 'Mengisi peta keahlian pegawai dan memeriksanya',
    until: 210,
    added: {
      title: 'Mendampingi isian luring di Ambon dan Padang',
      output: 'Dua kunjungan pendampingan dengan lembar isian luring',
      indicator: 'Pegawai di Ambon dan Padang yang profilnya sudah terisi',
      indicatorUnit: 'pegawai',
      baseline: '0',
      target: '74',
      from: 169,
      until: 203,
      inCharge: 'Rosdiana Ginting',
      resources: 'Perjalanan dua orang selama empat hari; lembar isian cetak',
      risk: 'Cuaca menunda penerbangan ke Ambon. Kunjungan dijadwalkan bulan Februari dengan cadangan satu pekan.',
    },
  },
  presentation: {
    heldOn: 49,
    decision: 'accepted',
    feedback: [
      {
        by: 'ketua-forum',
        text: prose`
          Forum dapat meminjam kamus keahlian ini untuk mencari pendamping antaragen. Mohon dibagikan sejak versi
          awal.`,
      },
      {
        by: 'pimpinan',
        text: prose`
          Pastikan peta ini dipakai saat menyusun usul perpindahan semester depan. Tanpa itu, pegawai akan
          menganggapnya satu lagi formulir yang harus diisi.`,
      },
    ],
    followUps: [
      {
        what: 'Membagikan rancangan kamus keahlian kepada Forum Agen Perubahan',
        owner: 'agen04',
        dueOn: 80,
        done: { on: 78, how: 'Kamus versi 1 diunggah ke forum dan mendapat sebelas masukan.' },
      },
    ],
  },
}

export const learningMonday: DemoProject = {
  agent: 'agen05',
  stage: 'returned by head',
  title: 'Senin Berbagi: tiga puluh menit belajar dari rekan kerja',
  presentCondition: prose`
    Apel Senin diikuti rata-rata 58 persen pegawai dan berisi pengumuman satu arah. Survei budaya kerja tahun lalu
    memberi nilai 54,2 dari 100, terendah pada butir keterbukaan terhadap gagasan rekan. Hanya 9 gagasan perbaikan
    yang disampaikan pegawai sepanjang tahun.`,
  problem: prose`
    Pegawai mengenal nilai dasar ASN sebagai hafalan, bukan sebagai kebiasaan. Keberhasilan kecil di satu unit jarang
    diketahui unit lain, dan pegawai muda tidak mempunyai tempat yang aman untuk mengusulkan perubahan.`,
  wantedCondition: prose`
    Setiap Senin dua pegawai bercerita tentang satu perbaikan yang sudah dicoba, lengkap dengan angka sebelum dan
    sesudahnya. Kehadiran mencapai 85 persen, nilai survei naik menjadi 70, dan paling sedikit 40 perbaikan ditiru
    oleh unit lain.`,
  areaCodes: ['manajemen-perubahan', 'sdm-asn'],
  targetCodes: ['kapasitas'],
  isPublicService: false,
  innovationKind: 'new',
  startedOn: 112,
  members: [{ person: 'staf14', part: 'Mengatur tempat, jadwal, dan rekaman pertemuan' }],
  matrix: [
    {
      title: 'Pertemuan Senin yang dua arah',
      activities: [
        {
          title: 'Menyusun jadwal pencerita untuk satu semester',
          output: 'Jadwal 52 pencerita dari seluruh unit dan golongan',
          indicator: 'Unit yang mengirim pencerita',
          indicatorUnit: 'unit kerja',
          baseline: '0',
          target: '16',
          from: 112,
          until: 125,
          inCharge: 'Supriyati',
          resources: 'Pengumuman internal; satu koordinator di setiap unit',
          risk: prose`
            Pencerita berasal dari kalangan yang sama. Undian dilakukan di antara pegawai yang belum pernah tampil.`,
        },
        {
          title: 'Mendampingi pencerita menyiapkan bahan satu halaman',
          output: 'Bahan cerita dengan masalah, langkah, dan hasil terukur',
          indicator: 'Cerita yang memuat angka sebelum dan sesudah',
          indicatorUnit: 'persen',
          baseline: null,
          target: '90',
          from: 119,
          until: 300,
          inCharge: 'Ria Oktaviani Kaban',
          resources: 'Pendampingan 30 menit per pencerita setiap Kamis',
          risk: 'Pencerita gugup berbicara di depan pimpinan. Rekaman suara diterima sebagai pengganti.',
        },
        {
          title: 'Menyelenggarakan Senin Berbagi selama 26 pekan',
          output: 'Dua puluh enam pertemuan dengan daftar hadir dan rekaman',
          indicator: 'Kehadiran pegawai pada pertemuan Senin',
          indicatorUnit: 'persen',
          baseline: '58',
          target: '85',
          from: 126,
          until: 308,
          inCharge: 'Supriyati',
          resources: 'Aula lantai 1, siaran dalam jaringan, konsumsi Rp900.000,00 setiap pekan',
          risk: 'Bentrok dengan rapat pimpinan. Sekretaris Utama membebaskan pukul 08.00–08.30 dari rapat.',
        },
      ],
    },
    {
      title: 'Perbaikan yang ditiru unit lain',
      activities: [
        {
          title: 'Mencatat perbaikan yang ditiru dan hasilnya',
          output: 'Buku perbaikan yang dapat dicari menurut masalah',
          indicator: 'Perbaikan yang diterapkan unit lain',
          indicatorUnit: 'perbaikan',
          baseline: '0',
          target: '40',
          from: 140,
          until: 329,
          inCharge: 'Koordinator budaya kerja unit',
          resources: 'Formulir satu halaman; rekap bulanan Biro SDM',
          risk: 'Peniruan tidak dilaporkan. Setiap rapat unit bulanan menyediakan lima menit untuk pencatatan.',
        },
        {
          title: 'Mengukur ulang budaya kerja dengan butir survei yang sama',
          output: 'Laporan perbandingan survei sebelum dan sesudah program',
          indicator: 'Nilai survei budaya kerja',
          indicatorUnit: 'skor',
          baseline: '54.2',
          target: '70',
          from: 309,
          until: 343,
          inCharge: 'Supriyati',
          resources: 'Instrumen survei tahun lalu; responden acak 250 pegawai',
          risk: 'Tingkat jawaban rendah. Pengisian dilakukan serempak pada pertemuan Senin terakhir.',
        },
      ],
    },
  ],
  reason: prose`
    Dua hal perlu diperbaiki. Pertama, kegiatan 1.2 belum mempunyai nilai awal; ambil dari bahan apel tiga bulan
    terakhir. Kedua, jelaskan bagaimana petugas layanan yang bekerja dengan pembagian waktu dapat mengikuti pertemuan,
    karena mereka tidak dapat meninggalkan meja pada pukul 08.00.`,
}
