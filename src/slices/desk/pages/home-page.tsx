import type { Day } from '#kit/date.ts'
import { weekdayInWords } from '#kit/date.ts'
import { type Notice, UnreadNotices } from '#notices'
import type { Outline, Programme, Stage } from '#programme'
import type { ProjectRow } from '#project'
import { projectStages, stageWords, standingInWords, titleOf } from '#project'
import { Bars } from '#web/bars.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, EmptyState, Section } from '#web/section.tsx'
import { TaskList } from '#web/task-list.tsx'
import { headingOf, type Waiting } from '../tasks.ts'
import { LateTable } from './late-table.tsx'

type Props = {
  programme: Programme | undefined
  waiting: Waiting[]
  notices: Notice[]
  rows: ProjectRow[]
  today: Day
} & Outline

/** The first page of whoever is signed in: what they have to do, and where everything stands. */
export function HomePage({ programme, waiting, notices, rows, areas, targets, stages, today }: Props) {
  const next = stages.filter(({ dueOn }) => dueOn >= today)
  return (
    <DeskPage title="Beranda" heading={headingOf(waiting, today)} lead={weekdayInWords(today)}>
      <Columns>
        <Section title="Yang menunggu Anda">
          {waiting.length > 0 ? (
            <TaskList label="Yang menunggu Anda" tasks={waiting} today={today} />
          ) : (
            <EmptyState title="Semua sudah dikerjakan">
              Bila giliran Anda tiba, pekerjaannya muncul di sini dan surel pemberitahuan dikirim.
            </EmptyState>
          )}
        </Section>
        {programme && rows.length > 2 && <ByStage rows={rows} programme={programme} />}
      </Columns>
      <UnreadNotices notices={notices} />
      <LateTable rows={rows} stages={stages} today={today} />
      {programme && rows.length > 2 ? (
        <Columns>
          <Section title="Area perubahan" note="satu proyek dapat menguatkan lebih dari satu area">
            <Bars
              label="Proyek menurut area perubahan"
              bars={areas.map(({ code, name }) => ({
                label: name,
                value: rows.filter(({ areaCodes }) => areaCodes.includes(code)).length,
                path: `/proyek?program=${programme.slug}&area=${code}`,
              }))}
            />
          </Section>
          <div>
            <Section title="Sasaran" note="satu proyek dapat melayani lebih dari satu sasaran">
              <Bars
                label="Proyek menurut sasaran"
                bars={targets.map(({ code, name }) => ({
                  label: name,
                  value: rows.filter(({ targetCodes }) => targetCodes.includes(code)).length,
                  path: `/proyek?program=${programme.slug}&sasaran=${code}`,
                }))}
              />
            </Section>
            {next.length > 0 && <NextDays stages={next} />}
          </div>
        </Columns>
      ) : (
        <Columns>
          {programme && rows.length > 0 && <Own rows={rows} />}
          {next.length > 0 && <NextDays stages={next} />}
        </Columns>
      )}
    </DeskPage>
  )
}

/** One or two projects are named, not counted. */
const Own = ({ rows }: { rows: ProjectRow[] }) => (
  <Section title="Proyek" act={<a href="/proyek">Semua proyek</a>}>
    <Facts
      facts={rows.map((row) => ({
        term: `Kedudukan ${row.seatNumber}`,
        detail: (
          <>
            <a href={`/proyek/${row.code}`}>{titleOf(row)}</a>
            <br />
            {standingInWords(row)}
          </>
        ),
      }))}
    />
  </Section>
)

/** How many projects stand at each stage. */
const ByStage = ({ rows, programme }: { rows: ProjectRow[]; programme: Programme }) => (
  <Section
    title={`${rows.length} proyek menurut tahap`}
    note={programme.name}
    act={<a href={`/proyek?program=${programme.slug}`}>Lihat daftarnya</a>}
  >
    <Bars
      label="Proyek menurut tahap"
      bars={[
        ...projectStages.map((stage) => ({ label: stageWords[stage], value: countAt(rows, stage) })),
        ...ended(rows),
      ]}
    />
  </Section>
)

const hasEnded = ({ state }: ProjectRow) => state === 'closed' || state === 'stopped'

const countAt = (rows: ProjectRow[], stage: string) =>
  rows.filter((row) => row.stage === stage && !hasEnded(row)).length

/** Projects that are over stand at no stage; they are named by how they ended, so that the bars add up to all. */
function ended(rows: ProjectRow[]) {
  const words = rows.filter(hasEnded).map(standingInWords)
  return [...new Set(words)]
    .toSorted()
    .reverse()
    .map((label) => ({ label, value: words.filter((word) => word === label).length }))
}

/** The due days that are still to come. */
const NextDays = ({ stages }: { stages: Stage[] }) => (
  <Section title="Batas waktu berikutnya">
    <Facts facts={stages.map(({ kind, dueOn }) => ({ term: stageNames[kind], detail: weekdayInWords(dueOn) }))} />
  </Section>
)

const stageNames: Record<Stage['kind'], string> = {
  ...stageWords,
  assessment: 'Penilaian',
  entry: 'Usulan KIPP',
}
