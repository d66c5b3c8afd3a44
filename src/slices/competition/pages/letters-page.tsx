import { AttachedFiles } from '#files'
import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { titleOfEntry } from '../entry.ts'
import { lacksOf, letterPart, lettersOf } from '../letter.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'

/** The letters of an entry: a draft to be signed, then the scan and what was found on it. */
export function LettersPage({ view, mayEdit }: { view: EntryView; mayEdit: boolean }) {
  const { entry, edition, files, judged } = view
  const home = `/usulan/${entry.code}/surat`
  const letters = lettersOf(edition)
  return (
    <DeskPage title="Surat" lead={`${titleOfEntry(entry)}, ${edition.label}`} breadcrumbs={entryCrumbs(entry)}>
      <EntryTabs entry={entry} current="surat" />
      {letters.length === 0 && <EmptyState title="Edisi ini tidak meminta surat" />}
      {letters.map((check) => {
        const scans = files.filter(({ part }) => part === letterPart(check.key))
        const letter = judged.letters.find(({ key }) => key === check.key)
        const lacks = lacksOf(check, letter, scans[0] ?? null, entry)
        return (
          <Section key={check.key} title={check.label}>
            <div class="spaced">
              <p>{check.hint}</p>
              {check.signatory && <p>Ditandatangani: {check.signatory}.</p>}
              {lacks.length === 0 ? (
                <State is="good">
                  Sudah diperiksa{letter?.datedOn ? `, tertanggal ${dayInWords(letter.datedOn)}` : ''}
                </State>
              ) : (
                <ul>
                  {lacks.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              )}
              <AttachedFiles files={scans} label={`Pindaian ${check.label}`} />
              <div class="actions">
                {check.letter !== null && (
                  <>
                    <ButtonLink href={`${home}/${check.key}.docx`} icon="download" download>
                      Rancangan Word<span class="hidden">: {check.label}</span>
                    </ButtonLink>
                    <ButtonLink href={`${home}/${check.key}.pdf`} icon="download" download>
                      Rancangan PDF<span class="hidden">: {check.label}</span>
                    </ButtonLink>
                  </>
                )}
                {mayEdit && (
                  <ButtonLink href={`${home}/${check.key}`}>
                    {scans.length > 0 ? 'Periksa lagi' : 'Lampirkan yang sudah ditandatangani'}
                    <span class="hidden">: {check.label}</span>
                  </ButtonLink>
                )}
              </div>
            </div>
          </Section>
        )
      })}
    </DeskPage>
  )
}
