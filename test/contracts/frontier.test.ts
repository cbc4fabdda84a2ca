/** What TypeScript signs and computes is what the contract Frontier checks and keeps. */
import { Wallet } from 'ethers';
import { beforeEach, describe, expect, it } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { type Address, parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { laurelId } from '#shared/base/laurel-id.ts';
import {
  chainValue,
  FRONTIER_TYPES,
  frontierDomain,
  type VerdictMessage,
  verdictMessage,
} from '#shared/protocol/verdict-typed-data.ts';
import { call, EdrChain } from './support/edr-chain.ts';

const CHALLENGE = parseChallengeId('c4'.repeat(32));
const CREATOR = parseAddress(`0x${'c0'.repeat(20)}`);
const ALICE = parseAddress(`0x${'a1'.repeat(20)}`);
const BOB = parseAddress(`0x${'b0'.repeat(20)}`);

let chain: EdrChain;

beforeEach(async () => {
  chain = await EdrChain.open();
  await chain.run([call('frontier', 'open', [`0x${CHALLENGE}`, CREATOR, false])]);
});

function message(index: number, value: number | string, holders: readonly [Address, number][]): VerdictMessage {
  return verdictMessage({
    challenge: CHALLENGE,
    index,
    value,
    digest: 'd1'.repeat(32),
    holders: holders.map(([address, shareBasisPoints]) => ({ address, shareBasisPoints })),
  });
}

function sign(verdict: VerdictMessage, key = chain.verdict, chainId = chain.chainId): Promise<string> {
  return key.signTypedData(
    frontierDomain(chainId, ADDRESSES.frontier),
    { ...mutable(FRONTIER_TYPES.verdict) },
    verdict,
  );
}

/** ethers wants arrays that it could change. */
function mutable<T extends Record<string, readonly { readonly name: string; readonly type: string }[]>>(types: T) {
  return Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, [...fields]]));
}

async function award(verdict: VerdictMessage, signature: string) {
  const { outcomes } = await chain.run([call('frontier', 'award', [verdict, signature])]);
  return outcomes[0];
}

describe('a verdict', () => {
  it('signed in TypeScript is accepted, and its laurel has the id computed in TypeScript', async () => {
    const verdict = message(0, 431, [
      [ALICE, 7_500],
      [BOB, 2_500],
    ]);
    expect(await award(verdict, await sign(verdict))).toMatchObject({ ok: true });
    for (const [place, holder] of [ALICE, BOB].entries()) {
      const id = laurelId(CHALLENGE, 0, place);
      expect(BigInt(id)).toBe(await chain.read('frontier', 'laurelOf', [`0x${CHALLENGE}`, 0, place]));
      expect(parseAddress(await chain.read('frontier', 'ownerOf', [id]))).toBe(holder);
      expect(await chain.read('frontier', 'shareOf', [id])).toBe(place === 0 ? 7_500n : 2_500n);
    }
  });

  it('is refused when anything in it was changed after signing', async () => {
    const verdict = message(0, 431, [[ALICE, 10_000]]);
    const signature = await sign(verdict);
    const tampered: VerdictMessage[] = [
      { ...verdict, value: verdict.value - 1n },
      { ...verdict, digest: `0x${'d2'.repeat(32)}` },
      { ...verdict, holders: [BOB] },
    ];
    for (const changed of tampered)
      expect(await award(changed, signature)).toMatchObject({ ok: false, error: 'FrontierInvalidSigner' });
    expect(await award({ ...verdict, index: 1n }, signature)).toMatchObject({ error: 'FrontierOutOfOrder' });
    expect(await award({ ...verdict, shares: [9_999n] }, signature)).toMatchObject({ ok: false });
    expect(await award(verdict, signature)).toMatchObject({ ok: true });
  });

  it('is refused when another key signed it, or this key for another chain', async () => {
    const verdict = message(0, 431, [[ALICE, 10_000]]);
    const stranger = new Wallet(`0x${'33'.repeat(32)}`);
    expect(await award(verdict, await sign(verdict, stranger))).toMatchObject({ error: 'FrontierInvalidSigner' });
    const elsewhere = await sign(verdict, chain.verdict, 1);
    expect(await award(verdict, elsewhere)).toMatchObject({ error: 'FrontierInvalidSigner' });
  });

  it('for one host counts on every other that has the same verdict key: the domain does not tell hosts apart', async () => {
    const verdict = message(0, 431, [[ALICE, 10_000]]);
    const signature = await sign(verdict);
    expect(await award(verdict, signature)).toMatchObject({ ok: true });
    const open = call('frontier', 'open', [`0x${CHALLENGE}`, CREATOR, false]);
    const again = call('frontier', 'award', [verdict, signature]);
    const twin = await EdrChain.open();
    expect((await twin.run([open, again])).outcomes).toMatchObject([{ ok: true }, { ok: true }]);
    const other = await EdrChain.open(new Wallet(`0x${'44'.repeat(32)}`));
    const refused = { ok: false, error: 'FrontierInvalidSigner' };
    expect((await other.run([open, again])).outcomes).toMatchObject([{ ok: true }, refused]);
  });

  it('must beat the record, also by the last of twelve decimals', async () => {
    const steps: [string, string | null][] = [
      ['4448.350634331', null],
      ['4448.350634331', 'FrontierNotBetter'],
      ['4448.3506343310009', 'FrontierNotBetter'],
      ['4448.350634330999', null],
      ['-1', null],
    ];
    let index = 0;
    for (const [value, error] of steps) {
      const verdict = message(index, value, [[ALICE, 10_000]]);
      expect((await award(verdict, await sign(verdict)))?.error, value).toBe(error);
      if (error === null) index++;
    }
    const challenge = await chain.read('frontier', 'challengeOf', [`0x${CHALLENGE}`]);
    expect(challenge).toMatchObject([parseChecksum(CREATOR), false, 3n, true, chainValue(-1)]);
  });

  it('gives no laurel to the maker of the challenge', async () => {
    const verdict = message(0, 431, [[CREATOR, 10_000]]);
    expect(await award(verdict, await sign(verdict))).toMatchObject({ error: 'FrontierInvalidHolder' });
  });
});

describe('an invalidation and a re-issue', () => {
  it('are accepted as typed data from TypeScript', async () => {
    const verdict = message(0, 431, [[ALICE, 10_000]]);
    await award(verdict, await sign(verdict));
    const domain = frontierDomain(chain.chainId, ADDRESSES.frontier);
    const word = {
      challenge: `0x${CHALLENGE}`,
      index: 0n,
      records: 1n,
      held: false,
      best: 0n,
      reason: 'A wall was open.',
    };
    const spoken = await chain.verdict.signTypedData(domain, mutable(FRONTIER_TYPES.invalidation), word);
    const laurel = laurelId(CHALLENGE, 0, 0);
    const attested = await chain.verdict.signTypedData(domain, mutable(FRONTIER_TYPES.reissue), {
      laurel,
      to: BOB,
      request: 0,
    });
    const { outcomes } = await chain.run([
      call('frontier', 'invalidate', [word, spoken]),
      call('frontier', 'requestReissue', [laurel, BOB, attested]),
      call('frontier', 'executeReissue', [laurel]),
    ]);
    expect(outcomes.map(({ error }) => error)).toEqual([null, null, 'FrontierReissueTooEarly']);
    expect(await chain.read('frontier', 'isInvalidated', [`0x${CHALLENGE}`, 0])).toBe(true);
    expect(parseAddress(await chain.read('frontier', 'ownerOf', [laurel]))).toBe(ALICE);
  });

  it('lets a holder without gas object by signature', async () => {
    const holder = new Wallet(`0x${'44'.repeat(32)}`);
    const verdict = message(0, 431, [[parseAddress(holder.address), 10_000]]);
    await award(verdict, await sign(verdict));
    const domain = frontierDomain(chain.chainId, ADDRESSES.frontier);
    const laurel = laurelId(CHALLENGE, 0, 0);
    const request = { laurel, to: BOB, request: 0 };
    const attested = await chain.verdict.signTypedData(domain, mutable(FRONTIER_TYPES.reissue), request);
    const objection = await holder.signTypedData(domain, mutable(FRONTIER_TYPES.objection), { laurel, request: 0 });
    const { outcomes } = await chain.run([
      call('frontier', 'requestReissue', [laurel, BOB, attested]),
      call('frontier', 'objectReissueFor', [laurel, objection]),
    ]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await chain.read('frontier', 'reissueOf', [laurel])).toMatchObject([`0x${'0'.repeat(40)}`, 0n, 1n]);
  });
});

/** ethers answers addresses with a checksum. */
function parseChecksum(address: string): unknown {
  return expect.stringMatching(new RegExp(`^${address}$`, 'i'));
}
