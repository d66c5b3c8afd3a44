import type { Form } from '#kit/form.ts'
import { Button, ButtonLink } from '#web/button.tsx'
import { HiddenFields, SelectField } from '#web/fields.tsx'
import { FileField } from '#web/file-field.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { type Caption, tracks } from '../caption.ts'
import type { RecordingRow } from '../store.ts'
import { trackWords } from './words.ts'

type Props = { row: RecordingRow; captions: Caption[]; form: Form }

/** The captions of a recording, and the form that adds some. */
export const CaptionsPage = ({ row, captions, form }: Props) => (
  <ReadingPage
    title="Takarir dan transkrip"
    lead={row.title}
    breadcrumbs={[{ path: `/dokumentasi/${row.code}`, label: row.title }]}
    form={form}
  >
    {captions.length > 0 && (
      <Section title="Yang sudah ada">
        <ul class="links">
          {captions.map(({ track }) => (
            <li key={track}>
              <a href={`/dokumentasi/${row.code}/takarir/${track}`}>{trackWords[track] ?? track}</a>
              {' · '}
              <a href={`/media/${row.code}/${track}.vtt`} download={`${row.code}-${track}.vtt`}>
                Unduh {trackWords[track] ?? track}
              </a>
            </li>
          ))}
        </ul>
      </Section>
    )}
    <Section title="Tambah takarir">
      <PostForm form={form} action={`/dokumentasi/${row.code}/takarir`} files>
        <HiddenFields form={form} names={['revision']} />
        <SelectField
          form={form}
          name="track"
          label="Bahasa"
          hint="Bab membagi film menurut isinya: setiap baris satu judul bab."
          options={tracks.map((track) => ({ value: track, label: trackWords[track] ?? track }))}
        />
        <FileField
          form={form}
          name="captions"
          label="Berkas WebVTT atau SRT"
          hint="Tanpa berkas, Anda mulai dari takarir kosong dan menulisnya baris demi baris."
          accept=".vtt,.srt"
          most={2_000_000}
          optional
        />
        <FormBar>
          <ButtonLink href={`/dokumentasi/${row.code}`}>Batal</ButtonLink>
          <Button kind="primary">Simpan takarir</Button>
        </FormBar>
      </PostForm>
    </Section>
  </ReadingPage>
)
