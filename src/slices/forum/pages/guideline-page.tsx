import type { Actor } from '#kit/actor.ts'
import { listInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { guidelineAllows } from '../guideline.ts'
import type { Contents, GuidelineView } from '../guideline-view.ts'
import { GuidelineActs } from './guideline-acts.tsx'
import { GuidelineSections } from './guideline-sections.tsx'
import { VersionState } from './guideline-state.tsx'
import { standingOf } from './words.ts'

type Props = { view: GuidelineView; contents: Contents; actor: Actor }

/** One version of a guideline: how it stands, what it says, and what can be done about it. */
export function GuidelinePage({ view, contents, actor }: Props) {
  const { version, sections, writers, approvers } = contents
  const path = `/pedoman/${view.guideline.id}`
  const isLatest = version.id === view.latest.id
  const mayWrite = isLatest && view.may('write') && guidelineAllows(version.state, 'write')
  const knowsAuthors = view.may('write') || version.state !== 'published'
  return (
    <DeskPage
      title={version.title}
      lead={`Versi ${version.version}. ${standingOf(version)}.`}
      breadcrumbs={[{ path: '/pedoman', label: 'Pedoman teknis' }]}
      actions={
        <>
          <ButtonLink href={`${path}/versi/${version.version}/docx`} download>
            Unduh Word
          </ButtonLink>
          <ButtonLink href={`${path}/versi/${version.version}/pdf`} download>
            Unduh PDF
          </ButtonLink>
        </>
      }
    >
      {!isLatest && (
        <Alert title="Ada versi yang lebih baru">
          <a href={path}>Baca versi {view.latest.version}</a>
        </Alert>
      )}
      {version.state === 'draft' && version.remark && (
        <Alert kind="soon" title="Dikembalikan menjadi draf">
          {version.remark}
        </Alert>
      )}
      <Facts
        facts={[
          { term: 'Keadaan', detail: <VersionState state={version.state} /> },
          { term: 'Program', detail: view.programme.name },
          ...(knowsAuthors ? [{ term: 'Penulis', detail: namesIn(writers) }] : []),
          ...(knowsAuthors && approvers.length > 0 ? [{ term: 'Penyetuju', detail: namesIn(approvers) }] : []),
          ...(view.versions.length > 1 ? [{ term: 'Versi', detail: <Versions view={view} /> }] : []),
        ]}
      />
      {isLatest && <GuidelineActs {...{ view, contents, actor }} />}
      {sections.length > 0 ? (
        <GuidelineSections sections={sections} {...(mayWrite && { path })} />
      ) : (
        <Section title="Isi">
          <EmptyState title="Belum ada bagian">Pedoman tersusun dari bagian, masing-masing dengan judul.</EmptyState>
        </Section>
      )}
    </DeskPage>
  )
}

const namesIn = (parts: { name: string }[]) => listInWords(parts.map(({ name }) => name))

const Versions = ({ view: { guideline, versions } }: { view: GuidelineView }) => (
  <ul>
    {versions.map((version, at) => {
      const before = versions[at + 1]
      return (
        <li key={version.id}>
          <a href={`/pedoman/${guideline.id}?versi=${version.version}`}>Versi {version.version}</a>
          {before && (
            <>
              {', '}
              <a href={`/pedoman/${guideline.id}/bandingkan?dari=${before.version}&ke=${version.version}`}>
                bandingkan dengan versi {before.version}
              </a>
            </>
          )}
        </li>
      )
    })}
  </ul>
)
