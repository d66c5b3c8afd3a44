import type { Page } from '#kit/list.ts'
import { figuresInWords, type PreservationEvent, preservationSentence } from '#preservation'
import { DeskPage } from '#web/page.tsx'
import { Pager } from '#web/pager.tsx'
import { useShell } from '#web/shell.tsx'
import { Timeline } from '#web/timeline.tsx'
import type { RecordingAccess } from '../recording.ts'
import type { RecordingRow } from '../store.ts'
import { accessWords } from './words.ts'

type Props = { row: RecordingRow; page: Page<PreservationEvent>; names: Map<string, string> }

/** Riwayat pelestarian: what was done to the files, by whom or by which program, latest first. */
export function PreservationPage({ row, page, names }: Props) {
  const { zone } = useShell()
  const path = `/dokumentasi/${row.code}`
  const happenings = page.rows.map((event) => ({
    id: event.id,
    at: event.at,
    sentence: preservationSentence(event),
    more: <About event={event} names={names} />,
  }))
  return (
    <DeskPage
      title="Riwayat pelestarian"
      lead={`Yang terjadi pada berkas dan keterangan “${row.title}”.`}
      breadcrumbs={[
        { path: '/dokumentasi', label: 'Dokumentasi' },
        { path, label: row.title },
      ]}
    >
      {page.total === 0 ? <p>Belum ada peristiwa yang dicatat.</p> : <Timeline happenings={happenings} zone={zone} />}
      {page.total > page.size && <Pager page={page} pathOf={(number) => `${path}/riwayat?halaman=${number}`} />}
    </DeskPage>
  )
}

function About({ event, names }: { event: PreservationEvent; names: Map<string, string> }) {
  const by = event.software ?? (event.personId === null ? null : names.get(event.personId))
  const { access } = event.figures
  const isAccess = (value: unknown): value is RecordingAccess => typeof value === 'string' && value in accessWords
  const figures = figuresInWords(
    isAccess(access) ? { ...event, figures: { ...event.figures, access: accessWords[access] } } : event,
  )
  const words = [by && `oleh ${by}`, figures].filter(Boolean).join(' · ')
  return words === '' ? null : <p class="quiet-words hash">{words}</p>
}
