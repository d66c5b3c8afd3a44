import { dayInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { competitionOf } from '../called.ts'
import { titleOfEntry } from '../entry.ts'
import { type InnovationNews, newsWords } from '../news.ts'
import { outcomeAt, type StageResult } from '../result.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'
import { sentInWords } from './words.ts'

type Props = {
  view: EntryView
  results: StageResult[]
  news: InnovationNews[]
  /** Years for which nothing was told yet. */
  asked: number[]
  may: { note: boolean; tell: boolean }
  /** Number of the copy that was kept of what was sent. */
  copy: number | null
}

/** What came of an entry: what was sent, what each national stage decided, what became of the innovation after. */
export function ResultsPage({ view: { entry, edition }, results, news, asked, may, copy }: Props) {
  const home = `/usulan/${entry.code}/tahap`
  const failed = edition.stages.findIndex(({ key }) =>
    results.some(({ stage, outcome }) => stage === key && outcome === 'failed'),
  )
  /** Whether the entry fell at an earlier stage. */
  const isOut = (key: string) => failed >= 0 && edition.stages.findIndex((one) => one.key === key) > failed
  return (
    <DeskPage title="Hasil" lead={`${titleOfEntry(entry)}, ${edition.label}`} breadcrumbs={entryCrumbs(entry)}>
      <EntryTabs entry={entry} current="tahap" />
      <Section title={`Tahap ${competitionOf(edition)}`}>
        {entry.sentOn === null ? (
          <EmptyState title="Usulan belum dikirim">Hasil tahap dicatat sesudah pengirimannya.</EmptyState>
        ) : (
          <ul class="spaced">
            <li>
              <State is="done">Dikirim {sentInWords(entry.sentOn, entry.sentNumber)}</State>
              {copy !== null && (
                <p>
                  Yang dikirim:{' '}
                  <a href={`/usulan/${entry.code}/arsip/${copy}.docx`} download>
                    Word
                  </a>
                  ,{' '}
                  <a href={`/usulan/${entry.code}/arsip/${copy}.pdf`} download>
                    PDF
                  </a>
                </p>
              )}
            </li>
            {edition.stages.map((one) => {
              const { key, label } = one
              const result = results.find(({ stage }) => stage === key)
              return (
                <li key={key}>
                  <State is={result ? (result.outcome === 'passed' ? 'good' : 'stopped') : 'open'}>
                    {label}:{' '}
                    {result
                      ? `${outcomeAt(one, result.outcome)}, ${dayInWords(result.decidedOn)}`
                      : isOut(key)
                        ? 'tidak diikuti'
                        : 'belum ada hasil'}
                  </State>
                  {result?.note && <p class="quiet-words">{result.note}</p>}
                  {may.note && (result || !isOut(key)) && (
                    <p>
                      <a href={`${home}/${key}`}>
                        {result ? 'Betulkan' : 'Catat hasil'}
                        <span class="hidden"> {label}</span>
                      </a>
                    </p>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </Section>
      <Section title="Kabar sesudahnya" note={asked.length > 0 ? `${asked.length} tahun belum dikabarkan` : undefined}>
        {asked.length + news.length === 0 && (
          <EmptyState title="Belum ada yang ditanyakan">
            Setiap tahun sesudah usulan dikirim ditanyakan apakah inovasinya berlanjut, berkembang, atau berhenti.
          </EmptyState>
        )}
        <div class="spaced">
          {may.tell && asked.length > 0 && (
            <div class="actions">
              {asked.map((year) => (
                <ButtonLink key={year} href={`/usulan/${entry.code}/kabar/${year}`}>
                  Kabarkan tahun {year}
                </ButtonLink>
              ))}
            </div>
          )}
          <ul class="spaced">
            {news.map(({ year, state, replicatedBy, note }) => (
              <li key={year}>
                <State is={state === 'stopped' ? 'stopped' : 'good'}>
                  {year}: {newsWords[state]}
                </State>
                {replicatedBy && <p>Ditiru: {replicatedBy.split('\n').join('; ')}</p>}
                {note && <p class="quiet-words">{note}</p>}
                {may.tell && (
                  <p>
                    <a href={`/usulan/${entry.code}/kabar/${year}`}>
                      Betulkan<span class="hidden"> kabar tahun {year}</span>
                    </a>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </div>
      </Section>
    </DeskPage>
  )
}
