import { addressOf, familyOf } from '#files'
import { clockIn } from '#kit/date.ts'
import { titleOf } from '#project'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import type { PresentationRow } from '../presentation-store.ts'
import { type Sitting, timeOf } from '../sitting.ts'
import type { Slides } from '../slide-store.ts'
import { clockLeft, isRunning, type OnStage, secondsLeft, stateOf } from '../stage.ts'
import { hour, hoursInWords } from './words.ts'

type Props = {
  sitting: Sitting
  slots: PresentationRow[]
  stage: OnStage<PresentationRow>
  slides: Slides[]
  mayRecord: boolean
  now: Date
}

/** What the room sees: whose turn it is, the slides, and how much time is left; with a script the time runs. */
export function StagePage({ sitting, slots, stage: { shown, previous, next }, slides, mayRecord, now }: Props) {
  const { today } = useShell()
  const path = `/paparan/${sitting.id}/panggung`
  const breadcrumbs = [
    { path: '/paparan', label: 'Sidang paparan' },
    { path: `/paparan/${sitting.id}`, label: sitting.title },
  ]
  if (!shown)
    return (
      <ReadingPage title="Panggung" breadcrumbs={breadcrumbs}>
        <EmptyState title="Belum ada paparan dalam sidang ini" />
      </ReadingPage>
    )
  const props = {
    ...{ now, path: `${path}/kini`, state: stateOf(slots), minutes: shown.minutes },
    startedAt: isRunning(shown) ? shown.startedAt : null,
  }
  const left = secondsLeft(isRunning(shown) ? shown : { ...shown, startedAt: null }, now)
  return (
    <ReadingPage title={titleOf(shown)} breadcrumbs={breadcrumbs}>
      <Island name="stage" props={props}>
        <div class="stage">
          <section class="stage-now" aria-label="Yang memaparkan">
            <p class="stage-who">
              {shown.agentName ?? 'Kedudukan kosong'}
              <span class="note">{shown.unitName}</span>
            </p>
            <p class="stage-timer" role="timer" aria-label="Sisa waktu" data-timer>
              {clockLeft(left)}
            </p>
            <Running slot={shown} />
            {mayRecord && sitting.heldOn <= today && <Acts slot={shown} next={next} path={path} />}
            <nav class="stage-ways" aria-label="Langkah lain">
              {previous && (
                <ButtonLink kind="quiet" href={`${path}?paparan=${previous.id}`}>
                  Sebelumnya
                </ButtonLink>
              )}
              {next && (
                <ButtonLink kind="quiet" href={`${path}?paparan=${next.id}`}>
                  Berikutnya
                </ButtonLink>
              )}
              {mayRecord && (
                <ButtonLink kind="quiet" href={`/paparan/${sitting.id}/masukan/${shown.id}`}>
                  Catat masukan
                </ButtonLink>
              )}
            </nav>
            <p class="stage-next">
              {next
                ? `Berikutnya pukul ${hour(timeOf(next).from)}: ${titleOf(next)}, ${next.agentName ?? 'kedudukan kosong'}`
                : 'Ini paparan terakhir dalam sidang ini.'}
            </p>
          </section>
          <Screen files={slides} />
        </div>
      </Island>
    </ReadingPage>
  )
}

function Running({ slot }: { slot: PresentationRow }) {
  const { zone } = useShell()
  const { startedAt, endedAt, minutes } = slot
  if (startedAt === null) return <p class="hint">Dijadwalkan pukul {hoursInWords(timeOf(slot))}.</p>
  const began = hour(clockIn(zone, startedAt))
  if (endedAt) return <p class="hint">{`Sudah dipaparkan pukul ${began}–${hour(clockIn(zone, endedAt))}.`}</p>
  const end = new Date(startedAt.getTime() + (minutes ?? 0) * 60_000)
  return <p class="hint">{`Dimulai pukul ${began}, sampai pukul ${hour(clockIn(zone, end))}.`}</p>
}

type ActsProps = { slot: PresentationRow; next: PresentationRow | undefined; path: string }

/** What whoever runs the sitting can do now; at most one of them is what comes next. */
function Acts({ slot, next, path }: ActsProps) {
  const of = (one: PresentationRow) => ({ slot: one.id })
  return (
    <div class="actions">
      {isRunning(slot) ? (
        <>
          {next && (
            <ActButton kind="primary" action={`${path}/mulai`} hidden={of(next)}>
              Mulai paparan berikutnya
            </ActButton>
          )}
          <ActButton action={`${path}/selesai`} hidden={of(slot)}>
            Akhiri
          </ActButton>
          <ActButton kind="quiet" action={`${path}/batal`} hidden={of(slot)}>
            Batalkan mulai
          </ActButton>
        </>
      ) : (
        <ActButton kind="primary" action={`${path}/mulai`} hidden={of(slot)}>
          {slot.startedAt ? 'Mulai lagi' : 'Mulai'}
        </ActButton>
      )}
    </div>
  )
}

/** PDF and pictures are seen here, an office file as the PDF that was made of it; else it is opened with its own program. */
function Screen({ files }: { files: Slides[] }) {
  const seen = files.find((file) => pdfOf(file) !== null) ?? files.find(isPicture)
  const pdf = seen && pdfOf(seen)
  return (
    <section class="stage-slides" aria-label="Salindia">
      {files.length === 0 && <p class="hint">Belum ada salindia.</p>}
      {pdf && <iframe src={`${addressOf(pdf)}${viewer}`} title={pdf.name} />}
      {seen && !pdf && <img src={addressOf(seen)} alt={seen.name} />}
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <SlideLinks file={file} isSeen={file === seen} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The browser’s viewer begins with the page alone: its list of pages would take a third of the screen. */
const viewer = '#navpanes=0'

/** What a browser shows in a tab of its own, and the file as it was attached. */
function SlideLinks({ file, isSeen }: { file: Slides; isSeen: boolean }) {
  const shown = pdfOf(file) ?? (isPicture(file) ? file : null)
  const isTurned = file.pdf !== null
  return (
    <>
      {shown && (
        <a href={addressOf(shown)} target="_blank" rel="noreferrer">
          {isSeen ? `Buka ${shown.name} di tab lain` : shown.name}
        </a>
      )}
      {isTurned && ' '}
      {(isTurned || !shown) && <a href={addressOf(file)}>Unduh {file.name}</a>}
    </>
  )
}

const isPicture = ({ mediaType }: Slides) => familyOf(mediaType) === 'picture'
const pdfOf = (file: Slides) => (familyOf(file.mediaType) === 'pdf' ? file : file.pdf)
