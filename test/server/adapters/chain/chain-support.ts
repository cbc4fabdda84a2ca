/** What every chain test needs: a chain of its own in a scratch folder, with keys of nobody. */
import { onTestFinished } from 'vitest';
import { openCalls } from '#server/adapters/chain/calls.ts';
import { accountOf, openChain } from '#server/adapters/chain/open-chain.ts';
import { openVerdictSigner } from '#server/adapters/chain/verdict-signer.ts';
import { BENCH_RELAYER_KEY, BENCH_VERDICT_KEY } from '#server/cli/bench/chain-load.ts';
import type { Award, Chain, ChainAction } from '#server/ports/chain.ts';
import { keccak256 } from '#shared/base/hash.ts';
import type { Address } from '#shared/base/ids.ts';
import { scratchFolder } from '#test/support/scratch.ts';

/** The account of a made-up person. */
export function somebody(name: string): Address {
  return accountOf(`0x${keccak256(`key of ${name}`)}`);
}

/** Opens the chain in a folder; it is closed when the test is over. */
export async function chainIn(dataDir: string): Promise<Chain> {
  const chain = await openChain({
    dataDir,
    relayerKey: BENCH_RELAYER_KEY,
    verdictAddress: accountOf(BENCH_VERDICT_KEY),
    log: () => undefined,
  });
  onTestFinished(() => chain.close());
  return chain;
}

/** A chain in a folder of its own. */
export async function freshChain(): Promise<{ readonly chain: Chain; readonly dataDir: string }> {
  const dataDir = await scratchFolder();
  return { chain: await chainIn(dataDir), dataDir };
}

/** An intent of that name. */
export function intentOf(name: string): string {
  return `0x${keccak256(`intent ${name}`)}`;
}

/** Opens the challenge of that name. */
export function openingOf(name: string): ChainAction {
  const challenge = `0x${keccak256(name)}`;
  return { intent: intentOf(`open ${name}`), ...openCalls().openChallenge(challenge, somebody('creator'), true) };
}

/** A record on the challenge of that name for `holder`; values count down, so later indices are better. */
export async function awardOf(name: string, index: number, holder: Address, chainId: number): Promise<ChainAction> {
  const award: Award = {
    challenge: `0x${keccak256(name)}`,
    recordIndex: index,
    value: BigInt(1_000 - index) * 10n ** 12n,
    digest: `0x${keccak256(`digest ${name} ${index}`)}`,
    holders: [holder],
    sharesBasisPoints: [10_000],
  };
  const signature = await openVerdictSigner({ key: BENCH_VERDICT_KEY, chainId }).signAward(award);
  return { intent: intentOf(`award ${name} ${index}`), ...openCalls().award(award, signature) };
}
