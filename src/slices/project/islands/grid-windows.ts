type At = { id: string; key: string } | null
type Cell = { id: string; key: string; text: string }
type Message =
  | { kind: 'here'; page: string; at: At; isAsking: boolean }
  | { kind: 'gone'; page: string }
  | { kind: 'saved'; page: string; cells: Cell[] }

/** What one is called towards oneself. */
const oneself = 'Anda, di jendela lain'
/** A window that ended without a word is forgotten; one in the background speaks about once a minute. */
const patience = 100_000

/**
 * Jendela lain: the same grid in other windows of this browser, under the same account. They tell one another where they
 * stand and what they saved, so that nobody takes himself for somebody else.
 */
export function openWindows(
  channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>,
  page: string,
  ports: { at(): At; heard(isNew: boolean): void },
) {
  const there = new Map<string, { at: At; heardAt: number }>()
  const saved = new Map<string, string>()
  const say = (message: Message) => channel.postMessage(message)
  let said = ''
  let isGone = false
  function here(isAsking = false): void {
    // A page that is being left becomes hidden after that, and is not there any more.
    if (isGone) return
    const at = ports.at()
    said = JSON.stringify(at)
    say({ kind: 'here', page, at, isAsking })
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.page === page) return
    if (data.kind === 'saved') for (const { id, key, text } of data.cells) saved.set(`${id} ${key}`, text)
    else if (data.kind === 'gone') there.delete(data.page)
    else there.set(data.page, { at: data.at, heardAt: Date.now() })
    if (data.kind === 'here' && data.isAsking) here()
    ports.heard(data.kind === 'saved')
  })
  here(true)

  return {
    here,
    /** One may stand elsewhere by now. */
    moved(): void {
      if (said !== JSON.stringify(ports.at())) here()
    },
    leave(): void {
      isGone = true
      say({ kind: 'gone', page })
    },
    /** The page that was left is shown again. */
    back(): void {
      isGone = false
      here(true)
    },
    saved: (cells: Cell[]) => say({ kind: 'saved', page, cells }),
    /** Where the others are, as somebody else would be shown. */
    others(): { name: string; at: At }[] {
      const since = Date.now() - patience
      return [...there.values()].flatMap(({ at, heardAt }) => (heardAt > since ? [{ name: oneself, at }] : []))
    },
    /** Whether another of these windows saved this in the cell. */
    wrote: (id: string, key: string, text: string) => saved.get(`${id} ${key}`) === text,
  }
}
