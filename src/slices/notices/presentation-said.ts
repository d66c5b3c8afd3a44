import { weekdayInWords } from '#kit/date.ts'
import type { About, Said, SaidOf, Words } from './notice.ts'

const on = ({ day }: About) => (day ? ` pada ${weekdayInWords(day)}` : '')

const both = (said: Said) => ({ agent: said, head: said })

const decisions: Record<string, string> = {
  accepted: 'diterima',
  accepted_with_changes: 'diterima dengan perubahan',
  again: 'diulang',
}

/** Agent and head hear when it is presented, the agent what was decided. */
export const presentationSaid: SaidOf = {
  'presentation.scheduled': both({
    subject: 'Paparan dijadwalkan',
    sentence: (about) =>
      `Paparan proyek “${about.title}” dijadwalkan${on(about)}. Jam dan tempatnya ada di halaman paparan.`,
    button: 'Lihat jadwal paparan',
  }),
  'presentation.moved': both({
    subject: 'Jadwal paparan berubah',
    sentence: (about) =>
      `Jadwal paparan proyek “${about.title}” berubah dan sekarang diadakan${on(about)}. Periksa jam dan tempatnya.`,
    button: 'Lihat jadwal paparan',
  }),
  'presentation.cancelled': both({
    subject: 'Paparan dikeluarkan dari sidang',
    sentence: (about) => `Paparan proyek “${about.title}” dikeluarkan dari sidang${on(about)}. Jadwal baru menyusul.`,
    button: 'Lihat paparan',
  }),
  'presentation.decided': {
    agent: {
      subject: 'Keputusan paparan Anda',
      sentence: ({ title, decision }) =>
        `Rencana aksi proyek “${title}” ${decisions[decision ?? ''] ?? 'diputuskan'} dalam paparan. Baca catatan dan tindak lanjutnya.`,
      button: 'Lihat keputusan',
    },
  },
}

/** What a judge reads of a sitting; `when` is its day and hours in words. */
export const judgeWords = (event: string, { id, title, when }: { id: string; title: string; when: string }): Words =>
  event === 'sitting.judge-excused'
    ? {
        subject: 'Undangan sidang paparan dibatalkan',
        sentence: `Anda tidak lagi diundang sebagai penilai ke ${title}, ${when}.`,
        button: 'Lihat sidang paparan',
        path: '/paparan',
      }
    : {
        subject: 'Undangan sidang paparan',
        sentence: `Anda diundang sebagai penilai ke ${title}, ${when}.`,
        button: 'Buka sidang',
        path: `/paparan/${id}`,
      }
