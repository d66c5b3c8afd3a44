import { prose } from '../prose.ts'

/** What the entry of the best project of 2021 says in each field of the edition of 2023. */
export const entryAnswers: Record<string, { text: string; evidence: string }> = {
  ringkasan: {
    text: prose`
      Jawab Satu Jam menyatukan telepon, surel, dan tiga akun media sosial ke dalam satu nomor pesan yang dijaga tujuh
      hari sepekan. Sebelumnya pertanyaan rujukan dijawab rata-rata dalam 31 jam, dan 1.900 dari 8.400 pertanyaan pada
      tahun 2020 tidak pernah dijawab. Kini 93 persen pertanyaan terjawab dalam satu jam dan yang terlewat tinggal 28
      dalam setahun. Jawaban terpilih disimpan tanpa data penanya; simpanan 1.112 jawaban itu menyelesaikan 39 persen
      pertanyaan baru. Cara kerjanya hanya memerlukan perangkat pesan milik kantor, jadwal jaga, dan satu jam
      penyuntingan sehari, sehingga dapat ditiru perpustakaan mana pun. Layanan ini ditetapkan dengan SOP, masuk dalam
      standar pelayanan, dan dibiayai dari anggaran rutin.`,
    evidence: '',
  },
  'latar-belakang': {
    text: `${prose`
      Pada tahun 2020 pemustaka mengajukan 8.400 pertanyaan rujukan melalui telepon, surel, dan tiga akun media sosial.
      Rata-rata jawaban datang sesudah 31 jam. Sebanyak 1.900 pertanyaan, atau 23 persen, tidak pernah dijawab.
      Penyebabnya bukan kekurangan pustakawan, melainkan antrean yang terpecah: tidak seorang pun melihat semua
      pertanyaan sekaligus, petugas menjawab hal yang sama berulang kali, dan akhir pekan kosong meskipun sepertiga
      pertanyaan datang pada hari itu.`}

${prose`
      Yang paling terdampak ialah mahasiswa, peneliti, guru, dan warga di luar Jakarta yang tidak dapat datang ke ruang
      baca. Bagi mereka pertanyaan yang tidak dijawab berarti layanan yang tidak ada.`}

${prose`
      Inovasi ini bertujuan menyatukan semua saluran ke satu antrean yang dijaga setiap hari. Targetnya sampai akhir
      tahun 2021: 90 persen pertanyaan dijawab dalam satu jam dari semula 11 persen, pertanyaan yang tidak dijawab
      paling banyak 50 setahun dari semula 1.900, dan 35 persen jawaban berasal dari simpanan yang dapat dipakai lagi.`}`,
    evidence: 'Rekapitulasi pertanyaan rujukan tahun 2020\nNotula diskusi kelompok dengan 24 pemustaka, Januari 2021',
  },
  kebaruan: {
    text: prose`
      Layanan rujukan daring biasanya menambah saluran. Jawab Satu Jam justru mengurangi saluran: lima pintu menjadi satu
      nomor pesan, dan akun lama hanya menjawab dengan nomor itu. Janji waktunya satu jam, termasuk pada akhir pekan, dan
      diukur dari pesan masuk sampai jawaban pertama yang berguna. Pertanyaan yang memerlukan penelusuran panjang tetap
      mendapat jawaban awal dalam satu jam beserta tanggal janji. Kebaruan kedua ialah simpanan jawaban yang tidak
      memuat data penanya: nomor penanya dihapus sesudah 30 hari, tetapi jawabannya menjadi milik bersama dan diperiksa
      ulang setiap enam bulan. Cara ini disesuaikan dari pusat panggilan layanan kesehatan, dan belum pernah dipakai
      untuk rujukan perpustakaan di instansi kami. Nilai tambahnya: pustakawan tidak lagi mengulang penelusuran yang
      sama, dan pemustaka tidak perlu tahu kepada siapa ia harus bertanya.`,
    evidence: 'Perbandingan layanan rujukan daring di tujuh perpustakaan, 2021',
  },
  implementasi: {
    text: prose`
      Perangkat pesan disiapkan selama empat pekan, dan kelima saluran lama mulai diarahkan ke nomor tunggal pada 23
      Februari 2021. Sesudah itu 14 pustakawan rujukan bergiliran jaga tujuh hari sepekan; giliran akhir pekan paling
      banyak satu kali sebulan dan diganti hari libur. Setiap pagi ketua giliran membuka antrean bersama, membagi
      pertanyaan menurut pokok bahasan, dan menandai yang mendekati satu jam. Sejak Mei 2021 jawaban yang baik disunting
      satu jam sehari dan dimasukkan ke simpanan. Hambatan terbesar ialah pertanyaan sejarah keluarga yang memerlukan
      penelusuran berhari-hari; jawaban awalnya kini dikirim dalam satu jam dan selebihnya dijanjikan dengan tanggal.
      Atasan memeriksa angka waktu jawab setiap Senin.`,
    evidence: 'SOP Layanan Jawab Satu Jam\nJadwal jaga Maret 2021 sampai dengan Desember 2022',
  },
  signifikansi: {
    text: `${prose`
      Waktu jawab rata-rata turun dari 31 jam pada tahun 2020 menjadi 41 menit pada tahun 2022. Pertanyaan yang dijawab
      dalam satu jam naik dari 11 persen menjadi 93 persen, dan pada akhir pekan mencapai 88 persen. Pertanyaan yang
      tidak pernah dijawab turun dari 1.900 menjadi 28 dalam setahun. Sebanyak 39 persen jawaban berasal dari simpanan,
      melampaui target 35 persen, sehingga waktu kerja pustakawan beralih ke pertanyaan yang benar-benar sulit.`}

${prose`
      Jumlah pertanyaan ikut naik, dari 8.400 pada tahun 2020 menjadi 13.260 pada tahun 2022, tanpa tambahan pegawai.
      Penanya dari luar Pulau Jawa naik dari 19 persen menjadi 34 persen. Dalam survei terhadap 640 penanya pada
      November 2022, 91 persen menyatakan jawaban yang diterima dapat langsung dipakai; pada survei tahun 2020 angka itu
      58 persen dari 410 penanya. Seorang guru sejarah di Ende menulis bahwa bahan ajar yang dahulu ditunggunya sepekan
      kini diterimanya sebelum jam pelajaran berikutnya.`}

${prose`
      Dampak diukur dengan tiga cara. Pertama, waktu masuk dan waktu jawab setiap pesan dicatat perangkat pesan, lalu
      diringkas setiap pekan; angka tahun 2020 dihitung ulang dari surel dan catatan telepon dengan batasan yang sama.
      Kedua, survei kepuasan dengan daftar pertanyaan yang sama sebelum dan sesudah, dikirim kepada penanya yang dipilih
      secara acak. Ketiga, evaluasi Inspektorat pada Desember 2022 yang memeriksa 200 percakapan: 186 dijawab dalam satu
      jam dan 12 jawaban dinilai perlu diperbaiki. Saran Inspektorat, yaitu pemeriksaan ulang simpanan setiap enam
      bulan, sudah dijalankan.`}`,
    evidence: prose`Laporan evaluasi Inspektorat tentang layanan rujukan, Desember 2022`,
  },
  replikasi: {
    text: prose`
      Ya. Perpustakaan Daerah Lembah Sari memakai nomor tunggal dan jadwal jaga yang sama sejak Juni 2022, dan
      Perpustakaan Universitas Tirta Buana memakai cara menyimpan jawaban tanpa data penanya sejak September 2022.
      Keduanya menerima SOP, naskah salam pembuka, dan pelatihan dua hari dari tim kami.`,
    evidence: 'Surat keterangan replikasi dari dua perpustakaan, 2022',
  },
  'potensi-replikasi': {
    text: prose`
      Setiap perpustakaan yang menerima pertanyaan melalui lebih dari satu saluran menghadapi masalah yang sama: tidak
      ada satu antrean, dan akhir pekan kosong. Dari 38 perpustakaan yang kami tanyai pada tahun 2022, 31 menjawab
      pertanyaan melalui tiga saluran atau lebih, dan hanya empat mencatat waktu jawabnya. Unit layanan informasi di
      luar perpustakaan, seperti kearsipan dan museum, bekerja dengan pola serupa. Syaratnya ringan: satu nomor pesan
      milik kantor, paling sedikit empat petugas untuk giliran jaga, dan satu jam penyuntingan sehari. Perpustakaan kecil
      dapat memulai dari nomor tunggal saja dan meminjam simpanan jawaban kami. Bahan replikasi berupa SOP, naskah salam
      pembuka, lembar catat waktu jawab, dan panduan menyunting jawaban dapat diunduh tanpa biaya.`,
    evidence: 'Hasil tanya 38 perpustakaan tentang saluran rujukan, 2022',
  },
  'sumber-daya': {
    text: prose`
      Uang: biaya langganan perangkat pesan Rp18.000.000,00 setahun dari anggaran rutin; tidak ada belanja modal. Orang:
      14 pustakawan rujukan yang sudah ada, seorang penyusun simpanan jawaban, dan seorang pengatur giliran jaga; tidak
      ada tambahan pegawai. Cara kerja: SOP layanan, antrean bersama, pembagian menurut pokok bahasan, dan pemeriksaan
      angka setiap Senin. Peralatan: dua telepon kantor, komputer yang sudah tersedia di meja rujukan, dan ruang simpan
      jawaban pada katalog daring. Lembur akhir pekan diganti hari libur sehingga tidak menambah belanja pegawai. Tim
      lintas kelompok mendukung dari dalam: kelompok teknologi informasi menyiapkan perangkat selama empat pekan, dan
      kelompok hubungan masyarakat mengumumkan nomor tunggal. Penghematan terbesar ialah waktu: penelusuran yang berulang
      berkurang kira-kira sebelas jam kerja sepekan.`,
    evidence: 'Rincian kertas kerja anggaran 2022, layanan rujukan\nSurat tugas tim Jawab Satu Jam',
  },
  keberlanjutan: {
    text: `${prose`
      Kelembagaan. Layanan ini ditetapkan dalam keputusan kepala unit tentang standar pelayanan rujukan pada Januari
      2022, lengkap dengan janji waktu dan cara mengadu. Indikator waktu jawab masuk dalam perjanjian kinerja unit, dan
      biaya perangkat masuk dalam anggaran rutin setiap tahun.`}

${prose`
      Pengelolaan. SOP memuat giliran jaga, pembagian pertanyaan, dan penghapusan nomor penanya sesudah 30 hari. Setiap
      pustakawan baru mengikuti pelatihan dua hari dan mendampingi satu giliran penuh. Mutu dijaga dengan pemeriksaan 20
      percakapan secara acak setiap bulan, pemeriksaan ulang simpanan setiap enam bulan, dan laporan angka kepada atasan
      setiap Senin. Pengganti ketua giliran sudah ditunjuk sehingga layanan tidak bergantung pada satu orang.`}

${prose`
      Sosial. Pemustaka menilai setiap jawaban dan mengusulkan perbaikan; usul itu dibahas setiap bulan. Perpustakaan
      mitra ikut mengisi dan memeriksa simpanan menurut keahliannya, komunitas sejarah keluarga membantu pertanyaan
      silsilah, dan Forum Agen Perubahan menjadi tempat berbagi kemajuan dengan unit lain. Peran masing-masing tertulis
      dalam catatan kerja sama yang ditinjau setiap tahun.`}`,
    evidence: prose`Keputusan standar pelayanan rujukan, Januari 2022`,
  },
}

/** What the entry says outside its fields. */
export const entryIdentity = {
  startProof: 'Surat perintah tugas peluncuran nomor tunggal, 22 Februari 2021',
  videoUrl: 'https://www.youtube.com/watch?v=peragaan-jawab-satu-jam',
  extra: { 'pernah-finalis': 'tidak', 'berupa-aplikasi': 'tidak' },
  category: 'inklusi-sosial',
  goals: ['4', '10', '16'],
  letterNumber: 'B.118/3/PPM.02/IV.2023',
  sentNumber: 'PERAGAAN-2023-0417',
}

/** What the national stages decided, on which day of the programme. */
export const entryResults = [
  { day: 870, stage: 'administrasi', outcome: 'passed', note: '' },
  { day: 905, stage: 'proposal', outcome: 'passed', note: '' },
  { day: 930, stage: 'top-99', outcome: 'failed', note: 'Saran: tambah bukti bahwa inovasi ditiru di luar provinsi.' },
] as const

/** What became of it in the years after. */
export const entryNews = [
  {
    day: 1230,
    state: 'grew',
    replicatedBy: 'Perpustakaan Daerah Lembah Sari\nPerpustakaan Universitas Tirta Buana',
    note: 'Simpanan jawaban dipakai bersama tiga perpustakaan.',
  },
  {
    day: 1600,
    state: 'continues',
    replicatedBy: '',
    note: 'Layanan tetap buka pada hari libur; rata-rata jawaban 41 menit.',
  },
] as const
