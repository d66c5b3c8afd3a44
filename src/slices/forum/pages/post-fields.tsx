import type { Family } from '#files'
import { UploadField } from '#files'
import type { Form } from '#kit/form.ts'
import { MoreWords } from '#web/section.tsx'
import { TextArea } from '#web/text-area.tsx'
import type { Member } from '../forum.ts'
import { partWords } from './words.ts'

const mentionHint = 'Teks biasa. Tautan dikenali sendiri. Sebut anggota dengan @ dan namanya agar ia diberi tahu.'

type TextProps = { form: Form; label: string; members: Member[]; rows?: number }

/** The text of a post, and below it by which names members are mentioned. */
export const PostTextField = ({ form, label, members, rows = 6 }: TextProps) => (
  <>
    <TextArea form={form} name="text" label={label} rows={rows} hint={mentionHint} />
    <MoreWords label="Nama anggota yang dapat disebut">
      <ul>
        {members.map(({ id, name, part }) => (
          <li key={id}>
            @{name} <span class="quiet-words">({partWords[part]})</span>
          </li>
        ))}
      </ul>
    </MoreWords>
  </>
)

type FilesProps = { form: Form; families: readonly Family[]; most: number }

export const PostFilesField = ({ form, families, most }: FilesProps) => (
  <UploadField form={form} name="files" label="Lampiran" wanted={families} most={most} multiple optional />
)
