import { type Day, dayInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { Alert } from '#web/alert.tsx'
import { Button, ButtonLink } from '#web/button.tsx'
import { CheckboxField } from '#web/choices.tsx'
import { HiddenFields, type Option, SelectField } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState, MoreWords } from '#web/section.tsx'
import type { Edition } from '../edition.ts'
import { isOver } from '../edition-window.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = { form: Form; edition: Edition; others: Edition[]; projects: Option[]; today: Day }

/** The form that enters a project into an edition: the newest, unless another was chosen. */
export const NewEntryPage = ({ form, edition, others, projects, today }: Props) => (
  <ReadingPage
    title="Usulan baru"
    lead={`${edition.label}, ${basisInWords(edition)}.${closingInWords(edition, today)}`}
    breadcrumbs={entryCrumbs()}
    form={form}
  >
    {projects.length === 0 ? (
      <EmptyState
        title="Tidak ada proyek yang dapat diusulkan"
        act={<ButtonLink href="/usulan">Kembali ke daftar usulan</ButtonLink>}
      >
        Yang dapat diusulkan ialah proyek yang berjalan atau selesai dan belum punya usulan pada edisi ini.
      </EmptyState>
    ) : (
      <PostForm form={form} action="/usulan">
        <HiddenFields form={form} names={['id', 'edition']} />
        <SelectField
          form={form}
          name="project_id"
          label="Proyek yang diusulkan"
          hint={`Proyek yang berjalan atau selesai.${edition.needsPublicService ? ' Edisi ini menerima inovasi pelayanan publik.' : ''}`}
          options={projects}
          width="full"
        />
        {isOver(edition, today) && (
          <>
            <Alert kind="soon" title="Pendaftaran edisi ini sudah ditutup">
              <p>
                Untuk kompetisi yang akan datang,{' '}
                <a href={`/usulan/edisi/${edition.key}/berikutnya`}>buat dahulu edisi tahunnya</a>.
              </p>
            </Alert>
            <CheckboxField
              form={form}
              name="archive"
              label="Catat sebagai arsip"
              hint="Untuk usulan yang pernah diajukan pada edisi ini."
            />
          </>
        )}
        <FormBar>
          <ButtonLink href="/usulan">Batal</ButtonLink>
          <Button kind="primary">Buat usulan</Button>
        </FormBar>
      </PostForm>
    )}
    {others.length > 0 && (
      <MoreWords label="Formulir lain">
        <ul class="links">
          {others.map((one) => (
            <li key={one.key}>
              <a href={`/usulan/baru?edisi=${one.key}`}>{one.label}</a>
              {isOver(one, today) && ' (sudah ditutup)'}
            </li>
          ))}
        </ul>
      </MoreWords>
    )}
  </ReadingPage>
)

const basisInWords = ({ basis, provenance }: Edition) =>
  provenance.basis.certainty === 'unknown' ? 'dasar hukumnya belum diketahui' : `menurut ${basis}`

const closingInWords = ({ closingOn }: Edition, today: Day) =>
  closingOn === null ? '' : ` Pendaftarannya ${closingOn < today ? 'sudah ' : ''}ditutup ${dayInWords(closingOn)}.`
