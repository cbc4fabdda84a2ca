/** Whether the chain's file is whole: every node reachable and hashed right, none left over, every block on its parent. */
import type { DatabaseSync } from 'node:sqlite';
import { createAccountFromRLP } from '@ethereumjs/util';
import { DimensionError } from '#shared/base/errors.ts';
import { keccak256, toHex } from '#shared/base/hash.ts';
import { Ledger } from './ledger.ts';
import { NodeStore } from './node-store.ts';
import { chainRules } from './rules.ts';
import { EMPTY_ROOT, equal } from './trie.ts';
import { type Child, decodeNode, type TrieNode } from './trie-nodes.ts';
import { CODE_PREFIX, prefixOf } from './world-state.ts';

/** What a check counted. */
export interface ChainCheck {
  readonly blocks: number;
  readonly accounts: number;
  /** Nodes and codes that can be reached from the head's state root. */
  readonly reachable: number;
  /** Rows of the file; more than reachable ones are left over. */
  readonly rows: number;
}

const NO_CODE = 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470';

/**
 * Walks everything: some seconds a hundred thousand mints.
 * @throws DimensionError `chain.torn` at the first thing that is missing or not what its hash says
 */
export function checkChain(database: DatabaseSync): ChainCheck {
  const ledger = new Ledger(database, chainRules());
  const blocks = checkBlocks(ledger);
  const nodes = new NodeStore(database);
  const seen = new Set<string>();
  let accounts = 0;
  const root = ledger.last()?.header.stateRoot ?? EMPTY_ROOT;
  walk(nodes, '', root, seen, (path, body) => {
    accounts++;
    const { storageRoot, codeHash } = createAccountFromRLP(body);
    const code = toHex(codeHash);
    if (code !== NO_CODE && !seen.has(CODE_PREFIX + code)) {
      seen.add(CODE_PREFIX + code);
      if (keccak256(nodes.read(CODE_PREFIX + code)) !== code) throw torn('a contract is not what its hash says');
    }
    walk(nodes, prefixOf(path), storageRoot, seen, () => undefined);
  });
  const rows = Number(database.prepare('SELECT count(*) AS count FROM node').get()?.['count']);
  return { blocks, accounts, reachable: seen.size, rows };
}

function checkBlocks(ledger: Ledger): number {
  let count = 0;
  let parent: Uint8Array | null = null;
  for (const block of ledger.range(0, Number.MAX_SAFE_INTEGER)) {
    if (block.number !== count) throw torn(`block ${count} is missing`);
    if (!equal(block.header.hash(), block.hash)) throw torn(`block ${count} is not what its hash says`);
    if (parent !== null && !equal(block.header.parentHash, parent)) throw torn(`block ${count} has another parent`);
    block.body();
    parent = block.hash;
    count++;
  }
  return count;
}

/** @param found hears of each value: the hex of its hashed key, and the value */
function walk(
  nodes: NodeStore,
  prefix: string,
  root: Uint8Array,
  seen: Set<string>,
  found: (path: string, value: Uint8Array) => void,
): void {
  if (equal(root, EMPTY_ROOT)) return;
  const waiting: { readonly child: Child; readonly path: string }[] = [{ child: root, path: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { child, path } = next;
    if (child === null) continue;
    const node = child instanceof Uint8Array ? load(nodes, prefix, child, seen) : child;
    if (node.kind === 'leaf') found(path + digits(node.path), node.value);
    else if (node.kind === 'extension') waiting.push({ child: node.child, path: path + digits(node.path) });
    else
      for (const [index, below] of node.children.entries())
        waiting.push({ child: below, path: path + digits([index]) });
  }
}

function load(nodes: NodeStore, prefix: string, hash: Uint8Array, seen: Set<string>): TrieNode {
  const key = prefix + toHex(hash);
  const body = nodes.read(key);
  if (keccak256(body) !== toHex(hash)) throw torn('a node is not what its hash says');
  seen.add(key);
  return decodeNode(body, hash);
}

function digits(nibbles: Iterable<number>): string {
  return Array.from(nibbles, (nibble) => nibble.toString(16)).join('');
}

function torn(what: string): DimensionError {
  return new DimensionError('chain.torn', `The chain file is not whole: ${what}.`);
}
