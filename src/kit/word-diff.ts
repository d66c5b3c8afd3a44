/** A stretch of text that stayed, went, or came. */
export type Run = { kind: 'same' | 'removed' | 'added'; text: string }

/** Above so many pairs of words a comparison costs more than it says: the whole counts as rewritten. */
const mostPairs = 4_000_000

const tokensOf = (text: string): string[] => text.match(/\s+|\S+/g) ?? []

/** What has to be removed and added, word by word, to make `after` of `before`. */
export function compareWords(before: string, after: string, most = mostPairs): Run[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  let start = 0
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const middle = between(a.slice(start, a.length - end), b.slice(start, b.length - end), most)
  const same = (tokens: string[]): Run[] => tokens.map((text) => ({ kind: 'same', text }))
  return joined([...same(a.slice(0, start)), ...middle, ...same(a.slice(a.length - end))])
}

/** The longest common subsequence, walked from its table. */
function between(a: string[], b: string[], most: number): Run[] {
  const whole: Run[] = [
    { kind: 'removed', text: a.join('') },
    { kind: 'added', text: b.join('') },
  ]
  if (a.length * b.length > most) return whole
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const runs: Run[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', text: a[i] ?? '' })
      i += 1
      j += 1
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', text: a[i] ?? '' })
      i += 1
    } else {
      runs.push({ kind: 'added', text: b[j] ?? '' })
      j += 1
    }
  }
  return runs
}

/** Neighbours of a kind become one run; a mere space between two changes belongs to both, so that they read as one. */
function joined(runs: Run[]): Run[] {
  const out: Run[] = []
  let [removed, added] = ['', '']
  const close = () => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, { kind, text }] of runs.entries()) {
    const isChanging = removed !== '' || added !== ''
    const next = runs[index + 1]
    const isBridge = isChanging && /^\s+$/.test(text) && next !== undefined && next.kind !== 'same'
    if (kind === 'removed' || (kind === 'same' && isBridge)) removed += text
    if (kind === 'added' || (kind === 'same' && isBridge)) added += text
    if (kind !== 'same' || isBridge) continue
    close()
    const last = out.at(-1)
    if (last?.kind === 'same') last.text += text
    else out.push({ kind, text })
  }
  close()
  return out
}

/** How many places differ; what was removed and added at one place is one change. */
export const countChanges = (runs: readonly Run[]): number =>
  runs.filter((run, at) => run.kind !== 'same' && (at === 0 || runs[at - 1]?.kind === 'same')).length
