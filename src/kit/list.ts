/** A page of a list: its rows, and how many there are in all. Pages count from 1. */
export type Page<Row> = { rows: Row[]; total: number; number: number; size: number }

/** Rows a page shows; 100 is what a browser on a cheap phone draws without a pause. */
export const pageSize = 100

/** The number of pages that a list fills; an empty list has one. */
export const pageCount = (page: Page<unknown>): number => Math.max(1, Math.ceil(page.total / page.size))

/** The number of a list's page in an address; whatever is no number is the first. */
export const pageNumber = (value: string | undefined): number => {
  const number = Number(value)
  return Number.isSafeInteger(number) && number > 0 && number < 100_000 ? number : 1
}
