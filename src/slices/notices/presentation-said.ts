import type { SaidOf, Words } from './notice.ts'

const decisions: Record<string, string> = {
  accepted: 'diterima',
  accepted_with_changes: 'diterima dengan perubahan',
  again: 'diulang',
}

/** The agent hears what was decided; when it is presented is told once the schedule is at rest (`slot-said.ts`). */
export const presentationSaid: SaidOf = {
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
