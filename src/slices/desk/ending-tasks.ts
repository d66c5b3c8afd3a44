import type { AssessmentRow } from '#assessment'
import { calledOf, type EntryListRow, isEntryAuthor, isOver, newsDueOn, yearsAsked } from '#competition'
import type { GuidelineRow } from '#forum'
import { type Actor, holds, runsProgramme, stands } from '#kit/actor.ts'
import type { Day } from '#kit/date.ts'
import { countInWords } from '#kit/text.ts'
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

const nameOf = ({ title, projectTitle }: EntryListRow) => title || titleOf({ title: projectTitle })

/**
 * What waits in the competition entries: for their authors to be written and, once a year, to tell what became of the
 * innovation; for the secretariat to be sent, and to ask for the news that is late.
 */
export function entriesWaiting(actor: Actor, rows: EntryListRow[], today: Day): Waiting[] {
  const writing = rows.flatMap((row) => {
    const { code, projectTitle, state, closingOn, form } = row
    const task = { path: `/usulan/${code}`, note: titleOf({ title: projectTitle }), due: closingOn }
    const called = `${calledOf(form)}: ${nameOf(row)}`
    const isOpen = !isOver({ ...form, closingOn }, today)
    if (state === 'draft' && isOpen && isEntryAuthor(actor, row)) return [{ title: `Lengkapi ${called}`, ...task }]
    if (state === 'ready' && runsProgramme(actor)) return [{ title: `Kirim ${called}`, ...task }]
    return []
  })
  return [...writing, ...newsWaiting(actor, rows, today)]
}

/** The news is asked of a project once, however many of its entries were sent: from the first of them on. */
function newsWaiting(actor: Actor, rows: EntryListRow[], today: Day): Waiting[] {
  const sent = rows.filter(({ sentOn }) => sentOn !== null).toSorted((a, b) => byDay(a.sentOn, b.sentOn))
  const asked = sent
    .filter(({ projectId }, at) => sent.findIndex((one) => one.projectId === projectId) === at)
    .flatMap((row) => {
      const years = yearsAsked(row.sentOn, row.told, today)
      return years[0] === undefined ? [] : [{ row, years, due: newsDueOn(years[0]) }]
    })
  const own = asked
    .filter(({ row }) => isEntryAuthor(actor, row))
    .map(({ row, years, due }) => ({
      title: `Kabarkan inovasi tahun ${years.join(', ')}: ${nameOf(row)}`,
      path: `/usulan/${row.code}/tahap`,
      note: 'Apakah masih berjalan?',
      due,
    }))
  const late = runsProgramme(actor) ? asked.filter(({ row, due }) => due < today && !isEntryAuthor(actor, row)) : []
  const [first] = late.toSorted((a, b) => byDay(a.due, b.due))
  if (!first) return own
  const title = `Tanyakan kabar ${countInWords(late.length)} inovasi yang pernah diusulkan`
  return [...own, { title, path: '/usulan/riwayat', note: nameOf(first.row), due: first.due }]
}

const byDay = (one: Day | null, other: Day | null): number => (one ?? '').localeCompare(other ?? '')
