import { CopyText } from '#web/copy-text.tsx'
import { useShell } from '#web/shell.tsx'
import { arkInWords, arkOf } from '../ark.ts'

/** The address under which a recording is cited: it leads to it wherever it is moved, and says so when it is gone. */
export function LastingAddress({ of }: { of: { arkNaan: string | null; arkName: string | null } }) {
  const { url } = useShell()
  const ark = arkOf(of)
  return ark === null ? null : (
    <div class="quiet-words lasting-address">
      Alamat tetap
      <CopyText label="alamat tetap">{`${url}/${arkInWords(ark)}`}</CopyText>
    </div>
  )
}
