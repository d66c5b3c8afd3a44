import { UploadField } from '#files'
import { isPending } from '#follow-up'
import { type Actor, runsProgramme } from '#kit/actor.ts'
import { weekdayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { isOpenTo, ProjectFrame, type ProjectView } from '#project'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { PostForm } from '#web/form.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { presentationPolicy } from '../policy.ts'
import { acceptanceOf, agreeObstacle, slidesObstacle } from '../presentation.ts'
import type { PresentationRow } from '../presentation-store.ts'
import { type Sitting, timeOf } from '../sitting.ts'
import { slideFamilies } from '../slides.ts'
import type { WholePresentation } from '../view.ts'
import { CalendarLink, MeetingLink, PresentationParts } from './presentation-parts.tsx'
import { whenInWords } from './words.ts'

type Props = { view: ProjectView; actor: Actor; whole: WholePresentation[]; form: Form; maxUpload: number }

/** The presentations of a project: when, the slides, what was said and decided, and the act that comes next. */
export function ProjectPresentationsPage({ view, actor, whole, form, maxUpload }: Props) {
  const next = <NextAct view={view} actor={actor} whole={whole} />
  return (
    <ProjectFrame view={view} actor={actor} tab="paparan">
      {whole.length === 0 ? (
        <EmptyState title="Belum ada paparan" act={next}>
          Rencana yang sudah diverifikasi dipaparkan dalam sidang, lalu ditetapkan menurut keputusannya.
        </EmptyState>
      ) : (
        next
      )}
      {whole.map((one) => (
        <OnePresentation key={one.presentation.id} {...{ one, actor, form, maxUpload }} />
      ))}
    </ProjectFrame>
  )
}

/** What carries the plan on from here, for whom it is open. */
function NextAct({ view: { project, plan }, actor, whole }: Pick<Props, 'view' | 'actor' | 'whole'>) {
  const { today } = useShell()
  if (!isOpenTo(actor, 'agree', { ...project, plan })) return null
  const home = `/proyek/${project.code}`
  const acceptance = acceptanceOf(
    whole.map(({ presentation }) => presentation),
    plan,
  )
  if (acceptance) {
    const followUps = whole.find(({ presentation }) => presentation === acceptance)?.followUps ?? []
    const obstacle = agreeObstacle(acceptance, followUps.filter(isPending).length)
    return obstacle === null ? (
      <ActButton kind="primary" action={`${home}/tetapkan`}>
        Tetapkan rencana
      </ActButton>
    ) : (
      <Alert kind="soon" title="Menunggu perubahan">
        {obstacle}
      </Alert>
    )
  }
  const scheduled = whole.find(({ presentation }) => presentation.decision === null)
  if (scheduled) {
    return (scheduled.sitting?.heldOn ?? '') > today ? null : (
      <ButtonLink kind="primary" href={`${home}/paparan/keputusan`}>
        Catat keputusan
      </ButtonLink>
    )
  }
  return (
    <div class="actions">
      <ButtonLink kind="primary" href={`/paparan/baru?proyek=${project.code}`}>
        Jadwalkan paparan
      </ButtonLink>
      <ButtonLink href={`${home}/paparan/keputusan`}>Putuskan tanpa sidang</ButtonLink>
    </div>
  )
}

/** The hour at which this one is presented. */
function hoursOf(sitting: Sitting, presentation: PresentationRow) {
  const { from: beginsAt, until: endsAt } = timeOf(presentation)
  return { ...sitting, beginsAt, endsAt }
}

type OneProps = { one: WholePresentation; actor: Actor; form: Form; maxUpload: number }

function OnePresentation({ one, actor, form, maxUpload }: OneProps) {
  const { zone, today } = useShell()
  const { presentation, sitting, slides } = one
  const isWaiting = presentation.decision === null
  const late = runsProgramme(actor) ? null : slidesObstacle(sitting ?? undefined, today)
  const isOwn = isWaiting && can(presentationPolicy, actor, 'attach', presentation)
  const mayAttach = isOwn && late === null
  const path = `/proyek/${presentation.code}/paparan/salindia`
  return (
    <Section
      title={`Paparan rencana versi ${presentation.planVersion}`}
      act={sitting && <a href={`/paparan/${sitting.id}`}>Buka sidang</a>}
    >
      {sitting && (
        <Facts
          facts={[
            { term: 'Sidang', detail: `${sitting.title}: ${whenInWords(hoursOf(sitting, presentation), zone)}` },
            { term: 'Tempat', detail: sitting.place },
            { term: 'Tautan', detail: sitting.link && <MeetingLink link={sitting.link} /> },
            {
              term: 'Salindia paling lambat',
              detail: isOwn && sitting.slidesDueOn && weekdayInWords(sitting.slidesDueOn),
            },
            { term: 'Kalender', detail: sitting.heldOn >= today && <CalendarLink sittingId={sitting.id} /> },
          ].filter(({ detail }) => detail)}
        />
      )}
      <PresentationParts {...one} />
      {isOwn && late !== null && <p class="hint">{late}</p>}
      {mayAttach && (
        <PostForm form={form} action={path} files>
          <input type="hidden" name="presentation_id" value={presentation.id} />
          <UploadField
            form={form}
            name="slides"
            label={slides.length > 0 ? 'Tambah salindia' : 'Salindia paparan'}
            hint="PDF, PowerPoint, atau gambar."
            wanted={slideFamilies}
            most={maxUpload}
            multiple
          />
          <div class="actions">
            <Button>Lampirkan</Button>
            {slides.map(({ id, name }) => (
              <ButtonLink key={id} kind="quiet" href={`${path}/${id}/hapus`}>
                Hapus {name}
              </ButtonLink>
            ))}
          </div>
        </PostForm>
      )}
    </Section>
  )
}
