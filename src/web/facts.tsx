import type { ComponentChildren } from 'preact'

export type Fact = { term: string; detail: ComponentChildren }

/** What is known of a thing, term by term. Those without a detail are left out by the page, not shown empty. */
export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl class="facts">
    {facts.map(({ term, detail }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)
