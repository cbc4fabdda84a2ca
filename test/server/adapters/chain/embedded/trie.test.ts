import { createMPT } from '@ethereumjs/mpt';
import { describe, expect, test } from 'vitest';
import { EMPTY_ROOT, type NodeKeeper, PrunedTrie } from '#server/adapters/chain/embedded/trie.ts';
import { fromHex, keccak256, toHex } from '#shared/base/hash.ts';
import { Rng } from '#shared/base/rng.ts';

/** Keeps nodes in memory and refuses to read what is not there, like the file does. */
class MemoryKeeper implements NodeKeeper {
  readonly nodes = new Map<string, Uint8Array>();

  read(key: string): Uint8Array {
    const body = this.nodes.get(key);
    if (body === undefined) throw new Error(`missing ${key}`);
    return body;
  }

  put(key: string, body: Uint8Array): void {
    this.nodes.set(key, body);
  }

  remove(key: string): void {
    this.nodes.delete(key);
  }
}

/** Hashes of the nodes that a fresh unpruned trie of the same content needs. */
async function reference(content: ReadonlyMap<string, Uint8Array>) {
  const trie = await createMPT();
  for (const [key, value] of content) await trie.put(fromHex(key), value);
  return trie;
}

describe('PrunedTrie', () => {
  test('is empty at the root of the empty trie', () => {
    const trie = new PrunedTrie(new MemoryKeeper(), '', EMPTY_ROOT);
    expect(trie.commit()).toEqual(EMPTY_ROOT);
    expect(trie.get(fromHex(keccak256('x')))).toBeNull();
  });

  test.each([
    ['few keys', 'a', 6],
    ['some keys', 'b', 60],
    ['many keys', 'c', 600],
  ])('has the root that @ethereumjs/mpt has after any changes: %s', async (_name, seed, size) => {
    const rng = new Rng(`trie ${seed}`);
    const keeper = new MemoryKeeper();
    const content = new Map<string, Uint8Array>();
    let root = EMPTY_ROOT;
    for (let block = 0; block < 12; block++) {
      const trie = new PrunedTrie(keeper, 'aa', root);
      for (let change = 0; change < size / 3; change++) {
        const key = keccak256(`key ${rng.int(0, size)}`);
        if (rng.chance(0.35)) {
          trie.delete(fromHex(key));
          content.delete(key);
        } else {
          const value = rng.bytes(rng.int(1, 40));
          trie.put(fromHex(key), value);
          content.set(key, value);
        }
      }
      root = trie.commit();
      expect(toHex(root)).toBe(toHex((await reference(content)).root()));
      const again = new PrunedTrie(keeper, 'aa', root);
      for (const [key, value] of content) expect(toHex(again.get(fromHex(key)) ?? EMPTY_ROOT)).toBe(toHex(value));
      expect(again.get(fromHex(keccak256('never put')))).toBeNull();
    }
  });

  test('keeps exactly the nodes that can be reached', () => {
    const rng = new Rng('pruning');
    const keeper = new MemoryKeeper();
    let root = EMPTY_ROOT;
    const keys = Array.from({ length: 300 }, (_, index) => fromHex(keccak256(`slot ${index}`)));
    for (let block = 0; block < 20; block++) {
      const trie = new PrunedTrie(keeper, '', root);
      for (let change = 0; change < 60; change++) trie.put(rng.pick(keys), rng.bytes(32));
      for (let change = 0; change < 30; change++) trie.delete(rng.pick(keys));
      root = trie.commit();
    }
    const left = new PrunedTrie(keeper, '', root);
    for (const key of keys) left.delete(key);
    expect(left.commit()).toEqual(EMPTY_ROOT);
    expect(keeper.nodes.size).toBe(0);
  });

  test('two tries with equal content do not prune each other', () => {
    const keeper = new MemoryKeeper();
    const key = fromHex(keccak256('same'));
    const roots = ['01', '02'].map((prefix) => {
      const trie = new PrunedTrie(keeper, prefix, EMPTY_ROOT);
      trie.put(key, Uint8Array.of(7));
      return trie.commit();
    });
    const first = new PrunedTrie(keeper, '01', roots[0] ?? EMPTY_ROOT);
    first.put(key, Uint8Array.of(8));
    first.commit();
    expect(new PrunedTrie(keeper, '02', roots[1] ?? EMPTY_ROOT).get(key)).toEqual(Uint8Array.of(7));
  });

  test('fails loudly when a node is gone instead of reading on', () => {
    const keeper = new MemoryKeeper();
    const trie = new PrunedTrie(keeper, '', EMPTY_ROOT);
    for (let index = 0; index < 50; index++) trie.put(fromHex(keccak256(`${index}`)), Uint8Array.of(1, index));
    const root = trie.commit();
    for (const key of [...keeper.nodes.keys()]) if (key !== toHex(root)) keeper.nodes.delete(key);
    expect(() => new PrunedTrie(keeper, '', root).get(fromHex(keccak256('3')))).toThrow('missing');
  });
});
