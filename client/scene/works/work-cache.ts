/** What was grown or painted once is kept in the browser; without IndexedDB everything is simply made again. */

const DATABASE = 'dimension-works';
const STORE = 'made';
/** Beyond this many entries the cache starts anew; about 100 MB. */
const MOST_ENTRIES = 600;

/** Keeps structured-cloneable values by key. Every failure of the browser's storage reads as "not there". */
export class WorkCache<V> {
  readonly #database: Promise<IDBDatabase | null>;

  constructor(factory: IDBFactory | undefined = browserFactory()) {
    this.#database = openDatabase(factory);
  }

  /** @param accepts says whether what was found is of use; a value of another time is "not there" */
  async get(key: string, accepts: (value: unknown) => value is V): Promise<V | null> {
    const database = await this.#database;
    if (database === null) return null;
    const value = await settled<unknown>(() => database.transaction(STORE).objectStore(STORE).get(key));
    return accepts(value) ? value : null;
  }

  async put(key: string, value: V): Promise<void> {
    const database = await this.#database;
    if (database === null) return;
    const count = await settled(() => database.transaction(STORE).objectStore(STORE).count());
    const write = () => database.transaction(STORE, 'readwrite').objectStore(STORE);
    if ((count ?? 0) >= MOST_ENTRIES) await settled(() => write().clear());
    await settled(() => write().put(value, key));
  }

  async close(): Promise<void> {
    (await this.#database)?.close();
  }
}

/** The browser's own; some throw on the very property where storage is blocked. */
function browserFactory(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

function openDatabase(factory: IDBFactory | undefined): Promise<IDBDatabase | null> {
  if (factory === undefined) return Promise.resolve(null);
  return settled(() => {
    const request = factory.open(DATABASE, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
    return request;
  });
}

/** The result of a request, or null when the browser refuses (private windows, full disks). */
function settled<T>(start: () => IDBRequest<T>): Promise<T | null> {
  return new Promise((resolve) => {
    try {
      const request = start();
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => resolve(null));
    } catch {
      // Storage that throws at once (blocked by the person's settings) is storage that is not there.
      resolve(null);
    }
  });
}
