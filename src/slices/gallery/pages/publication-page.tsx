import type { Actor } from '#kit/actor.ts'
import { instantInWords } from '#kit/date.ts'
import type { Form } from '#kit/form.ts'
import { can } from '#kit/policy.ts'
import { ProjectFrame, type ProjectView, titleOf } from '#project'
import { Alert } from '#web/alert.tsx'
import { ActButton, Button, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { HiddenFields } from '#web/fields.tsx'
import { FormBar, PostForm } from '#web/form.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { TextArea } from '#web/text-area.tsx'
import { publicationPolicy } from '../policy.ts'
import { isShowable, type Publication } from '../publication.ts'

type ActsProps = { view: ProjectView; actor: Actor; publication: Publication }
type Props = ActsProps & {
  /** Documentation that is public once the project is published again. */
  coming: { code: string; title: string }[]
  /** Documentation that is meant for everybody and that everybody does not see, each with why. */
  hidden: { code: string; title: string; why: string }[]
}

/** How a project stands to the public: the agent's agreement, the publishing, and what is shown. */
export function PublicationPage({ view, actor, publication, coming, hidden }: Props) {
  const { zone } = useShell()
  const { project } = view
  const { agreedAt, publishedAt, takenBack } = publication
  return (
    <ProjectFrame view={view} actor={actor} tab="terbit">
      {takenBack && (
        <Alert kind="soon" title="Penerbitan ditarik">
          <p>{takenBack}</p>
        </Alert>
      )}
      <Section title="Halaman publik">
        <Facts
          facts={[
            {
              term: 'Persetujuan agen',
              detail: agreedAt ? `Diberikan ${instantInWords(zone, agreedAt)}` : 'Belum diberikan',
            },
            {
              term: 'Terbit',
              detail: publishedAt ? (
                <>
                  Sejak {instantInWords(zone, publishedAt)}. <a href={`/galeri/${project.code}`}>Lihat halamannya</a>
                </>
              ) : (
                'Belum terbit'
              ),
            },
            ...(coming.length > 0
              ? [
                  {
                    term: 'Menunggu diterbitkan lagi',
                    detail: (
                      <ul>
                        {coming.map(({ code, title }) => (
                          <li key={code}>
                            <a href={`/dokumentasi/${code}`}>{title}</a>
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            ...(hidden.length > 0
              ? [
                  {
                    term: 'Belum tampil',
                    detail: (
                      <ul>
                        {hidden.map(({ code, title, why }) => (
                          <li key={code}>
                            <a href={`/dokumentasi/${code}`}>{title}</a>: {why}
                          </li>
                        ))}
                      </ul>
                    ),
                  },
                ]
              : []),
            {
              term: 'Yang ditampilkan',
              detail:
                'Judul, uraian, unit kerja, nama agen, area perubahan, program dan kegiatan rencana yang ditetapkan (nama, keluaran, dan indikatornya saja), dan dokumentasi yang aksesnya umum (film, suara, dokumen, dan salinan gambar tanpa keterangan tempat) dengan keterangannya; setelah proyek dipastikan selesai juga keadaan sebelum dan sesudah dengan gambarnya, tanpa keterangan tempat pengambilannya. NIP dan surel tidak pernah tampil. Unit dan instansi lain boleh memulai rancangan dari yang tampil. Yang ditambahkan kemudian tampil setelah diterbitkan lagi.',
            },
          ]}
        />
        <Acts {...{ view, actor, publication }} />
      </Section>
    </ProjectFrame>
  )
}

function Acts({ view: { project }, actor, publication }: ActsProps) {
  const home = `/proyek/${project.code}`
  const hidden = { revision: String(publication.revision) }
  const { agreedAt, publishedAt } = publication
  const may = (act: Exclude<keyof typeof publicationPolicy, 'read'>) => can(publicationPolicy, actor, act, project)
  return (
    <div class="actions">
      {may('agree') && !agreedAt && (
        <ActButton kind="primary" action={`${home}/setuju-disebut`} hidden={hidden}>
          Setuju nama saya disebut
        </ActButton>
      )}
      {may('publish') && agreedAt && isShowable(project) && (
        <ActButton {...(!publishedAt && { kind: 'primary' as const })} action={`${home}/terbitkan`} hidden={hidden}>
          {publishedAt ? 'Terbitkan lagi' : 'Terbitkan'}
        </ActButton>
      )}
      {may('takeBack') && publishedAt && <ButtonLink href={`${home}/tarik-terbit`}>Tarik penerbitan</ButtonLink>}
      {may('disagree') && agreedAt && (
        <ActButton action={`${home}/cabut-persetujuan`} hidden={hidden}>
          Cabut persetujuan
        </ActButton>
      )}
      {may('publish') && !agreedAt && <p>Minta agen membuka halaman ini dan memberikan persetujuannya.</p>}
    </div>
  )
}

/** Asks why a project is to be public no longer. */
export const TakeBackPage = ({ project, form }: { project: ProjectView['project']; form: Form }) => (
  <ReadingPage
    title="Tarik penerbitan"
    lead="Halaman publik proyek ini hilang seketika. Proyek dan filmnya tetap tersimpan, dan dapat diterbitkan lagi."
    breadcrumbs={[{ path: `/proyek/${project.code}/terbit`, label: titleOf(project) }]}
    form={form}
  >
    <PostForm form={form} action={`/proyek/${project.code}/tarik-terbit`}>
      <HiddenFields form={form} names={['revision']} />
      <TextArea
        form={form}
        name="reason"
        label="Alasan"
        hint="Umum membacanya pada alamat halaman proyek ini."
        rows={4}
      />
      <FormBar>
        <ButtonLink href={`/proyek/${project.code}/terbit`}>Batal</ButtonLink>
        <Button kind="danger">Tarik penerbitan</Button>
      </FormBar>
    </PostForm>
  </ReadingPage>
)
