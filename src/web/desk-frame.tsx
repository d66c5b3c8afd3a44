import { Icon } from './icon.tsx'
import { Mark } from './mark.tsx'
import { Menu } from './menu.tsx'
import { type Place, type Shell, useShell } from './shell.tsx'

/** The head of a signed-in page: whose desk this is, search, notices, account. */
export function DeskHead() {
  const { signedIn } = useShell()
  return (
    <header class="desk-head">
      <a class="brand" href="/beranda">
        <Mark />
        <span class="hidden">Rintis, ke beranda</span>
      </a>
      {signedIn && (
        <>
          <Agency {...signedIn} />
          <Search />
          <div class="head-tools">
            <a class="head-tool search-link" href="/cari">
              <Icon name="search" />
              <span class="hidden">Cari</span>
            </a>
            <Notices count={signedIn.noticeCount} />
            <Account name={signedIn.name} path={signedIn.accountPath} />
          </div>
        </>
      )}
    </header>
  )
}

type SignedIn = NonNullable<Shell['signedIn']>

/** Agencies that a menu holds without becoming a list to search in. */
const mostInHead = 20

function Agency({ agencyName, programmeLabel, agencies }: SignedIn) {
  const others = agencies.filter(({ name }) => name !== agencyName)
  const label = (
    <span class="agency">
      <strong>{agencyName}</strong>
      {programmeLabel && <span>{programmeLabel}</span>}
    </span>
  )
  if (others.length === 0) return label
  // Whoever looks on in hundreds of agencies chooses on the page of the account, not in the head of every page.
  if (others.length > mostInHead) return <a href="/akun#instansi">{label}</a>
  return (
    <Menu label={label} title="Ganti instansi" align="start">
      <form method="post" action="/akun/instansi">
        {others.map(({ id, name }) => (
          <button key={id} name="agency_id" value={id} type="submit">
            {name}
          </button>
        ))}
      </form>
    </Menu>
  )
}

/** A form and nothing more: what suggests while one types stands on the pages of the search, so that others need no script. */
const Search = () => (
  <search>
    <form class="search" action="/cari">
      <Icon name="search" />
      <input
        type="search"
        class="search-field"
        name="q"
        autocomplete="off"
        aria-label="Cari proyek, dokumentasi, pegawai"
        placeholder="Cari proyek, dokumentasi, pegawai"
      />
    </form>
  </search>
)

const Notices = ({ count }: { count: number }) => (
  <a class="head-tool" href="/pemberitahuan">
    <Icon name="bell" />
    {count > 0 && (
      <span class="count" aria-hidden="true">
        {count > 99 ? '99+' : count}
      </span>
    )}
    <span class="hidden">{count > 0 ? `Pemberitahuan, ${count} belum dibaca` : 'Pemberitahuan'}</span>
  </a>
)

const Account = ({ name, path }: { name: string; path: string }) => (
  <Menu
    label={
      <>
        <span class="initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span class="hidden">Akun {name}</span>
      </>
    }
    title={name}
  >
    <a href={path}>
      <Icon name="user-round" />
      Akun saya
    </a>
    <form method="post" action="/keluar">
      <button type="submit">
        <Icon name="log-out" />
        Keluar
      </button>
    </form>
  </Menu>
)

/** "Sri Wahyuni" is SW, "Suryadi" is S. */
const initialsOf = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => !word.endsWith('.'))
  const [first = name, last = ''] = [words[0], words.length > 1 ? words.at(-1) : '']
  return `${first.charAt(0)}${last.charAt(0)}`.toUpperCase()
}

/** The navigation: a rail at the side, on a phone a bar below. */
export const Rail = ({ path, places }: { path: string; places: Place[] }) => (
  <nav class="rail" aria-label="Utama">
    <ul>
      {places.map((place) => (
        <li key={place.path}>
          <a href={place.path} aria-current={standsIn(place.path, path)}>
            <Icon name={place.icon} />
            <span>{place.label}</span>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const standsIn = (place: string, path: string) =>
  path === place ? 'page' : path.startsWith(`${place}/`) ? 'true' : undefined
