import type { Copy, Lineage, PublicPlan } from '#project'
import { Section } from '#web/section.tsx'

/** From which project this one was begun; the address leads to a word on it also after it was taken back. */
export const Origin = ({ lineage: { sourceCode, sourceTitle, sourceAgencyName } }: { lineage: Lineage }) => (
  <>
    <a href={`/galeri/${sourceCode}`}>{sourceTitle}</a> dari {sourceAgencyName}
  </>
)

/** The public projects that replicate this one. */
export const Copies = ({ copies }: { copies: Copy[] }) =>
  copies.length === 0 ? null : (
    <Section title="Ditiru oleh">
      <ul>
        {copies.map(({ named, unitName, agencyName }) => (
          <li key={named?.code}>
            <a href={`/galeri/${named?.code}`}>{named?.title}</a>, {unitName}, {agencyName}
          </li>
        ))}
      </ul>
    </Section>
  )

/** What is done in the project: its initiatives and their activities, with what each yields and by what it is measured. */
export const ShownPlan = ({ plan }: { plan: PublicPlan }) =>
  plan.length === 0 ? null : (
    <Section title="Program dan kegiatan">
      <ol class="shown-plan">
        {plan.map(({ title, activities }, at) => (
          <li key={at}>
            <h3>{title || 'Program tanpa nama'}</h3>
            <ul>
              {activities.map(({ title, output, indicator, indicatorUnit }, place) => (
                <li key={place}>
                  {title || 'Kegiatan tanpa nama'}
                  {(output || indicator) && (
                    <p class="quiet-words">
                      {[
                        output && `Keluaran: ${output}`,
                        indicator && `Indikator: ${indicator}${indicatorUnit && ` (${indicatorUnit})`}`,
                      ]
                        .filter(Boolean)
                        .join('. ')}
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </Section>
  )
