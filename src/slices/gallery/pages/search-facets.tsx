import { numberInWords } from '#kit/text.ts'
import type { FacetCount } from '../facet.ts'
import type { FacetName, Search } from '../search.ts'
import { pathOf } from '../search-address.ts'
import { choiceInWords, facetWords } from './search-words.ts'

/** Choices of a facet that are shown at once; the others unfold. */
const shownAtOnce = 6

type Props = { base: string; search: Search; counts: FacetCount[]; facets: readonly FacetName[] }
type Choice = FacetCount & { words: string; isChosen: boolean }

/** By what the search can be narrowed, each choice with what it would leave. */
export function SearchFacets({ base, search, counts, facets }: Props) {
  const shown = facets.flatMap((facet) => {
    const choices = choicesOf(facet, search, counts)
    return choices.length > 1 || choices.some(({ isChosen }) => isChosen) ? [{ facet, choices }] : []
  })
  if (shown.length === 0) return null
  return (
    <nav class="facets" id="saring" aria-label="Saring hasil">
      {shown.map(({ facet, choices }) => (
        <section key={facet}>
          <h2>{facetWords[facet]}</h2>
          <Choices {...{ base, search }} choices={choices.slice(0, shownAtOnce)} />
          {choices.length > shownAtOnce && (
            <details>
              <summary>{numberInWords(choices.length - shownAtOnce)} lainnya</summary>
              <Choices {...{ base, search }} choices={choices.slice(shownAtOnce)} />
            </details>
          )}
        </section>
      ))}
    </nav>
  )
}

const Choices = ({ base, search, choices }: Pick<Props, 'base' | 'search'> & { choices: Choice[] }) => (
  <ul>
    {choices.map(({ facet, key, words, count, isChosen }) => (
      <li key={key}>
        <a href={pathOf(base, chosen(search, facet, isChosen ? undefined : key))} aria-current={isChosen || undefined}>
          {words}
          {isChosen && <span class="hidden"> (dipilih, buang pilihan ini)</span>}
        </a>
        <span class="quiet-words">{numberInWords(count)}</span>
      </li>
    ))}
  </ul>
)

/** The search with another choice of a facet, or with none. */
export function chosen(search: Search, facet: FacetName, key: string | undefined): Search {
  const { [facet]: _, ...others } = search.chosen
  return { ...search, chosen: key === undefined ? others : { ...others, [facet]: key }, number: 1 }
}

/** Years run backwards; of the rest what is chosen comes first, then what leaves most. */
function choicesOf(facet: FacetName, { chosen }: Search, counts: FacetCount[]): Choice[] {
  const choices = counts
    .filter((one) => one.facet === facet)
    .map((one) => ({
      ...one,
      words: choiceInWords(facet, one.key, one.label),
      isChosen: chosen[facet] === one.key,
    }))
  if (facet === 'year') return choices.toSorted((a, b) => b.key.localeCompare(a.key))
  return choices.toSorted(
    (a, b) => Number(b.isChosen) - Number(a.isChosen) || b.count - a.count || a.words.localeCompare(b.words, 'id'),
  )
}
