import { AttachedFiles } from '#files'
import type { Actor } from '#kit/actor.ts'
import { dayIn, dayInWords } from '#kit/date.ts'
import { can } from '#kit/policy.ts'
import { safeHref } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { State } from '#web/state.tsx'
import { Turn } from '#web/stepper.tsx'
import { receiverOf } from '../called.ts'
import { isOver } from '../edition-window.ts'
import { type EntryAct, entryAllows, titleOfEntry } from '../entry.ts'
import { extraInWords } from '../entry-paper.ts'
import { handsOf } from '../hands.ts'
import { entryPolicy } from '../policy.ts'
import { editionParts, partInSentence } from '../provenance.ts'
import { ageSaid, askedOf, closingOf, identityPage, startPart } from '../readiness.ts'
import { asksVideo, findingsOf } from '../video.ts'
import type { EntryView } from '../view.ts'
import { entryCrumbs } from './entry-crumbs.ts'
import { EntryTabs } from './entry-tabs.tsx'
import { FieldSection } from './field-section.tsx'
import { aboutEdition, handsWords, heldInWords, sentInWords } from './words.ts'

type Props = {
  view: EntryView
  actor: Actor
  /** Why it could not be declared ready. */
  refused?: string
  /** The choice of its project was taken back, and nothing chose it anew. */
  wasUnchosen?: boolean
}

/** One entry: whose move it is, what it says in each field, and what is still missing. */
export function EntryPage({ view, actor, refused, wasUnchosen = false }: Props) {
  const { entry, edition, fields } = view
  const path = `/usulan/${entry.code}`
  const mayEdit = entry.state === 'draft' && can(entryPolicy, actor, 'edit', entry)
  const statements = edition.checks.filter(({ kind }) => kind === 'statement')
  return (
    <DeskPage
      title={titleOfEntry(entry)}
      lead={`${edition.label}, ${entry.unitName}`}
      breadcrumbs={entryCrumbs()}
      actions={
        <>
          <ButtonLink href={`${path}.docx`} icon="download" download>
            Word
          </ButtonLink>
          <ButtonLink href={`${path}.pdf`} icon="download" download>
            PDF
          </ButtonLink>
        </>
      }
    >
      {refused && (
        <Alert kind="late" title="Usulan belum dapat dinyatakan siap">
          <p>{refused}</p>
        </Alert>
      )}
      {wasUnchosen && entryAllows(entry.state, 'withdraw') && (
        <Alert kind="soon" title="Putusan yang memilih proyek ini sudah ditarik">
          <p>
            Usulan ini tetap dapat disusun bila proyeknya mungkin dipilih lagi.
            {can(entryPolicy, actor, 'withdraw', entry) && (
              <>
                {' '}
                Bila tidak, <a href={`${path}/tarik`}>tarik usulan ini dengan alasannya</a>.
              </>
            )}
          </p>
        </Alert>
      )}
      {view.newer && mayEdit && (
        <Alert kind="soon" title={`Edisi ini punya versi ${view.newer.version}`}>
          <p>
            <a href={`${path}/edisi`}>Lihat yang berubah dan pindahkan usulan ini</a>
          </p>
        </Alert>
      )}
      <Standing {...{ view, actor, mayEdit }} />
      <EntryTabs entry={entry} current="" />
      <Columns>
        <div>
          {fields.map((each) => (
            <FieldSection
              key={each.field.key}
              of={each}
              projectCode={entry.projectCode}
              path={path}
              mayEdit={mayEdit}
            />
          ))}
        </div>
        <div>
          <Readiness view={view} mayEdit={mayEdit} />
          <Section title="Identitas" act={mayEdit && <a href={`${path}/${identityPage}`}>Ubah identitas</a>}>
            <Facts facts={identityOf(view)} />
          </Section>
          {statements.length > 0 && (
            <Section title="Pernyataan">
              <ul class="spaced">
                {statements.map(({ key, label }) => (
                  <li key={key}>
                    <State is={entry.checked.includes(key) ? 'done' : 'open'}>
                      {label}
                      <span class="hidden">{entry.checked.includes(key) ? ', ada' : ', belum ada'}</span>
                    </State>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title="Tentang edisi ini" act={<a href={aboutEdition(entry)}>Aturan dan asal-usulnya</a>}>
            <p>
              {edition.basis}. {edition.remark}
            </p>
            {doubtful(edition).length > 0 && (
              <p class="quiet-words">Ingatan, belum dipastikan: {doubtful(edition).join(', ')}.</p>
            )}
          </Section>
        </div>
      </Columns>
    </DeskPage>
  )
}

/** How far the entry is, and the one act that carries it on. */
function Standing({
  view: { entry, edition, gaps },
  actor,
  mayEdit,
}: Pick<Props, 'view' | 'actor'> & { mayEdit: boolean }) {
  const { zone, today } = useShell()
  const path = `/usulan/${entry.code}`
  const may = (act: EntryAct) => entryAllows(entry.state, act) && can(entryPolicy, actor, act, entry)
  const sent = entry.sentOn ? `Dikirim ke ${receiverOf(edition)} ${sentInWords(entry.sentOn, entry.sentNumber)}.` : ''
  const ready = entry.readyAt ? `Dinyatakan siap ${dayInWords(dayIn(zone, entry.readyAt))}.` : ''
  const left = gaps.length === 0 ? 'Semua sudah lengkap.' : `${gaps.length} hal belum lengkap.`
  const { who, since, days } = handsOf(entry, gaps.length === 0, { zone, today }, { form: edition, results: [] })
  const held = `Di tangan ${handsWords[who]} sejak ${dayInWords(since)} (${heldInWords(days)}).`
  const words = {
    draft: isOver({ ...edition, closingOn: closingOf(entry, edition) }, today)
      ? {
          title: 'Tidak jadi diajukan, edisinya sudah ditutup',
          since: `Bila pernah diajukan, lengkapi lalu catat. ${left}`,
        }
      : { title: 'Usulan sedang disusun', since: `${held} ${left} ${sent}` },
    ready: { title: 'Usulan siap dikirim', since: `${held} ${ready}` },
    sent: { title: 'Usulan sudah dikirim', since: sent },
    withdrawn: { title: 'Usulan ditarik', since: `Sejak ${dayInWords(since)}: ${entry.withdrawnReason}` },
  }
  return (
    <Turn
      {...words[entry.state]}
      due={entry.state === 'draft' && gaps.length > 0 && <a href="#kesiapan">Lihat yang kurang</a>}
    >
      {mayEdit && (
        <ButtonLink {...(!may('declare') && { kind: 'primary' })} href={`${path}/tulis`}>
          Tulis bersama
        </ButtonLink>
      )}
      {may('declare') && (
        <ActButton kind="primary" action={`${path}/siap`}>
          Nyatakan siap
        </ActButton>
      )}
      {may('send') && (
        <ButtonLink kind="primary" href={`${path}/kirim`}>
          Catat pengiriman
        </ButtonLink>
      )}
      {may('reopen') && <ButtonLink href={`${path}/buka-lagi`}>Buka lagi</ButtonLink>}
      {may('withdraw') && <ButtonLink href={`${path}/tarik`}>Tarik usulan</ButtonLink>}
    </Turn>
  )
}

/** What keeps it from being ready, each a link to where it is mended. */
function Readiness({ view: { entry, gaps }, mayEdit }: { view: EntryView; mayEdit: boolean }) {
  const note = gaps.length > 0 ? `${gaps.length} hal belum lengkap` : undefined
  return (
    <Section title="Kesiapan" id="kesiapan" note={note}>
      {gaps.length === 0 ? (
        <State is="good">Semua yang diminta edisi ini sudah ada</State>
      ) : (
        <ul class="links">
          {gaps.map(({ sentence, at }) => (
            <li key={sentence}>
              {mayEdit && at !== null ? <a href={`/usulan/${entry.code}/${at}`}>{sentence}</a> : sentence}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** The parts of an edition that nobody has read anywhere. */
const doubtful = ({ provenance }: EntryView['edition']): string[] =>
  editionParts.filter((part) => provenance[part].certainty === 'remembered').map(partInSentence)

function identityOf({ entry, edition, files, judged }: EntryView) {
  const project = entry.projectTitle || 'Proyek tanpa judul'
  const proofs = files.filter(({ part }) => part === startPart)
  const closing = closingOf(entry, edition)
  const goals = edition.goals.filter(({ key }) => entry.goals.includes(key))
  return [
    {
      term: 'Proyek',
      detail: <a href={`/proyek/${entry.projectCode}`}>{project}</a>,
    },
    { term: 'Mulai diterapkan', detail: entry.startedOn ? dayInWords(entry.startedOn) : 'Belum diisi' },
    {
      term: 'Bukti tanggal mulai',
      detail: (
        <>
          {entry.startProof || (proofs.length === 0 && 'Belum ada')}
          <AttachedFiles files={proofs} label="Bukti tanggal mulai" />
        </>
      ),
    },
    { term: 'Penutupan pendaftaran', detail: closing ? dayInWords(closing) : 'Belum diketahui' },
    { term: 'Umur', detail: ageSaid(entry, edition) },
    ...(edition.categories.length > 0
      ? [
          {
            term: 'Kategori',
            detail: edition.categories.find(({ key }) => key === entry.category)?.label ?? 'Belum dipilih',
          },
        ]
      : []),
    ...(edition.goals.length > 0
      ? [
          {
            term: 'Tujuan TPB',
            detail: goals.map(({ key, label }) => `${key}. ${label}`).join('; ') || 'Belum dipilih',
          },
        ]
      : []),
    ...(asksVideo(edition, entry)
      ? [
          {
            term: 'Video',
            detail: entry.videoUrl ? <a href={safeHref(entry.videoUrl)}>{entry.videoUrl}</a> : 'Belum ada',
          },
        ]
      : []),
    ...findingsOf(edition.video, entry.videoUrl, judged.film).flatMap(({ state, sentence }) =>
      state === 'wrong' ? [] : [{ term: 'Pemeriksaan video', detail: sentence }],
    ),
    ...askedOf(edition, entry).map(({ key, label }) => ({ term: label, detail: extraInWords(entry.extra[key]) })),
    { term: 'Kode', detail: entry.code },
  ]
}
