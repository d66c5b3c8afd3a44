import type { Form } from '#kit/form.ts'
import { type Activity, amount } from '#project'
import { Alert } from '#web/alert.tsx'
import { Meter } from '#web/bars.tsx'
import { ButtonLink } from '#web/button.tsx'
import { Facts } from '#web/facts.tsx'
import { DeskPage } from '#web/page.tsx'
import { Section } from '#web/section.tsx'
import type { LineView } from '../view.ts'
import { EvidenceTable } from './evidence-table.tsx'
import { Until } from './progress-page.tsx'
import { ReportForm } from './report-form.tsx'
import { LatestReport, ReportHistory } from './report-history.tsx'

type Props = { view: LineView; form: Form | null; most: number }

/** One activity: how far it has come, its evidence, everything that was reported of it, and the form for the next. */
export function LinePage({ view, form, most }: Props) {
  const { path, number, activity, line, evidence, desk, reports, obstacle, may } = view
  const [latest, ...earlier] = reports
  return (
    <DeskPage
      title={`${number} ${activity.title}`}
      breadcrumbs={[
        { path: `/proyek/${view.code}`, label: view.projectTitle },
        { path: `/proyek/${view.code}/laporan`, label: 'Kemajuan' },
      ]}
      actions={
        form === null && may('report') && <ButtonLink href={`${path}?isi=ya`}>Laporkan atas nama agen</ButtonLink>
      }
      {...(form && { form })}
    >
      {latest?.state === 'returned' && (
        <Alert kind="soon" title="Laporan terakhir dikembalikan">
          <p>{latest.remark}</p>
        </Alert>
      )}
      {obstacle && form === null && may('report') && <Alert>{obstacle}</Alert>}
      <Facts
        facts={[
          { term: 'Kemajuan', detail: <Meter label="Kemajuan kegiatan" percent={latest?.percent ?? 0} /> },
          { term: 'Batas', detail: <Until row={line} /> },
          { term: 'Indikator', detail: activity.indicator },
          { term: 'Nilai', detail: valueInWords(activity, latest?.value ?? null) },
          { term: 'Penanggung jawab', detail: activity.inCharge },
        ].filter(({ detail }) => detail !== '')}
      />
      {form && (
        <ReportForm
          form={form}
          path={path}
          back={`/proyek/${view.code}/laporan`}
          unit={activity.indicatorUnit}
          most={most}
        />
      )}
      {latest && (
        <Section title="Laporan terakhir">
          <LatestReport row={latest} view={view} isPrimary={form === null} />
        </Section>
      )}
      <Section
        title="Eviden"
        id="eviden"
        note={evidence.total > 0 && `${line.evidence.verified} dari ${evidence.total} terverifikasi`}
        act={
          may('report') && view.mayBring && <a href={`${desk.path}/baru?kegiatan=${activity.lineId}`}>Tambah eviden</a>
        }
      >
        <EvidenceTable page={evidence} path={path} desk={desk} lineId={activity.lineId} />
      </Section>
      {earlier.length > 0 && <ReportHistory rows={earlier} unit={activity.indicatorUnit} />}
    </DeskPage>
  )
}

function valueInWords({ baseline, target, indicatorUnit }: Activity, value: string | null): string {
  const from = baseline === null ? '' : `, dari ${amount(baseline, indicatorUnit)}`
  const now = value === null ? 'Belum diukur' : amount(value, indicatorUnit)
  return `${now} (target ${amount(target, indicatorUnit)}${from})`
}
