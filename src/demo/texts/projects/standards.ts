import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const openAccreditation: DemoProject = {
  agent: 'agen12',
  stage: 'running',
  title: 'Akreditasi Terang: setiap nilai dapat dibaca alasannya',
  presentCondition: prose`
    Setahun 1.340 perpustakaan mengajukan akreditasi dan menunggu rata-rata 112 hari. Hasil yang diterima berupa satu
    nilai tanpa uraian. Sebanyak 196 pengelola menyampaikan keberatan, dan 3 dari 10 pengaju tidak mengetahui bukti
    apa yang kurang.`,
  problem: prose`
    Dua asesor dapat memberi nilai yang terpaut 15 poin untuk bukti yang sama. Borang dikirim dalam map tebal, bukti
    yang sama diminta pada tiga komponen, dan penugasan asesor tidak memeriksa hubungan dengan perpustakaan yang
    dinilai.`,
  wantedCondition: prose`
    Pengelola mengunggah bukti sekali, asesor menulis alasan pada setiap komponen, dan penugasan menolak benturan
    kepentingan. Hasil terbit dalam 45 hari, selisih antarasesor paling banyak 5 poin, dan keberatan turun menjadi 40
    setahun.`,
  areaCodes: ['pelayanan-publik', 'pengawasan'],
  targetCodes: ['bersih', 'pelayanan'],
  isPublicService: true,
  innovationKind: 'raised',
  startedOn: 52,
  members: [
    { person: 'staf12', part: 'Menyusun pedoman alasan penilaian untuk asesor' },
    { person: 'agen13', part: 'Menguji borang ringkas pada perpustakaan desa' },
  ],
  matrix: [
    {
      title: 'Borang sekali unggah',
      activities: [
        {
          title: 'Menghapus permintaan bukti yang berulang dalam borang',
          output: 'Borang ringkas dengan satu tempat bagi setiap bukti',
          indicator: 'Bukti yang diminta lebih dari satu kali',
          indicatorUnit: 'bukti',
          baseline: '37',
          target: '0',
          from: 52,
          until: 79,
          inCharge: 'Elisabet Riwu Rohi',
          resources: 'Borang enam jenis perpustakaan; 12 asesor sebagai pembaca kritis',
          risk: 'Penghapusan bukti melemahkan penilaian. Setiap bukti dipetakan lebih dahulu ke komponennya.',
          progress: [
            {
              on: 80,
              percent: 100,
              value: '0',
              note: 'Jumlah bukti turun dari 104 menjadi 67 dan tidak ada lagi yang diminta dua kali.',
            },
          ],
        },
        {
          title: 'Mencoba pengajuan daring pada tiga provinsi',
          output: 'Catatan uji coba dari 60 perpustakaan di Lampung, NTT, dan Sulawesi Utara',
          indicator: 'Waktu dari pengajuan sampai hasil terbit',
          indicatorUnit: 'hari',
          baseline: '112',
          target: '45',
          from: 74,
          until: 95,
          inCharge: 'Febe Wungow',
          resources: 'Pendamping di setiap provinsi; panduan bergambar',
          risk: 'Jaringan di kepulauan terputus-putus. Bukti dapat diunggah bertahap dan dilanjutkan.',
          progress: [
            {
              on: 93,
              percent: 60,
              value: null,
              note: 'Tiga puluh enam dari 60 perpustakaan selesai mengunggah; belum satu pun hasil yang terbit.',
              obstacle: 'Unggahan dari Rote Ndao dan Kepulauan Sitaro gagal di atas 20 MB, sehingga jadwal mundur.',
              solution: 'Batas bagian unggahan diperkecil dan 24 perpustakaan diberi tambahan waktu tiga pekan.',
            },
          ],
        },
      ],
    },
    {
      title: 'Penilaian yang dapat dipertanggungjawabkan',
      activities: [
        {
          title: 'Menulis contoh alasan untuk setiap tingkat nilai',
          output: 'Pedoman asesor dengan 180 contoh alasan',
          indicator: 'Selisih nilai dua asesor untuk bukti yang sama',
          indicatorUnit: 'poin',
          baseline: '15',
          target: '5',
          from: 60,
          until: 112,
          inCharge: 'Elisabet Riwu Rohi',
          resources: 'Arsip 90 penilaian terdahulu; empat lokakarya asesor',
          risk: 'Asesor menyalin contoh apa adanya. Alasan wajib menyebut nama bukti yang dinilai.',
        },
        {
          title: 'Menyaring benturan kepentingan saat asesor ditugaskan',
          output: 'Pernyataan hubungan asesor yang diperiksa pada setiap penugasan',
          indicator: 'Penugasan tanpa pernyataan hubungan',
          indicatorUnit: 'persen',
          baseline: '100',
          target: '0',
          from: 84,
          until: 126,
          inCharge: 'Febe Wungow',
          resources: 'Data 312 asesor; masukan Inspektorat',
          risk: 'Asesor di provinsi kecil saling mengenal. Penugasan silang antarprovinsi disiapkan.',
          progress: [
            {
              on: 97,
              percent: 30,
              value: '72',
              note: 'Pernyataan hubungan sudah diminta kepada 87 dari 312 asesor melalui formulir pendek.',
            },
          ],
        },
        {
          title: 'Menyampaikan hasil beserta alasan dan saran perbaikan',
          output: 'Laporan hasil dua halaman untuk setiap perpustakaan',
          indicator: 'Keberatan atas hasil akreditasi',
          indicatorUnit: 'keberatan',
          baseline: '196',
          target: '40',
          from: 130,
          until: 336,
          inCharge: 'Direktur Standar dan Akreditasi Perpustakaan',
          resources: 'Templat laporan; penyunting bahasa satu orang',
          risk: 'Laporan terlambat karena disunting. Hasil angka tetap terbit pada hari keputusan.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted with changes',
    feedback: [
      {
        by: 'penilai04',
        text: prose`
          Perjelas siapa yang berwenang memutus keberatan. Asesor yang memberi nilai tidak boleh memeriksa keberatan
          atas nilainya sendiri.`,
      },
      {
        by: 'evaluator',
        text: 'Catatan pengawasan: pernyataan hubungan asesor perlu disimpan paling sedikit lima tahun.',
      },
    ],
    followUps: [
      {
        what: 'Menetapkan panel keberatan yang terpisah dari asesor penilai',
        owner: 'agen12',
        dueOn: 54,
        done: { on: 54, how: 'Panel tiga orang ditetapkan dengan nota dinas Direktur.' },
      },
      {
        what: 'Mencantumkan masa simpan pernyataan hubungan dalam jadwal retensi arsip',
        owner: 'dokumentasi',
        dueOn: 54,
        done: { on: 53, how: 'Masa simpan lima tahun disetujui arsiparis dan dicatat dalam jadwal retensi.' },
      },
    ],
  },
}

export const villageStandard: DemoProject = {
  agent: 'agen13',
  stage: 'stopped',
  title: 'Standar Selembar: pedoman perpustakaan desa yang dapat ditempel di dinding',
  presentCondition: prose`
    Standar perpustakaan desa terdiri atas 46 halaman dengan 71 ketentuan. Dari 120 pengelola yang kami tanyai di
    Maluku dan Papua, 14 pernah membacanya sampai selesai. Perpustakaan desa yang memenuhi standar baru 6 persen.`,
  problem: prose`
    Ketentuan ditulis untuk gedung dan pegawai tetap, sedangkan sebagian besar perpustakaan desa menempati ruang
    pinjaman dan dikelola relawan. Pengelola tidak tahu harus mulai dari mana, dan dana desa tidak dianggarkan karena
    kebutuhannya tidak terbaca.`,
  wantedCondition: prose`
    Satu lembar memuat dua belas ketentuan pokok dalam tiga tahap yang dapat dicapai relawan. Paling sedikit 200 desa
    memulai tahap pertama, dan 60 di antaranya mencantumkan perpustakaan dalam anggaran desa tahun berikutnya.`,
  areaCodes: ['deregulasi', 'pelayanan-publik'],
  targetCodes: ['pelayanan'],
  isPublicService: true,
  innovationKind: 'new',
  startedOn: null,
  members: [{ person: 'staf12', part: 'Memeriksa kesesuaian ketentuan pokok dengan peraturan' }],
  matrix: [
    {
      title: 'Ketentuan yang dapat dikerjakan',
      activities: [
        {
          title: 'Memilih dua belas ketentuan pokok bersama pengelola desa',
          output: 'Daftar ketentuan pokok yang disepakati 30 pengelola',
          indicator: 'Ketentuan yang dipahami pengelola tanpa penjelasan',
          indicatorUnit: 'ketentuan',
          baseline: '20',
          target: '12',
          from: 70,
          until: 105,
          inCharge: 'Fatima Rumakat',
          resources: 'Tiga diskusi kelompok di Ambon, Tual, dan Jayapura',
          risk: 'Perjalanan laut batal karena cuaca. Diskusi dialihkan ke radio komunitas.',
        },
        {
          title: 'Merancang lembar standar bergambar',
          output: 'Lembar A3 dalam bahasa Indonesia dengan gambar tiap tahap',
          indicator: 'Pengelola yang dapat menyebut langkah berikutnya',
          indicatorUnit: 'persen',
          baseline: '12',
          target: '85',
          from: 106,
          until: 147,
          inCharge: 'Elisabet Riwu Rohi',
          resources: 'Penggambar dari komunitas literasi; cetak 500 lembar',
          risk: 'Gambar tidak cocok dengan keadaan setempat. Rancangan dicoba di dua pulau sebelum dicetak.',
        },
      ],
    },
    {
      title: 'Desa yang memulai',
      activities: [
        {
          title: 'Mendampingi 200 desa menjalankan tahap pertama',
          output: 'Catatan pendampingan dan foto sebelum dan sesudah',
          indicator: 'Desa yang menyelesaikan tahap pertama',
          indicatorUnit: 'desa',
          baseline: '0',
          target: '200',
          from: 148,
          until: 315,
          inCharge: 'Fatima Rumakat',
          resources: 'Pustakawan dari sembilan kabupaten; pendampingan lewat telepon',
          risk: 'Relawan berganti. Setiap desa menunjuk dua orang.',
        },
        {
          title: 'Membantu desa memasukkan perpustakaan ke dalam anggaran',
          output: 'Contoh usul kegiatan dan rincian biaya satu halaman',
          indicator: 'Desa yang menganggarkan perpustakaan',
          indicatorUnit: 'desa',
          baseline: '9',
          target: '60',
          from: 230,
          until: 343,
          inCharge: 'Kelompok pembinaan perpustakaan desa',
          resources: 'Konsultasi dengan dinas pemberdayaan masyarakat',
          risk: 'Musyawarah desa sudah lewat. Usul disiapkan untuk perubahan anggaran.',
        },
      ],
    },
  ],
  reason: prose`
    Standar nasional perpustakaan desa sedang direvisi menyeluruh dan akan memuat ketentuan pokok yang sama. Agar
    tidak ada dua pedoman, proyek dihentikan dan bahannya diserahkan kepada tim revisi, dengan agen sebagai
    anggotanya.`,
}
