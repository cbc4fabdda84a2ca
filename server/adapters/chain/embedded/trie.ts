/** A Merkle Patricia trie that hashes each changed node once a block and leaves no unreachable node behind. */
import { keccak_256 } from '@noble/hashes/sha3.js';
import { DimensionError } from '#shared/base/errors.ts';
import { fromHex, toHex } from '#shared/base/hash.ts';
import { rlpBytes } from './rlp.ts';
import { type Branch, type Child, decodeNode, encodeNode, nibblesOf, type TrieNode } from './trie-nodes.ts';

/** Root of the empty trie. */
export const EMPTY_ROOT: Uint8Array = fromHex('56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421');

/** Where nodes are kept, by key as hex. */
export interface NodeKeeper {
  /** @throws DimensionError `chain.torn` for a node that is not there */
  read(key: string): Uint8Array;
  put(key: string, body: Uint8Array): void;
  remove(key: string): void;
}

/**
 * One trie, from a root that the keeper holds to the next: change it, then `commit`. Keys are 32 bytes (hashes).
 * `prefix` keeps the nodes of tries apart, so that pruning one never takes an equal node from another.
 */
export class PrunedTrie {
  readonly #keeper: NodeKeeper;
  readonly #prefix: string;
  #root: Child;

  /** @param prefix hex in front of the keys of this trie's nodes */
  constructor(keeper: NodeKeeper, prefix: string, root: Uint8Array) {
    this.#keeper = keeper;
    this.#prefix = prefix;
    this.#root = equal(root, EMPTY_ROOT) ? null : root;
  }

  /** The value at a key, or null. */
  get(key: Uint8Array): Uint8Array | null {
    const path = nibblesOf(key);
    let at = 0;
    let child = this.#root;
    while (child !== null) {
      const node = this.#load(child);
      if (node.kind === 'branch') child = node.children[path[at++] ?? 0] ?? null;
      else {
        const same = common(node.path, path, at);
        if (same < node.path.length) return null;
        if (node.kind === 'leaf') return node.value;
        at += same;
        child = node.child;
      }
    }
    return null;
  }

  put(key: Uint8Array, value: Uint8Array): void {
    const before = this.get(key);
    if (before !== null && equal(before, value)) return;
    this.#root = this.#insert(this.#root, nibblesOf(key), 0, value);
  }

  /** Takes a key out; one that is not there is no fault. */
  delete(key: Uint8Array): void {
    if (this.get(key) !== null) this.#root = this.#without(this.#root, nibblesOf(key), 0);
  }

  /** Hands all changed nodes to the keeper; answers the new root. */
  commit(): Uint8Array {
    if (this.#root === null) return EMPTY_ROOT;
    if (this.#root instanceof Uint8Array) return this.#root;
    const root = this.#root.hash ?? this.#keep(this.#root, this.#encode(this.#root));
    this.#root = root;
    return root;
  }

  #insert(child: Child, path: Uint8Array, at: number, value: Uint8Array): TrieNode {
    if (child === null) return { kind: 'leaf', path: path.subarray(at), value, hash: null };
    const node = this.#load(child);
    this.#touch(node);
    if (node.kind === 'branch') {
      const index = path[at] ?? 0;
      node.children[index] = this.#insert(node.children[index] ?? null, path, at + 1, value);
      return node;
    }
    const same = common(node.path, path, at);
    if (same === node.path.length) {
      if (node.kind === 'leaf') node.value = value;
      else node.child = this.#insert(node.child, path, at + same, value);
      return node;
    }
    const branch: Branch = { kind: 'branch', children: Array<Child>(16).fill(null), hash: null };
    const rest = node.path.subarray(same + 1);
    branch.children[node.path[same] ?? 0] =
      node.kind === 'leaf' ? { kind: 'leaf', path: rest, value: node.value, hash: null } : extend(rest, node.child);
    branch.children[path[at + same] ?? 0] = { kind: 'leaf', path: path.subarray(at + same + 1), value, hash: null };
    if (same === 0) return branch;
    return { kind: 'extension', path: path.slice(at, at + same), child: branch, hash: null };
  }

  /** The node without a key that is known to be below it. */
  #without(child: Child, path: Uint8Array, at: number): TrieNode | null {
    if (child === null) return null;
    const node = this.#load(child);
    this.#touch(node);
    if (node.kind === 'leaf') return null;
    if (node.kind === 'extension') {
      const below = this.#without(node.child, path, at + node.path.length);
      return below === null ? null : this.#join(node.path, below);
    }
    const index = path[at] ?? 0;
    node.children[index] = this.#without(node.children[index] ?? null, path, at + 1);
    const left = [...node.children.keys()].filter((place) => node.children[place] !== null);
    const [only] = left;
    if (only === undefined || left.length > 1) return node;
    return this.#join(Uint8Array.of(only), this.#load(node.children[only] ?? null));
  }

  /** A path in front of a node, as the one node the trie's form asks for. */
  #join(path: Uint8Array, node: TrieNode): TrieNode {
    if (node.kind === 'branch') return { kind: 'extension', path, child: node, hash: null };
    this.#touch(node);
    const whole = Uint8Array.from([...path, ...node.path]);
    if (node.kind === 'leaf') return { kind: 'leaf', path: whole, value: node.value, hash: null };
    return { kind: 'extension', path: whole, child: node.child, hash: null };
  }

  #load(child: Child): TrieNode {
    if (child === null) throw new DimensionError('chain.torn', 'A branch of the chain state ends in nothing.');
    if (!(child instanceof Uint8Array)) return child;
    return decodeNode(this.#keeper.read(this.#prefix + toHex(child)), child);
  }

  /** The node is about to change: its stored form will be unreachable. */
  #touch(node: TrieNode): void {
    if (node.hash === null) return;
    this.#keeper.remove(this.#prefix + toHex(node.hash));
    node.hash = null;
  }

  #encode(node: TrieNode): Uint8Array {
    return encodeNode(node, (child) => this.#refer(child));
  }

  #refer(child: TrieNode | Uint8Array): Uint8Array {
    if (child instanceof Uint8Array) return rlpBytes(child);
    if (child.hash !== null) return rlpBytes(child.hash);
    const encoded = this.#encode(child);
    return encoded.length < 32 ? encoded : rlpBytes(this.#keep(child, encoded));
  }

  #keep(node: TrieNode, encoded: Uint8Array): Uint8Array {
    const hash = keccak_256(encoded);
    this.#keeper.put(this.#prefix + toHex(hash), encoded);
    node.hash = hash;
    return hash;
  }
}

function extend(path: Uint8Array, child: Child): Child {
  return path.length === 0 ? child : { kind: 'extension', path, child, hash: null };
}

function common(path: Uint8Array, other: Uint8Array, at: number): number {
  let length = 0;
  while (length < path.length && path[length] === other[at + length]) length++;
  return length;
}

/** True when the bytes are the same. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
