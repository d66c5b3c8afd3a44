import type { ComponentChildren } from 'preact'

export type Fact = { term: string; detail: ComponentChildren }

/** What is known of a thing, term by term. Those without a detail are left out by the page, not shown empty. On a phone, long ones stand below their terms. */
export const Facts = ({ facts, long }: { facts: Fact[]; long?: boolean }) => (
  <dl class={long ? 'facts long' : 'facts'}>
    {facts.map(({ term, detail }) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)
