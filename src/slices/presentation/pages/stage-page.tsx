import { addressOf } from '#files'
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
import { clockLeft, isRunning, type OnStage, secondsLeft } from '../stage.ts'
import { hour, hoursInWords } from './words.ts'

type Props = {
  sitting: Sitting
  stage: OnStage<PresentationRow>
  slides: Slides[]
  /** The one of them that is on the screen. */
  screen: Slides | undefined
  /** What the page shows now, and what there is to choose from, as the server says it again later. */
  state: string
  choice: string
  /** What the address asks for. */
  asked: Asked
  mayRecord: boolean
  now: Date
}

type Asked = { paparan?: string | undefined; salindia?: string | undefined }

const queryOf = (asked: Asked): string => {
  const typed = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return typed.length === 0 ? '' : `?${new URLSearchParams(typed)}`
}

/** What the room sees: whose turn it is, the slides, and how much time is left; with a script the time runs. */
export function StagePage({ sitting, stage: { shown, previous, next }, slides, screen, asked, ...rest }: Props) {
  const { state, choice, mayRecord, now } = rest
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
  // What is on the screen stays there while others come: else the room would see another in the middle of a talk.
  const seen = { ...asked, salindia: screen?.id ?? asked.salindia }
  const props = {
    ...{ now, path: `${path}/kini${queryOf(seen)}`, state, choice, minutes: shown.minutes },
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
            {mayRecord && sitting.heldOn <= today && (isRunning(shown) || shown.decision === null) && (
              <Acts slot={shown} {...{ next, path, screen }} />
            )}
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
          <Screen
            files={slides}
            seen={screen}
            addressOfStage={(salindia) => `${path}${queryOf({ ...asked, salindia })}`}
          />
        </div>
      </Island>
    </ReadingPage>
  )
}

function Running({ slot }: { slot: PresentationRow }) {
  const { zone } = useShell()
  const { startedAt, endedAt, minutes, decision } = slot
  if (startedAt === null && decision !== null) return <p class="hint">Sudah diputuskan.</p>
  if (startedAt === null) return <p class="hint">Dijadwalkan pukul {hoursInWords(timeOf(slot))}.</p>
  const began = hour(clockIn(zone, startedAt))
  if (endedAt) return <p class="hint">{`Sudah dipaparkan pukul ${began}–${hour(clockIn(zone, endedAt))}.`}</p>
  const end = new Date(startedAt.getTime() + (minutes ?? 0) * 60_000)
  return <p class="hint">{`Dimulai pukul ${began}, sampai pukul ${hour(clockIn(zone, end))}.`}</p>
}

type ActsProps = {
  slot: PresentationRow
  next: PresentationRow | undefined
  path: string
  screen: Slides | undefined
}

/** What whoever runs the sitting can do now; at most one of them is what comes next. */
function Acts({ slot, next, path, screen }: ActsProps) {
  const of = (one: PresentationRow) => ({ slot: one.id })
  return (
    <div class="actions">
      {isRunning(slot) ? (
        <>
          {next?.decision === null && (
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
        <ActButton
          kind="primary"
          action={`${path}/mulai`}
          hidden={{ ...of(slot), ...(screen && { salindia: screen.id }) }}
        >
          {slot.startedAt ? 'Mulai lagi' : 'Mulai'}
        </ActButton>
      )}
    </div>
  )
}

type ScreenProps = {
  files: Slides[]
  seen: Slides | undefined
  /** The page that shows this file, or the same page anew. */
  addressOfStage: (fileId: string | undefined) => string
}

/** PDF and pictures are seen here, an office file as the PDF that was made of it; else it is opened with its own program. */
function Screen({ files, seen, addressOfStage }: ScreenProps) {
  const shown = seen?.shown
  const here = addressOfStage(seen?.id)
  return (
    <section class="stage-slides" aria-label="Salindia">
      {files.length === 0 && <p class="hint">Belum ada salindia.</p>}
      {shown && !shown.isPicture && <iframe src={`${addressOf(shown)}${viewer}`} title={shown.name} />}
      {shown?.isPicture && <img src={addressOf(shown)} alt={shown.name} />}
      <p class="hint" role="status" hidden data-news>
        Ada salindia lain. <a href={here}>Muat ulang</a> untuk memilihnya.
      </p>
      <ul>
        {files.map((file) => (
          <li key={file.id}>
            <SlideLinks file={file} isSeen={file === seen} {...{ here, addressOfStage }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The browser’s viewer begins with the page alone: its list of pages would take a third of the screen. */
const viewer = '#navpanes=0'

type LinksProps = Pick<ScreenProps, 'addressOfStage'> & { file: Slides; isSeen: boolean; here: string }

/** Puts a file on the screen, opens the one that is there in a tab of its own, or hands it out as it was attached. */
function SlideLinks({ file, isSeen, here, addressOfStage }: LinksProps) {
  const { shown } = file
  if (!shown)
    return (
      <>
        <a href={addressOf(file)}>Unduh {file.name}</a>{' '}
        <span class="note">
          Belum dapat ditampilkan di sini. <a href={here}>Periksa lagi</a>
        </span>
      </>
    )
  return (
    <>
      {isSeen ? (
        <a href={addressOf(shown)} target="_blank" rel="noreferrer">
          Buka {shown.name} di tab lain
        </a>
      ) : (
        <a href={addressOfStage(file.id)}>Tampilkan {shown.name}</a>
      )}
      {file.pdf !== null && (
        <>
          {' '}
          <a href={addressOf(file)}>Unduh {file.name}</a>
        </>
      )}
    </>
  )
}
