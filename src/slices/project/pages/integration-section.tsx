import { AttachedFiles, type StoredFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import { dayIn, dayInWords } from '#kit/date.ts'
import { Alert } from '#web/alert.tsx'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { EmptyState, Section } from '#web/section.tsx'
import { useShell } from '#web/shell.tsx'
import { integrationLife, integrationState } from '../integration.ts'
import type { IntegrationRow } from '../integration-store.ts'
import { isOpenTo, type ProjectAct } from '../policy.ts'
import type { ProjectView } from '../view.ts'
import { integrationKindWords, integrationStateWords } from './words.ts'

type Props = { view: ProjectView; actor: Actor; integration: IntegrationRow | null; files: StoredFile[] }

/** Whether the change of a finished project is part of the management system, and the document that proves it. */
export function IntegrationSection({ view: { project, plan }, actor, integration, files }: Props) {
  const home = `/proyek/${project.code}/integrasi`
  const state = integrationState(integration)
  const may = (act: keyof typeof integrationLife & ProjectAct) =>
    integrationLife[act].includes(state) && isOpenTo(actor, act, { ...project, plan })
  const record = may('integrate') && <ButtonLink href={home}>Catat integrasi</ButtonLink>
  return (
    <Section title="Integrasi ke sistem manajemen" note={integrationStateWords[state]} id="integrasi">
      {state === 'returned' && (
        <Alert kind="soon" title="Integrasi dikembalikan">
          <p>{integration?.note}</p>
        </Alert>
      )}
      {integration ? (
        <Statement integration={integration} files={files} />
      ) : (
        <EmptyState title="Integrasi belum dicatat" act={record}>
          Perubahan terhitung terintegrasi setelah ada dokumen yang membuktikannya dan orang lain memverifikasinya.
        </EmptyState>
      )}
      <div class="actions">
        {integration && record}
        {integration && may('decideIntegration') && (
          <>
            <ActButton kind="primary" action={`${home}/verifikasi`} hidden={{ id: integration.id }}>
              Verifikasi integrasi
            </ActButton>
            <ButtonLink href={`${home}/kembalikan`}>Kembalikan integrasi</ButtonLink>
          </>
        )}
      </div>
    </Section>
  )
}

function Statement({ integration, files }: { integration: IntegrationRow; files: StoredFile[] }) {
  const { zone } = useShell()
  const { kind, number, datedOn, statedAt, verifiedAt, decidedByName } = integration
  const documents = files.filter(({ part }) => part === 'integration')
  const by = decidedByName ? ` oleh ${decidedByName}` : ''
  return (
    <Facts
      facts={[
        { term: 'Dokumen', detail: `${integrationKindWords[kind]}, nomor ${number}, ${dayInWords(datedOn)}` },
        { term: 'Berkas', detail: <AttachedFiles files={documents} label="Dokumen integrasi" /> },
        { term: 'Dicatat', detail: dayInWords(dayIn(zone, statedAt)) },
        ...(verifiedAt ? [{ term: 'Diverifikasi', detail: `${dayInWords(dayIn(zone, verifiedAt))}${by}` }] : []),
      ]}
    />
  )
}
