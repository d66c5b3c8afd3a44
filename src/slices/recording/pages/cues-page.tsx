import { type Form, typedIn } from '#kit/form.ts'
import type { Page } from '#kit/list.ts'
import { numberInWords } from '#kit/text.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { FieldRow, HiddenFields, TextField } from '#web/fields.tsx'
import { FormBar, FormPart, PostForm } from '#web/form.tsx'
import { Island } from '#web/island.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Pager } from '#web/pager.tsx'
import { TextArea } from '#web/text-area.tsx'
import { beyondEnd, readClock, shortClockOf } from '../caption.ts'
import type { RecordingRow } from '../store.ts'
import { Player } from './player.tsx'
import { trackWords } from './words.ts'

type Props = { row: RecordingRow; track: string; page: Page<never>; form: Form }

/** Captions beside their film, cue by cue; a script plays a cue and takes its times from where the film stands. */
export function CuesPage({ row, track, page, form }: Props) {
  const path = `/dokumentasi/${row.code}/takarir/${track}`
  const numbers = Object.keys(form.values)
    .flatMap((name) => /^text_([1-9]\d*)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
  return (
    <ReadingPage
      title={`Takarir: ${trackWords[track] ?? track}`}
      lead={row.title}
      breadcrumbs={[
        { path: `/dokumentasi/${row.code}`, label: row.title },
        { path: `/dokumentasi/${row.code}/takarir`, label: 'Takarir' },
      ]}
      actions={<ButtonLink href={`${path}/hapus`}>Hapus takarir</ButtonLink>}
      form={form}
    >
      <Island name="cues">
        <div class="cues-film">
          <Player
            kind={row.kind}
            title={row.title}
            src={`/media/${row.code}/${row.kind === 'film' ? 'film.mp4' : 'berkas'}`}
          />
        </div>
        <PostForm form={form} action={`${path}?halaman=${page.number}`} guarded>
          <HiddenFields form={form} names={['revision']} />
          {numbers.map((number) => (
            <CueFields key={number} form={form} number={number} seconds={row.duration} />
          ))}
          <FormPart title="Baris baru">
            <CueFields form={form} number={0} seconds={row.duration} />
          </FormPart>
          <p class="hint">Baris yang teksnya dikosongkan akan dihapus. Urutannya menurut waktu mulai.</p>
          <FormBar>
            <ButtonLink href={`/dokumentasi/${row.code}`}>Kembali ke film</ButtonLink>
            <Button kind="primary">Simpan baris</Button>
          </FormBar>
        </PostForm>
      </Island>
      {page.total > page.size && <Pager page={page} pathOf={(number) => `${path}?halaman=${number}`} />}
    </ReadingPage>
  )
}

const beyondWords = {
  outlasts: 'Sesudah rekamannya berakhir',
  unseen: 'Tidak pernah tampil: mulai sesudah rekamannya berakhir',
}

type CueProps = { form: Form; number: number; seconds: number | null }

const CueFields = ({ form, number, seconds }: CueProps) => {
  const of = number === 0 ? 'baris baru' : `baris ${number}`
  const [start, end] = ['start', 'end'].map((name) => readClock(typedIn(form, `${name}_${number}`)))
  const beyond = start !== undefined && end !== undefined ? beyondEnd({ start, end }, seconds) : null
  return (
    <div class="cue" data-cue={number}>
      <FieldRow>
        <TextField form={form} name={`start_${number}`} label={`Mulai ${of}`} width={12} isConditional />
        <TextField
          form={form}
          name={`end_${number}`}
          label={`Selesai ${of}`}
          width={12}
          isConditional
          hint={beyond && seconds !== null && `${beyondWords[beyond]} (durasinya ${shortClockOf(seconds * 1000)}).`}
        />
      </FieldRow>
      <TextArea form={form} name={`text_${number}`} label={`Teks ${of}`} rows={2} isConditional />
    </div>
  )
}

/** Asks before the captions of a track are taken away. */
type DropProps = Pick<Props, 'row' | 'track'> & {
  revision: number
  cues: readonly unknown[]
  /** Somebody wrote in it since this was asked. */
  isChanged?: boolean
}

export const DropCaptionPage = ({ row, track, revision, cues, isChanged }: DropProps) => (
  <ReadingPage
    title="Hapus takarir"
    lead={`Takarir ${trackWords[track] ?? track} dari ${row.title} dihapus dengan semua barisnya. Unduh dahulu bila masih diperlukan.`}
    breadcrumbs={[{ path: `/dokumentasi/${row.code}/takarir/${track}`, label: 'Takarir' }]}
  >
    {isChanged && (
      <Alert kind="soon" title="Takarir ini diubah orang lain sejak Anda membukanya">
        <p>
          Belum ada yang dihapus. <a href={`/dokumentasi/${row.code}/takarir/${track}`}>Lihat isinya sekarang</a> (
          {numberInWords(cues.length)} baris), lalu hapus lagi bila memang begitu.
        </p>
      </Alert>
    )}
    <div class="actions">
      <ActButton
        kind="danger"
        action={`/dokumentasi/${row.code}/takarir/${track}/hapus`}
        hidden={{ revision: String(revision) }}
      >
        Hapus takarir
      </ActButton>
      <ButtonLink href={`/dokumentasi/${row.code}/takarir/${track}`}>Batal</ButtonLink>
    </div>
  </ReadingPage>
)
