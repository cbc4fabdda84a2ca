/** Where the guest key is kept in the browser: local storage, else IndexedDB, else only in this page's memory. */

/** Keeps one text. */
export interface KeyStore {
  read(): Promise<string | null>;
  /** True when the text will be there after the page is closed. */
  write(text: string): Promise<boolean>;
}

const NAME = 'autonomous-dimension.guest-key';

/** The first of the browser's stores that works; private windows and blocked storage fall through to memory. */
export function browserKeyStore(): KeyStore {
  return firstThatWorks([localStore(NAME), indexedStore(NAME)]);
}

/** Where the keys lie that were here before another one was brought. */
export function formerKeyStore(): KeyStore {
  const name = `${NAME}.former`;
  return firstThatWorks([localStore(name), indexedStore(name)]);
}

/** A store for a page (or a test) that may keep nothing. */
export function memoryKeyStore(): KeyStore {
  let kept: string | null = null;
  return {
    read: async () => kept,
    write: async (text) => {
      kept = text;
      return false;
    },
  };
}

/** Reads from the first store that has something, writes to the first that takes it. */
export function firstThatWorks(stores: readonly KeyStore[]): KeyStore {
  const memory = memoryKeyStore();
  return {
    async read() {
      for (const store of [...stores, memory]) {
        const text = await store.read().catch(() => null);
        if (text !== null) return text;
      }
      return null;
    },
    async write(text) {
      for (const store of stores) if (await store.write(text).catch(() => false)) return true;
      return memory.write(text);
    },
  };
}

function localStore(name: string): KeyStore {
  return {
    read: async () => window.localStorage.getItem(name),
    write: async (text) => {
      window.localStorage.setItem(name, text);
      return window.localStorage.getItem(name) === text;
    },
  };
}

function indexedStore(name: string): KeyStore {
  return {
    read: () =>
      inTable('readonly', (table) => table.get(name)).then((kept) => (typeof kept === 'string' ? kept : null)),
    write: (text) => inTable('readwrite', (table) => table.put(text, name)).then(() => true),
  };
}

async function inTable(mode: IDBTransactionMode, ask: (table: IDBObjectStore) => IDBRequest): Promise<unknown> {
  const opening = window.indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('texts');
  const database = await answer<IDBDatabase>(opening);
  try {
    return await answer<unknown>(ask(database.transaction('texts', mode).objectStore('texts')));
  } finally {
    database.close();
  }
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser database did not answer.'));
  });
}
