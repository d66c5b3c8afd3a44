import { Alert } from '#web/alert.tsx'
import { useShell } from '#web/shell.tsx'
import type { AssessmentView } from '../view.ts'
import { lateInWords, lateTitle } from './late-words.ts'

/** What was changed after the marks could be seen; nothing where nothing was. Of one project where it is given. */
export function LateChanges({ view, projectId }: { view: AssessmentView; projectId?: string }) {
  const { zone } = useShell()
  const sentences = lateInWords(view, zone, projectId)
  if (sentences.length === 0) return null
  return (
    <Alert kind="soon" title={lateTitle}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Alert>
  )
}
