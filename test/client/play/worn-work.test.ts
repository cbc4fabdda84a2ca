/** What the visitor wears is kept, and put on again wherever they come in. */
import { expect, test } from 'vitest';
import { WornWork } from '#client/play/worn-work.ts';

const WORK = 'ab'.repeat(32);

function wardrobe(kept: string | null, refused = false) {
  const store = new Map<string, string>(kept === null ? [] : [['dimension.wears', kept]]);
  const worn: (string | null)[] = [];
  const storage = {
    getItem: (key: string) => store.get(key) ?? null,
    setItem: (key: string, value: string) => void store.set(key, value),
    removeItem: (key: string) => void store.delete(key),
  };
  const client = {
    wear: async (work: string | null) => {
      worn.push(work);
      return refused
        ? ({ ok: false, code: 'work.unknown', sentence: 'No such work.' } as const)
        : ({ ok: true, value: {} } as const);
    },
  };
  return { own: new WornWork(client, storage), worn, store };
}

test('a choice is kept, put on at the next visit, and gone once it is taken off', async () => {
  const first = wardrobe(null);
  first.own.dress();
  expect(first.worn).toEqual([]);
  expect(await first.own.wear(WORK)).toBeNull();
  const next = wardrobe(first.store.get('dimension.wears') ?? null);
  next.own.dress();
  expect(next.worn).toEqual([WORK]);
  expect(await next.own.wear(null)).toBeNull();
  expect(next.own.work).toBeNull();
  expect(next.store.size).toBe(0);
});

test('what is refused is said and not kept; what was kept and is no work is not worn', async () => {
  const { own, store } = wardrobe('a hat', true);
  expect(own.work).toBeNull();
  expect(await own.wear(WORK)).not.toBeNull();
  expect(own.work).toBeNull();
  expect(store.get('dimension.wears')).toBe('a hat');
});
