import type { Day } from '#kit/date.ts'

/** What a description of an ARK says in its four first lines. */
type Kernel = { who: string; what: string; when: Day; where: string }

/** One line of an Electronic Resource Citation: a value never begins a line of its own. */
const line = (label: string, value: string) => `${label}: ${value.replace(/\s+/g, ' ').trim()}`

/** The description of an object as ARKs answer `?info`: an ERC record (Kunze, "Dublin Core Kernel Metadata and ERC"). */
export const ercOf = ({ who, what, when, where }: Kernel): string =>
  ['erc:', line('who', who), line('what', what), line('when', when.replaceAll('-', '')), line('where', where), ''].join(
    '\n',
  )
