import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const digitalDeposit: DemoProject = {
  agent: 'agen06',
  stage: 'running',
  title: 'Serah Simpan Sekali Kirim: karya digital diterima hari itu juga',
  presentCondition: prose`
    Penerbit menyerahkan karya digital dengan cakram, diska lepas, atau surel. Petugas mengetik ulang 14 unsur
    metadata untuk setiap judul. Dari berkas diterima sampai bukti serah simpan terbit, penerbit menunggu rata-rata 17
    hari kerja, dan 6.480 judul masih mengantre pada awal tahun.`,
  problem: prose`
    Metadata yang sudah dibuat penerbit tidak dapat dipakai, berkas rusak baru diketahui saat diolah, dan penerbit
    tidak dapat memantau kirimannya. Sebanyak 31 persen panggilan ke layanan serah simpan hanya menanyakan status.
    Tingkat kepatuhan penerbit tertahan di 46 persen.`,
  wantedCondition: prose`
    Penerbit mengirim sekali lewat laman: metadata terbaca dari berkasnya, berkas diperiksa saat diunggah, dan bukti
    serah simpan terbit paling lambat satu hari kerja. Antrean lama habis, dan kepatuhan penerbit naik menjadi 65
    persen.`,
  areaCodes: ['tatalaksana', 'pelayanan-publik'],
  targetCodes: ['pelayanan', 'kapasitas'],
  isPublicService: true,
  innovationKind: 'raised',
  startedOn: -410,
  members: [
    { person: 'staf06', part: 'Mendampingi penerbit dan memeriksa metadata' },
    { person: 'staf05', part: 'Membangun pemeriksaan berkas saat diunggah' },
    { person: 'agen07', part: 'Menguji alur dari sisi penerbit kecil' },
  ],
  matrix: [
    {
      title: 'Pengiriman mandiri oleh penerbit',
      activities: [
        {
          title: 'Membaca metadata langsung dari berkas kiriman',
          output: 'Pembaca metadata untuk EPUB, PDF, dan lembar ONIX',
          indicator: 'Unsur metadata yang diketik ulang untuk setiap judul',
          indicatorUnit: 'unsur',
          baseline: '14',
          target: '3',
          from: 50,
          until: 84,
          inCharge: 'Jonggi Hutasoit',
          resources: 'Dua pranata komputer; 500 berkas contoh dari 40 penerbit',
          risk: 'Metadata penerbit tidak lengkap. Unsur yang kosong ditanyakan sebelum kiriman dikunci.',
          progress: [
            {
              on: 85,
              percent: 100,
              value: '4',
              note: 'Empat unsur masih diisi petugas: judul seri, kala terbit, hak akses, dan bahasa daerah.',
              obstacle: 'Penerbit memberi kode bahasa daerah yang tidak terdapat dalam daftar baku.',
              solution: prose`
                Pilihan 42 bahasa daerah disediakan pada formulir dan dikirim ke Pusat Katalog untuk ditetapkan.`,
            },
          ],
        },
        {
          title: 'Memeriksa keutuhan berkas pada saat diunggah',
          output: 'Pemeriksaan format, virus, dan kata sandi dengan pesan perbaikan',
          indicator: 'Berkas rusak yang baru diketahui saat pengolahan',
          indicatorUnit: 'persen',
          baseline: '12.5',
          target: '1',
          from: 64,
          until: 98,
          inCharge: 'Yohanis Wambrauw',
          resources: 'Satu server pemeriksa; perangkat lunak sumber terbuka',
          risk: 'Pemeriksaan memperlambat unggahan besar. Berkas di atas 500 MB diperiksa setelah diterima.',
          progress: [
            {
              on: 94,
              percent: 85,
              value: '2.1',
              note: prose`
                Dalam tiga pekan terakhir 1.940 berkas diperiksa, 236 ditolak dengan petunjuk, dan 41 lolos tetapi
                rusak.`,
            },
          ],
        },
        {
          title: 'Menerbitkan bukti serah simpan pada hari yang sama',
          output: 'Bukti serah simpan bertanda tangan elektronik',
          indicator: 'Waktu terbit bukti serah simpan',
          indicatorUnit: 'hari kerja',
          baseline: '17',
          target: '1',
          from: 85,
          until: 140,
          inCharge: 'Kelompok substansi serah simpan karya rekam',
          resources: 'Sertifikat elektronik Direktur; nomor bukti otomatis',
          risk: 'Direktur berhalangan menandatangani. Pelimpahan kepada pejabat yang ditunjuk diatur lebih dahulu.',
          progress: [
            {
              on: 95,
              percent: 20,
              value: '9',
              note: 'Bukti untuk 312 judul terbit dalam rata-rata 9 hari kerja dengan penomoran otomatis.',
              obstacle: 'Sertifikat elektronik Direktur habis masa berlakunya selama delapan hari.',
              solution: 'Permohonan perpanjangan kini diajukan dua bulan sebelum masa berlaku berakhir.',
            },
          ],
        },
      ],
    },
    {
      title: 'Penerbit yang tahu dan patuh',
      activities: [
        {
          title: 'Menampilkan status setiap kiriman kepada penerbit',
          output: 'Halaman status dengan lima tahap dan perkiraan selesai',
          indicator: 'Panggilan yang hanya menanyakan status',
          indicatorUnit: 'persen',
          baseline: '31',
          target: '5',
          from: 99,
          until: 147,
          inCharge: 'Nur Azizah Bahmid',
          resources: 'Hasil wawancara 12 penerbit; satu perancang antarmuka dari Pusat Data',
          risk: prose`
            Perkiraan selesai meleset. Yang ditampilkan adalah waktu nyata sembilan dari sepuluh kiriman terakhir.`,
        },
        {
          title: 'Menghabiskan antrean 6.480 judul tahun sebelumnya',
          output: 'Antrean lama yang sudah diolah dan diberi bukti',
          indicator: 'Judul dalam antrean lama',
          indicatorUnit: 'judul',
          baseline: '6480',
          target: '0',
          from: 56,
          until: 210,
          inCharge: 'Nur Azizah Bahmid',
          resources: 'Empat pustakawan, target 60 judul per hari kerja',
          risk: 'Berkas lama tidak terbaca. Penerbit diminta mengirim ulang dengan tautan khusus.',
          progress: [
            {
              on: 76,
              percent: 15,
              value: '5520',
              note: 'Sebanyak 960 judul selesai dalam empat pekan pertama.',
              obstacle: 'Sekitar 400 cakram dari sebelum tahun 2012 tidak lagi terbaca oleh pemutar di ruang olah.',
              solution: 'Pusat Pelestarian meminjamkan dua pemutar industri dan mendahulukan cakram yang paling tua.',
            },
            {
              on: 96,
              percent: 35,
              value: '4210',
              note: prose`
                Kecepatan naik menjadi 66 judul sehari setelah metadata terbaca otomatis; antrean tersisa 4.210 judul.`,
            },
          ],
        },
        {
          title: 'Mendampingi penerbit daerah melalui kelas daring bulanan',
          output: 'Delapan kelas daring dan panduan enam halaman',
          indicator: 'Penerbit yang menyerahkan seluruh terbitannya',
          indicatorUnit: 'persen',
          baseline: '46',
          target: '65',
          from: 120,
          until: 343,
          inCharge: 'Rahmi Yuniar Sikumbang',
          resources: 'Kerja sama dengan organisasi penerbit di 12 provinsi',
          risk: 'Penerbit kecil belum memiliki berkas baku. Templat EPUB sederhana dibagikan tanpa biaya.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted with changes',
    feedback: [
      {
        by: 'penilai02',
        text: prose`
          Pemeriksaan berkas pada saat unggah sudah tepat. Tambahkan batas waktu dan ukuran, dan pisahkan server
          pemeriksa dari penyimpanan utama agar berkas berbahaya tidak pernah bertemu dengan koleksi.`,
      },
      {
        by: 'atasan05',
        text: 'Cakram lama akan menjadi hambatan terbesar. Pusat Pelestarian mempunyai pemutar yang dapat dipinjam.',
      },
    ],
    followUps: [
      {
        what: 'Memisahkan server pemeriksa berkas dari penyimpanan koleksi',
        owner: 'agen06',
        dueOn: 53,
        done: { on: 52, how: 'Server pemeriksa dipindahkan ke jaringan tersendiri; gambar rancangan dilampirkan.' },
      },
      {
        what: 'Meminjamkan dua pemutar cakram industri kepada ruang olah',
        owner: 'atasan05',
        dueOn: 53,
        done: { on: 53, how: 'Berita acara pinjam pakai ditandatangani sampai akhir tahun.' },
      },
    ],
  },
}

export const readersChoice: DemoProject = {
  agent: 'agen07',
  stage: 'preparing with gaps',
  title: 'Usul Pembaca: koleksi yang dibeli karena diminta',
  presentCondition: prose`
    Pemustaka mengusulkan buku dengan kartu di meja layanan atau melalui surel. Dari 1.870 usul tahun lalu, 212 dibeli
    dan hanya 40 pengusul yang menerima jawaban. Sebanyak 38 persen buku yang dibeli tidak pernah dipinjam dalam dua
    tahun pertama.`,
  problem: prose`
    Usul tidak dikelompokkan, tidak dibandingkan dengan koleksi yang sudah ada, dan tidak ikut dibahas saat pengadaan
    disusun. Pemilihan bertumpu pada katalog penerbit, sehingga kebutuhan pembaca dari luar Jakarta hampir tidak
    terlihat.`,
  wantedCondition: '',
  areaCodes: ['pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: null,
  startedOn: null,
  members: [{ person: 'staf06', part: 'Membandingkan usul dengan koleksi yang dimiliki' }],
  matrix: [
    {
      title: 'Usul yang dijawab',
      activities: [
        {
          title: 'Membuka formulir usul koleksi di katalog daring',
          output: 'Formulir usul yang terhubung dengan nomor anggota',
          indicator: 'Pengusul yang menerima jawaban dalam 14 hari',
          indicatorUnit: 'persen',
          baseline: '2.1',
          target: '95',
          from: 120,
          until: 161,
          inCharge: 'Rahmi Yuniar Sikumbang',
          resources: 'Katalog daring yang ada; 10 hari kerja pengembang',
          risk: 'Usul melonjak pada bulan pertama. Jawaban awal dikirim otomatis dengan hasil pencarian koleksi.',
        },
        {
          title: 'Membahas usul terbanyak dalam rapat seleksi bulanan',
          output: 'Notula rapat seleksi dengan alasan diterima atau ditolak',
          indicator: 'Usul pembaca yang dibahas dalam rapat seleksi',
          indicatorUnit: 'usul',
          baseline: '0',
          target: null,
          from: 150,
          until: 330,
          inCharge: '',
          resources: 'Rapat seleksi yang sudah berjalan',
          risk: '',
        },
      ],
    },
    {
      title: 'Anggaran yang mengikuti pembaca',
      activities: [
        {
          title: 'Menyisihkan sebagian anggaran pengadaan untuk usul pembaca',
          output: '',
          indicator: 'Buku usulan yang dipinjam dalam enam bulan',
          indicatorUnit: 'persen',
          baseline: null,
          target: '75',
          from: 170,
          until: 340,
          inCharge: 'Direktur Serah Simpan dan Pengembangan Koleksi',
          resources: '',
          risk: 'Usul terpusat pada buku populer. Sepertiga anggaran disediakan untuk usul dari luar Jawa.',
        },
      ],
    },
  ],
}
