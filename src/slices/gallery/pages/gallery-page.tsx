import { capital, countInWords, shortened } from '#kit/text.ts'
import { ReadingPage } from '#web/page.tsx'
import { EmptyState } from '#web/section.tsx'
import type { FacetName, Search } from '../search.ts'
import type { Found } from '../search-found-store.ts'
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
  posters: Posters
  /** What was found; null where nothing was asked. */
  answer: Answer | null
  /** How much each choice leaves of all that is published, or of the newest where there is very much. */
  published: Pick<Found, 'counts' | 'isCut'>
}

/** All that is published, for everybody: the newest projects, or what was searched. */
export const GalleryPage = ({ search, projects, posters, answer, published }: Props) => (
  <ReadingPage
    title="Galeri proyek perubahan"
    heading={search.text === '' ? undefined : `Hasil untuk “${shortened(search.text, 60)}”`}
    lead={answer === null && projects.length > 0 ? publishedInWords(published) : undefined}
  >
    {(answer !== null || projects.length > 0) && (
      <SearchField base="/galeri" label="Cari proyek dan dokumentasi" search={search} />
    )}
    {answer ? (
      <SearchResults base="/galeri" isPublic {...{ search, answer, facets }} />
    ) : (
      <div class="found">
        <div>
          <h2 class="hidden">Proyek terbaru</h2>
          <ShownProjects {...{ projects, posters }} />
        </div>
        <SearchFacets base="/galeri" {...{ search, facets }} counts={published.counts} />
      </div>
    )}
    <p class="also quiet-words">
      <a href="/data">Data terbuka</a> <a href="/feed.xml">Umpan berita (RSS)</a>
    </p>
  </ReadingPage>
)

/** "Tiga proyek dan dua dokumentasi sudah diterbitkan."; of what is more than is counted, at least so many. */
function publishedInWords({ counts, isCut }: Props['published']): string {
  const countOf = (kind: string) => counts.find(({ facet, key }) => facet === 'kind' && key === kind)?.count ?? 0
  const [projects, recordings] = [countOf('project'), countOf('recording')]
  const both = recordings > 0 ? ` dan ${countInWords(recordings)} dokumentasi` : ''
  return capital(`${isCut ? 'sedikitnya ' : ''}${countInWords(projects)} proyek${both} sudah diterbitkan.`)
}

/** The code of a project's newest film, by the project's id. */
type Posters = ReadonlyMap<string, string>

/** Published projects as a list: what each changes, and where. */
export const ShownProjects = ({ projects, posters }: { projects: ShownProject[]; posters: Posters }) =>
  projects.length === 0 ? (
    <EmptyState title="Belum ada proyek yang diterbitkan">
      Proyek muncul di sini setelah rencananya ditetapkan, agennya setuju, dan sekretariat menerbitkannya.
    </EmptyState>
  ) : (
    <ul class="shown">
      {projects.map((project) => (
        <li key={project.code}>
          {posters.has(project.id) && (
            <span class="recording-picture">
              <img src={`/media/${posters.get(project.id)}/poster.webp`} alt="" loading="lazy" />
            </span>
          )}
          <h3>
            <a href={`/galeri/${project.code}`}>{project.title}</a>
          </h3>
          <p class="quiet-words">{[project.unitName, project.agencyName, project.programmeName].join(' · ')}</p>
          <p>{shortened(project.wantedCondition || project.problem, 160)}</p>
          <p class="quiet-words">{project.areas.join('; ')}</p>
        </li>
      ))}
    </ul>
  )
