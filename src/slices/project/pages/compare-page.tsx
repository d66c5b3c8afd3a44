import type { Actor } from '#kit/actor.ts'
import { blankForm } from '#kit/form.ts'
import { SelectField } from '#web/fields.tsx'
import { FilterForm } from '#web/filter-form.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import type { ActionPlan } from '../action-plan.ts'
import type { MatrixLayout } from '../columns.ts'
import type { ComparedInitiative } from '../compare.ts'
import type { ProjectView } from '../view.ts'
import { ComparedSections, summaryOf } from './compared-rows.tsx'
import { ProjectFrame } from './project-frame.tsx'
import { planStateWords } from './words.ts'

type Props = {
  view: ProjectView
  actor: Actor
  from: ActionPlan
  to: ActionPlan
  compared: ComparedInitiative[]
  /** What was last reported of an activity, in words, by its line. */
  reached: ReadonlyMap<string, string>
  layout: MatrixLayout
}

/** Two versions of a plan beside each other: what came, what went, and each cell that is another now. */
export function ComparePage({ view, actor, from, to, compared, reached, layout }: Props) {
  return (
    <ProjectFrame view={view} actor={actor} tab="rencana">
      <Section title={`Versi ${from.version} dan versi ${to.version}`} note={summaryOf(compared)}>
        {view.plans.length > 2 && <VersionChoice view={view} from={from} to={to} />}
        {to.reason && (
          <p>
            Alasan versi {to.version}: {to.reason}
          </p>
        )}
        {compared.every(({ is }) => is === 'same') && (
          <EmptyState title="Tidak ada perbedaan">Matriks kedua versi ini sama isinya.</EmptyState>
        )}
      </Section>
      <ComparedSections
        {...{ compared, reached, layout }}
        sides={{ before: `Versi ${from.version}`, after: `Versi ${to.version}` }}
      />
    </ProjectFrame>
  )
}

function VersionChoice({ view, from, to }: Pick<Props, 'view' | 'from' | 'to'>) {
  const options = view.plans.map(({ version, state }) => ({
    value: String(version),
    label: `Versi ${version}, ${planStateWords[state].toLowerCase()}`,
  }))
  const form = blankForm({ dari: String(from.version), ke: String(to.version) })
  return (
    <FilterForm action={`/proyek/${view.project.code}/rencana/banding`} label="Pilih versi" act="Bandingkan">
      <SelectField form={form} name="dari" label="Dari" options={options} width={20} />
      <SelectField form={form} name="ke" label="Ke" options={options} width={20} />
    </FilterForm>
  )
}
