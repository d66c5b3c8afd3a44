import { dayInWords, instantInWords } from '#kit/date.ts'
import type { Copy } from '#project'
import { arkInWords, arkOf } from '#recording'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type Gone, type GoneProject, goneBecause, projectGoneBecause } from '../tombstone.ts'
import { Copies } from './shown-lineage.tsx'

/** What a lasting address says when what it named is no longer there for everybody. */
export function TombstonePage({ gone }: { gone: Gone }) {
  const ark = arkOf(gone)
  return (
    <ReadingPage
      title={gone.title}
      lead="Dokumentasi ini pernah terbuka untuk umum, dan sekarang tidak lagi."
      breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
    >
      <Facts
        facts={[
          { term: 'Alasan', detail: goneBecause(gone) },
          { term: 'Disimpan oleh', detail: gone.agencyName },
          ...(gone.recordedOn ? [{ term: 'Direkam', detail: dayInWords(gone.recordedOn) }] : []),
          { term: 'Terbuka sejak', detail: instantInWords(gone.zone, gone.firstAt) },
          ...(gone.removedAt ? [{ term: 'Dihapus', detail: instantInWords(gone.zone, gone.removedAt) }] : []),
          ...(ark ? [{ term: 'Alamat tetap', detail: arkInWords(ark) }] : []),
        ]}
      />
    </ReadingPage>
  )
}

/** What the address of a published project says after it was taken back; who replicates it goes on naming it. */
export const GoneProjectPage = ({ gone, copies }: { gone: GoneProject; copies: Copy[] }) => (
  <ReadingPage
    title={gone.title}
    lead="Proyek ini pernah terbuka untuk umum, dan sekarang tidak lagi."
    breadcrumbs={[{ path: '/galeri', label: 'Galeri' }]}
  >
    <Facts
      facts={[
        { term: 'Alasan', detail: projectGoneBecause(gone) },
        { term: 'Instansi', detail: gone.agencyName },
      ]}
    />
    <Copies copies={copies} />
  </ReadingPage>
)
