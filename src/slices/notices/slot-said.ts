import type { Zone } from '#kit/date.ts'
import { capital, countInWords } from '#kit/text.ts'
import { slotWhenInWords } from '#presentation'
import type { SlotChange } from './gathering.ts'
import type { Words } from './notice.ts'

/** A change with the project that is presented. */
export type ToldChange = SlotChange & { code: string; title: string }

const subjects: Record<SlotChange['kind'], string> = {
  scheduled: 'Paparan dijadwalkan',
  moved: 'Jadwal paparan berubah',
  cancelled: 'Paparan dikeluarkan dari sidang',
}

/** What an agent, a member of the team or a head reads of what became of the slots of their projects. */
export function slotWords(changes: readonly ToldChange[], zone: Zone): Words {
  const [only] = changes
  if (only && changes.length === 1) {
    const when = slotWhenInWords(only, zone)
    const sentence = {
      scheduled: `Paparan proyek “${only.title}” dijadwalkan pada ${when}. Tempatnya ada di halaman paparan.`,
      moved: `Jadwal paparan proyek “${only.title}” berubah dan sekarang diadakan pada ${when}. Periksa jam dan tempatnya.`,
      cancelled: `Paparan proyek “${only.title}” dikeluarkan dari sidang pada ${when}. Jadwal baru menyusul.`,
    }[only.kind]
    return {
      subject: subjects[only.kind],
      sentence,
      button: 'Lihat jadwal paparan',
      path: `/proyek/${only.code}/paparan`,
    }
  }
  const isNew = changes.every(({ kind }) => kind === 'scheduled')
  const sittings = new Set(changes.filter(({ kind }) => kind !== 'cancelled').map(({ sittingId }) => sittingId))
  const [sittingId] = sittings
  return {
    subject: `${isNew ? 'Jadwal' : 'Perubahan jadwal'} ${countInWords(changes.length)} paparan`,
    sentence: `${changes.map((change) => capital(partOf(change, zone))).join(' ')}`,
    button: 'Lihat jadwal paparan',
    path: sittings.size === 1 ? `/paparan/${sittingId}` : '/paparan',
  }
}

function partOf(change: ToldChange, zone: Zone): string {
  const when = slotWhenInWords(change, zone)
  if (change.kind === 'cancelled') return `“${change.title}” dikeluarkan dari sidang pada ${when}.`
  return change.kind === 'scheduled'
    ? `“${change.title}” dijadwalkan pada ${when}.`
    : `“${change.title}” sekarang diadakan pada ${when}.`
}

type Missed = { name: string; when: string; day: string; slots: { title: string; from: string; until: string }[] }

/** What the secretariat reads when somebody is away at the hour of a slot to which they are expected. */
export const missedWords = ({ name, when, day, slots }: Missed): Words => ({
  subject: 'Yang diundang ke paparan berhalangan',
  sentence: `${name} berhalangan pada ${when}, padahal diundang ke ${countInWords(slots.length)} paparan: ${slots
    .map(({ title, from, until }) => `“${title}” pukul ${from.replace(':', '.')}–${until.replace(':', '.')}`)
    .join('; ')}. Pindahkan paparannya, atau sepakati siapa yang mewakili.`,
  button: 'Buka papan jadwal',
  path: `/paparan/papan?hari=${day}`,
})
