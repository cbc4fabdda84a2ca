/** Nodes of the Merkle Patricia trie, in memory and as bytes. Keys are hashes, so a branch never holds a value itself. */
import { DimensionError } from '#shared/base/errors.ts';
import { readRlpList, rlpBytes, rlpList } from './rlp.ts';

/** What a node points to: another node in memory, the hash of one that is not, or nothing. */
export type Child = TrieNode | Uint8Array | null;

interface Stored {
  /** Hash under which the node stands in the database as it is here; null for one that is new, changed or embedded. */
  hash: Uint8Array | null;
}

/** Paths are nibbles, one a byte. */
interface Leaf extends Stored {
  readonly kind: 'leaf';
  readonly path: Uint8Array;
  value: Uint8Array;
}
interface Extension extends Stored {
  readonly kind: 'extension';
  readonly path: Uint8Array;
  child: Child;
}
export interface Branch extends Stored {
  readonly kind: 'branch';
  /** 16 of them. */
  readonly children: Child[];
}
export type TrieNode = Leaf | Extension | Branch;

const NOTHING = Uint8Array.of(0x80);

/**
 * @param refer encodes what a node points to: its hash as an item, or the node itself when that is shorter
 * @see https://ethereum.github.io/yellowpaper/paper.pdf appendix D
 */
export function encodeNode(node: TrieNode, refer: (child: TrieNode | Uint8Array) => Uint8Array): Uint8Array {
  if (node.kind === 'leaf') return rlpList([rlpBytes(packPath(node.path, true)), rlpBytes(node.value)]);
  if (node.kind === 'extension') {
    if (node.child === null) throw torn();
    return rlpList([rlpBytes(packPath(node.path, false)), refer(node.child)]);
  }
  return rlpList([...node.children.map((child) => (child === null ? NOTHING : refer(child))), NOTHING]);
}

/** @param hash under which the bytes were found; null for an embedded node. @throws DimensionError `chain.torn` */
export function decodeNode(bytes: Uint8Array, hash: Uint8Array | null): TrieNode {
  const items = readRlpList(bytes);
  const children = items.map((item): Child => {
    if (item.isList) return decodeNode(item.whole, null);
    return item.content.length === 0 ? null : item.content;
  });
  if (items.length === 17) return { kind: 'branch', children: children.slice(0, 16), hash };
  const [path, second] = items;
  if (items.length !== 2 || path === undefined || second === undefined) throw torn();
  const { nibbles, isLeaf } = unpackPath(path.content);
  if (isLeaf) return { kind: 'leaf', path: nibbles, value: second.content, hash };
  return { kind: 'extension', path: nibbles, child: children[1] ?? null, hash };
}

/** Bytes as nibbles. */
export function nibblesOf(bytes: Uint8Array): Uint8Array {
  const nibbles = new Uint8Array(bytes.length * 2);
  for (const [index, byte] of bytes.entries()) {
    nibbles[2 * index] = byte >> 4;
    nibbles[2 * index + 1] = byte & 15;
  }
  return nibbles;
}

function packPath(nibbles: Uint8Array, isLeaf: boolean): Uint8Array {
  const odd = nibbles.length % 2;
  const packed = new Uint8Array(1 + (nibbles.length - odd) / 2);
  packed[0] = (isLeaf ? 0x20 : 0) + (odd === 1 ? 0x10 + (nibbles[0] ?? 0) : 0);
  for (let i = 1; i < packed.length; i++)
    packed[i] = ((nibbles[2 * i - 2 + odd] ?? 0) << 4) | (nibbles[2 * i - 1 + odd] ?? 0);
  return packed;
}

function unpackPath(packed: Uint8Array): { readonly nibbles: Uint8Array; readonly isLeaf: boolean } {
  const nibbles = nibblesOf(packed);
  const flags = nibbles[0] ?? 0;
  return { nibbles: nibbles.subarray(flags & 1 ? 1 : 2), isLeaf: flags >= 2 };
}

function torn(): DimensionError {
  return new DimensionError('chain.torn', 'A node of the chain state is not well formed.');
}
