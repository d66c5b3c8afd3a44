import { Mark } from './mark.tsx'
import { useShell } from './shell.tsx'

/** The thin head of a public page. */
export function ReadingHead() {
  const { signedIn, path } = useShell()
  return (
    <header class="reading-head">
      <a class="brand" href="/">
        <Mark />
        Rintis
      </a>
      <nav aria-label="Utama">
        <a href="/galeri" aria-current={path.startsWith('/galeri') ? 'page' : undefined}>
          Galeri
        </a>
        {signedIn ? (
          <a href="/beranda">Beranda saya</a>
        ) : (
          <a href="/masuk" aria-current={path === '/masuk' ? 'page' : undefined}>
            Masuk
          </a>
        )}
      </nav>
    </header>
  )
}
