import type { Day } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Source } from './edition.ts'

export type EntryState = 'draft' | 'ready' | 'sent' | 'withdrawn'

/** Usulan kompetisi: what a chosen project enters into one edition of the competition. */
export type Entry = {
  agencyId: string
  id: string
  code: string
  projectId: string
  /** Key of its edition, and the version that it was begun with; null where it is older than versions. */
  edition: string
  editionVersion: number | null
  state: EntryState
  title: string
  /** The first day of implementation, and the document that proves it. */
  startedOn: Day | null
  startProof: string
  /** When registration closes, where the edition itself does not know. */
  closingOn: Day | null
  category: string | null
  videoUrl: string
  /** The project's film that the link leads to; what it is like is known of it. */
  recordingId: string | null
  /** Answers to what the form asks outside its fields, by key. */
  extra: Record<string, string>
  goals: string[]
  /** Letters and statements that are there. */
  checked: string[]
  /** Since when its authors have it. */
  draftSince: Date
  readyAt: Date | null
  sentOn: Day | null
  sentNumber: string
  /** When it was withdrawn, and why; kept only while it is. */
  withdrawnAt: Date | null
  withdrawnReason: string
  revision: number
  changedAt: Date
}

/** Jawaban usulan: what an entry says in one field of its edition. */
export type EntryAnswer = {
  /** Key of the field. */
  field: string
  text: string
  /** Documents that prove it, one a line. */
  evidence: string
  /** The sources whose words it still holds. */
  filledFrom: Source[]
  revision: number
}

/** What its authors say of an entry outside its fields, as one form. */
export type Identity = Pick<
  Entry,
  | 'title'
  | 'startedOn'
  | 'startProof'
  | 'closingOn'
  | 'category'
  | 'videoUrl'
  | 'recordingId'
  | 'extra'
  | 'goals'
  | 'checked'
>

export type EntryAct = 'declare' | 'reopen' | 'send' | 'withdraw'

/** The whole life of an entry: from which states an act may be done, and to which it leads. */
export const entryLife: Record<EntryAct, { from: EntryState[]; to: EntryState }> = {
  /** The secretariat declares it ready; nothing is missing. */
  declare: { from: ['draft'], to: 'ready' },
  /** Something has to be changed after all. */
  reopen: { from: ['ready', 'sent', 'withdrawn'], to: 'draft' },
  /** It went to where the edition takes it; this notes the fact. */
  send: { from: ['ready'], to: 'sent' },
  /** It goes no further, with the reason: nothing of it is lost, and it can be opened again. */
  withdraw: { from: ['draft', 'ready'], to: 'withdrawn' },
}

const refusals: Record<EntryState, string> = {
  draft: 'Usulan ini masih disusun. Nyatakan siap lebih dahulu.',
  ready: 'Usulan ini sudah dinyatakan siap.',
  sent: 'Usulan ini sudah dikirim.',
  withdrawn: 'Usulan ini sudah ditarik.',
}

/** Whether the act may be done in this state. */
export const entryAllows = (state: EntryState, act: EntryAct): boolean => entryLife[act].from.includes(state)

function after(entry: Entry, act: EntryAct): EntryState {
  if (!entryAllows(entry.state, act)) throw conflict(refusals[entry.state])
  return entryLife[act].to
}

/** Refuses a change of what an entry says once it was declared ready. */
export function demandDraft({ state }: Pick<Entry, 'state'>): void {
  if (state !== 'draft') throw conflict(`${refusals[state]} Buka lagi sebelum mengubah isinya.`)
}

/** The entry as its authors now describe it; nothing else of it is taken over. */
export const describe = (entry: Entry, said: Identity): Entry => ({
  ...entry,
  title: said.title,
  startedOn: said.startedOn,
  startProof: said.startProof,
  closingOn: said.closingOn,
  category: said.category,
  videoUrl: said.videoUrl,
  recordingId: said.recordingId,
  extra: said.extra,
  goals: said.goals,
  checked: said.checked,
})

/** Declared ready at `now`; that nothing is missing has been asked before. */
export const declare = <Row extends Entry>(entry: Row, now: Date): Row => ({
  ...entry,
  state: after(entry, 'declare'),
  readyAt: now,
})

export const reopen = (entry: Entry, now: Date): Entry => ({
  ...entry,
  state: after(entry, 'reopen'),
  readyAt: null,
  withdrawnAt: null,
  withdrawnReason: '',
  draftSince: now,
})

/** It is not sent after all, for a reason that somebody can read later. */
export const withdraw = (entry: Entry, withdrawnReason: string, now: Date): Entry => ({
  ...entry,
  state: after(entry, 'withdraw'),
  withdrawnAt: now,
  withdrawnReason,
})

/** Sent on a day that is not to come, under the number that it has with its receiver. */
export function send(entry: Entry, { sentOn, sentNumber }: { sentOn: Day; sentNumber: string }, today: Day): Entry {
  const state = after(entry, 'send')
  if (sentOn > today) throw conflict('Tanggal kirim tidak boleh sesudah hari ini.')
  return { ...entry, state, sentOn, sentNumber }
}

/** The title, or what stands in its place while there is none. */
export const titleOfEntry = ({ title }: Pick<Entry, 'title'>): string => title || 'Usulan tanpa judul'
