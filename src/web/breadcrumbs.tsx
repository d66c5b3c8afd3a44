/** A page above this one. */
export type Crumb = { path: string; label: string }

/** The way down to this page; the page itself is its heading and does not stand here again. */
export const Breadcrumbs = ({ crumbs }: { crumbs: Crumb[] }) => (
  <nav class="breadcrumbs" aria-label="Letak halaman">
    <ol>
      {crumbs.map(({ path, label }) => (
        <li key={path}>
          <a href={path}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
