import { capital, countInWords } from '#kit/text.ts'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import type { ShownProject } from '../shown-store.ts'

/** All published projects, for everybody. */
export const GalleryPage = ({ projects }: { projects: ShownProject[] }) => (
  <ReadingPage
    title="Galeri proyek perubahan"
    lead={projects.length > 0 ? `${capital(countInWords(projects.length))} proyek yang sudah diterbitkan.` : undefined}
  >
    <ShownProjects projects={projects} />
  </ReadingPage>
)

/** Published projects as a list: what each changes, and where. */
export const ShownProjects = ({ projects }: { projects: ShownProject[] }) =>
  projects.length === 0 ? (
    <EmptyState title="Belum ada proyek yang diterbitkan">
      Proyek muncul di sini setelah rencananya ditetapkan, agennya setuju, dan sekretariat menerbitkannya.
    </EmptyState>
  ) : (
    <ul class="shown">
      {projects.map((project) => (
        <li key={project.code}>
          <h3>
            <a href={`/galeri/${project.code}`}>{project.title}</a>
          </h3>
          <p class="quiet-words">{[project.unitName, project.agencyName, project.programmeName].join(' · ')}</p>
          <p>{project.areas.join('; ')}</p>
        </li>
      ))}
    </ul>
  )
