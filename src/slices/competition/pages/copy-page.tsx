import { dayIn, dayInWords } from '#kit/date.ts'
import { numberInWords } from '#kit/text.ts'
import { countWords } from '#kit/words.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { CopyText } from '#web/copy-text.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import type { EntryCopy } from '../copy-store.ts'
import { titleOfEntry } from '../entry.ts'
import type { Piece } from '../pieces.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'

type Props = {
  view: EntryView
  /** In the order of the form. */
  pieces: Piece[]
  copied: string[]
  copies: EntryCopy[]
  mayTick: boolean
}

/** Field by field into the competition's own site: each to be copied, counted and ticked. */
export function CopyPage({ view: { entry, edition }, pieces, copied, copies, mayTick }: Props) {
  const home = `/usulan/${entry.code}`
  const filled = pieces.filter(({ text }) => text !== '')
  const done = filled.filter(({ key }) => copied.includes(key)).length
  return (
    <DeskPage
      title="Salin bidang demi bidang"
      lead={`${titleOfEntry(entry)}, ${edition.label}. ${done} dari ${filled.length} sudah disalin.`}
      breadcrumbs={entryCrumbs(entry)}
      actions={
        <ButtonLink href={`${home}.zip`} icon="download" download>
          Paket ZIP
        </ButtonLink>
      }
    >
      <EntryTabs entry={entry} current="salin" />
      {pieces.map(({ key, label, text, limit }) => (
        <Section
          key={key}
          title={label}
          note={text === '' ? 'Belum diisi' : counted(text, limit)}
          id={`bidang-${key}`}
          act={mayTick && text !== '' && <Tick {...{ home, code: key, label }} isCopied={copied.includes(key)} />}
        >
          {text === '' ? <EmptyState title="Belum ada isinya" /> : <CopyText label={label}>{text}</CopyText>}
          {copied.includes(key) && <State is="done">Sudah disalin</State>}
        </Section>
      ))}
      <Copies copies={copies} home={home} />
      {edition.form === 'kipp' && (
        <Section title="Katalog">
          <p>Data katalog inovasi (JIPPNas) dari usulan ini.</p>
          <div class="actions">
            <ButtonLink href={`${home}.xlsx`} icon="download" download>
              Katalog XLSX
            </ButtonLink>
            <ButtonLink href={`${home}.json`} icon="download" download>
              Katalog JSON
            </ButtonLink>
          </div>
        </Section>
      )}
    </DeskPage>
  )
}

const counted = (text: string, limit: number | null) =>
  limit === null
    ? `${numberInWords(countWords(text))} kata`
    : `${numberInWords(countWords(text))} dari ${numberInWords(limit)} kata`

type TickProps = { home: string; code: string; label: string; isCopied: boolean }

const Tick = ({ home, code, label, isCopied }: TickProps) => (
  <form class="act" method="post" action={`${home}/salin`}>
    <input type="hidden" name="key" value={code} />
    <input type="hidden" name="copied" value={isCopied ? 'no' : 'yes'} />
    <Button kind="quiet">
      {isCopied ? 'Belum disalin' : 'Tandai sudah disalin'}
      <span class="hidden">: {label}</span>
    </Button>
  </form>
)

function Copies({ copies, home }: { copies: EntryCopy[]; home: string }) {
  const { zone } = useShell()
  if (copies.length === 0) return null
  return (
    <Section title="Salinan saat dinyatakan siap">
      <ul class="links">
        {copies.map(({ number, createdAt }) => (
          <li key={number}>
            Salinan {number}, {dayInWords(dayIn(zone, createdAt))}:{' '}
            <a href={`${home}/arsip/${number}.docx`} download>
              Word
            </a>
            ,{' '}
            <a href={`${home}/arsip/${number}.pdf`} download>
              PDF
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
