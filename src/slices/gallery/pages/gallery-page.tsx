import { capital, countInWords, shortened } from '#kit/text.ts'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import type { FacetName, Search } from '../search.ts'
import type { FacetCount } from '../search-found-store.ts'
import type { Answer } from '../search-view.ts'
import type { ShownProject } from '../shown-store.ts'
import { SearchFacets } from './search-facets.tsx'
import { SearchField } from './search-field.tsx'
import { SearchResults } from './search-results.tsx'

const facets: FacetName[] = ['kind', 'area', 'unit', 'year', 'agency']

type Props = {
  search: Search
  /** The newest published projects, where nothing was asked. */
  projects: ShownProject[]
  /** What was found; null where nothing was asked. */
  answer: Answer | null
  /** How much each choice leaves of all that is published. */
  counts: FacetCount[]
}

/** All that is published, for everybody: the newest projects, or what was searched. */
export const GalleryPage = ({ search, projects, answer, counts }: Props) => (
  <ReadingPage
    title="Galeri proyek perubahan"
    heading={search.text === '' ? undefined : `Hasil untuk “${shortened(search.text, 60)}”`}
    lead={
      answer === null && projects.length > 0
        ? `${capital(countInWords(projects.length))} proyek yang sudah diterbitkan.`
        : undefined
    }
  >
    {(answer !== null || projects.length > 0) && (
      <SearchField base="/galeri" label="Cari proyek dan dokumentasi" search={search} />
    )}
    {answer ? (
      <SearchResults base="/galeri" isPublic {...{ search, answer, facets }} />
    ) : (
      <div class="found">
        <ShownProjects projects={projects} />
        <SearchFacets base="/galeri" {...{ search, counts, facets }} />
      </div>
    )}
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
