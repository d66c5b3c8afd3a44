import { capital, countInWords } from '#kit/text.ts'
import type { Run } from '#kit/word-diff.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { ComparedWords } from '#web/compared-words.tsx'
import { type Option, SelectField } from '#web/fields.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import type { ComparedSection, Comparison, GuidelineVersion } from '../guideline.ts'
import type { GuidelineView } from '../guideline-view.ts'

type Props = { view: GuidelineView; before: GuidelineVersion; later: GuidelineVersion; comparison: Comparison }

/** Two versions of a guideline, word by word. */
export function ComparePage({ view, before, later, comparison }: Props) {
  const { title, sections, isReordered, changes } = comparison
  const path = `/pedoman/${view.guideline.id}`
  return (
    <DeskPage
      title={`Versi ${before.version} dan versi ${later.version}`}
      lead={changes === 0 ? 'Tidak ada perubahan.' : `${capital(countInWords(changes))} perubahan.`}
      breadcrumbs={[
        { path: '/pedoman', label: 'Pedoman teknis' },
        { path, label: later.title },
      ]}
      actions={<ButtonLink href={path}>Kembali ke pedoman</ButtonLink>}
    >
      {view.versions.length > 2 && <Choice view={view} path={path} before={before} later={later} />}
      {isReordered && <p>Urutan bagian berubah.</p>}
      {title.some(({ kind }) => kind !== 'same') && (
        <Section title="Judul pedoman">
          <ComparedWords runs={title} />
        </Section>
      )}
      {sections.map((section) => (
        <Compared key={section.lineId} section={section} />
      ))}
    </DeskPage>
  )
}

const fates = {
  kept: null,
  added: <State is="good">Bagian baru</State>,
  removed: <State is="stopped">Bagian dihapus</State>,
}

const Compared = ({ section: { fate, heading, text } }: { section: ComparedSection }) => (
  <Section title={textOf(heading, fate)} note={fates[fate]}>
    {fate === 'kept' && heading.some(({ kind }) => kind !== 'same') && <ComparedWords runs={heading} />}
    <ComparedWords runs={text} />
  </Section>
)

/** The heading as it reads now, or read before it was removed. */
const textOf = (heading: Run[], fate: ComparedSection['fate']) =>
  heading.flatMap(({ kind, text }) => (kind === (fate === 'removed' ? 'added' : 'removed') ? [] : [text])).join('')

function Choice({ view, path, before, later }: Omit<Props, 'comparison'> & { path: string }) {
  const options: Option[] = view.versions.map(({ version }) => ({ value: String(version), label: `Versi ${version}` }))
  const form = { values: { dari: String(before.version), ke: String(later.version) }, errors: {} }
  return (
    <form class="filter" action={`${path}/bandingkan`} aria-label="Versi yang dibandingkan">
      <SelectField form={form} name="dari" label="Dari" options={options} width={12} />
      <SelectField form={form} name="ke" label="Ke" options={options} width={12} />
      <Button>Bandingkan</Button>
    </form>
  )
}
