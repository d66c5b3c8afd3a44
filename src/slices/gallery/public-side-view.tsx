import type { PublicSideOf } from '#assessment'
import { Facts } from '#web/facts.tsx'
import { ShownSides } from './pages/shown-sides.tsx'
import { findShownFinish } from './shown-finish-store.ts'
import { findShown } from './shown-store.ts'

/** What everybody may read of a published project, to stand beside a judge's sheet; null where it is not published. */
export const publicSideOf: PublicSideOf = async (db, code) => {
  const project = await findShown(db, code)
  if (project?.agencyId !== db.agencyId) return null
  const finish = await findShownFinish(db, project)
  return (
    <>
      <p>
        Tampil untuk umum di <a href={`/galeri/${code}`}>halaman publik proyek ini</a>.
      </p>
      <Facts
        long
        facts={[
          { term: 'Keadaan semula', detail: project.presentCondition },
          { term: 'Masalah', detail: project.problem },
          { term: 'Keadaan yang diharapkan', detail: project.wantedCondition },
          { term: 'Area perubahan', detail: project.areas.join('; ') },
        ].filter(({ detail }) => detail !== '')}
      />
      {finish && <ShownSides {...{ project, finish }} />}
    </>
  )
}
