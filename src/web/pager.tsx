import { type Page, pageCount } from '#kit/list.ts'
import { numberInWords } from '#kit/text.ts'
import { Icon } from './icon.tsx'

/** Which rows of how many these are, and the way to the others. */
export function Pager({ page, pathOf }: { page: Page<unknown>; pathOf: (page: number) => string }) {
  const last = pageCount(page)
  const first = (page.number - 1) * page.size + 1
  const until = Math.min(page.total, page.number * page.size)
  return (
    <nav class="pager" aria-label="Halaman daftar">
      <p>
        {numberInWords(first)}–{numberInWords(until)} dari {numberInWords(page.total)}
      </p>
      {page.number > 1 && (
        <a class="button" href={pathOf(page.number - 1)} rel="prev">
          <Icon name="chevron-left" />
          Sebelumnya
        </a>
      )}
      {page.number < last && (
        <a class="button" href={pathOf(page.number + 1)} rel="next">
          Berikutnya
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
