import type { SaidOf } from './notice.ts'

const gates: Record<string, string> = {
  approval: 'persetujuan atasan',
  verification: 'verifikasi sekretariat',
  presentation: 'paparan',
}

/** Each gate tells the next person, and a return tells the agent: event → who is told → what. */
export const projectSaid: SaidOf = {
  'action-plan.submitted': {
    head: {
      subject: 'Rencana aksi menunggu persetujuan Anda',
      sentence: ({ by, title }) =>
        `${by} mengajukan rencana aksi proyek “${title}”. Setujui, atau kembalikan dengan catatan.`,
      button: 'Periksa rencana aksi',
    },
  },
  'action-plan.withdrawn': {
    head: {
      subject: 'Rencana aksi ditarik kembali',
      sentence: ({ by, title }) =>
        `${by} menarik kembali rencana aksi proyek “${title}”. Anda tidak perlu memeriksanya sampai diajukan lagi.`,
      button: 'Lihat proyek',
    },
  },
  'action-plan.approved': {
    secretariat: {
      subject: 'Rencana aksi menunggu verifikasi',
      sentence: ({ by, title }) =>
        `${by} menyetujui rencana aksi proyek “${title}”. Verifikasi, atau kembalikan dengan catatan.`,
      button: 'Periksa rencana aksi',
    },
  },
  'action-plan.verified': {
    agent: {
      subject: 'Rencana aksi Anda lolos verifikasi',
      sentence: ({ title }) => `Rencana aksi proyek “${title}” sudah diverifikasi dan sekarang menunggu paparan.`,
      button: 'Lihat rencana aksi',
    },
    secretariat: {
      subject: 'Rencana aksi siap dipaparkan',
      sentence: ({ by, title }) => `${by} memverifikasi rencana aksi proyek “${title}”. Jadwalkan paparannya.`,
      button: 'Lihat rencana aksi',
    },
  },
  'action-plan.returned': {
    agent: {
      subject: 'Rencana aksi Anda dikembalikan',
      sentence: ({ by, title, gate }) =>
        `${by} mengembalikan rencana aksi proyek “${title}” pada tahap ${gates[gate ?? ''] ?? 'pemeriksaan'}. Baca catatannya, perbaiki, lalu ajukan lagi.`,
      button: 'Perbaiki rencana aksi',
    },
  },
  'action-plan.agreed': {
    agent: {
      subject: 'Rencana aksi Anda ditetapkan',
      sentence: ({ title }) => `Rencana aksi proyek “${title}” sudah ditetapkan. Kegiatannya dapat dijalankan.`,
      button: 'Lihat rencana aksi',
    },
    head: {
      subject: 'Rencana aksi ditetapkan',
      sentence: ({ title }) => `Rencana aksi proyek “${title}” di unit kerja Anda sudah ditetapkan.`,
      button: 'Lihat rencana aksi',
    },
  },
  'project.finished': {
    head: {
      subject: 'Proyek menunggu kepastian Anda',
      sentence: ({ by, title }) =>
        `${by} menyatakan proyek “${title}” selesai. Periksa nilai akhir dan gambarnya, lalu pastikan atau kembalikan.`,
      button: 'Periksa proyek',
    },
  },
  'project.sent-back': {
    agent: {
      subject: 'Pernyataan selesai Anda dikembalikan',
      sentence: ({ by, title }) =>
        `${by} mengembalikan pernyataan selesai proyek “${title}”. Baca catatannya, lengkapi, lalu nyatakan selesai lagi.`,
      button: 'Baca catatannya',
    },
  },
  'project.confirmed': {
    agent: {
      subject: 'Proyek Anda dipastikan selesai',
      sentence: ({ by, title }) => `${by} memastikan proyek “${title}” selesai. Terima kasih atas pekerjaan Anda.`,
      button: 'Lihat proyek',
    },
  },
  'project.copied': {
    agent: {
      subject: 'Proyek Anda ditiru',
      sentence: ({ by, title }) =>
        `${by} memulai proyek yang meniru “${title}”. Anda dapat membagikan pengalaman Anda.`,
      button: 'Lihat siapa yang meniru',
    },
    secretariat: {
      subject: 'Proyek ditiru di instansi ini',
      sentence: ({ by, title }) => `${by} memulai proyek yang meniru “${title}”.`,
      button: 'Lihat siapa yang meniru',
    },
  },
  'project.copy-shown': {
    agent: {
      subject: 'Tiruan proyek Anda terbit',
      sentence: ({ title }) => `Proyek yang meniru “${title}” sekarang dapat dibaca siapa pun di galeri.`,
      button: 'Lihat siapa yang meniru',
    },
    secretariat: {
      subject: 'Tiruan proyek instansi ini terbit',
      sentence: ({ title }) => `Proyek yang meniru “${title}” sekarang dapat dibaca siapa pun di galeri.`,
      button: 'Lihat siapa yang meniru',
    },
  },
  'project.integration-stated': {
    head: {
      subject: 'Integrasi perubahan menunggu verifikasi',
      sentence: ({ by, title }) =>
        `${by} mencatat bahwa perubahan proyek “${title}” sudah menjadi bagian sistem manajemen. Periksa dokumennya, lalu verifikasi atau kembalikan.`,
      button: 'Periksa dokumennya',
    },
    secretariat: {
      subject: 'Integrasi perubahan menunggu verifikasi',
      sentence: ({ by, title }) =>
        `${by} mencatat bahwa perubahan proyek “${title}” sudah menjadi bagian sistem manajemen. Periksa dokumennya, lalu verifikasi atau kembalikan.`,
      button: 'Periksa dokumennya',
    },
  },
  'project.integration-verified': {
    agent: {
      subject: 'Integrasi perubahan Anda diverifikasi',
      sentence: ({ by, title }) =>
        `${by} memverifikasi bahwa perubahan proyek “${title}” sudah terintegrasi dalam sistem manajemen.`,
      button: 'Lihat proyek',
    },
  },
  'project.integration-returned': {
    agent: {
      subject: 'Integrasi perubahan Anda dikembalikan',
      sentence: ({ by, title }) =>
        `${by} mengembalikan integrasi perubahan proyek “${title}”. Baca catatannya, lengkapi, lalu catat lagi.`,
      button: 'Baca catatannya',
    },
  },
  'project.stopped': {
    agent: {
      subject: 'Proyek Anda dihentikan',
      sentence: ({ by, title }) => `${by} menghentikan proyek “${title}”. Alasannya ada di halaman proyek.`,
      button: 'Lihat proyek',
    },
    head: {
      subject: 'Proyek dihentikan',
      sentence: ({ by, title }) => `${by} menghentikan proyek “${title}” di unit kerja Anda.`,
      button: 'Lihat proyek',
    },
  },
}
