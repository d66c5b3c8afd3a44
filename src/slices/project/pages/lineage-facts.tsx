import type { Fact } from '#web/facts.tsx'
import type { Copy, Lineage } from '../lineage.ts'

/** From which project this one was begun, and who replicates it, as the reader may know it. */
export const lineageFacts = (lineage: Lineage | undefined, copies: Copy[]): Fact[] => [
  ...(lineage
    ? [
        {
          term: 'Meniru',
          detail: (
            <>
              <a href={`/galeri/${lineage.sourceCode}`}>{lineage.sourceTitle}</a> dari {lineage.sourceAgencyName}
            </>
          ),
        },
      ]
    : []),
  ...(copies.length > 0 ? [{ term: 'Ditiru oleh', detail: copies.map((copy) => <CopyLine copy={copy} />) }] : []),
]

const CopyLine = ({ copy: { named, unitName, agencyName, isPublic, isReadable } }: { copy: Copy }) => (
  <p>
    {named && (
      <>
        <a href={`${isReadable ? '/proyek' : '/galeri'}/${named.code}`}>{named.title || 'Proyek tanpa judul'}</a>,{' '}
      </>
    )}
    {isPublic ? `${unitName}, ${agencyName}` : `${unitName} (belum terbit)`}
  </p>
)
