import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

/** Projects of the finished programme of 2021. Days count from its first day. */
export const budgetCalendar: DemoProject = {
  agent: 'agen01',
  stage: 'closed',
  title: 'Kalender Anggaran: tidak ada lagi penumpukan belanja di bulan Desember',
  presentCondition: prose`
    Sebanyak 41 persen belanja tahun 2020 dicairkan pada bulan November dan Desember. Unit mengajukan revisi 94 kali
    dalam setahun, dan 12 pengadaan batal karena waktunya tidak cukup.`,
  problem: prose`
    Rencana penarikan dana disusun sekali pada awal tahun dan tidak dibaca lagi. Pemegang kegiatan tidak mengetahui
    batas waktu pengadaan, sehingga persetujuan selalu diminta pada saat terakhir.`,
  wantedCondition: prose`
    Setiap kegiatan mempunyai tanggal mulai pengadaan dan tanggal pencairan yang diingatkan. Belanja dua bulan
    terakhir paling banyak 22 persen, dan tidak ada pengadaan yang batal karena waktu.`,
  areaCodes: ['akuntabilitas'],
  targetCodes: ['kapasitas'],
  isPublicService: false,
  innovationKind: 'new',
  startedOn: 60,
  members: [{ person: 'staf14', part: 'Menghitung mundur tanggal pengadaan setiap kegiatan' }],
  finish: {
    before:
      'Empat puluh satu persen belanja jatuh pada dua bulan terakhir, dan 12 pengadaan batal karena terlambat dimulai.',
    after:
      'Belanja dua bulan terakhir turun menjadi 21 persen. Tidak ada pengadaan yang batal karena waktu sepanjang 2021.',
    integration: {
      kind: 'circular',
      number: 'SE-14/PR.02/XII/2021',
      text: 'Setiap unit menyusun kalender anggaran dan memperbaruinya pada awal triwulan.',
      isVerified: true,
    },
  },
  matrix: [
    {
      title: 'Kalender yang mengingatkan',
      activities: [
        {
          title: 'Menghitung mundur jadwal pengadaan untuk 138 kegiatan',
          output: 'Kalender pengadaan dengan tanggal mulai paling lambat',
          indicator: 'Kegiatan dengan tanggal mulai pengadaan',
          indicatorUnit: 'kegiatan',
          baseline: '0',
          target: '138',
          from: 60,
          until: 88,
          inCharge: 'Ria Oktaviani Kaban',
          resources: 'Rencana umum pengadaan; dua orang selama empat pekan',
          risk: 'Kegiatan swakelola terlewat. Jadwalnya dihitung bersama pemegang kegiatan.',
          progress: [
            { on: 90, percent: 100, value: '138', note: 'Seluruh kegiatan mempunyai tanggal mulai pengadaan.' },
          ],
        },
        {
          title: 'Mengirim pengingat kepada pemegang kegiatan setiap Senin',
          output: 'Pengingat mingguan dengan tiga tenggat terdekat',
          indicator: 'Pengadaan yang dimulai sesuai kalender',
          indicatorUnit: 'persen',
          baseline: '35',
          target: '85',
          from: 91,
          until: 330,
          inCharge: 'Ni Luh Sekar Anjani',
          resources: 'Surel kantor; daftar pemegang kegiatan',
          risk: 'Pengingat diabaikan. Kegiatan yang dua kali terlewat dilaporkan kepada kepala unit.',
          progress: [
            {
              on: 335,
              percent: 100,
              value: '88',
              note: 'Delapan puluh delapan persen pengadaan dimulai tepat waktu sampai dengan November.',
              obstacle: 'Pergantian pemegang kegiatan pada bulan Juli memutus pengingat di empat unit.',
              solution: 'Alamat pengingat diganti menjadi alamat jabatan.',
            },
          ],
        },
      ],
    },
    {
      title: 'Revisi yang berkurang',
      activities: [
        {
          title: 'Menggabungkan usul revisi menjadi satu kali setiap bulan',
          output: 'Jadwal revisi bulanan yang disepakati semua unit',
          indicator: 'Revisi anggaran dalam setahun',
          indicatorUnit: 'revisi',
          baseline: '94',
          target: '30',
          from: 120,
          until: 345,
          inCharge: 'Kelompok penyusunan anggaran',
          resources: 'Rapat bulanan dua jam',
          risk: 'Kebutuhan mendesak di tengah bulan. Revisi darurat diputuskan Kepala Biro.',
          progress: [{ on: 350, percent: 100, value: '26', note: 'Dua puluh enam revisi, tiga di antaranya darurat.' }],
        },
      ],
    },
  ],
  presentation: {
    heldOn: 46,
    decision: 'accepted',
    feedback: [
      { by: 'atasan08', text: 'Sampaikan daftar pengadaan yang terlambat kepada Inspektorat setiap triwulan.' },
    ],
    followUps: [],
  },
}

export const manuscriptLight: DemoProject = {
  agent: 'agen08',
  stage: 'closed',
  title: 'Satu Foto Satu Naskah: penyelamatan isi sebelum kertasnya hancur',
  presentCondition: prose`
    Dari 11.800 naskah, 3.100 sudah berkertas rapuh, tetapi alih media baru menjangkau 40 naskah sebulan. Urutan
    pengerjaan mengikuti nomor panggil, bukan tingkat kerusakan.`,
  problem: prose`
    Pemeriksaan kondisi dan pemotretan dikerjakan dua tim dengan jadwal terpisah. Naskah dikeluarkan dari depo dua
    kali, dan antrean tidak dapat didahulukan walaupun tintanya sudah memakan kertas.`,
  wantedCondition: prose`
    Naskah diperiksa, dipotret, dan diberi wadah dalam satu kali pengeluaran. Tingkat kerusakan menentukan urutan, dan
    sedikitnya 150 naskah selesai setiap bulan.`,
  areaCodes: ['tatalaksana', 'pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'raised',
  startedOn: 55,
  members: [
    { person: 'staf07', part: 'Menetapkan tingkat kerusakan dan urutan pengerjaan' },
    { person: 'staf08', part: 'Memotret dan mewadahi naskah' },
  ],
  finish: {
    before: 'Naskah rapuh menunggu giliran menurut nomor panggil, dan dua tim mengeluarkannya dari depo dua kali.',
    after: 'Naskah diperiksa, dipotret, dan diberi wadah sekali keluar. Yang paling parah selesai lebih dahulu.',
    integration: {
      kind: 'procedure',
      number: 'SOP-27/PN.01/XII/2021',
      text: 'Naskah diperiksa, dipotret, dan diberi wadah dalam satu kali keluar dari depo.',
      isVerified: true,
    },
  },
  matrix: [
    {
      title: 'Urutan menurut kerusakan',
      activities: [
        {
          title: 'Menilai kerusakan 3.100 naskah berkertas rapuh',
          output: 'Daftar naskah dengan empat tingkat kerusakan',
          indicator: 'Naskah rapuh yang sudah dinilai',
          indicatorUnit: 'naskah',
          baseline: '0',
          target: '3100',
          from: 55,
          until: 150,
          inCharge: 'Desak Putu Rahayu',
          resources: 'Dua konservator; lampu sudut rendah',
          risk: 'Penilaian berbeda antarpetugas. Lima puluh naskah pertama dinilai bersama.',
          progress: [{ on: 152, percent: 100, value: '3100', note: 'Tingkat paling parah ditemukan pada 417 naskah.' }],
        },
        {
          title: 'Menyatukan pemeriksaan, pemotretan, dan pewadahan',
          output: 'SOP alih media satu kali pengeluaran',
          indicator: 'Naskah selesai dialihmediakan setiap bulan',
          indicatorUnit: 'naskah',
          baseline: '40',
          target: '150',
          from: 100,
          until: 340,
          inCharge: 'Kornelis Bere Mau',
          resources: 'Satu ruang kerja bersama; dua kamera',
          risk: 'Kamera rusak di tengah jadwal. Satu kamera cadangan disewa selama tiga bulan.',
          progress: [
            {
              on: 345,
              percent: 100,
              value: '163',
              note: 'Rata-rata enam bulan terakhir 163 naskah sebulan; seluruh 417 naskah terparah selesai.',
              obstacle: 'Pembatasan kegiatan pada bulan Juli mengosongkan ruang kerja selama 19 hari.',
              solution: 'Dua regu bekerja bergantian pagi dan sore sampai akhir September.',
            },
          ],
        },
      ],
    },
    {
      title: 'Isi yang kembali terbaca',
      activities: [
        {
          title: 'Membuka salinan naskah dalam katalog daring',
          output: 'Salinan digital dengan keterangan aksara dan bahasa',
          indicator: 'Naskah rapuh yang terbaca secara daring',
          indicatorUnit: 'naskah',
          baseline: '310',
          target: '1400',
          from: 160,
          until: 350,
          inCharge: 'Kelompok alih media',
          resources: 'Ruang simpan 12 TB; tiga pembaca aksara',
          risk: 'Keterangan aksara keliru. Pembaca dari daerah asal naskah memeriksa sebelum dibuka.',
          progress: [
            { on: 352, percent: 100, value: '1436', note: 'Salinan 1.436 naskah terbuka dan dibaca 22.000 kali.' },
          ],
        },
      ],
    },
  ],
  presentation: {
    heldOn: 46,
    decision: 'accepted',
    feedback: [
      { by: 'atasan06', text: 'Dahulukan naskah yang paling sering diminta di antara yang tingkat kerusakannya sama.' },
    ],
    followUps: [
      {
        what: 'Menyerahkan daftar naskah yang paling sering diminta',
        owner: 'atasan06',
        dueOn: 80,
        done: { on: 71, how: 'Daftar 200 judul diserahkan beserta jumlah permintaannya.' },
      },
    ],
  },
}

export const answerInAnHour: DemoProject = {
  agent: 'agen10',
  stage: 'closed',
  title: 'Jawab Satu Jam: pertanyaan rujukan lewat pesan',
  presentCondition: prose`
    Pertanyaan rujukan masuk lewat telepon, surel, dan tiga akun media sosial, dan dijawab rata-rata dalam 31 jam.
    Dari 8.400 pertanyaan pada tahun 2020, 1.900 tidak pernah dijawab.`,
  problem: prose`
    Tidak ada satu antrean pun yang memuat semua pertanyaan. Petugas menjawab hal yang sama berulang kali, jawaban
    tidak disimpan, dan akhir pekan kosong meskipun sepertiga pertanyaan datang pada hari itu.`,
  wantedCondition: prose`
    Semua saluran bermuara ke satu antrean yang dijaga setiap hari. Sembilan dari sepuluh pertanyaan dijawab dalam
    satu jam, dan jawaban yang baik dapat dipakai lagi.`,
  areaCodes: ['pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'adapted',
  startedOn: 50,
  members: [
    { person: 'staf10', part: 'Menyusun simpanan jawaban menurut pokok bahasan' },
    { person: 'staf11', part: 'Mengatur giliran jaga dan mencatat waktu jawab' },
  ],
  finish: {
    before: 'Pertanyaan tersebar di lima saluran dan 1.900 di antaranya tidak pernah dijawab selama 2020.',
    after: 'Satu antrean dijaga tujuh hari sepekan; hanya 28 pertanyaan yang terlewat sejak April.',
    integration: {
      kind: 'memorandum',
      number: 'ND-208/LY.01/XII/2021',
      text: 'Giliran jaga antrean tunggal ditetapkan sebagai tugas tetap bidang layanan.',
      isVerified: false,
    },
  },
  matrix: [
    {
      title: 'Satu antrean',
      activities: [
        {
          title: 'Menyatukan lima saluran pertanyaan ke satu nomor pesan',
          output: 'Nomor layanan tunggal dengan antrean bersama',
          indicator: 'Pertanyaan yang tidak dijawab dalam setahun',
          indicatorUnit: 'pertanyaan',
          baseline: '1900',
          target: '50',
          from: 50,
          until: 110,
          inCharge: 'Muhammad Sarbini',
          resources: 'Perangkat pesan milik kantor; empat pekan penyiapan',
          risk: 'Pemustaka tetap memakai akun lama. Setiap akun lama menjawab dengan nomor baru.',
          progress: [
            { on: 340, percent: 100, value: '28', note: 'Dua puluh delapan pertanyaan terlewat sejak April 2021.' },
          ],
        },
        {
          title: 'Menyusun giliran jaga tujuh hari dalam sepekan',
          output: 'Jadwal jaga 14 pustakawan rujukan',
          indicator: 'Pertanyaan yang dijawab dalam satu jam',
          indicatorUnit: 'persen',
          baseline: '11',
          target: '90',
          from: 80,
          until: 340,
          inCharge: 'Dedi Kurniawan Syah',
          resources: 'Lembur akhir pekan yang diganti hari libur',
          risk: 'Petugas jenuh. Giliran akhir pekan paling banyak satu kali sebulan.',
          progress: [
            {
              on: 342,
              percent: 100,
              value: '93',
              note: 'Sejak Agustus 93 persen pertanyaan terjawab dalam satu jam, akhir pekan 88 persen.',
              obstacle: 'Pertanyaan sejarah keluarga memerlukan penelusuran berhari-hari.',
              solution: 'Jawaban awal dikirim dalam satu jam, dan waktu penelusuran dijanjikan dengan tanggal.',
            },
          ],
        },
      ],
    },
    {
      title: 'Jawaban yang dipakai lagi',
      activities: [
        {
          title: 'Menyimpan jawaban terpilih tanpa data penanya',
          output: 'Simpanan 1.000 jawaban yang dapat dicari',
          indicator: 'Jawaban yang berasal dari simpanan',
          indicatorUnit: 'persen',
          baseline: '0',
          target: '35',
          from: 130,
          until: 345,
          inCharge: 'Siti Khadijah Marasabessy',
          resources: 'Satu jam penyuntingan setiap hari',
          risk: 'Jawaban menjadi usang. Setiap jawaban diperiksa ulang setelah enam bulan.',
          progress: [{ on: 350, percent: 100, value: '39', note: 'Simpanan memuat 1.112 jawaban.' }],
        },
      ],
    },
  ],
  presentation: {
    heldOn: 47,
    decision: 'accepted',
    feedback: [
      { by: 'atasan02', text: 'Hapus nomor penanya setelah 30 hari dan cantumkan hal itu pada salam pembuka.' },
    ],
    followUps: [
      {
        what: 'Mencantumkan masa simpan nomor penanya pada salam pembuka',
        owner: 'agen10',
        dueOn: 75,
        done: { on: 66, how: 'Salam pembuka diperbarui dan nomor dihapus secara otomatis.' },
      },
    ],
  },
}

export const publisherDesk: DemoProject = {
  agent: 'ketua-forum',
  stage: 'closed',
  title: 'Meja Penerbit: satu petugas untuk satu penerbit sampai selesai',
  presentCondition: prose`
    Penerbit berhubungan dengan enam petugas untuk satu urusan serah simpan. Surat teguran dikirim kepada 2.300
    penerbit pada tahun 2020, dan 370 membalas.`,
  problem: prose`
    Riwayat hubungan dengan penerbit tersebar di kotak surel petugas. Penerbit yang sudah menyerahkan terbitannya pun
    menerima teguran karena daftar penerimaan terlambat dicocokkan.`,
  wantedCondition: prose`
    Setiap penerbit mengenal satu petugas. Teguran hanya dikirim setelah percakapan, dan paling sedikit 1.200 penerbit
    yang semula pasif kembali menyerahkan terbitannya.`,
  areaCodes: ['tatalaksana', 'manajemen-perubahan'],
  targetCodes: ['pelayanan', 'bersih'],
  isPublicService: true,
  innovationKind: 'new',
  startedOn: 58,
  members: [{ person: 'agen06', part: 'Mencocokkan daftar penerimaan dengan data penerbit' }],
  finish: {
    before: 'Satu urusan serah simpan melewati enam petugas, dan teguran dikirim juga kepada penerbit yang patuh.',
    after: 'Setiap penerbit mengenal petugasnya. Teguran dikirim setelah percakapan dan hampir selalu tepat alamat.',
  },
  matrix: [
    {
      title: 'Petugas yang dikenal',
      activities: [
        {
          title: 'Membagi 4.900 penerbit kepada 18 petugas pendamping',
          output: 'Daftar pendampingan menurut provinsi dan jenis terbitan',
          indicator: 'Penerbit dengan petugas pendamping',
          indicatorUnit: 'penerbit',
          baseline: '0',
          target: '4900',
          from: 58,
          until: 82,
          inCharge: 'Haris Munandar',
          resources: 'Data penerbit tiga tahun; 18 pustakawan',
          risk: 'Beban antarpetugas timpang. Pembagian ditinjau setiap triwulan.',
          progress: [
            { on: 84, percent: 100, value: '4900', note: 'Setiap petugas mendampingi antara 240 dan 310 penerbit.' },
          ],
        },
        {
          title: 'Menelepon penerbit pasif sebelum teguran dikirim',
          output: 'Catatan percakapan dengan 2.300 penerbit',
          indicator: 'Penerbit pasif yang kembali menyerahkan terbitan',
          indicatorUnit: 'penerbit',
          baseline: '370',
          target: '1200',
          from: 83,
          until: 330,
          inCharge: 'Petugas pendamping penerbit',
          resources: 'Pulsa Rp3.600.000,00 sebulan; naskah percakapan',
          risk: 'Nomor penerbit tidak aktif. Organisasi penerbit di provinsi membantu mencari alamat baru.',
          progress: [
            {
              on: 333,
              percent: 100,
              value: '1318',
              note: 'Sebanyak 1.318 penerbit kembali aktif; 290 ternyata sudah berhenti beroperasi.',
              obstacle: 'Separuh nomor telepon dalam data lama tidak dapat dihubungi.',
              solution: 'Data dilengkapi dari halaman hak cipta terbitan terakhir setiap penerbit.',
            },
          ],
        },
        {
          title: 'Mencocokkan daftar penerimaan setiap Jumat',
          output: 'Daftar penerimaan mingguan yang bersih dari kesalahan',
          indicator: 'Teguran yang salah alamat',
          indicatorUnit: 'teguran',
          baseline: '412',
          target: '10',
          from: 90,
          until: 340,
          inCharge: 'Jonggi Hutasoit',
          resources: 'Program pencocokan sederhana; dua jam setiap pekan',
          risk: 'Judul yang sama terbit di dua penerbit. Nomor buku dipakai sebagai pembeda.',
          progress: [
            { on: 344, percent: 100, value: '6', note: 'Enam teguran keliru sepanjang tahun, seluruhnya sebelum Mei.' },
          ],
        },
      ],
    },
  ],
  presentation: {
    heldOn: 47,
    decision: 'accepted',
    feedback: [{ by: 'atasan04', text: 'Bacakan satu percakapan yang berhasil pada setiap rapat bulanan direktorat.' }],
    followUps: [],
  },
}
