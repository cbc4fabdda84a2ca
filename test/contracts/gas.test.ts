/** Gas of whole transactions: exact figures, committed here, and the two bars that nothing may cross. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES } from '#contracts/built/addresses.ts';
import { parseAddress, parseChallengeId } from '#shared/base/ids.ts';
import { Rng } from '#shared/base/rng.ts';
import { FRONTIER_TYPES, frontierDomain, verdictMessage } from '#shared/protocol/verdict-typed-data.ts';
import { type Action, call, EdrChain, shortString } from './support/edr-chain.ts';

const CHALLENGE = parseChallengeId('c4'.repeat(32));
const HOLDER = parseAddress(`0x${'a1'.repeat(20)}`);
const MAKER = `0x${'b1'.repeat(20)}`;
/** The figures that the design promises. */
const BARS = { mint256: 175_000, nextLaurel: 75_000 } as const;

const gas: Record<string, number> = {};
const rng = new Rng('gas');

beforeAll(async () => {
  const chain = await EdrChain.open();
  await chain.own(ADDRESSES.relay);
  const alone = async ({ to, data }: Action) => (await chain.send(ADDRESSES.relay, to, data)).gasUsed;
  const each = async (actions: readonly Action[], intents: 'counted' | 'hashed' = 'counted') => {
    const { gasUsed, outcomes } = await chain.run(actions, intents);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    return Math.ceil(gasUsed / actions.length);
  };
  let index = 0;
  const award = async (): Promise<Action> => {
    const verdict = verdictMessage({
      challenge: CHALLENGE,
      index,
      value: 60_000 - index++,
      digest: 'd1'.repeat(32),
      holders: [{ address: HOLDER, shareBasisPoints: 10_000 }],
    });
    const domain = frontierDomain(chain.chainId, ADDRESSES.frontier);
    const signature = await chain.verdict.signTypedData(
      domain,
      { Verdict: [...FRONTIER_TYPES.verdict.Verdict] },
      verdict,
    );
    return call('frontier', 'award', [verdict, signature]);
  };

  gas['automaton mint with account'] = await each([automaton('vela')]);
  gas['automaton mint with account, next'] = await each([automaton('orrin')]);
  gas['work 256 B, maker’s first'] = await alone(work(256));
  gas['work 256 B, next'] = await alone(work(256));
  gas['work 256 B, next, relay batch of 1'] = await each([work(256)]);
  gas['work 256 B, next, relay batch of 50, each'] = await each(Array.from({ length: 50 }, () => work(256)));
  gas['work 256 B, next, relay batch of 50, hashed intents, each'] = await each(
    Array.from({ length: 50 }, () => work(256)),
    'hashed',
  );
  gas['work 1,024 B, next'] = await alone(work(1_024));
  gas['challenge open'] = await alone(call('frontier', 'open', [`0x${CHALLENGE}`, `0x${'c0'.repeat(20)}`, false]));
  gas['laurel, holder’s first'] = await alone(await award());
  gas['laurel, holder’s next'] = await alone(await award());
  gas['laurel, next, relay batch of 1'] = await each([await award()]);
  const ten = async () => {
    const actions: Action[] = [];
    for (let count = 0; count < 10; count++) actions.push(await award());
    return actions;
  };
  gas['laurel, next, relay batch of 10, each'] = await each(await ten());
  gas['laurel, next, relay batch of 10, hashed intents, each'] = await each(await ten(), 'hashed');
});

function automaton(name: string): Action {
  return call('automaton', 'mint', [ADDRESSES.relay, name, `0x${'c1'.repeat(32)}`]);
}

function work(length: number): Action {
  const genome = rng.bytes(length).map((byte) => byte | 1);
  return call('work', 'mint', [MAKER, shortString('lantern'), 1, 'A quiet harbour', [], genome]);
}

describe('gas', () => {
  it('of a work with a 256-byte genome stays under its bar, alone and in a batch', () => {
    expect(gas['work 256 B, next']).toBeLessThanOrEqual(BARS.mint256);
    expect(gas['work 256 B, next, relay batch of 50, hashed intents, each']).toBeLessThanOrEqual(BARS.mint256);
  });

  it('of a holder’s next laurel stays under its bar, alone and in a batch', () => {
    expect(gas['laurel, holder’s next']).toBeLessThanOrEqual(BARS.nextLaurel);
    expect(gas['laurel, next, relay batch of 10, hashed intents, each']).toBeLessThanOrEqual(BARS.nextLaurel);
  });

  it('is what it was', () => {
    expect(gas).toMatchInlineSnapshot(`
      {
        "automaton mint with account": 273966,
        "automaton mint with account, next": 222909,
        "challenge open": 46878,
        "laurel, holder’s first": 91155,
        "laurel, holder’s next": 74219,
        "laurel, next, relay batch of 1": 89802,
        "laurel, next, relay batch of 10, each": 52998,
        "laurel, next, relay batch of 10, hashed intents, each": 74453,
        "work 1,024 B, next": 337068,
        "work 256 B, maker’s first": 178432,
        "work 256 B, next": 161332,
        "work 256 B, next, relay batch of 1": 177183,
        "work 256 B, next, relay batch of 50, each": 141851,
        "work 256 B, next, relay batch of 50, hashed intents, each": 163690,
      }
    `);
  });
});
