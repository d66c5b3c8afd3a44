import { ActButton, ButtonLink } from '#web/button.tsx'
import { ReadingPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import type { EditionChange } from '../compare-editions.ts'
import type { Entry } from '../entry.ts'
import { entryCrumbs } from './entry-crumbs.ts'

type Props = { entry: Entry; label: string; moves: { version: number; changes: EditionChange[] } }

/** What changes for an entry when it is moved to the newest version of its edition. */
export const MovePage = ({ entry, label, moves: { version, changes } }: Props) => (
  <ReadingPage
    title={`Pindahkan ke versi ${version}`}
    lead={`${label}. Jawaban, bukti, dan surat tetap tersimpan.`}
    breadcrumbs={entryCrumbs(entry)}
  >
    <Section title="Yang berubah">
      {changes.length === 0 ? (
        <p>Tidak ada perubahan yang menyentuh isi usulan.</p>
      ) : (
        <ul>
          {changes.map(({ sentence }) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
    <div class="actions">
      <ButtonLink href={`/usulan/${entry.code}`}>Batal</ButtonLink>
      <ActButton kind="primary" action={`/usulan/${entry.code}/edisi`} hidden={{ version: String(version) }}>
        Pindahkan
      </ActButton>
    </div>
  </ReadingPage>
)
