import { prose } from '../prose.ts'
import type { DemoGuideline, DemoTopic } from '../shape.ts'

/** Conversations of the current programme's forum. */
export const topics: DemoTopic[] = [
  {
    title: 'Mengukur nilai awal ketika datanya tidak pernah dicatat',
    posts: [
      {
        by: 'agen05',
        on: 58,
        text: prose`
          Rekan-rekan dan @Haris Munandar, indikator saya adalah cerita yang memuat angka. Tahun lalu tidak ada yang mencatatnya. Apakah
          nilai awalnya boleh saya tulis nol, atau dikosongkan dahulu?`,
      },
      {
        by: 'agen01',
        on: 58,
        text: prose`
          Nol berarti sudah diukur dan hasilnya nol. Jika belum diukur, kosongkan, lalu ambil contoh. Kami memakai
          tiga bulan terakhir sebagai nilai awal dan menuliskannya di kolom sumber daya.`,
      },
      {
        by: 'agen14',
        on: 59,
        text: prose`
          Setuju. Dari sisi pengawasan, nilai awal yang diperkirakan lebih baik ditandai sebagai perkiraan daripada
          diisi angka bulat yang tidak dapat ditelusuri.`,
      },
      {
        by: 'ketua-forum',
        on: 61,
        text: prose`
          Saya rangkum untuk pedoman teknis: kosongkan bila belum diukur, ukur dari contoh paling sedikit tiga bulan,
          dan sebutkan asalnya. Mohon tanggapan sampai Jumat.`,
      },
    ],
  },
  {
    title: 'Meminta waktu atasan untuk memeriksa rencana',
    posts: [
      {
        by: 'agen03',
        on: 89,
        text: prose`
          Rencana saya sudah sepekan menunggu persetujuan. Kepala Biro sedang padat dengan harmonisasi. Adakah yang
          punya cara tanpa terkesan mendesak?`,
      },
      {
        by: 'agen09',
        on: 90,
        text: prose`
          Saya membawa satu halaman: apa yang berubah, berapa biayanya, dan apa yang saya minta diputuskan. Lima belas
          menit cukup. Rencana saya disetujui sore itu, walaupun memang sudah lewat tenggat.`,
      },
      {
        by: 'agen10',
        on: 90,
        text: prose`
          Di Pusat Layanan kami menitipkannya pada agenda rapat mingguan. Sekarang ada Plh., jadi pastikan dahulu
          siapa yang berwenang pada hari itu.`,
      },
      {
        by: 'sekretariat',
        on: 92,
        text: prose`
          Pengingat tenggat dikirim setiap Senin kepada atasan. Bila lebih dari dua minggu belum ada keputusan,
          sampaikan kepada sekretariat agar dibahas dalam rapat pimpinan.`,
      },
    ],
  },
]

/** The guideline that the forum is writing. */
export const guideline: DemoGuideline = {
  title: 'Pedoman Teknis Rencana Kerja Agen Perubahan',
  sections: [
    {
      heading: 'Maksud dan ruang lingkup',
      text: prose`
        Pedoman ini membantu agen perubahan menyusun rencana kerja yang dapat diukur, diperiksa atasan, dan
        dilanjutkan oleh penggantinya. Pedoman berlaku bagi agen tingkat pusat dan tingkat unit kerja.`,
    },
    {
      heading: 'Memilih masalah',
      text: prose`
        Pilihlah satu masalah yang dirasakan pengguna layanan atau rekan kerja, dapat diubah dengan kewenangan unit,
        dan hasilnya tampak dalam satu tahun. Tuliskan keadaan sekarang dengan angka dan sebutkan sumber angkanya.`,
    },
    {
      heading: 'Menyusun matriks',
      text: prose`
        Matriks memuat dua sampai tiga program dengan kegiatan yang masing-masing mempunyai keluaran, indikator, nilai
        awal, target, waktu, penanggung jawab, sumber daya, dan risiko. Satu kegiatan cukup mempunyai satu indikator.`,
    },
    {
      heading: 'Menetapkan nilai awal',
      text: prose`
        Nilai awal yang belum diukur dikosongkan, bukan diisi nol. Ukurlah dari contoh paling sedikit tiga bulan, lalu
        catat cara mengukurnya agar nilai akhir diperoleh dengan cara yang sama.`,
    },
    {
      heading: 'Persetujuan, verifikasi, dan paparan',
      text: prose`
        Atasan memeriksa kemanfaatan dan ketersediaan sumber daya, sekretariat memeriksa kelengkapan, dan sidang
        paparan memutus. Catatan pengembalian menyebut bagian yang diperbaiki dan contoh perbaikannya.`,
    },
    {
      heading: 'Melaporkan kemajuan dan bukti',
      text: prose`
        Laporan disampaikan setiap bulan dengan persentase, nilai indikator, hambatan, dan solusi. Setiap nilai yang
        dilaporkan disertai bukti yang dapat diperiksa oleh orang lain.`,
    },
    {
      heading: 'Dokumentasi dan serah terima',
      text: prose`
        Foto dan film diambil sejak sebelum perubahan dimulai. Agen yang berpindah tugas menyerahkan rencana, bukti,
        dan tindak lanjut yang masih terbuka kepada penggantinya dengan berita acara.`,
    },
  ],
}

/** The guideline of 2021, as its first version was published. */
export const formerGuideline: DemoGuideline = {
  title: 'Pedoman Teknis Rencana Kerja Agen Perubahan',
  sections: [
    {
      heading: 'Maksud dan ruang lingkup',
      text: prose`
        Pedoman ini membantu agen perubahan menyusun rencana kerja yang dapat diukur dan diperiksa atasan. Pedoman
        berlaku bagi agen tingkat pusat.`,
    },
    {
      heading: 'Menyusun matriks',
      text: prose`
        Matriks memuat program dengan kegiatan yang masing-masing mempunyai keluaran, indikator, target, waktu, dan
        penanggung jawab.`,
    },
    {
      heading: 'Melaporkan kemajuan',
      text: prose`Laporan disampaikan setiap triwulan dengan persentase, hambatan, dan solusi.`,
    },
  ],
}

/** What its second version says otherwise, and what it adds. */
export const formerGuidelineRevised: DemoGuideline['sections'] = [
  {
    heading: 'Melaporkan kemajuan',
    text: prose`
      Laporan disampaikan setiap bulan dengan persentase, nilai indikator, hambatan, dan solusi. Setiap nilai disertai
      bukti.`,
  },
  {
    heading: 'Serah terima',
    text: [
      'Agen yang berpindah tugas menyerahkan kepada penggantinya:',
      '',
      '- rencana kerja dan buktinya',
      '- tindak lanjut yang masih terbuka',
      '- nama narahubung di unit terkait',
    ].join('\n'),
  },
]
