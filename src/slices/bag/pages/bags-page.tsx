import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import type { Page } from '#kit/list.ts'
import { numberInWords } from '#kit/text.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { ConfirmAct } from '#web/confirm.tsx'
import { HiddenFields, type Option, SelectField } from '#web/fields.tsx'
import { sizeInWords } from '#web/file-size.ts'
import { PostForm } from '#web/form.tsx'
import { Island } from '#web/island.tsx'
import { DeskPage } from '#web/page.tsx'
import { EmptyState, MoreWords, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { type Standing, State } from '#web/state.tsx'
import { DataTable } from '#web/table.tsx'
import { type BagState, isOpen, isThere } from '../bag-request.ts'
import type { RequestRow } from '../request-store.ts'
import { stateWords } from './words.ts'

type Props = {
  page: Page<RequestRow>
  /** Names of those who asked, by id. */
  names: ReadonlyMap<string, string>
  choices: Option[]
  form: Form
  now: Date
}

/** Bags that were asked for, and the form that asks for one. */
export const BagsPage = ({ page, names, choices, form, now }: Props) => (
  <DeskPage
    title="Kantong arsip"
    lead="Dokumentasi beserta seluruh keterangannya dalam satu ZIP, yang tetap terbaca tanpa Rintis."
    breadcrumbs={[{ path: '/dokumentasi', label: 'Dokumentasi' }]}
    form={form}
  >
    <Section title="Minta kantong">
      <PostForm form={form} action="/arsip">
        <HiddenFields form={form} names={['id']} />
        <SelectField
          form={form}
          name="thing"
          label="Isi kantong"
          hint="Untuk satu proyek lain: buka dokumentasi proyeknya, lalu pilih Kantong arsip."
          options={choices}
        />
        <div class="actions">
          <Button kind="primary">Minta kantong</Button>
        </div>
      </PostForm>
      <MoreWords label="Apa isinya, dan siapa yang boleh menerimanya">
        <p>
          Kantong berbentuk BagIt (RFC 8493) dengan sidik SHA-256 dan SHA-512, dan dapat diperiksa perangkat lunak arsip
          mana pun. Buka <i>data/index.html</i> di dalamnya dengan peramban apa pun.
        </p>
        <p>
          Isinya lebih banyak daripada yang tampil kepada umum: dokumentasi dengan akses instansi dan tim, surat
          persetujuan mereka yang terekam, berkas asli terdahulu, keputusan retensi, dan yang sudah dihapus. NIP, surel,
          dan akun siapa pun tidak ada di dalamnya. Serahkan hanya kepada yang berhak menyimpannya.
        </p>
      </MoreWords>
    </Section>
    <Section title="Yang sudah diminta">
      <Island name="bags">
        <p role="status" class="hidden" />
        <Requests page={page} names={names} now={now} />
      </Island>
    </Section>
  </DeskPage>
)

function Requests({ page, names, now }: Pick<Props, 'page' | 'names' | 'now'>) {
  const { zone } = useShell()
  return (
    <DataTable
      caption="Kantong arsip yang diminta, terbaru dahulu"
      rows={page.rows}
      keyOf={({ id }) => id}
      page={page}
      pathOf={(number) => `/arsip?halaman=${number}`}
      empty={<EmptyState title="Belum ada kantong yang diminta" />}
      columns={[
        { header: 'Isi', cell: (row) => contentsOf(row) },
        {
          header: 'Diminta',
          cell: ({ personId, accountId, askedAt }) => (
            <>
              {instantInWords(zone, askedAt)}
              <br />
              {names.get(personId ?? accountId) ?? ''}
            </>
          ),
        },
        { header: 'Keadaan', cell: (row) => <Condition row={row} /> },
        { header: 'Tindakan', cell: (row) => <Acts row={row} now={now} /> },
      ]}
    />
  )
}

function contentsOf({ scope, projectCode, projectTitle, programmeSlug, programmeName }: RequestRow) {
  if (scope === 'agency') return 'Semua dokumentasi instansi'
  if (scope === 'programme') return <a href={`/dokumentasi?program=${programmeSlug}`}>{programmeName}</a>
  return <a href={`/proyek/${projectCode}/dokumentasi`}>{projectTitle || 'Proyek tanpa judul'}</a>
}

const standings: Record<BagState, Standing> = {
  waiting: 'open',
  running: 'soon',
  done: 'good',
  failed: 'late',
  cancelled: 'stopped',
  removed: 'stopped',
}

function Condition({ row }: { row: RequestRow }) {
  const { zone } = useShell()
  const { state, percent, reason, objects, size, keptUntil } = row
  return (
    <>
      <State is={standings[state]}>{stateWords[state]}</State>
      {isOpen(row) && (
        <>
          <br />
          <progress max={100} value={percent} aria-label={`Kemajuan kantong: ${percent} %`} />
        </>
      )}
      {reason && <p>{reason}</p>}
      {state === 'done' && objects !== null && size !== null && keptUntil && (
        <p>
          {numberInWords(objects)} dokumentasi, {sizeInWords(size)}. Disimpan sampai {instantInWords(zone, keptUntil)}.
        </p>
      )}
    </>
  )
}

function Acts({ row, now }: { row: RequestRow; now: Date }) {
  if (isThere(row, now))
    return (
      <ButtonLink href={`/arsip/${row.id}/unduh`} icon="download" download>
        Unduh ZIP
      </ButtonLink>
    )
  if (!isOpen(row)) return null
  return (
    <ConfirmAct action={`/arsip/${row.id}/batal`} act="Batalkan" question="Batalkan kantong ini?">
      <p>Yang sudah dibuat dihapus. Kantong dengan isi yang sama dapat diminta lagi.</p>
    </ConfirmAct>
  )
}
