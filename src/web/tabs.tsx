export type Tab = { path: string; label: string; count?: number }

/** Pages of one thing, beside each other; the one shown is `current`. They are links: each has its own address. */
export const Tabs = ({ label, tabs, current }: { label: string; tabs: Tab[]; current: string }) => (
  <nav class="tabs" aria-label={label}>
    <ul>
      {tabs.map((tab) => (
        <li key={tab.path}>
          <a href={tab.path} aria-current={tab.path === current ? 'page' : undefined}>
            {tab.label}
            {tab.count !== undefined && tab.count > 0 && <span class="count">{tab.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
