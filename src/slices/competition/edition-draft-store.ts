import { sql } from 'kysely'
import { type Db, insert, remove, select, type Tx } from '#db'
import type { Draft } from './edition-part.ts'
import { type KeptEdition, shelfOf } from './edition-store.ts'

/** Rancangan edisi: an edition that is being corrected part by part until it is the next version. */
export type EditionDraft = {
  key: string
  body: Draft
  /** What it becomes the next version of. */
  newest: KeptEdition
  /** The version from which it was begun. */
  drawnFrom: number
  /** 0 while nothing was corrected: it says what the newest version says. */
  revision: number
  changedAt: Date | null
}

/**
 * What a form of the draft was drawn from. A draft that was published or dropped in the meantime is another one, also
 * where it was begun anew and has come as far.
 */
export const stampOf = ({ drawnFrom, revision, changedAt }: Stamped): string =>
  `${drawnFrom}-${revision}-${changedAt?.getTime() ?? 0}`

type Stamped = Pick<EditionDraft, 'drawnFrom' | 'revision' | 'changedAt'>

const rows = (db: Db, key: string) =>
  select(db, 'editionDraft').select(['body', 'drawnFrom', 'revision', 'changedAt']).where('key', '=', key)

/** The draft of an edition, or its newest version as one that nobody began; undefined where there is no such edition. */
export const findEditionDraft = async (db: Db, key: string): Promise<EditionDraft | undefined> =>
  assembled(db, key, await rows(db, key).executeTakeFirst())

/** The same, held until the transaction ends. */
export const holdEditionDraft = async (tx: Tx, key: string): Promise<EditionDraft | undefined> =>
  assembled(tx, key, await rows(tx, key).forUpdate().executeTakeFirst())

type Stored = { body: unknown; drawnFrom: number; revision: number; changedAt: Date }

async function assembled(db: Db, key: string, stored: Stored | undefined): Promise<EditionDraft | undefined> {
  const newest = (await shelfOf(db)).newest(key)
  if (!newest) return undefined
  if (stored) return { key, newest, ...stored, body: stored.body as Draft }
  return { key, newest, body: newest.edition, drawnFrom: newest.version ?? 0, revision: 0, changedAt: null }
}

type By = { accountId: string; changedAt: Date }

/** Saves a draft under the next revision; false when somebody else began one first. */
export async function saveEditionDraft(tx: Tx, draft: EditionDraft, body: Draft, by: By): Promise<boolean> {
  const { key, drawnFrom, revision } = draft
  const said = { body: sql<string>`${JSON.stringify(body)}::jsonb`, revision: revision + 1, ...by }
  const saved = await insert(tx, 'editionDraft', { key, drawnFrom, ...said })
    .onConflict((conflict) =>
      conflict.columns(['agencyId', 'key']).doUpdateSet(said).where('editionDraft.revision', '=', revision),
    )
    .returning('revision')
    .executeTakeFirst()
  return saved !== undefined
}

export const removeEditionDraft = async (tx: Tx, key: string): Promise<void> => {
  await remove(tx, 'editionDraft').where('key', '=', key).execute()
}

/** The editions that have a draft. */
export const listDrafted = async (db: Db): Promise<Set<string>> =>
  new Set((await select(db, 'editionDraft').select('key').execute()).map(({ key }) => key))
