/** Rintis's mark: a letter R whose leg is a trail that leads to a point. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-linecap="round" aria-hidden="true">
    <path d="M8 27V5h9a6.75 6.75 0 0 1 0 13.5H8m9.5 0 4 4" stroke-width="3.75" stroke-linejoin="round" />
    <circle cx="26" cy="27" r="2.9" fill="currentColor" stroke="none" />
  </svg>
)
