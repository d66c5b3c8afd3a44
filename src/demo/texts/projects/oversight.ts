import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const openFindings: DemoProject = {
  agent: 'agen14',
  stage: 'running',
  title: 'Tuntas Temuan: tindak lanjut pengawasan yang terlihat semua pihak',
  presentCondition: prose`
    Per awal tahun tercatat 214 rekomendasi pengawasan, 129 di antaranya lewat tenggat. Rekomendasi tertua berumur 6
    tahun. Rata-rata satu rekomendasi tuntas dalam 287 hari, dan 44 rekomendasi dinyatakan selesai tanpa bukti yang
    dapat ditunjukkan.`,
  problem: prose`
    Rekomendasi dikirim sebagai surat kepada kepala unit, lalu dipantau dengan lembar kerja milik masing-masing
    auditor. Pegawai yang harus mengerjakan tidak pernah membaca rekomendasinya, dan temuan yang sama berulang pada 9
    unit berbeda.`,
  wantedCondition: prose`
    Setiap rekomendasi mempunyai satu pelaksana bernama, tenggat, dan bukti yang diperiksa. Rekomendasi yang lewat
    tenggat paling banyak 20, rata-rata penyelesaian 90 hari, dan temuan yang berulang dibahas sebagai perbaikan
    sistem, bukan kesalahan perorangan.`,
  areaCodes: ['pengawasan', 'akuntabilitas'],
  targetCodes: ['bersih', 'kapasitas'],
  isPublicService: false,
  innovationKind: 'adapted',
  startedOn: 51,
  members: [
    { person: 'staf13', part: 'Memeriksa bukti tindak lanjut dan memutakhirkan daftar' },
    { person: 'agen01', part: 'Menghubungkan rekomendasi dengan kamus indikator' },
  ],
  matrix: [
    {
      title: 'Satu daftar tindak lanjut',
      activities: [
        {
          title: 'Menyatukan 214 rekomendasi dari enam lembar kerja',
          output: 'Daftar tunggal rekomendasi dengan umur dan pemiliknya',
          indicator: 'Rekomendasi dalam daftar tunggal',
          indicatorUnit: 'rekomendasi',
          baseline: '0',
          target: '214',
          from: 51,
          until: 66,
          inCharge: 'Pahrudin Anwari',
          resources: 'Lembar kerja seluruh auditor; tujuh hari kerja',
          risk: 'Rekomendasi yang sama ditulis dengan bunyi berbeda. Penggabungan diputuskan dua auditor.',
          progress: [
            {
              on: 67,
              percent: 100,
              value: '198',
              note: 'Daftar tunggal memuat 198 rekomendasi setelah 16 yang ganda digabungkan.',
            },
          ],
        },
        {
          title: 'Menetapkan satu pelaksana bernama untuk setiap rekomendasi',
          output: 'Kesediaan tertulis pelaksana dan tenggat yang disepakati',
          indicator: 'Rekomendasi dengan pelaksana bernama',
          indicatorUnit: 'persen',
          baseline: '18',
          target: '100',
          from: 67,
          until: 94,
          inCharge: 'Tengku Mardiana Azwar',
          resources: 'Pertemuan satu jam dengan setiap unit kerja',
          risk: 'Pejabat pelaksana sudah berpindah. Tugas melekat pada jabatan penggantinya.',
          progress: [
            {
              on: 95,
              percent: 92,
              value: '92',
              note: prose`
                Sebanyak 182 rekomendasi sudah mempunyai pelaksana. Enam belas lainnya menyangkut unit yang digabung.`,
              obstacle: 'Unit hasil penggabungan belum sepakat mengenai siapa yang mewarisi temuan lama.',
              solution: 'Sekretaris Utama diminta memutus pembagiannya dalam rapat pimpinan bulan depan.',
            },
          ],
        },
        {
          title: 'Memeriksa ulang rekomendasi yang dinyatakan selesai tanpa bukti',
          output: 'Berita acara pemeriksaan 44 rekomendasi',
          indicator: 'Rekomendasi selesai tanpa bukti',
          indicatorUnit: 'rekomendasi',
          baseline: '44',
          target: '0',
          from: 75,
          until: 131,
          inCharge: 'Pahrudin Anwari',
          resources: 'Arsip unit; dua auditor selama empat minggu',
          risk: 'Arsip lama tidak ditemukan. Pelaksana membuat surat pernyataan yang diuji di lapangan.',
          progress: [
            {
              on: 96,
              percent: 48,
              value: '23',
              note: prose`
                Dua puluh satu rekomendasi sudah berbukti. Tujuh dari sisanya dibuka kembali karena belum dikerjakan.`,
            },
          ],
        },
      ],
    },
    {
      title: 'Perbaikan sistem atas temuan berulang',
      activities: [
        {
          title: 'Mengelompokkan temuan berulang menurut akar masalah',
          output: 'Peta delapan akar masalah dengan unit yang terdampak',
          indicator: 'Temuan berulang yang akar masalahnya diketahui',
          indicatorUnit: 'persen',
          baseline: '10',
          target: '100',
          from: 100,
          until: 149,
          inCharge: 'Tengku Mardiana Azwar',
          resources: 'Laporan pengawasan lima tahun terakhir',
          risk: 'Unit merasa disalahkan. Pembahasan memakai data tanpa nama pegawai.',
        },
        {
          title: 'Menyusun kendali baru untuk tiga akar masalah terbesar',
          output: 'Tiga SOP baru yang ditetapkan pemilik prosesnya',
          indicator: 'Temuan berulang dalam satu tahun',
          indicatorUnit: 'temuan',
          baseline: '52',
          target: '20',
          from: 150,
          until: 273,
          inCharge: 'Pemilik proses bersama Inspektorat',
          resources: 'Tiga lokakarya; contoh kendali dari lembaga sejenis',
          risk: 'Kendali menambah pekerjaan. Setiap kendali baru menggantikan paling sedikit satu kendali lama.',
        },
        {
          title: 'Menampilkan daftar tindak lanjut kepada seluruh kepala unit',
          output: 'Papan tindak lanjut yang diperbarui setiap Jumat',
          indicator: 'Rekomendasi yang lewat tenggat',
          indicatorUnit: 'rekomendasi',
          baseline: '129',
          target: '20',
          from: 110,
          until: 336,
          inCharge: 'Inspektur',
          resources: 'Layar di ruang rapat pimpinan; rekap mingguan',
          risk: 'Daftar menjadi ajang mempermalukan. Papan dibuka dengan rekomendasi yang baru saja tuntas.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted',
    feedback: [
      {
        by: 'atasan02',
        text: prose`
          Banyak temuan berulang berakar pada aturan yang kedaluwarsa. Hubungkan peta akar masalah dengan penataan
          peraturan yang dikerjakan Biro Hukum.`,
      },
      {
        by: 'penilai01',
        text: prose`
          Target 20 rekomendasi lewat tenggat sudah berani. Sertakan cara menghadapi rekomendasi yang tidak dapat
          dilaksanakan lagi.`,
      },
    ],
    followUps: [
      {
        what: 'Menulis tata cara menutup rekomendasi yang tidak dapat dilaksanakan',
        owner: 'agen14',
        dueOn: 85,
        done: { on: 84, how: 'Tata cara dua halaman disetujui Inspektur dan mulai dipakai.' },
      },
      { what: 'Mempertemukan peta akar masalah dengan peta peraturan Biro Hukum', owner: 'agen02', dueOn: 150 },
    ],
  },
}
