import { ActButton, ButtonLink } from '#web/button.tsx'
import { Section } from '#web/section.tsx'
import type { GuidelineSection } from '../guideline.ts'
import { blocksOf } from '../guideline-paper.ts'

type Props = {
  sections: GuidelineSection[]
  /** The guideline's address where its reader may write in it. */
  path?: string
}

/** What a version says, section by section. */
export const GuidelineSections = ({ sections, path }: Props) => (
  <>
    {sections.map((section, at) => (
      <Section key={section.id} id={`bagian-${section.lineId}`} title={`${at + 1}. ${section.heading}`}>
        <SectionText text={section.text} />
        {path && (
          <div class="actions">
            <ButtonLink kind="quiet" href={`${path}/bagian/${section.id}`}>
              Ubah<span class="hidden"> bagian {at + 1}</span>
            </ButtonLink>
            {at > 0 && <Move path={path} section={section} by="up" />}
            {at < sections.length - 1 && <Move path={path} section={section} by="down" />}
            <ButtonLink kind="quiet" href={`${path}/bagian/${section.id}/hapus`}>
              Hapus<span class="hidden"> bagian {at + 1}</span>
            </ButtonLink>
          </div>
        )}
      </Section>
    ))}
  </>
)

const Move = ({ path, section, by }: { path: string; section: GuidelineSection; by: 'up' | 'down' }) => (
  <ActButton kind="quiet" action={`${path}/bagian/${section.id}/pindah`} hidden={{ by }}>
    {by === 'up' ? 'Naikkan' : 'Turunkan'}
    <span class="hidden"> {section.heading}</span>
  </ActButton>
)

/** Paragraphs and simple lists. */
const SectionText = ({ text }: { text: string }) => (
  <div class="prose">
    {blocksOf(text).map((block, at) =>
      block.kind === 'paragraph' ? (
        <p key={at}>{block.text}</p>
      ) : (
        <ul key={at}>
          {block.entries.map((entry) => (
            <li key={entry}>{entry}</li>
          ))}
        </ul>
      ),
    )}
  </div>
)
