import { dayInWords, instantInWords } from '#kit/date.ts'
import { ButtonLink } from '#web/button.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { competitionOf } from '../called.ts'
import { titleOfEntry } from '../entry.ts'
import { type InnovationNews, newsWords } from '../news.ts'
import { outcomeAt, type StageResult } from '../result.ts'
import type { EntrySending } from '../sending-store.ts'
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
  /** The newest first. */
  sendings: EntrySending[]
  /** Of those who noted them, by account. */
  names: ReadonlyMap<string, string>
}

/** What came of an entry: what was sent, what each national stage decided, what became of the innovation after. */
export function ResultsPage({ view: { entry, edition }, results, news, asked, may, sendings, names }: Props) {
  const home = `/usulan/${entry.code}/tahap`
  const failed = edition.stages.findIndex(({ key }) =>
    results.some(({ stage, outcome }) => stage === key && outcome === 'failed'),
  )
  /** Whether the entry fell at an earlier stage. */
  const isOut = (key: string) => failed >= 0 && edition.stages.findIndex((one) => one.key === key) > failed
  return (
    <DeskPage title="Hasil" lead={`${titleOfEntry(entry)}, ${edition.label}`} breadcrumbs={entryCrumbs(entry)}>
      <EntryTabs entry={entry} current="tahap" />
      {sendings.length > 0 && <Sendings {...{ entry, sendings, names }} />}
      <Section title={`Tahap ${competitionOf(edition)}`}>
        {entry.sentOn === null ? (
          <EmptyState title="Usulan belum dikirim">Hasil tahap dicatat sesudah pengirimannya.</EmptyState>
        ) : (
          <ul class="spaced">
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

/** Each time that the entry went out: an entry can be opened again and sent anew. */
function Sendings({ entry, sendings, names }: Pick<Props, 'sendings' | 'names'> & Pick<EntryView, 'entry'>) {
  const { zone } = useShell()
  const by = (accountId: string | null) => accountId !== null && names.get(accountId)
  return (
    <Section title="Pengiriman" note={sendings.length > 1 ? `${sendings.length} kali` : undefined}>
      <ul class="spaced">
        {sendings.map(({ number, sentOn, sentNumber, accountId, notedAt, copyNumber }, at) => (
          <li key={number}>
            <State is={at === 0 && entry.state === 'sent' ? 'done' : 'stopped'}>
              Dikirim {sentInWords(sentOn, sentNumber)}
              {at > 0 && ', digantikan yang sesudahnya'}
              {at === 0 && entry.state !== 'sent' && ', lalu usulan dibuka lagi'}
            </State>
            {notedAt && (
              <p class="quiet-words">
                Dicatat {[by(accountId), instantInWords(zone, notedAt)].filter(Boolean).join(', ')}
              </p>
            )}
            {copyNumber === null ? (
              <p class="quiet-words">Salinannya tidak tersimpan.</p>
            ) : (
              <p>
                Yang dikirim, salinan {copyNumber}:{' '}
                <a href={`/usulan/${entry.code}/arsip/${copyNumber}.docx`} download>
                  Word
                </a>
                ,{' '}
                <a href={`/usulan/${entry.code}/arsip/${copyNumber}.pdf`} download>
                  PDF
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
