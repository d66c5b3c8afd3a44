import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const fewerRules: DemoProject = {
  agent: 'agen02',
  stage: 'verified',
  title: 'Pangkas Aturan: dari 47 menjadi 20 peraturan internal yang mudah dicari',
  presentCondition: prose`
    Pustaka Nusantara memiliki 47 peraturan dan keputusan yang mengatur ke dalam, tertua dari tahun 1998. Sebanyak 18
    di antaranya mengatur hal yang sama dengan bunyi yang berbeda. Pegawai memerlukan rata-rata 2 hari untuk
    memastikan aturan yang berlaku melalui pertanyaan kepada Biro Hukum.`,
  problem: prose`
    Peraturan baru diterbitkan tanpa mencabut yang lama, naskahnya tersebar dalam bentuk pindaian yang tidak dapat
    dicari, dan tidak ada jadwal evaluasi. Dalam setahun, 63 konsep naskah dinas dikembalikan karena merujuk pada
    peraturan yang sudah tidak sesuai.`,
  wantedCondition: prose`
    Paling banyak 20 peraturan internal berlaku, masing-masing dengan ringkasan satu halaman dan status
    keberlakuannya. Pegawai menemukan aturan yang dicari dalam 5 menit. Setiap peraturan dievaluasi paling lambat dua
    tahun setelah diundangkan.`,
  areaCodes: ['deregulasi', 'tatalaksana'],
  targetCodes: ['bersih', 'kapasitas'],
  isPublicService: false,
  innovationKind: 'raised',
  startedOn: 112,
  members: [
    { person: 'staf03', part: 'Menelaah tumpang tindih dan menyusun rancangan pencabutan' },
    { person: 'staf02', part: 'Menata naskah asli dan salinan digital peraturan' },
  ],
  matrix: [
    {
      title: 'Peninjauan dan penyederhanaan peraturan',
      activities: [
        {
          title: 'Memetakan 47 peraturan menurut pokok pengaturan dan keberlakuan',
          output: 'Peta peraturan dengan usul tetap, gabung, ubah, atau cabut',
          indicator: 'Peraturan yang status keberlakuannya jelas',
          indicatorUnit: 'peraturan',
          baseline: '12',
          target: '47',
          from: 112,
          until: 140,
          inCharge: 'Ilham Pasolong',
          resources: 'Dua perancang peraturan; naskah asli di arsip Biro Hukum',
          risk: 'Naskah lampiran lama tidak ditemukan. Pencarian dilanjutkan ke depo arsip inaktif.',
        },
        {
          title: 'Membahas usul pencabutan bersama unit pemrakarsa',
          output: 'Kesepakatan tertulis dengan 11 unit pemrakarsa',
          indicator: 'Usul pencabutan yang disetujui pemrakarsa',
          indicatorUnit: 'peraturan',
          baseline: '0',
          target: '27',
          from: 141,
          until: 182,
          inCharge: 'Teuku Ridwan Alamsyah',
          resources: 'Enam pertemuan; matriks perbandingan pasal',
          risk: prose`
            Unit mempertahankan aturan yang menjadi dasar honorarium. Biro Perencanaan dan Anggaran dilibatkan sejak
            awal.`,
        },
        {
          title: 'Menyusun satu peraturan gabungan tentang tata kelola layanan internal',
          output: 'Rancangan peraturan beserta naskah penjelasan',
          indicator: 'Peraturan internal yang berlaku',
          indicatorUnit: 'peraturan',
          baseline: '47',
          target: '20',
          from: 183,
          until: 259,
          inCharge: 'Teuku Ridwan Alamsyah',
          resources: 'Harmonisasi dengan kementerian; anggaran rapat Rp38.000.000,00',
          risk: 'Harmonisasi melewati akhir tahun. Pencabutan didahulukan dengan satu keputusan tersendiri.',
        },
      ],
    },
    {
      title: 'Rumah peraturan yang dapat dicari',
      activities: [
        {
          title: 'Mengalihkan naskah peraturan menjadi teks yang dapat dicari',
          output: 'Naskah digital 47 peraturan yang sudah dibandingkan dengan aslinya',
          indicator: 'Halaman yang teksnya sudah diperiksa',
          indicatorUnit: 'halaman',
          baseline: '0',
          target: '1320',
          from: 126,
          until: 196,
          inCharge: 'Maria Goreti Nahak',
          resources: 'Pemindai milik Biro Hukum; dua mahasiswa magang selama 8 minggu',
          risk: 'Salah baca huruf pada naskah ketikan. Setiap halaman diperiksa oleh orang kedua.',
        },
        {
          title: 'Menulis ringkasan satu halaman untuk setiap peraturan yang berlaku',
          output: 'Dua puluh ringkasan: untuk siapa, apa kewajibannya, dan siapa yang ditanya',
          indicator: 'Waktu pegawai menemukan aturan yang dicari',
          indicatorUnit: 'menit',
          baseline: '960',
          target: '5',
          from: 260,
          until: 315,
          inCharge: 'Ilham Pasolong',
          resources: 'Templat ringkasan; uji baca oleh 15 pegawai dari unit teknis',
          risk: 'Ringkasan dianggap menggantikan peraturan. Kalimat penegas ditaruh di bagian atas.',
        },
        {
          title: 'Menetapkan jadwal evaluasi peraturan dua tahunan',
          output: 'Keputusan Kepala Biro tentang evaluasi berkala',
          indicator: 'Peraturan yang memiliki tanggal evaluasi',
          indicatorUnit: 'persen',
          baseline: '0',
          target: '100',
          from: 316,
          until: 343,
          inCharge: 'Kepala Biro Hukum, Organisasi, dan Komunikasi Publik',
          resources: 'Agenda Biro Hukum; pengingat di kalender bersama',
          risk: prose`
            Evaluasi terlewat ketika perancang berpindah tugas. Pengingat dikirim kepada jabatan, bukan kepada orang.`,
        },
      ],
    },
  ],
}

export const crossUnitTeams: DemoProject = {
  agent: 'agen03',
  stage: 'submitted late',
  title: 'Tim Kerja Lintas Unit: satu mandat, satu ketua, satu tenggat',
  presentCondition: prose`
    Setelah penyederhanaan birokrasi terbentuk 58 tim kerja, 22 di antaranya dengan tugas yang sebagian sama.
    Keputusan pembentukan satu tim melewati 9 paraf dan rata-rata 26 hari kerja. Seorang pegawai tercatat menjadi
    anggota hingga 7 tim sekaligus.`,
  problem: prose`
    Tim dibentuk menurut kebiasaan jabatan lama, bukan menurut hasil yang diharapkan. Tidak ada daftar tim yang
    mutakhir, tim yang tugasnya selesai tidak dibubarkan, dan beban anggota tidak pernah dihitung. Pekerjaan lintas
    unit akhirnya menunggu disposisi kepala unit.`,
  wantedCondition: prose`
    Setiap hasil lintas unit dikerjakan oleh satu tim dengan mandat dua halaman, ketua yang jelas, dan tanggal
    berakhir. Tim terbentuk paling lama 5 hari kerja, seorang pegawai menjadi anggota paling banyak 3 tim, dan daftar
    tim terbuka bagi semua pegawai.`,
  areaCodes: ['kelembagaan', 'tatalaksana'],
  targetCodes: ['kapasitas'],
  isPublicService: false,
  innovationKind: 'new',
  startedOn: 126,
  members: [
    { person: 'staf02', part: 'Menyusun daftar tim dan menjaga kemutakhirannya' },
    { person: 'staf04', part: 'Menghitung beban kerja anggota tim' },
  ],
  matrix: [
    {
      title: 'Penataan tim yang sudah ada',
      activities: [
        {
          title: 'Mendata 58 tim kerja beserta hasil yang dijanjikan',
          output: 'Daftar tim dengan mandat, anggota, dan masa tugas',
          indicator: 'Tim dengan masa tugas yang tercatat',
          indicatorUnit: 'tim',
          baseline: '17',
          target: '58',
          from: 126,
          until: 147,
          inCharge: 'Maria Goreti Nahak',
          resources: 'Salinan keputusan pembentukan tim dari 16 unit',
          risk: 'Tim informal tidak memiliki keputusan. Ketuanya mengisi formulir pendataan satu halaman.',
        },
        {
          title: 'Menggabungkan atau membubarkan tim bertugas ganda',
          output: 'Keputusan Sekretaris Utama tentang penataan tim',
          indicator: 'Tim dengan tugas yang tumpang tindih',
          indicatorUnit: 'tim',
          baseline: '22',
          target: '0',
          from: 148,
          until: 189,
          inCharge: 'Andi Besse Tenriola',
          resources: 'Tiga rapat pimpinan; bahan perbandingan tugas',
          risk: 'Ketua tim keberatan dibubarkan. Hasil yang belum selesai dialihkan dengan berita acara.',
        },
        {
          title: 'Menghitung beban keanggotaan setiap pegawai',
          output: 'Daftar keanggotaan per pegawai yang diperbarui tiap bulan',
          indicator: 'Keanggotaan tim terbanyak pada satu pegawai',
          indicatorUnit: 'tim',
          baseline: '7',
          target: '3',
          from: 160,
          until: 210,
          inCharge: 'Rosdiana Ginting',
          resources: 'Basis data pegawai; satu analis selama enam minggu',
          risk: 'Pegawai berkeahlian langka tetap diperebutkan. Prioritas ditetapkan dalam rapat pimpinan bulanan.',
        },
      ],
    },
    {
      title: 'Pembentukan tim dalam lima hari',
      activities: [
        {
          title: 'Menyusun templat mandat tim dua halaman',
          output: 'Templat mandat: hasil, ketua, anggota, wewenang, dan tanggal berakhir',
          indicator: 'Mandat yang ditulis dengan templat baru',
          indicatorUnit: 'persen',
          baseline: '0',
          target: '90',
          from: 190,
          until: 217,
          inCharge: 'Andi Besse Tenriola',
          resources: 'Contoh mandat dari tiga lembaga lain; uji coba pada dua tim',
          risk: 'Templat diisi sekadar formalitas. Biro Hukum mengembalikan mandat yang tidak menyebut hasil.',
        },
        {
          title: 'Memangkas alur paraf keputusan pembentukan tim',
          output: 'SOP pembentukan tim dengan tiga paraf',
          indicator: 'Waktu terbit keputusan pembentukan tim',
          indicatorUnit: 'hari kerja',
          baseline: '26',
          target: '5',
          from: 218,
          until: 273,
          inCharge: 'Kelompok kerja tata laksana',
          resources: 'SOP lama; persetujuan dua deputi',
          risk: 'Paraf berjenjang diminta kembali oleh unit. Kewenangan paraf dilimpahkan secara tertulis.',
        },
      ],
    },
  ],
}
