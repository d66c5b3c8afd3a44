/** Rintis's mark: a trail that climbs to a point. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 32 32" fill="none" stroke="currentColor" stroke-linecap="round" aria-hidden="true">
    <path d="M5 28h11a5.5 5.5 0 0 0 0-11h-1a5.5 5.5 0 0 1 0-11h6" stroke-width="3.5" />
    <circle cx="26" cy="6" r="3.2" fill="currentColor" stroke="none" />
  </svg>
)
