import { randomBytes } from 'node:crypto'
import { agentInSeat } from '#appointment'
import { type Db, transact } from '#db'
import { claimUpload, listFilesOf, removeFile, shareFile } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { compareRevision, conflict, forbidden, notFound, stale } from '#kit/refusal.ts'
import { codeOf } from '#kit/text.ts'
import { findProjectById } from '#project'
import { versionAfter } from './answer-version.ts'
import { lastAnswerVersion, saveAnswerVersion } from './answer-version-store.ts'
import { addCopy, untick } from './copy-store.ts'
import { type Edition, fieldsOf } from './edition.ts'
import { movesTo, versionToBegin } from './edition-commands.ts'
import { shelfOf } from './edition-store.ts'
import { isOver } from './edition-window.ts'
import { declare, describe, type EntryAnswer, type Identity, reopen, send, withdraw } from './entry.ts'
import { factsOf } from './facts-view.ts'
import { findFilm } from './film-store.ts'
import { hold, holdDraft, note, settleChange } from './held.ts'
import { aimIn } from './intended-category.ts'
import { listIntended } from './intended-category-store.ts'
import { changedPieces, identityPieces } from './pieces.ts'
import { isAuthor, mayEnter } from './policy.ts'
import { sourcesOf } from './proposal.ts'
import { gapsOf, startPart } from './readiness.ts'
import { addSending } from './sending-store.ts'
import { addEntry, findCodeOf, listAnswers, saveAnswer, saveEntry } from './store.ts'
import { heldIn } from './trace.ts'
import { judgedOf } from './view.ts'

type Begun = {
  id: string
  projectId: string
  editionCode: string
  /** Written down of an edition that takes no entries any more. */
  isArchive?: boolean
}

/** Why no entry is begun in an edition that is over. */
export const overInWords = 'Pendaftaran edisi ini sudah ditutup. Centang bila usulan ini dicatat sebagai arsip.'

/**
 * Enters a project into an edition, with its start, what proves it, and the category at which it aims. A project has one
 * entry in each: who enters it again is led to the one that is there. Returns the entry's code.
 */
export const createEntry = (
  db: Db,
  actor: Actor,
  { id, projectId, editionCode, isArchive = false }: Begun,
  { now, today }: Moment,
): Promise<string> =>
  transact(db, async (tx) => {
    if (!mayEnter(actor, tx)) throw forbidden()
    const project = await findProjectById(tx, projectId)
    const shelf = await shelfOf(tx)
    const known = shelf.newest(editionCode)
    if (!project || !known) throw notFound()
    if (!isArchive && isOver(known.edition, today)) throw conflict(overInWords)
    if (project.state === 'preparing' || project.state === 'stopped')
      throw conflict('Hanya proyek yang sudah berjalan atau selesai yang dapat diusulkan.')
    const { title, startedOn } = project
    const code = codeOf(randomBytes(8))
    const editionVersion = await versionToBegin(tx, editionCode, now)
    const begun = { edition: editionCode, editionVersion, changedAt: now, draftSince: now }
    const editions = shelf.current.map(({ edition }) => edition)
    const category = aimIn(known.edition, await listIntended(tx, [projectId]), editions)?.category.key ?? null
    const entered = { id, code, projectId, title, startedOn, category, ...begun }
    if (!(await addEntry(tx, entered))) return (await findCodeOf(tx, projectId, editionCode))?.code ?? code
    for (const file of await listFilesOf(tx, 'project', [projectId])) {
      if (file.part === 'start') await shareFile(tx, file.id, { kind: 'entry', id, part: startPart }, now)
    }
    await note(tx, actor, { id, projectId }, 'entry.created', now, { details: { edition: editionCode } })
    return code
  })

type Written = Pick<EntryAnswer, 'text' | 'evidence' | 'revision'> & { files: string[] }

/** Saves what an entry says in one field, however long, with the files that prove it; what it said before is kept. */
export const writeAnswer = (db: Db, actor: Actor, code: string, key: string, said: Written, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await holdDraft(tx, actor, code)
    const fields = fieldsOf(edition)
    const field = fields.find((one) => one.key === key)
    if (!field) throw notFound()
    const stored = (await listAnswers(tx, entry.id)).find((answer) => answer.field === key)
    compareRevision(stored?.revision ?? 0, said.revision)
    const { text, evidence, revision } = said
    const filledFrom = heldIn(text, sourcesOf(field, fields), await factsOf(tx, entry.projectId))
    await saveAnswer(tx, entry.id, { field: key, text, evidence, filledFrom, revision })
    if (text !== (stored?.text ?? '')) await untick(tx, entry.id, [key])
    const version = versionAfter(await lastAnswerVersion(tx, entry.id, key), said, actor.accountId, now)
    await saveAnswerVersion(tx, entry.id, key, version)
    for (const id of said.files) await claimUpload(tx, actor, id, { kind: 'entry', id: entry.id, part: key }, now)
    await settleChange(tx, actor, entry, { now, today })
  })

/** Saves what an entry says outside its fields. */
export const describeEntry = (
  db: Db,
  actor: Actor,
  code: string,
  { revision, files, ...said }: Identity & { revision: number; files: string[] },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { entry, edition } = await holdDraft(tx, actor, code)
    compareRevision(entry.revision, revision)
    const film = await findFilm(tx, entry.projectId, said.recordingId)
    const taken = known({ ...said, recordingId: film?.id ?? null }, edition)
    const described = { ...describe(entry, taken), changedAt: now }
    await saveEntry(tx, described)
    await untick(tx, entry.id, changedPieces(identityPieces(edition, entry), identityPieces(edition, described)))
    for (const id of files) await claimUpload(tx, actor, id, { kind: 'entry', id: entry.id, part: startPart }, now)
    await settleChange(tx, actor, entry, { now, today })
  })

/** Only what the edition knows; a closing day only where the edition has none of its own. */
const known = (said: Identity, edition: Edition): Identity => ({
  ...said,
  closingOn: edition.closingOn === null ? said.closingOn : null,
  category: edition.categories.some(({ key }) => key === said.category) ? said.category : null,
  goals: edition.goals.map(({ key }) => key).filter((key) => said.goals.includes(key)),
  checked: edition.checks.flatMap(({ key, kind }) => (kind === 'statement' && said.checked.includes(key) ? [key] : [])),
  extra: Object.fromEntries(
    edition.identity.flatMap(({ key }) => {
      const answer = said.extra[key]?.trim()
      return answer ? [[key, answer]] : []
    }),
  ),
})

/** Takes a file from an entry. */
export const dropProof = (db: Db, actor: Actor, code: string, fileId: string, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await holdDraft(tx, actor, code)
    if (!(await removeFile(tx, fileId, { kind: 'entry', id: entry.id }))) throw notFound()
    await settleChange(tx, actor, entry, { now, today })
  })

/** The secretariat declares an entry ready, once nothing is missing. */
export const declareReady = (db: Db, actor: Actor, code: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry, edition } = await hold(tx, actor, code, 'declare')
    const ready = declare(entry, now)
    const judged = await judgedOf(tx, entry, edition)
    const [gap, ...more] = gapsOf(judged)
    if (gap) throw conflict(more.length > 0 ? `${gap.sentence} Masih ada ${more.length} hal lain.` : gap.sentence)
    await saveEntry(tx, { ...ready, changedAt: now })
    const { answers, files } = judged
    const body = { entry: ready, edition, answers, files: files.map(({ part, name }) => ({ part, name })) }
    await addCopy(tx, entry.id, body, { accountId: actor.accountId, at: now })
    await note(tx, actor, entry, 'entry.declared-ready', now)
  })

/** What was declared ready, or sent, is opened for changes. */
export const reopenEntry = (db: Db, actor: Actor, code: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'reopen')
    await saveEntry(tx, { ...reopen(entry, now), changedAt: now })
    await note(tx, actor, entry, 'entry.reopened', now)
  })

/** Notes that the entry went out; what was noted of an earlier time stays. */
export const sendEntry = (
  db: Db,
  actor: Actor,
  code: string,
  sent: { sentOn: Day; sentNumber: string },
  { now, today }: Moment,
) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'send')
    await saveEntry(tx, { ...send(entry, sent, today), changedAt: now })
    await addSending(tx, entry.id, { ...sent, accountId: actor.accountId, notedAt: now })
    await note(tx, actor, entry, 'entry.sent', now, { details: { sentOn: sent.sentOn } })
  })

/** An entry goes no further: its project was not chosen after all, say. */
export const withdrawEntry = (db: Db, actor: Actor, code: string, reason: string, { now }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await hold(tx, actor, code, 'withdraw')
    await saveEntry(tx, { ...withdraw(entry, reason, now), changedAt: now })
    await note(tx, actor, entry, 'entry.withdrawn', now)
  })

/**
 * Moves an entry to the newest version of its edition, which its authors looked at: answers stay, also those that are
 * no longer asked for.
 */
export const moveEntry = (db: Db, actor: Actor, code: string, version: number, { now, today }: Moment) =>
  transact(db, async (tx) => {
    const { entry } = await holdDraft(tx, actor, code)
    const moves = await movesTo(tx, entry)
    if (moves?.version !== version) throw stale()
    await saveEntry(tx, { ...entry, editionVersion: version, changedAt: now })
    const agent = isAuthor(actor, entry) ? undefined : await agentInSeat(tx, entry.seatId, today)
    const onBehalfOf = isAuthor(actor, entry) ? null : (agent?.personId ?? entry.lastAgentId)
    await note(tx, actor, entry, 'entry.moved', now, { details: { version }, onBehalfOf })
  })
