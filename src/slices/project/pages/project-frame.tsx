import type { ComponentChildren } from 'preact'
import { type Actor, stands } from '#kit/actor.ts'
import { dayIn, dueOn, shortWeekday, weekdayInWords } from '#kit/date.ts'
import { dueOf } from '#programme'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { MoreMenu } from '#web/menu.tsx'
import { DeskPage } from '#web/page.tsx'
import { useShell } from '#web/shell.tsx'
import { DueMark, dueInWords } from '#web/state.tsx'
import { type Step, Stepper, Turn } from '#web/stepper.tsx'
import { Tabs } from '#web/tabs.tsx'
import { isOpenTo, type ProjectAct } from '../policy.ts'
import { titleOf } from '../project.ts'
import { boundBy, projectStages } from '../turn.ts'
import type { ProjectView } from '../view.ts'
import { stageWords } from './words.ts'

/** The pages of a project, by the last part of their address. Rooms above this one draw theirs in the same frame. */
const tabs = [
  ['', 'Ringkasan'],
  ['rencana', 'Rencana aksi'],
  ['paparan', 'Paparan'],
  ['laporan', 'Kemajuan'],
  ['jadwal', 'Jadwal'],
  ['dokumentasi', 'Dokumentasi'],
  ['tindak-lanjut', 'Tindak lanjut'],
  ['terbit', 'Publikasi'],
  ['kipp', 'KIPP'],
  ['riwayat', 'Riwayat'],
] as const
type ProjectTab = (typeof tabs)[number][0]

type Props = { view: ProjectView; actor: Actor; tab: ProjectTab; children: ComponentChildren }

/** What stands around every page of a project: heading, whose turn it is with the one act, the way, the tabs. */
export function ProjectFrame({ view, actor, tab, children }: Props) {
  const { project, seatNumber, agent, unitName } = view
  const home = `/proyek/${project.code}`
  const links = tabs.map(([part, label]) => ({ path: part === '' ? home : `${home}/${part}`, label }))
  return (
    <DeskPage
      title={titleOf(project)}
      lead={`${agent?.name ?? 'Kedudukan kosong'}, ${unitName}`}
      breadcrumbs={[
        { path: '/proyek', label: 'Proyek' },
        { path: `/proyek?program=${view.programme.slug}`, label: `Kedudukan ${seatNumber}` },
      ]}
    >
      <TurnBar {...{ view, actor, tab }} />
      <Stepper label="Perjalanan proyek" steps={stepsOf(view)} wideOnly={tab !== ''} />
      <Tabs label="Bagian proyek" tabs={links} current={tab === '' ? home : `${home}/${tab}`} />
      {children}
    </DeskPage>
  )
}

const turnTitles = {
  preparing: 'Giliran agen: menyusun dan mengajukan rencana aksi',
  approval: 'Giliran atasan: persetujuan rencana aksi',
  verification: 'Giliran sekretariat: verifikasi rencana aksi',
  presentation: 'Giliran sekretariat: paparan dan penetapan rencana',
  running: 'Giliran agen: melaksanakan rencana',
  finishing: 'Giliran atasan: memastikan proyek selesai',
} as const

/** What has to be done now, and by whom. */
function titleOfTurn({ turn, plan }: ProjectView): string {
  if (turn.stage !== 'presentation' || plan.changesAskedAt === null) return turnTitles[turn.stage]
  return turn.who === 'agent'
    ? 'Giliran agen: mengerjakan perubahan yang diminta dalam paparan'
    : 'Giliran sekretariat: memeriksa perubahan dan menetapkan rencana'
}

/** What the secretariat is told before it fills in for somebody: in whose name the act will stand. */
const fillsIn = {
  preparing: { act: 'submit', relation: 'agent', words: 'Bila Anda yang mengajukan, tercatat atas nama' },
  approval: { act: 'approve', relation: 'head', words: 'Bila Anda yang menyetujui, tercatat atas nama' },
  running: { act: 'finish', relation: 'agent', words: 'Bila Anda yang menyatakan selesai, tercatat atas nama' },
  finishing: { act: 'confirm', relation: 'head', words: 'Bila Anda yang memastikan, tercatat atas nama' },
} as const

/** "… atas nama Nadia.", for whoever may do what is another's turn; null for that person and for everybody else. */
function inWhoseName({ project, plan, turn, agent, head }: ProjectView, actor: Actor): string | null {
  if (turn.stage === 'verification' || turn.stage === 'presentation') return null
  const { act, relation, words } = fillsIn[turn.stage]
  const [whose, thingId] = relation === 'agent' ? [agent, project.seatId] : [head, project.unitId]
  if (!whose || stands(actor, relation, thingId) || !isOpenTo(actor, act, { ...project, plan })) return null
  return `${words} ${whose.name.replace(/\.$/, '')}.`
}

type Around = { view: ProjectView; actor: Actor; tab: ProjectTab }

function TurnBar({ view, actor, tab }: Around) {
  const { zone } = useShell()
  const { project, turn, dueOn: due, today } = view
  if (turn.who === 'nobody') {
    const title = project.state === 'stopped' ? 'Proyek dihentikan' : 'Proyek selesai'
    return <Turn title={title} since={project.stoppedReason ?? ''} />
  }
  const since = `Sejak ${weekdayInWords(dayIn(zone, turn.since))}.`
  const until = due && (
    <>
      Batas {weekdayInWords(due)}. <DueMark on={due} today={today} />
    </>
  )
  const whose = inWhoseName(view, actor)
  return (
    <Turn title={titleOfTurn(view)} since={since} due={until} note={whose}>
      <Acts {...{ view, actor, tab }} />
    </Turn>
  )
}

/** What the actor can do now: the one act that carries the project on, and the others behind three dots. */
function Acts({ view: { project, plan, turn }, actor, tab }: Around) {
  const home = `/proyek/${project.code}`
  const may = (act: ProjectAct) => isOpenTo(actor, act, { ...project, plan })
  const revision = { revision: String(plan.revision) }
  const isChanging = turn.stage === 'presentation' && turn.who === 'agent'
  return (
    <>
      {may('submit') && (
        <ActButton kind="primary" action={`${home}/ajukan`} hidden={revision}>
          Ajukan rencana
        </ActButton>
      )}
      {may('approve') && (
        <ActButton kind="primary" action={`${home}/setujui`} hidden={revision}>
          Setujui rencana
        </ActButton>
      )}
      {may('verify') && (
        <ActButton kind="primary" action={`${home}/verifikasi`} hidden={revision}>
          Verifikasi rencana
        </ActButton>
      )}
      {may('agree') && tab !== 'paparan' && (
        <ButtonLink {...(!isChanging && { kind: 'primary' })} href={`${home}/paparan`}>
          Buka paparan
        </ButtonLink>
      )}
      {isChanging && tab !== 'tindak-lanjut' && stands(actor, 'agent', project.seatId) && (
        <ButtonLink kind="primary" href={`${home}/tindak-lanjut`}>
          Buka tindak lanjut
        </ButtonLink>
      )}
      {may('confirm') && (
        <ActButton kind="primary" action={`${home}/pastikan`} hidden={{ revision: String(project.revision) }}>
          Pastikan selesai
        </ActButton>
      )}
      {may('sendBack') && <ButtonLink href={`${home}/kembalikan-selesai`}>Kembalikan</ButtonLink>}
      {may('finish') && <ButtonLink href={`${home}/selesai`}>Nyatakan selesai</ButtonLink>}
      {may('withdraw') && <ActButton action={`${home}/tarik`}>Tarik pengajuan</ActButton>}
      {may('return') && <ButtonLink href={`${home}/kembalikan`}>Kembalikan</ButtonLink>}
      {may('revise') && <ButtonLink href={`${home}/versi-baru`}>Buka versi baru</ButtonLink>}
      {may('stop') && (
        <MoreMenu label="Langkah lain">
          <a href={`${home}/hentikan`}>Hentikan proyek</a>
        </MoreMenu>
      )}
    </>
  )
}

/** The way of the project as steps: done before the stage in which it stands, ahead after it. */
function stepsOf({ project, turn, stages, agent, head, today }: ProjectView): Step[] {
  const here = projectStages.indexOf(turn.stage)
  const who = {
    preparing: agent?.name,
    approval: head?.name,
    verification: 'Sekretariat',
    presentation: turn.who === 'agent' ? agent?.name : 'Sekretariat',
    running: agent?.name,
    finishing: head?.name,
  }
  return projectStages.map((stage, index) => {
    const due = dueOf(stages, boundBy(project, stage))
    const isOver = turn.who === 'nobody' && project.state !== 'stopped'
    const place = isOver || index < here ? 'done' : index > here || project.state === 'stopped' ? 'ahead' : 'now'
    const late = place === 'now' && due ? dueOn(due, today) : null
    return {
      name: stageWords[stage],
      is: late?.state === 'late' ? 'late' : place,
      ...(who[stage] && { who: who[stage] }),
      ...(due && place !== 'done' && { when: `batas ${shortWeekday(due)}` }),
      ...(late?.state === 'late' && { late: dueInWords(late) }),
    }
  })
}
