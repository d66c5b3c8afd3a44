import { type exact, withComma } from '#kit/decimal.ts'
import { uncapital } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { titleOfEntry } from '../entry.ts'
import { type CheckedPart, hangingPoints } from '../preflight.ts'
import { certaintyWords } from '../provenance.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'
import { FieldHelp } from './field-help.tsx'
import { aboutEdition } from './words.ts'

type Props = {
  view: EntryView
  criteria: CheckedPart[]
  mayEdit: boolean
  /** Those whose work the innovation is. */
  writers: string[]
}

/** The check before an entry goes out: per criterion what is there, what is missing, and how many points hang on it. */
export const PreflightPage = ({ view: { entry, edition }, criteria, mayEdit, writers }: Props) => (
  <DeskPage title="Periksa awal" lead={`${titleOfEntry(entry)}, ${edition.label}`} breadcrumbs={entryCrumbs(entry)}>
    <EntryTabs entry={entry} current="periksa" />
    <Alert title={hangingInWords(criteria)}>
      <p>Ini bukan nilai dan bukan ramalan. Tiap butir menyebut sumbernya; yang tidak tercatat tidak dianggap nol.</p>
      <p>
        Bobot: {certaintyWords[edition.provenance.weights.certainty].toLowerCase()}
        {edition.provenance.weights.source && ` (${edition.provenance.weights.source})`}.{' '}
        <a href={aboutEdition(entry)}>Aturan edisi dan asal-usulnya</a>
      </p>
    </Alert>
    {criteria.map(({ label, weight, findings }, at) => (
      <Section
        key={label}
        title={label}
        note={at === 0 ? 'Wajib' : weight === null ? 'Bobot belum diketahui' : `Bobot ${withComma(weight)}%`}
      >
        <ul class="spaced">
          {findings.map(({ state, sentence, source, at: place, help }) => (
            <li key={`${sentence} ${source}`}>
              <State is={state}>
                {mayEdit && place !== null ? <a href={`/usulan/${entry.code}/${place}`}>{sentence}</a> : sentence}
              </State>
              <div class="spaced">
                <p class="quiet-words">Sumber: {uncapital(source)}</p>
                {help && <FieldHelp {...{ help, writers }} projectCode={entry.projectCode} />}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    ))}
  </DeskPage>
)

function hangingInWords(criteria: CheckedPart[]): string {
  const { points, isWhole } = hangingPoints(criteria)
  const wanting = criteria[0]?.findings.some(({ state }) => state === 'late')
  const gate = wanting ? 'Syarat masuk belum lengkap.' : 'Syarat masuk lengkap.'
  if (points.over === 0n && !isWhole) return `${gate} Berapa bobot yang masih bergantung belum diketahui.`
  const hang = `${withComma(inFigures(points))} dari 100 bobot bergantung pada bidang yang masih dapat dilengkapi`
  return `${gate} ${hang}${isWhole ? '.' : ', di luar bobot yang belum diketahui.'}`
}

/** Weights have two decimals at most, so their sum has too. */
function inFigures({ over, under }: ReturnType<typeof exact>): string {
  const hundredths = (over * 100n) / under
  const rest = hundredths % 100n
  return `${hundredths / 100n}${rest === 0n ? '' : `.${String(rest).padStart(2, '0').replace(/0$/, '')}`}`
}
