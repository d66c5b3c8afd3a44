import type { Run } from '#kit/word-diff.ts'

/** What stayed, went and came; said in words for whoever doesn't see how it is drawn. */
export const ComparedWords = ({ runs }: { runs: Run[] }) => (
  <p class="prose compared">
    {runs.map(({ kind, text }) => {
      if (kind === 'same') return text
      return kind === 'added' ? (
        <ins>
          <span class="hidden">ditambahkan: </span>
          {text}
        </ins>
      ) : (
        <del>
          <span class="hidden">dihapus: </span>
          {text}
        </del>
      )
    })}
  </p>
)
