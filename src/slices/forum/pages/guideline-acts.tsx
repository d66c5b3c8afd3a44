import type { Actor } from '#kit/actor.ts'
import { ActButton, ButtonLink } from '#web/button.tsx'
import { guidelineAllows, isApprovedBy } from '../guideline.ts'
import type { Contents, GuidelineView } from '../guideline-view.ts'

type Props = { view: GuidelineView; contents: Contents; actor: Actor }

/** What can be done about the latest version by whoever reads it; the next step of its life is the primary one. */
export function GuidelineActs({ view, contents, actor }: Props) {
  const { version, sections, writers, approvers } = contents
  const { state, revision } = version
  const path = `/pedoman/${view.guideline.id}`
  const hidden = { revision: String(revision) }
  const hasApproved = approvers.some(({ accountId }) => accountId === actor.accountId)
  const mayApprove = view.may('approve') && guidelineAllows(state, 'approve') && !hasApproved
  const isEnough = isApprovedBy(writers, [...approvers, actor])
  return (
    <>
      {mayApprove && !isEnough && (
        <p class="quiet-words">Anda ikut menulis versi ini, jadi satu orang lain harus menyetujuinya juga.</p>
      )}
      {state === 'discussed' && hasApproved && (
        <p class="quiet-words">Anda sudah menyetujui. Satu orang lain harus menyetujuinya juga.</p>
      )}
      <div class="actions">
        {view.may('write') && state === 'draft' && (
          <>
            <ButtonLink href={`${path}/bagian/baru`}>Tambah bagian</ButtonLink>
            <ButtonLink href={`${path}/judul`}>Ubah judul</ButtonLink>
            {sections.length > 0 && (
              <ActButton kind="primary" action={`${path}/bahas`} hidden={hidden}>
                Ajukan untuk dibahas
              </ActButton>
            )}
          </>
        )}
        {mayApprove && (
          <ActButton kind="primary" action={`${path}/setujui`} hidden={hidden}>
            Setujui
          </ActButton>
        )}
        {view.may('publish') && guidelineAllows(state, 'publish') && (
          <ButtonLink kind="primary" href={`${path}/terbitkan`}>
            Terbitkan
          </ButtonLink>
        )}
        {view.may('approve') && guidelineAllows(state, 'sendBack') && (
          <ButtonLink href={`${path}/kembalikan`}>Kembalikan menjadi draf</ButtonLink>
        )}
        {view.may('write') && state === 'published' && (
          <ActButton action={`${path}/versi-baru`}>Buka versi baru</ActButton>
        )}
      </div>
    </>
  )
}
