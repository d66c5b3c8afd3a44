const colours = [
  ['paper', 'latar'],
  ['wash', 'latar redup'],
  ['line', 'garis'],
  ['edge', 'tepi isian'],
  ['ink', 'tulisan'],
  ['ink-2', 'tulisan kedua'],
  ['accent', 'aksen'],
  ['accent-wash', 'latar aksen'],
  ['rail', 'bilah'],
  ['late', 'lewat batas'],
  ['late-wash', 'latar lewat'],
  ['soon', 'segera'],
  ['soon-wash', 'latar segera'],
]

/** The colours by the names of their tokens. */
export const Colours = () => (
  <ul class="swatches">
    {colours.map(([token, name]) => (
      <li key={token}>
        <svg viewBox="0 0 8 4" preserveAspectRatio="none" aria-hidden="true">
          <rect width="8" height="4" fill={`var(--${token})`} />
        </svg>
        <code>{token}</code>
        <span>{name}</span>
      </li>
    ))}
  </ul>
)

/** The sizes of type, from the largest down. */
export const Sizes = () => (
  <ul class="sizes">
    {[7, 6, 5, 4, 3, 2, 1].map((size) => (
      <li key={size} class={`size-${size}`}>
        Forum Agen Perubahan, Rabu, 7 April 2021
      </li>
    ))}
  </ul>
)
