/** What was typed into a draft and has not reached the server. */
export interface Unsaved {
  /** Instant of the last change, ISO 8601. */
  at: string
  /** The save it was made on. */
  revision: number
  /** Content by file name; null where the file was taken away. */
  files: Record<string, string | null>
}

/** Where the unsaved is kept, so that a crash of the browser loses none of it. */
export interface UnsavedStore {
  read(draftId: string): Promise<Unsaved | undefined>
  write(draftId: string, unsaved: Unsaved): Promise<void>
  forget(draftId: string): Promise<void>
}

const DATABASE = 'xunfa-drafts'
const STORE = 'unsaved'

/** Keeps the unsaved in this browser, on disk at once; where a browser keeps nothing, nothing is kept. */
export function browserStore(): UnsavedStore {
  const inStore = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>) => {
    try {
      return await run(mode, ask)
    } catch {
      return undefined
    }
  }
  return {
    read: draftId => inStore<Unsaved | undefined>('readonly', store => store.get(draftId)),
    write: async (draftId, unsaved) => void (await inStore('readwrite', store => store.put(unsaved, draftId))),
    forget: async draftId => void (await inStore('readwrite', store => store.delete(draftId))),
  }
}

async function run<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

const open = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
