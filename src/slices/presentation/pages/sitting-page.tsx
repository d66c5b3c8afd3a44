import type { Actor } from '#kit/actor.ts'
import { weekdayInWords } from '#kit/date.ts'
import { titleOf } from '#project'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { DataTable } from '#web/table.tsx'
import { readsSlot } from '../policy.ts'
import type { PresentationRow } from '../presentation-store.ts'
import { minutesOver, timeOf } from '../sitting.ts'
import type { SittingView, WholePresentation } from '../view.ts'
import { CalendarLink, DecisionState, MeetingLink, PresentationParts } from './presentation-parts.tsx'
import { hoursInWords, whenInWords } from './words.ts'

type Props = {
  view: SittingView
  whole: WholePresentation[]
  actor: Actor
  mayRecord: boolean
  /** What keeps slots from being held as they stand, for whoever can move them. */
  clashes: string[]
}

/** A sitting: before it the invitation, afterwards its minutes, which can be printed as they stand. */
export function SittingPage({ view, whole, actor, mayRecord, clashes }: Props) {
  const { sitting, slots, attendees, judges } = view
  const { zone, today } = useShell()
  const path = `/paparan/${sitting.id}`
  const over = minutesOver(sitting, slots)
  // Names carry commas of their own, in front of their titles.
  const present = [...attendees.map(({ name }) => name), sitting.guests].filter((name) => name !== '')
  const hasMinutes = sitting.heldOn <= today
  return (
    <DeskPage
      title={sitting.title}
      lead={whenInWords(sitting, zone)}
      breadcrumbs={[{ path: '/paparan', label: 'Sidang paparan' }]}
      actions={
        mayRecord ? (
          <SittingActs
            {...{ path, hasMinutes }}
            heldOn={sitting.heldOn}
            isRecorded={present.length > 0}
            isOpen={slots.every(({ decision }) => decision === null)}
          />
        ) : (
          slots.length > 0 && <ButtonLink href={`${path}/panggung`}>Buka panggung</ButtonLink>
        )
      }
    >
      <Facts
        facts={[
          { term: 'Tempat', detail: sitting.place },
          { term: 'Tautan', detail: sitting.link && <MeetingLink link={sitting.link} /> },
          {
            term: 'Kalender',
            detail: sitting.heldOn >= today && <CalendarLink sittingId={sitting.id} />,
            screenOnly: true,
          },
          { term: 'Penilai', detail: judges.map(({ name }) => name).join('; ') },
          { term: 'Salindia paling lambat', detail: sitting.slidesDueOn && weekdayInWords(sitting.slidesDueOn) },
          { term: 'Notula', detail: hasMinutes && <MinutesLinks path={path} />, screenOnly: true },
          { term: 'Hadir', detail: present.join('; ') },
        ].filter(({ detail }) => detail)}
      />
      {mayRecord && over > 0 && (
        <Alert kind="soon" title={`Susunan melewati jam selesai ${over} menit`}>
          Persingkat sebuah paparan, atau ubah jam selesainya.
        </Alert>
      )}
      {clashes.length > 0 && (
        <Alert kind="late" title="Ada yang tidak dapat hadir pada jam paparannya">
          <ul>
            {clashes.map((clash) => (
              <li key={clash}>{clash}</li>
            ))}
          </ul>
          <a href={`/paparan/papan?hari=${sitting.heldOn}`}>Pindahkan di papan jadwal</a>{' '}
          {judges.length > 0 && <a href={`${path}/penilai`}>Ganti penilai</a>}
        </Alert>
      )}
      <Section title="Susunan">
        <DataTable
          caption="Susunan paparan"
          rows={slots}
          keyOf={({ id }) => id}
          empty={<EmptyState title="Belum ada paparan">Tambahkan proyek yang dipaparkan pada susunannya.</EmptyState>}
          columns={[
            { header: 'Proyek', cell: (slot) => <SlotTitle slot={slot} actor={actor} /> },
            { header: 'Jam', cell: (slot) => hoursInWords(timeOf(slot)) },
            { header: 'Agen', cell: ({ agentName }) => agentName ?? 'Kedudukan kosong' },
            { header: 'Keputusan', cell: ({ decision }) => <DecisionState decision={decision} /> },
          ]}
        />
      </Section>
      {hasMinutes &&
        whole.map((one) => (
          <Minutes key={one.presentation.id} one={one} path={path} mayRecord={mayRecord} actor={actor} />
        ))}
      {!hasMinutes && <SlidesSoFar whole={whole} />}
    </DeskPage>
  )
}

const MinutesLinks = ({ path }: { path: string }) => (
  <>
    <a href={`${path}/notula/docx`}>Word</a> <a href={`${path}/notula/pdf`}>PDF</a>
  </>
)

type ActsProps = { path: string; heldOn: string; hasMinutes: boolean; isRecorded: boolean; isOpen: boolean }

const SittingActs = ({ path, heldOn, hasMinutes, isRecorded, isOpen }: ActsProps) => (
  <>
    <ButtonLink kind="quiet" href={`${path}/ubah`}>
      Ubah
    </ButtonLink>
    <ButtonLink href={`${path}/susunan`}>Atur susunan</ButtonLink>
    <ButtonLink href={`${path}/panggung`}>Buka panggung</ButtonLink>
    {hasMinutes && (
      <ButtonLink kind={isRecorded ? 'quiet' : 'primary'} href={`${path}/hadir`}>
        {isRecorded ? 'Ubah kehadiran' : 'Catat kehadiran'}
      </ButtonLink>
    )}
    <MoreMenu label="Langkah lain">
      <a href={`${path}/penilai`}>Tetapkan penilai</a>
      <a href={`/paparan/papan?hari=${heldOn}`}>Buka papan jadwal</a>
      {isOpen && <a href={`${path}/batalkan`}>Batalkan sidang</a>}
    </MoreMenu>
  </>
)

/** The project, a link for those who may read it. */
function SlotTitle({ slot, actor }: { slot: PresentationRow; actor: Actor }) {
  const link = readsSlot(actor, slot) ? <a href={`/proyek/${slot.code}/paparan`}>{titleOf(slot)}</a> : titleOf(slot)
  return (
    <>
      {link}
      <span class="note">
        {slot.unitName}, rencana versi {slot.planVersion}
      </span>
    </>
  )
}

type MinutesProps = { one: WholePresentation; path: string; mayRecord: boolean; actor: Actor }

/** What was said and decided about one project. */
function Minutes({ one, path, mayRecord }: MinutesProps) {
  const { presentation } = one
  const isWaiting = presentation.decision === null && presentation.planState === 'verified'
  const feedbackPath = `${path}/masukan/${presentation.id}`
  return (
    <Section
      id={`paparan-${presentation.id}`}
      title={titleOf(presentation)}
      act={
        mayRecord && (
          <div class="actions screen-only">
            <ButtonLink href={feedbackPath}>Catat masukan</ButtonLink>
            {isWaiting && (
              <ButtonLink href={`/proyek/${presentation.code}/paparan/keputusan`}>Catat keputusan</ButtonLink>
            )}
          </div>
        )
      }
    >
      <PresentationParts {...one} {...(mayRecord && { dropPath: feedbackPath })} />
    </Section>
  )
}

/** Before the sitting: the slides that have come in. */
const SlidesSoFar = ({ whole }: { whole: WholePresentation[] }) => (
  <>
    {whole
      .filter(({ slides }) => slides.length > 0)
      .map((one) => (
        <Section key={one.presentation.id} title={titleOf(one.presentation)}>
          <PresentationParts {...one} />
        </Section>
      ))}
  </>
)
