/** To whom: a person, or an account that is no person of the agency. */
export type Addressee = { personId: string; accountId: null } | { personId: null; accountId: string }

/** What a notice says; the path leads to where one acts on it. */
export type Words = { subject: string; sentence: string; button: string; path: string }

/** Pemberitahuan: what the system told somebody about one entry of the journal. */
export type Notice = Words & {
  agencyId: string
  id: string
  createdAt: Date
  readAt: Date | null
}

/** What somebody is to a project when its gates are told of. */
export type Part = 'agent' | 'head' | 'secretariat'

/** What a notice needs to know of a project and of the act. */
export type About = {
  /** Who did it, with "atas nama …" where it was done in somebody's place. */
  by: string
  title: string
  code: string
  /** The gate at which a plan was returned. */
  gate: string | null
}

type Said = { subject: string; sentence: (about: About) => string; button: string }

const gates: Record<string, string> = {
  approval: 'persetujuan atasan',
  verification: 'verifikasi sekretariat',
  presentation: 'paparan',
}

/** Each gate tells the next person, and a return tells the agent: event → who is told → what. */
const rules: Record<string, Partial<Record<Part, Said>>> = {
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

/** The parts that are told of an event. */
export const toldOf = (event: string): Part[] => Object.keys(rules[event] ?? {}) as Part[]

/** What whoever has this part reads of the event; undefined when they are not told. */
export function wordsFor(event: string, part: Part, about: About): Words | undefined {
  const said = rules[event]?.[part]
  return (
    said && { subject: said.subject, sentence: said.sentence(about), button: said.button, path: pathOf(event, about) }
  )
}

/** What a person reads in whose place somebody acted; `done` as "mengajukan rencana". */
export const wordsInstead = (event: string, done: string, by: string, about: About): Words => ({
  subject: 'Tindakan atas nama Anda',
  sentence: `Pada proyek “${about.title}”, ${by} ${done} atas nama Anda.`,
  button: 'Lihat proyek',
  path: pathOf(event, about),
})

const pathOf = (event: string, { code }: About) =>
  event.startsWith('action-plan.') ? `/proyek/${code}/rencana` : `/proyek/${code}`

/** Writing saves itself every few seconds: of that one unread notice is enough. */
export const isToldOnce = (event: string): boolean =>
  ['action-plan.edited', 'project.described', 'project.team-changed'].includes(event)
