import { Button } from '#web/button.tsx'
import { Island } from '#web/island.tsx'
import type { Search } from '../search.ts'
import { fieldsIn } from '../search-address.ts'

/** The field of a search; what it was narrowed by stays when other words are typed. */
export const SearchField = ({ base, label, search }: { base: string; label: string; search: Search }) => (
  <search>
    <form class="search-form" action={base}>
      <div class="field">
        <label for="cari-kata">{label}</label>
        <Island name="suggest" props={{ path: `${base}/usul` }}>
          <input id="cari-kata" type="search" name="q" value={search.text} class="w-30" autocomplete="off" />
        </Island>
      </div>
      {fieldsIn({ ...search, isLiteral: false }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button icon="search">Cari</Button>
    </form>
  </search>
)
