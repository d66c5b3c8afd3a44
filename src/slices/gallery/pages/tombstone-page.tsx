import { dayInWords, instantInWords } from '#kit/date.ts'
import { arkInWords, arkOf } from '#recording'
import { Facts } from '#web/facts.tsx'
import { ReadingPage } from '#web/page.tsx'
import { type Gone, goneBecause } from '../tombstone.ts'

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
