import { ButtonLink } from '#web/button.tsx'
import { MoreWords, Section } from '#web/section.tsx'
import type { AssessmentView } from '../view.ts'

/** What comes of the choice: letters, the archive, and whether it is announced. */
export function AfterChoice({ view }: { view: AssessmentView }) {
  const { assessment, projects } = view
  const path = `/penilaian/${assessment.id}`
  if (assessment.state !== 'decided' || !view.may('decide')) return null
  const isOut = assessment.announcedAt !== null
  return (
    <Section title="Setelah putusan">
      <p>{isOut ? 'Hasil sudah diumumkan.' : 'Hasil belum diumumkan.'}</p>
      <div class="actions">
        {isOut && <ButtonLink href={`${path}/hasil`}>Halaman hasil</ButtonLink>}
        <ButtonLink href={`${path}/umumkan`}>{isOut ? 'Tarik pengumuman' : 'Umumkan hasil'}</ButtonLink>
        <ButtonLink href={`${path}/arsip.zip`}>Unduh arsip (ZIP)</ButtonLink>
      </div>
      <p>
        Bila kemudian terungkap benturan kepentingan atau kekeliruan,{' '}
        <a href={`${path}/tarik-putusan`}>tarik putusan ini</a> dengan alasannya, perbaiki panelnya, lalu putuskan lagi.
      </p>
      <MoreWords label="Surat umpan balik">
        <p>Agen, tim, dan atasan setiap proyek menemukan suratnya di halaman Penilaian.</p>
        <ul>
          {projects.map(({ code, title }) => (
            <li key={code}>
              <LetterLinks path={path} code={code} title={title} />
            </li>
          ))}
        </ul>
      </MoreWords>
    </Section>
  )
}

/** A letter in both its forms. */
export const LetterLinks = ({ path, code, title }: { path: string; code: string; title: string }) => (
  <>
    {title}:{' '}
    <a href={`${path}/umpan-balik/${code}/surat.pdf`}>
      PDF<span class="hidden">, {title}</span>
    </a>
    ,{' '}
    <a href={`${path}/umpan-balik/${code}/surat.docx`}>
      DOCX<span class="hidden">, {title}</span>
    </a>
  </>
)
