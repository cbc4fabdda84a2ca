/** Record feeds for tests: signed by a real key, over the course whose replay is known. */
import { readFileSync } from 'node:fs';
import { parkour } from '#content/families/parkour.ts';
import type { FeedSource } from '#server/ports/feed-source.ts';
import type { Store } from '#server/ports/store.ts';
import { attemptId, challengeId } from '#shared/base/content-ids.ts';
import { keccak256, parseHash } from '#shared/base/hash.ts';
import { parseAddress } from '#shared/base/ids.ts';
import { addressOfKey } from '#shared/base/secp256k1.ts';
import { signText } from '#shared/base/signed-text.ts';
import type { FeedEntry, FeedHead, FeedNews, RecordNews } from '#shared/records/feed.ts';
import { entryHash, feedRoot, feedText } from '#shared/records/feed-chain.ts';

const golden = JSON.parse(readFileSync(new URL('../golden/replay-course.json', import.meta.url), 'utf8'));
const instance = parkour.parseInstance(golden.challenge.instance);

/** The challenge and the payload of the golden replay, with the judge's word on it. */
export const GOLDEN = {
  file: { family: parkour.id, rules: parkour.rules, instance },
  payload: parkour.parsePayload(golden.payload, instance),
  verdict: await parkour.judge(instance, golden.payload),
};

/** A host that signs whatever it is told. */
export class FeedHost {
  readonly signer;
  readonly entries: FeedEntry[] = [];
  readonly #key: string;

  constructor(name: string) {
    this.#key = `0x${keccak256(`host ${name}`)}`;
    this.signer = addressOfKey(this.#key);
  }

  get head(): FeedHead | null {
    const last = this.entries.at(-1);
    return last === undefined ? null : { seq: last.seq, hash: last.hash, signer: last.signer };
  }

  /** Signs and keeps the next entry. */
  say(news: FeedNews, atMs = 1_000): FeedEntry {
    const previous = this.head?.hash ?? feedRoot(this.signer);
    const unsigned = { ...news, seq: this.entries.length + 1, previous, signer: this.signer, atMs };
    const entry = this.sign(unsigned);
    this.entries.push(entry);
    return entry;
  }

  /** Signs an entry as it stands, whether it fits or not. */
  sign(unsigned: Parameters<typeof entryHash>[0]): FeedEntry {
    const hash = entryHash(unsigned);
    return { ...unsigned, hash, signature: signText(feedText(hash), this.#key) };
  }

  /** The feed as a source, a page of at most `size` entries at a time. */
  source(size = 100, name = 'http://elsewhere/api/feed'): FeedSource {
    const { entries } = this;
    return {
      name,
      async *pages(after) {
        for (let at = after?.seq ?? 0; at < entries.length; at += size) yield entries.slice(at, at + size);
      },
    };
  }
}

/** A record on the golden course as a host would tell it; `change` makes it another one. */
export function goldenRecord(change: Partial<RecordNews> = {}): RecordNews {
  const holder = change.holder ?? parseAddress(`0x${'ab'.repeat(20)}`);
  const payload = change.payload ?? GOLDEN.payload;
  const challenge = challengeId(GOLDEN.file);
  return {
    kind: 'record',
    challenge,
    file: GOLDEN.file,
    title: 'The golden course',
    creator: parseAddress(`0x${'cd'.repeat(20)}`),
    index: 0,
    attempt: attemptId({ actor: holder, challenge, payload }),
    payload,
    value: GOLDEN.verdict.ok ? GOLDEN.verdict.value : 0,
    unit: 'tick',
    digest: parseHash(GOLDEN.verdict.digest),
    holder,
    holderName: 'Ines',
    holderKind: 'person',
    class: 'live',
    credit: 'first',
    parent: null,
    laurel: true,
    origin: null,
    ...change,
  };
}

/** Writes a record as a world that knows no feed would have done: a challenge at the frontier, an attempt, a record. */
export async function keepRecord(news: RecordNews, store: Store): Promise<void> {
  const { challenge: id, file, title, creator, value, unit, digest, attempt, holder, holderName, payload } = news;
  await store.transact(async (tx) => {
    const standing = { id, file, title, creator, witnessHash: null, machine: [], changedAtMs: 1 };
    await tx.putChallenge({ ...standing, state: 'frontier' });
    const actor = { kind: 'person', address: holder, name: holderName, host: false } as const;
    const verdict = { ok: true, value, unit, digest, cpuMs: 1 } as const;
    const made = { id: attempt, challenge: id, actor, class: 'live', payload, wallMs: 0, receivedAtMs: 1 } as const;
    await tx.addAttempt({ ...made, verdict }, holderName);
    const held = { holder, holderName, holderKind: 'person', atMs: 1, laurel: true } as const;
    const credit = { creditClass: 'first', basin: null, parent: null } as const;
    await tx.addRecord({ challenge: id, index: 0, attempt, value, unit, digest, ...held, ...credit });
  });
}
