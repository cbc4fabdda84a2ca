/** Accounts, storage and code as the EVM sees them: an undo log above, the pruned tries below. */
import type { AccountFields, StateManagerInterface } from '@ethereumjs/common';
import { type Account, type Address, createAccount, createAccountFromRLP } from '@ethereumjs/util';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { DimensionError } from '#shared/base/errors.ts';
import { toHex } from '#shared/base/hash.ts';
import type { NodeStore } from './node-store.ts';
import { readRlpList, rlpBytes, rlpList } from './rlp.ts';
import { EMPTY_ROOT, equal, PrunedTrie } from './trie.ts';

/** Contract code stands under `c` and its hash, apart from nodes. */
export const CODE_PREFIX = '63';
/** Nodes of an account's storage stand under this many hex digits of the hash of its address. */
const OWNER_DIGITS = 16;
/** Decoded accounts and slots kept between blocks; beyond, all are forgotten and read again when needed. */
const MOST_ACCOUNTS = 10_000;
const MOST_SLOTS = 40_000;

const NONE = new Uint8Array(0);

/** What the state manager of an EVM must be, over our tries. Reads that touch the file are synchronous inside. */
export class WorldState implements StateManagerInterface {
  readonly #nodes: NodeStore;
  #root: Uint8Array;
  readonly #accounts = new Map<string, Account | null>();
  readonly #slots = new Map<string, Map<string, Uint8Array>>();
  readonly #newCodes = new Map<string, Uint8Array>();
  #slotCount = 0;
  readonly #changedAccounts = new Map<string, Uint8Array>();
  readonly #changedSlots = new Map<string, Set<string>>();
  /** How to take back what was done, newest last; `#marks` are its lengths at the open checkpoints. */
  #undo: (() => void)[] = [];
  readonly #marks: number[] = [];
  readonly #original = new Map<string, Uint8Array>();

  constructor(nodes: NodeStore, root: Uint8Array) {
    this.#nodes = nodes;
    this.#root = root;
  }

  /** The value a slot had when the transaction first asked: what the price of a write depends on. */
  readonly originalStorageCache = {
    get: async (address: Address, key: Uint8Array): Promise<Uint8Array> => {
      const name = `${toHex(address.bytes)}${toHex(key)}`;
      const known = this.#original.get(name);
      if (known !== undefined) return known;
      const value = this.#slot(address, key);
      this.#original.set(name, value);
      return value;
    },
    clear: (): void => this.#original.clear(),
  };

  async getAccount(address: Address): Promise<Account | undefined> {
    const account = this.#account(address);
    return account === null ? undefined : copyOf(account);
  }

  async putAccount(address: Address, account?: Account): Promise<void> {
    this.#setAccount(address, account === undefined ? null : copyOf(account));
  }

  async deleteAccount(address: Address): Promise<void> {
    this.#setAccount(address, null);
    this.#replaceSlots(toHex(address.bytes));
  }

  async modifyAccountFields(address: Address, fields: AccountFields): Promise<void> {
    const account = copyOf(this.#account(address) ?? createAccount({}));
    if (fields.nonce !== undefined) account.nonce = fields.nonce;
    if (fields.balance !== undefined) account.balance = fields.balance;
    if (fields.storageRoot !== undefined) account.storageRoot = fields.storageRoot;
    if (fields.codeHash !== undefined) account.codeHash = fields.codeHash;
    this.#setAccount(address, account);
  }

  async putCode(address: Address, code: Uint8Array): Promise<void> {
    const codeHash = keccak_256(code);
    if (code.length > 0) this.#newCodes.set(toHex(codeHash), code);
    await this.modifyAccountFields(address, { codeHash });
  }

  async getCode(address: Address): Promise<Uint8Array> {
    const account = this.#account(address);
    if (account === null || !account.isContract()) return NONE;
    const hash = toHex(account.codeHash);
    return this.#newCodes.get(hash) ?? this.#nodes.read(CODE_PREFIX + hash);
  }

  async getCodeSize(address: Address): Promise<number> {
    return (await this.getCode(address)).length;
  }

  async getStorage(address: Address, key: Uint8Array): Promise<Uint8Array> {
    return this.#slot(address, key);
  }

  async putStorage(address: Address, key: Uint8Array, value: Uint8Array): Promise<void> {
    const owner = toHex(address.bytes);
    const slots = this.#slotsOf(owner);
    const slot = toHex(key);
    const before = slots.get(slot);
    this.#undo.push(() => {
      if (before === undefined) slots.delete(slot);
      else slots.set(slot, before);
    });
    slots.set(slot, withoutLeadingZeros(value));
    this.#slotCount++;
    const changed = this.#changedSlots.get(owner);
    if (changed === undefined) this.#changedSlots.set(owner, new Set([slot]));
    else changed.add(slot);
  }

  async clearStorage(address: Address): Promise<void> {
    this.#replaceSlots(toHex(address.bytes));
    const account = this.#account(address);
    if (account === null || equal(account.storageRoot, EMPTY_ROOT)) return;
    await this.modifyAccountFields(address, { storageRoot: EMPTY_ROOT });
  }

  async checkpoint(): Promise<void> {
    this.#marks.push(this.#undo.length);
  }

  async commit(): Promise<void> {
    this.#marks.pop();
    if (this.#marks.length === 0) this.#undo = [];
  }

  async revert(): Promise<void> {
    const mark = this.#marks.pop() ?? 0;
    while (this.#undo.length > mark) this.#undo.pop()?.();
  }

  /** Writes what changed into the tries, whose nodes then wait in the node store. @throws with a checkpoint open */
  async getStateRoot(): Promise<Uint8Array> {
    if (this.#marks.length > 0)
      throw new DimensionError('chain.fault', 'The state was asked for its root in the middle of a transaction.');
    this.#undo = [];
    for (const [owner, slots] of this.#changedSlots) this.#writeSlots(owner, slots);
    const trie = new PrunedTrie(this.#nodes, '', this.#root);
    for (const [owner, address] of this.#changedAccounts) {
      const account = this.#accounts.get(owner);
      if (account === undefined) continue;
      if (account === null) trie.delete(keccak_256(address));
      else trie.put(keccak_256(address), account.serialize());
      const code = account === null ? undefined : this.#newCodes.get(toHex(account.codeHash));
      if (account !== null && code !== undefined) this.#nodes.put(CODE_PREFIX + toHex(account.codeHash), code);
    }
    this.#root = trie.commit();
    this.forgetChanges();
    return this.#root;
  }

  /** After a call that was taken back, or a block that was written: nothing waits to be written any more. */
  forgetChanges(): void {
    this.#changedAccounts.clear();
    this.#changedSlots.clear();
    this.#newCodes.clear();
    this.#original.clear();
    if (this.#accounts.size > MOST_ACCOUNTS || this.#slotCount > MOST_SLOTS) this.clearCaches();
  }

  /** Stands on another root and forgets everything else. */
  async setStateRoot(root: Uint8Array): Promise<void> {
    this.#root = root;
    this.#undo = [];
    this.#marks.length = 0;
    this.forgetChanges();
    this.clearCaches();
  }

  async hasStateRoot(root: Uint8Array): Promise<boolean> {
    return equal(root, EMPTY_ROOT) || this.#nodes.read(toHex(root)).length > 0;
  }

  /** Only between blocks: what is not in the tries yet would be lost. */
  clearCaches(): void {
    this.#accounts.clear();
    this.#slots.clear();
    this.#slotCount = 0;
  }

  shallowCopy(): never {
    throw new DimensionError('chain.fault', 'There is one state and no copy of it.');
  }

  #account(address: Address): Account | null {
    const owner = toHex(address.bytes);
    const known = this.#accounts.get(owner);
    if (known !== undefined) return known;
    const body = new PrunedTrie(this.#nodes, '', this.#root).get(keccak_256(address.bytes));
    const account = body === null ? null : createAccountFromRLP(body);
    this.#accounts.set(owner, account);
    return account;
  }

  #setAccount(address: Address, account: Account | null): void {
    const owner = toHex(address.bytes);
    const before = this.#account(address);
    this.#undo.push(() => this.#accounts.set(owner, before));
    this.#accounts.set(owner, account);
    this.#changedAccounts.set(owner, address.bytes);
  }

  #slot(address: Address, key: Uint8Array): Uint8Array {
    const owner = toHex(address.bytes);
    const slots = this.#slotsOf(owner);
    const slot = toHex(key);
    const known = slots.get(slot);
    if (known !== undefined) return known;
    const root = this.#account(address)?.storageRoot ?? EMPTY_ROOT;
    const body = new PrunedTrie(this.#nodes, prefixOf(toHex(keccak_256(address.bytes))), root).get(keccak_256(key));
    // A slot holds its value as one RLP item: read as the only item of a list.
    const value = body === null ? NONE : (readRlpList(rlpList([body]))[0]?.content ?? NONE);
    slots.set(slot, value);
    this.#slotCount++;
    return value;
  }

  #slotsOf(owner: string): Map<string, Uint8Array> {
    const known = this.#slots.get(owner);
    if (known !== undefined) return known;
    const slots = new Map<string, Uint8Array>();
    this.#slots.set(owner, slots);
    return slots;
  }

  #replaceSlots(owner: string): void {
    const before = this.#slots.get(owner);
    this.#undo.push(() => {
      if (before === undefined) this.#slots.delete(owner);
      else this.#slots.set(owner, before);
    });
    this.#slots.set(owner, new Map());
  }

  #writeSlots(owner: string, changed: ReadonlySet<string>): void {
    const account = this.#accounts.get(owner) ?? null;
    if (account === null) return;
    const address = Buffer.from(owner, 'hex');
    const trie = new PrunedTrie(this.#nodes, prefixOf(toHex(keccak_256(address))), account.storageRoot);
    const slots = this.#slotsOf(owner);
    for (const slot of changed) {
      const value = slots.get(slot);
      if (value === undefined) continue;
      const key = keccak_256(Buffer.from(slot, 'hex'));
      if (value.length === 0) trie.delete(key);
      else trie.put(key, rlpBytes(value));
    }
    account.storageRoot = trie.commit();
    this.#changedAccounts.set(owner, address);
  }
}

/** Hex in front of the nodes of an account's storage. @param hashedAddress keccak-256 of the address, as hex */
export function prefixOf(hashedAddress: string): string {
  return hashedAddress.slice(0, OWNER_DIGITS);
}

function copyOf(account: Account): Account {
  const { nonce, balance, storageRoot, codeHash } = account;
  return createAccount({ nonce, balance, storageRoot, codeHash });
}

function withoutLeadingZeros(value: Uint8Array): Uint8Array {
  const first = value.findIndex((byte) => byte !== 0);
  return first < 0 ? NONE : value.subarray(first);
}
