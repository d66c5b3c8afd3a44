import { prose } from '../../prose.ts'
import type { DemoProject } from '../../shape.ts'

export const oneFigure: DemoProject = {
  agent: 'agen01',
  stage: 'running',
  title: 'Satu Angka Kinerja: laporan capaian triwulan dari satu sumber',
  presentCondition: prose`
    Capaian kinerja triwulan dikumpulkan melalui 41 berkas lembar kerja dari 16 unit kerja. Penggabungannya memakan 23
    hari kerja. Pada triwulan II tahun lalu ditemukan 37 angka yang berbeda antara laporan unit dan laporan lembaga.`,
  problem: prose`
    Setiap unit memakai rumus dan batas waktu sendiri, bukti capaian tersimpan di komputer penyusun, dan koreksi
    dikirim lewat surel. Akibatnya, tidak ada yang dapat memastikan angka mana yang terakhir. Inspektorat mencatat hal
    ini dua tahun berturut-turut dalam reviu laporan kinerja.`,
  wantedCondition: prose`
    Setiap indikator mempunyai satu rumus, satu penanggung jawab, dan satu tempat pencatatan. Laporan triwulan terbit
    paling lambat 7 hari kerja setelah triwulan berakhir, tanpa selisih angka, dan setiap angka dapat ditelusuri
    sampai ke buktinya.`,
  areaCodes: ['akuntabilitas', 'tatalaksana'],
  targetCodes: ['kapasitas'],
  isPublicService: false,
  innovationKind: 'adapted',
  startedOn: 54,
  members: [
    { person: 'staf01', part: 'Memeriksa rumus indikator dan mengolah data triwulan' },
    { person: 'staf05', part: 'Membangun lembar pencatatan dan mengatur hak aksesnya' },
  ],
  matrix: [
    {
      title: 'Kamus indikator yang disepakati semua unit',
      activities: [
        {
          title: 'Menginventarisasi rumus seluruh indikator kinerja unit',
          output: 'Daftar 64 indikator lengkap dengan rumus, sumber data, dan pemiliknya',
          indicator: 'Indikator yang rumusnya sudah diperiksa',
          indicatorUnit: 'indikator',
          baseline: '0',
          target: '64',
          from: 54,
          until: 72,
          inCharge: 'Bayu Segara Putra',
          resources: 'Dua orang selama 12 hari kerja; perjanjian kinerja semua unit',
          risk: 'Unit mengirim rumus lama. Penyusun laporan tiap unit diwawancarai langsung.',
          progress: [
            {
              on: 73,
              percent: 100,
              value: '64',
              note: 'Seluruh 64 rumus diperiksa; 19 di antaranya ternyata dihitung dengan dua cara yang berbeda.',
              obstacle: 'Tiga unit tidak lagi menyimpan penjelasan rumus yang dipakai sebelum pergantian pejabat.',
              solution: prose`
                Rumus ditelusuri dari laporan kinerja tiga tahun terakhir, lalu dikonfirmasi kepada kepala unit.`,
            },
          ],
        },
        {
          title: 'Menyelaraskan rumus yang berbeda bersama pemilik indikator',
          output: 'Berita acara kesepakatan rumus dari 16 unit kerja',
          indicator: 'Indikator dengan lebih dari satu rumus',
          indicatorUnit: 'indikator',
          baseline: '19',
          target: '0',
          from: 73,
          until: 104,
          inCharge: 'Ni Luh Sekar Anjani',
          resources: 'Empat pertemuan setengah hari; ruang rapat lantai 3',
          risk: 'Pembahasan berlarut pada indikator lintas unit. Sekretaris Utama memutuskan setelah dua pertemuan.',
          progress: [
            {
              on: 94,
              percent: 70,
              value: '6',
              note: prose`
                Tiga belas indikator sudah disepakati. Enam sisanya menyangkut jumlah pemustaka dan jumlah koleksi.`,
              obstacle: prose`
                Pusat Layanan dan Direktorat Serah Simpan menghitung pemustaka daring dengan batas yang berlainan.`,
              solution: prose`
                Kedua unit diminta memakai sesi kunjungan 30 menit sebagai satuan hitung selama satu bulan percobaan.`,
            },
          ],
        },
        {
          title: 'Menetapkan kamus indikator dengan keputusan Sekretaris Utama',
          output: 'Keputusan tentang kamus indikator kinerja beserta lampirannya',
          indicator: 'Unit yang memakai kamus dalam perjanjian kinerjanya',
          indicatorUnit: 'unit kerja',
          baseline: '0',
          target: '16',
          from: 105,
          until: 133,
          inCharge: 'Kepala Biro Perencanaan dan Anggaran',
          resources: 'Rancangan keputusan; telaah Biro Hukum selama 5 hari kerja',
          risk: 'Penetapan bertepatan dengan revisi anggaran. Rancangan diserahkan sepuluh hari lebih awal.',
        },
      ],
    },
    {
      title: 'Pencatatan capaian dan bukti di satu tempat',
      activities: [
        {
          title: 'Menyusun lembar pencatatan daring yang mengunci rumus',
          output: 'Lembar pencatatan dengan riwayat perubahan dan tautan bukti',
          indicator: 'Indikator yang tersedia di lembar pencatatan',
          indicatorUnit: 'indikator',
          baseline: '0',
          target: '64',
          from: 80,
          until: 119,
          inCharge: 'Yohanis Wambrauw',
          resources: 'Server yang ada di Pusat Data; satu pranata komputer paruh waktu',
          risk: 'Akses jaringan kantor di luar Jakarta lambat. Lembar dapat diisi luring dan digabungkan kemudian.',
          progress: [
            {
              on: 95,
              percent: 55,
              value: '36',
              note: 'Tiga puluh enam indikator sudah dapat diisi dan dicoba oleh dua petugas Biro Perencanaan.',
            },
          ],
        },
        {
          title: 'Mencoba pencatatan pada empat unit kerja',
          output: 'Catatan uji coba satu triwulan dan daftar perbaikannya',
          indicator: 'Waktu penggabungan data triwulan',
          indicatorUnit: 'hari kerja',
          baseline: '23',
          target: '12',
          from: 120,
          until: 175,
          inCharge: 'Ni Luh Sekar Anjani',
          resources: 'Delapan petugas data dari empat unit; panduan dua halaman',
          risk: 'Petugas tetap mengirim lembar kerja lama. Berkas lewat surel tidak lagi diterima selama uji coba.',
        },
        {
          title: 'Menerbitkan laporan triwulan pertama dari sumber tunggal',
          output: 'Laporan kinerja triwulan lembaga yang setiap angkanya tertaut ke bukti',
          indicator: 'Terbitnya laporan setelah triwulan berakhir',
          indicatorUnit: 'hari kerja',
          baseline: '31',
          target: '7',
          from: 230,
          until: 266,
          inCharge: 'Kelompok kerja evaluasi kinerja',
          resources: 'Empat anggota kelompok kerja; jadwal reviu Inspektorat',
          risk: 'Bukti terlambat diunggah. Angka tanpa bukti ditampilkan sebagai belum terverifikasi.',
        },
      ],
    },
  ],
  presentation: {
    heldOn: 49,
    decision: 'accepted',
    feedback: [
      {
        by: 'pimpinan',
        text: prose`
          Rencana ini menjawab catatan Inspektorat. Mulailah dari indikator yang paling sering dipertanyakan, yaitu
          jumlah pemustaka, karena angka itu juga dipakai dalam rapat dengan Dewan Perwakilan Rakyat.`,
      },
      {
        by: 'atasan07',
        text: prose`
          Direktorat Standar bersedia menjadi satu dari empat unit uji coba asalkan petugasnya dilatih lebih dahulu.`,
      },
    ],
    followUps: [
      {
        what: 'Menyampaikan daftar indikator lintas unit kepada Sekretaris Utama',
        owner: 'agen01',
        dueOn: 70,
        done: { on: 68, how: 'Daftar sembilan indikator lintas unit disampaikan dengan nota dinas.' },
      },
      { what: 'Menunjuk petugas data di Direktorat Standar dan Akreditasi', owner: 'atasan07', dueOn: 110 },
    ],
  },
}
