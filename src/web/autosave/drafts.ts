import type { Fields } from './saver.ts'

/** What was written in a form and not yet acknowledged. Each open page keeps its own, so that two lose nothing. */
export type Draft = {
  /** The id of the account; a browser may know several. */
  account: string
  /** The form's address. */
  path: string
  page: string
  /** The revision from which it was drawn. */
  revision: string
  fields: Fields
  at: number
}

export type DraftKey = Pick<Draft, 'account' | 'path' | 'page'>

export const keepDraft = (draft: Draft) => inStore('readwrite', (store) => store.put(draft))

export const dropDraft = ({ account, path, page }: DraftKey) =>
  inStore('readwrite', (store) => store.delete([account, path, page]))

/** The drafts of a form, the newest first. */
export async function listDrafts(account: string, path: string): Promise<Draft[]> {
  const range = IDBKeyRange.bound([account, path], [account, path, []])
  const found = await inStore<Draft[]>('readonly', (store) => store.getAll(range))
  return found.sort((a, b) => b.at - a.at)
}

/** The database stays open for one act only: an open one would stand in the way of its deletion at the sign-out. */
async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode)
      const request = act(transaction.objectStore(storeName))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

const storeName = 'draft'

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('rintis', 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: ['account', 'path', 'page'] })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
