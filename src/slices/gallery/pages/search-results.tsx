import { numberInWords } from '#kit/text.ts'
import { durationInWords } from '#recording'
import { Pager } from '#web/pager.tsx'
import { EmptyState } from '#web/section.tsx'
import { type FacetName, facetNames, type Piece, piecesOf, type Search, searchOrders } from '../search.ts'
import { pathOf } from '../search-address.ts'
import type { FoundDetail } from '../search-detail-store.ts'
import type { ExactThing } from '../search-exact-store.ts'
import { foundOnPage } from '../search-found-store.ts'
import type { Answer } from '../search-view.ts'
import { pathOfRecording } from '../share.ts'
import { chosen, SearchFacets } from './search-facets.tsx'
import { choiceInWords, facetWords, hrefOf, kindWords, orderWords } from './search-words.ts'

type Props = { base: string; search: Search; answer: Answer; isPublic: boolean; facets: readonly FacetName[] }

/** What was found, how it was read, and by what it can be narrowed. */
export function SearchResults(props: Props) {
  const { base, search, answer, isPublic, facets } = props
  const { exact, details, total } = answer
  return (
    <div class="found">
      <div>
        <Reading {...props} />
        {exact.length > 0 && (
          <ul class="exact" aria-label="Persis yang Anda ketik">
            {exact.map((thing) => (
              <li key={thing.kind}>
                <a href={exactHref(thing, isPublic)}>{thing.title || 'Proyek tanpa judul'}</a>
                <span class="quiet-words">{thing.kind === 'decree' ? 'Keputusan' : kindWords[thing.kind]}</span>
              </li>
            ))}
          </ul>
        )}
        <Chosen {...props} />
        {total > 0 && <Orders {...props} />}
        {answer.isCut && (
          <p class="quiet-words">
            Yang diperlihatkan dan dihitung hanya {numberInWords(total)} yang terbaru. Untuk mencari di antara semuanya,
            tambahkan kata atau saringan.
          </p>
        )}
        {total === 0 && exact.length === 0 && <Nothing {...props} />}
        {total > 0 && details.length === 0 && (
          <EmptyState
            title="Halaman ini kosong"
            act={<a href={pathOf(base, { ...search, number: 1 })}>Ke halaman pertama</a>}
          >
            Hasil pencarian tidak sampai ke halaman ini.
          </EmptyState>
        )}
        <ol class="results" start={(search.number - 1) * foundOnPage + 1}>
          {details.map((detail) => (
            <Result key={`${detail.kind} ${detail.thingId}`} {...{ detail, isPublic }} />
          ))}
        </ol>
        {total > foundOnPage && details.length > 0 && (
          <Pager
            page={{ rows: details, total, number: search.number, size: foundOnPage }}
            pathOf={(number) => pathOf(base, { ...search, number })}
          />
        )}
      </div>
      <SearchFacets {...{ base, search, facets }} counts={answer.counts} />
    </div>
  )
}

/** How the question was read, where that is not what was typed. */
function Reading({ base, search, answer: { question, instead } }: Props) {
  return (
    <div role="status">
      {question.isCut && <p>Hanya awal dari yang Anda ketik yang dicari: paling banyak dua belas kata.</p>}
      {instead && (
        <p>
          Menampilkan hasil untuk <strong>{instead}</strong>; cari{' '}
          <a href={pathOf(base, { ...search, isLiteral: true, number: 1 })}>{search.text}</a> saja.
        </p>
      )}
    </div>
  )
}

/** The choices in force, each with the way out of it. */
const Chosen = ({ base, search, answer: { counts } }: Props) => {
  const names = facetNames.filter((name) => search.chosen[name] !== undefined)
  if (names.length === 0) return null
  return (
    <ul class="chips" aria-label="Saringan yang dipakai">
      {names.map((name) => {
        const key = search.chosen[name] ?? ''
        const label = counts.find((one) => one.facet === name && one.key === key)?.label ?? null
        return (
          <li key={name}>
            <a href={pathOf(base, chosen(search, name, undefined))}>
              {facetWords[name]}: {choiceInWords(name, key, label)} <span aria-hidden="true">×</span>
              <span class="hidden">, hapus saringan</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

const Orders = ({ base, search, answer: { total, isCut } }: Props) => (
  <div class="orders">
    <p>
      {isCut && 'Sedikitnya '}
      {numberInWords(total)} hasil
    </p>
    <nav aria-label="Urutan hasil">
      {searchOrders.map((order) => (
        <a
          key={order}
          href={pathOf(base, { ...search, order, number: 1 })}
          aria-current={search.order === order ? 'true' : undefined}
        >
          {orderWords[order]}
        </a>
      ))}
    </nav>
    <a class="to-facets" href="#saring">
      Saring
    </a>
  </div>
)

function Nothing({ base, search, answer: { question } }: Props) {
  const { terms, common } = question
  if (search.text !== '' && terms.length === 0 && common.length > 0)
    return (
      <EmptyState title="Kata-kata ini terlalu umum">
        “{[...new Set(common)].join('”, “')}” ada di hampir semua tulisan. Tambahkan kata yang khas.
      </EmptyState>
    )
  if (search.text !== '' && terms.length === 0)
    return <EmptyState title="Tidak ada kata untuk dicari">Ketik kata atau angka, misalnya layanan rujukan.</EmptyState>
  if (search.text !== '' && terms.every(({ isExcluded }) => isExcluded))
    return (
      <EmptyState title="Sebutkan juga yang dicari">
        Tanda kurang membuang kata dari hasil. Tulis dahulu kata yang dicari, misalnya rapat -notulen.
      </EmptyState>
    )
  const narrowed = Object.keys(search.chosen).length > 0
  return (
    <EmptyState
      title="Tidak ada yang cocok"
      act={narrowed && <a href={pathOf(base, { ...search, chosen: {}, number: 1 })}>Cari tanpa saringan</a>}
    >
      Periksa ejaannya, atau cari dengan kata yang lebih sedikit.
    </EmptyState>
  )
}

const Result = ({ detail, isPublic }: { detail: FoundDetail; isPublic: boolean }) => (
  <li>
    <h2>
      <a href={hrefOf(detail, isPublic)}>
        {detail.title === '' ? 'Proyek tanpa judul' : <Pieces pieces={piecesOf(detail.title)} />}
      </a>
    </h2>
    <p class="quiet-words">{factsOf(detail, isPublic)}</p>
    {detail.passage !== '' && (
      <p>
        <Pieces pieces={piecesOf(detail.passage)} />
        {!/[.!?…]$/.test(detail.passage) && ' …'}
      </p>
    )}
  </li>
)

const Pieces = ({ pieces }: { pieces: Piece[] }) => (
  <>{pieces.map(({ text, isFound }, at) => (isFound ? <mark key={at}>{text}</mark> : text))}</>
)

const factsOf = (detail: FoundDetail, isPublic: boolean): string => {
  const { kind, projectTitle, unitName, agencyName, year, second } = detail
  const isOfProject = kind === 'recording' || kind === 'evidence'
  return [
    kindWords[kind],
    isOfProject && `Proyek: ${projectTitle || 'tanpa judul'}`,
    unitName,
    isPublic && agencyName,
    year,
    second !== null && `Terucap pada ${durationInWords(second)}`,
  ]
    .filter(Boolean)
    .join(' · ')
}

const exactHref = ({ kind, code, projectCode }: ExactThing, isPublic: boolean): string => {
  if (isPublic) return kind === 'recording' ? pathOfRecording(code) : `/galeri/${projectCode}`
  return { project: '/proyek/', recording: '/dokumentasi/', decree: '/keputusan/' }[kind] + code
}
