/** What makes a feed one that nobody can rewrite unseen: each entry holds the hash of the one before, and is signed. */
import { DimensionError } from '#shared/base/errors.ts';
import { canonicalJson, type Hash, sha256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { recoverSigner } from '#shared/base/signed-text.ts';
import type { FeedEntry, FeedHead } from './feed.ts';

const FORM = 'Autonomous Dimension record feed, form 1';

/** An entry before it is signed. */
export type UnsignedEntry = FeedEntry extends infer E
  ? E extends FeedEntry
    ? Omit<E, 'hash' | 'signature'>
    : never
  : never;

/** What the first entry of a signer's feed names as the hash before it. */
export function feedRoot(signer: Address): Hash {
  return sha256(`${FORM}\n${signer}`);
}

/** SHA-256 of the RFC 8785 JSON of the entry without hash and signature. */
export function entryHash(entry: UnsignedEntry): Hash {
  if (entry.kind !== 'record') return sha256(canonicalJson(entry));
  const { file, origin, party, ...rest } = entry;
  const plain = { ...rest, file: { ...file }, origin: origin === null ? null : { ...origin } };
  return sha256(canonicalJson(party === undefined ? plain : { ...plain, party: party.map((one) => ({ ...one })) }));
}

/** The text that the verdict key signs for an entry (EIP-191). */
export function feedText(hash: Hash): string {
  return `${FORM}\n${hash}`;
}

/**
 * Checks that an entry follows `before`, says what it was hashed from, and was signed by the one signer of its feed.
 * @param before null for the first entry
 * @throws DimensionError `feed.order`, `feed.broken`, `feed.signer`, `feed.hash`, `feed.signature`, each with the place
 */
export function checkLink(entry: FeedEntry, before: FeedHead | null): void {
  const { seq, previous, signer, hash, signature, ...news } = entry;
  const refuse = (code: string, sentence: string) => new DimensionError(code, sentence, { seq });
  if (seq !== (before?.seq ?? 0) + 1) throw refuse('feed.order', `Entry ${seq} does not stand where it belongs.`);
  if (previous !== (before?.hash ?? feedRoot(signer)))
    throw refuse('feed.broken', `Entry ${seq} does not follow from the one before: the feed was rewritten.`);
  if (before !== null && signer !== before.signer)
    throw refuse('feed.signer', `Entry ${seq} was signed by another host than the ones before.`);
  if (entryHash({ ...news, seq, previous, signer }) !== hash)
    throw refuse('feed.hash', `Entry ${seq} was changed after it was hashed.`);
  if (recoverSigner(feedText(hash), signature) !== signer)
    throw refuse('feed.signature', `Entry ${seq} was not signed by the host that it names.`);
}
