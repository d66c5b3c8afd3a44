import type { ComponentChildren } from 'preact'

/** `screenOnly` is what leads on from the page, of which paper has nothing. */
export type Fact = { term: string; detail: ComponentChildren; screenOnly?: boolean }

/** What is known of a thing, term by term. Those without a detail are left out by the page, not shown empty. On a phone, long ones stand below their terms. */
export const Facts = ({ facts, long }: { facts: Fact[]; long?: boolean }) => (
  <dl class={long ? 'facts long' : 'facts'}>
    {facts.map(({ term, detail, screenOnly }) => (
      <div key={term} class={screenOnly ? 'screen-only' : undefined}>
        <dt>{term}</dt>
        <dd>{detail}</dd>
      </div>
    ))}
  </dl>
)
