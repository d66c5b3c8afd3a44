import type { AssessmentRow } from '#assessment'
import type { EntryListRow } from '#competition'
import type { GuidelineRow } from '#forum'
import { type Actor, holds, runsProgramme, stands } from '#kit/actor.ts'
import { titleOf } from '#project'
import type { Waiting } from './tasks.ts'

/** What waits in the assessments: to be opened, and to be decided once no sheet is missing. */
export function assessmentsWaiting(actor: Actor, rows: AssessmentRow[]): Waiting[] {
  const decides = holds(actor, 'admin', 'secretariat', 'leadership')
  return rows.flatMap(({ id, title, programmeName, state, missingCount }) => {
    const task = { path: `/penilaian/${id}`, note: programmeName, due: null }
    if (state === 'preparing' && runsProgramme(actor)) return [{ title: `Siapkan dan buka: ${title}`, ...task }]
    if (state === 'open' && missingCount === 0 && decides)
      return [{ title: `Putuskan yang terbaik: ${title}`, ...task }]
    return []
  })
}

/** What waits in the guidelines: for the chair to be approved, for the secretariat also to be published. */
export function guidelinesWaiting(actor: Actor, rows: GuidelineRow[]): Waiting[] {
  return rows.flatMap(({ guidelineId, title, programmeName, state, forumId }) => {
    const task = { path: `/pedoman/${guidelineId}`, note: programmeName, due: null }
    const leads = runsProgramme(actor) || stands(actor, 'chair', forumId)
    if (state === 'discussed' && leads) return [{ title: `Setujui setelah dibahas: ${title}`, ...task }]
    if (state === 'approved' && runsProgramme(actor)) return [{ title: `Terbitkan pedoman: ${title}`, ...task }]
    return []
  })
}

/** What waits in the competition entries: for their authors to be written, for the secretariat to be sent. */
export function entriesWaiting(actor: Actor, rows: EntryListRow[]): Waiting[] {
  return rows.flatMap(({ code, title, projectTitle, projectId, seatId, state, closingOn }) => {
    const task = { path: `/usulan/${code}`, note: titleOf({ title: projectTitle }), due: closingOn }
    const isAuthor = stands(actor, 'agent', seatId) || stands(actor, 'member', projectId)
    const called = title || titleOf({ title: projectTitle })
    if (state === 'draft' && isAuthor) return [{ title: `Lengkapi usulan KIPP: ${called}`, ...task }]
    if (state === 'ready' && runsProgramme(actor)) return [{ title: `Kirim usulan KIPP: ${called}`, ...task }]
    return []
  })
}
