import type { Block, Paper } from '#documents/paper.ts'
import { dayInWords, type Zone } from '#kit/date.ts'
import { titleOf } from '#project'
import { decisionWords, hoursInWords, whenInWords } from './pages/words.ts'
import type { PresentationRow } from './presentation-store.ts'
import { type Sitting, timeOf } from './sitting.ts'

type Said = { by: string; words: string }
type Agreed = { what: string; ownerName: string; dueOn: string }

/** What minutes are written from. */
export type Heard = {
  sitting: Sitting
  zone: Zone
  agencyName: string
  judges: readonly string[]
  present: readonly string[]
  presentations: readonly { presentation: PresentationRow; feedback: readonly Said[]; followUps: readonly Agreed[] }[]
  createdAt: Date
}

/** Notula: who was there, what was said of each project, what was decided and what is to be done. */
export const minutesPaper = (heard: Heard): Paper => ({
  title: `Notula ${heard.sitting.title}`,
  author: heard.agencyName,
  createdAt: heard.createdAt,
  orientation: 'portrait',
  blocks: [factsOf(heard), ...heard.presentations.flatMap(blocksOf)],
})

function factsOf({ sitting, zone, judges, present }: Heard): Block {
  const rows = [
    ['Waktu', whenInWords(sitting, zone)],
    ['Tempat', sitting.place],
    ['Tautan', sitting.link],
    ['Penilai', judges.join('; ')],
    ['Hadir', [...present, sitting.guests].filter(Boolean).join('; ') || 'Belum dicatat'],
  ].filter(([, value]) => value)
  return { kind: 'table', caption: '', columns: [{ header: 'Keterangan' }, { header: 'Isi', share: 3 }], rows }
}

function blocksOf({ presentation, feedback, followUps }: Heard['presentations'][number]): Block[] {
  const { agentName, unitName, planVersion, decision, note } = presentation
  const who = `${agentName ?? 'Kedudukan kosong'}, ${unitName}. Rencana versi ${planVersion}, pukul ${hoursInWords(timeOf(presentation))}.`
  return [
    { kind: 'heading', level: 1, text: titleOf(presentation) },
    { kind: 'paragraph', text: who },
    { kind: 'paragraph', text: `Keputusan: ${decision ? decisionWords[decision] : 'belum diputuskan'}.` },
    ...(note ? [{ kind: 'paragraph' as const, text: `Catatan: ${note}` }] : []),
    ...listOf(
      'Masukan',
      feedback.map(({ by, words }) => `${by}: ${words}`),
    ),
    ...listOf(
      'Tindak lanjut',
      followUps.map(({ what, ownerName, dueOn }) => `${what} (${ownerName}, paling lambat ${dayInWords(dueOn)})`),
    ),
  ]
}

const listOf = (text: string, entries: string[]): Block[] =>
  entries.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, text },
        { kind: 'list', ordered: false, entries },
      ]
