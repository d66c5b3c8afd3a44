import { shortened } from '#kit/text.ts'
import { DeskPage } from '#web/page.tsx'
import type { FacetName, Search } from '../search.ts'
import type { Answer } from '../search-view.ts'
import { SearchField } from './search-field.tsx'
import { SearchResults } from './search-results.tsx'

const facets: FacetName[] = ['kind', 'area', 'target', 'unit', 'year', 'stage', 'access']

/** What was found, among what the asker may read; `answer` is null where nothing was asked yet. */
export const SearchPage = ({ search, answer }: { search: Search; answer: Answer | null }) => (
  <DeskPage title="Cari" heading={search.text === '' ? 'Cari' : `Hasil untuk “${shortened(search.text, 60)}”`}>
    <SearchField base="/cari" label="Kata yang dicari" search={search} />
    {answer ? <SearchResults base="/cari" isPublic={false} {...{ search, answer, facets }} /> : <Ways />}
  </DeskPage>
)

const Ways = () => (
  <div class="prose">
    <p>
      Proyek, dokumentasi, pedoman, eviden, dan pegawai dicari sekaligus, di antara yang boleh Anda baca. Imbuhan tidak
      perlu sama: pelayanan menemukan juga melayani.
    </p>
    <ul>
      <li>“satu hari jawab” dalam tanda kutip: kata-katanya harus berurutan.</li>
      <li>rapat -notulen: tanpa yang memuat kata notulen.</li>
      <li>Kode proyek atau dokumentasi, atau nomor keputusan: langsung ke tempatnya.</li>
    </ul>
  </div>
)
