import { blankForm, type Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button } from '#web/button.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { DeskPage } from '#web/page.tsx'
import { Columns, EmptyState, Section } from '#web/section.tsx'
import { State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import type { Column } from '#web/table-rows.tsx'
import type { EditionChange } from '../compare-editions.ts'
import type { EditionFault } from '../edition.ts'
import { type EditionDraft, stampOf } from '../edition-draft-store.ts'
import type { PartStanding } from '../edition-standing.ts'
import { certaintyWords } from '../provenance.ts'
import { sureness } from './edition-page.tsx'
import { entryCrumbs } from './entry-crumbs.ts'

export type PartsProps = {
  draft: EditionDraft
  standings: PartStanding[]
  /** What is wrong and stands on no page. */
  elsewhere: EditionFault[]
  changes: EditionChange[]
  form: Form
}

/** All parts of an edition, what is wrong or only remembered in each, and what would become its next version. */
export function EditionPartsPage({ draft, standings, elsewhere, changes, form }: PartsProps) {
  const { key, newest, drawnFrom, revision } = draft
  const home = `/usulan/edisi/${key}`
  const version = newest.version ?? 0
  const isFaulty = elsewhere.length > 0 || standings.some(({ faults }) => faults > 0)
  return (
    <DeskPage
      title="Betulkan edisi"
      lead={`${newest.edition.label}. Disimpan sebagai rancangan sampai diterbitkan sebagai versi baru. Usulan yang sudah dimulai memegang versinya sampai dipindahkan.`}
      breadcrumbs={[
        ...entryCrumbs(),
        { path: '/usulan/edisi', label: 'Edisi dan formulir' },
        { path: home, label: newest.edition.label },
      ]}
      form={form}
    >
      {revision > 0 && drawnFrom !== version && (
        <Alert kind="late" title={`Versi ${version} terbit sesudah rancangan ini dimulai`}>
          Menerbitkan rancangan ini menggantikan versi {version}. Bandingkan yang berubah di bawah, atau buang
          rancangannya dan mulai dari versi {version}.
        </Alert>
      )}
      {elsewhere.length > 0 && (
        <Alert kind="late" title="Yang tidak dapat dibetulkan di halaman">
          <ul>
            {elsewhere.map(({ at, sentence }) => (
              <li key={`${at} ${sentence}`}>
                <code>{at}</code>: {sentence}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      <Columns>
        <div>
          <Section title="Bagian">
            <DataTable
              caption="Bagian edisi"
              rows={standings}
              keyOf={({ part }) => part.key}
              columns={columnsFor(home)}
              empty={<EmptyState title="Belum ada bagian" />}
            />
          </Section>
        </div>
        <div>
          {revision === 0 ? (
            <Section title="Rancangan">
              <p>Belum ada yang diubah sejak versi terakhir.</p>
            </Section>
          ) : (
            <>
              <Section title="Yang berubah" note={version > 0 ? `dari versi ${version}` : 'dari bawaan Rintis'}>
                {isFaulty ? (
                  <p>Perbaiki dahulu yang keliru; sesudah itu semua yang berubah disebut di sini.</p>
                ) : changes.length === 0 ? (
                  <p>Tidak ada.</p>
                ) : (
                  <ul>
                    {changes.map(({ sentence }) => (
                      <li key={sentence}>{sentence}</li>
                    ))}
                  </ul>
                )}
              </Section>
              <Section title="Terbitkan">
                <PublishForm {...{ draft, form }} />
              </Section>
            </>
          )}
        </div>
      </Columns>
    </DeskPage>
  )
}

function PublishForm({ draft, form }: Pick<PartsProps, 'draft' | 'form'>) {
  const home = `/usulan/edisi/${draft.key}/ubah`
  const stamp = stampOf(draft)
  const hidden = blankForm({ revision: stamp, after: String(draft.newest.version ?? 0) })
  return (
    <div class="spaced">
      <PostForm form={form} action={home}>
        <HiddenFields form={hidden} names={['revision', 'after']} />
        <TextField
          form={form}
          name="reason"
          label="Alasan pembetulan"
          hint="Misalnya nomor pengumuman resminya."
          width="full"
        />
        <FormBar still>
          <Button kind="primary">Terbitkan versi baru</Button>
        </FormBar>
      </PostForm>
      <ConfirmAct
        action={`${home}/buang`}
        act="Buang rancangan"
        question="Buang rancangan ini?"
        hidden={{ revision: stamp }}
      >
        <p>Semua yang diubah sejak versi terakhir hilang, juga yang diubah orang lain.</p>
      </ConfirmAct>
    </div>
  )
}

const columnsFor = (home: string): Column<PartStanding>[] => [
  {
    header: 'Bagian',
    cell: ({ part, count, isChanged, blanks }) => (
      <>
        <a href={`${home}/ubah/${part.key}`}>{part.title}</a>
        {count !== null && <small>{count === 0 ? `Tanpa ${part.rows?.noun}` : `${count} ${part.rows?.noun}`}</small>}
        {isChanged && <small>Diubah</small>}
        {blanks.length > 0 && <small>Belum diketahui: {blanks.join(', ')}</small>}
      </>
    ),
  },
  {
    header: 'Keadaan',
    cell: ({ faults, certainty }) =>
      faults > 0 ? (
        <State is="late">{faults} isian perlu diperbaiki</State>
      ) : certainty === null ? (
        <State is="good">Lengkap</State>
      ) : (
        <State is={sureness[certainty]}>{certaintyWords[certainty]}</State>
      ),
  },
]
